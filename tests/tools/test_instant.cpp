#include <catch2/catch.hpp>

#include "tools/incursion/instant.h"

namespace incursion::test {

namespace {

Time at(const char* text)
{
    return parse_time(text).value();
}

NamedInstants an_incident()
{
    NamedInstants named;
    named.span = {at("2015-11-24T07:19:00Z"), at("2015-11-24T07:26:00Z")};
    named.entry = at("2015-11-24T07:24:05Z");
    named.exit = at("2015-11-24T07:24:22Z");
    return named;
}

}  // namespace

TEST_CASE("An instant is RFC 3339, a time of day, or a word with a time added")
{
    const NamedInstants named = an_incident();
    CHECK(parse_instant("2015-11-24T07:24:05.5Z", named).value() == at("2015-11-24T07:24:05.5Z"));
    CHECK(parse_instant("2015-11-24T09:24:05+02:00", named).value() == at("2015-11-24T07:24:05Z"));
    CHECK(parse_instant("07:24:05", named).value() == at("2015-11-24T07:24:05Z"));
    CHECK(parse_instant("07:24:05.25Z", named).value() == at("2015-11-24T07:24:05.25Z"));
    CHECK(parse_instant("start", named).value() == named.span.from);
    CHECK(parse_instant("end", named).value() == named.span.to);
    CHECK(parse_instant("entry", named).value() == at("2015-11-24T07:24:05Z"));
    CHECK(parse_instant("entry-90s", named).value() == at("2015-11-24T07:22:35Z"));
    CHECK(parse_instant("exit+1min", named).value() == at("2015-11-24T07:25:22Z"));
}

TEST_CASE("A time of day after midnight lies on the day that the replay reaches it")
{
    NamedInstants named;
    named.span = {at("2024-05-01T23:50:00Z"), at("2024-05-02T00:30:00Z")};
    CHECK(parse_instant("23:55:00", named).value() == at("2024-05-01T23:55:00Z"));
    CHECK(parse_instant("00:10:00", named).value() == at("2024-05-02T00:10:00Z"));
    CHECK(parse_instant("12:00:00", named).value() == at("2024-05-01T12:00:00Z"));
}

TEST_CASE("An instant that is none says which forms there are")
{
    const NamedInstants named = an_incident();
    CHECK(parse_instant("noon", named).problem().find("'noon' is no instant; write") == 0);
    CHECK(parse_instant("closest", named).problem().find("there is no 'closest' here") == 0);
    CHECK(parse_instant("entry-90", named).problem().find("'entry-90': ") == 0);
    CHECK_FALSE(parse_instant("", named));
    CHECK_FALSE(parse_instant("25:00:00", named));
    CHECK_FALSE(parse_instant("2015-11-24T07:24:05", named));
}

TEST_CASE("A step of a tour is an instant too, counted from one")
{
    NamedInstants named = an_incident();
    CHECK(parse_instant("step 1", named).problem().find("no steps here") != std::string::npos);
    named.steps = {at("2015-11-24T07:19:00Z"), at("2015-11-24T07:20:00Z")};
    CHECK(parse_instant("step 2", named).value() == named.steps[1]);
    CHECK(parse_instant("step2-5s", named).value() == at("2015-11-24T07:19:55Z"));
    CHECK(parse_instant("step 1 + 1 min", named).value() == at("2015-11-24T07:20:00Z"));
    for (const char* wrong : {"step 0", "step 3", "step", "step two", "steps 1"})
        CHECK_FALSE(parse_instant(wrong, named));
    CHECK(parse_instant("step 3", named).problem() == "there is no step 3; the tour has 2");
}

}  // namespace incursion::test
