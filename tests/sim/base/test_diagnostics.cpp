#include "sim/base/diagnostics.h"

#include <catch2/catch.hpp>

using namespace incursion;

TEST_CASE("a diagnostic reads file, line, severity, path and message, without what is not known")
{
    CHECK(to_string({Severity::error, "a.toml", 12, "aircraft[1].state", "no such state"}) ==
          "a.toml:12: aircraft[1].state: no such state");
    CHECK(to_string({Severity::error, "a.toml", std::nullopt, "", "is empty"}) == "a.toml: is empty");
    CHECK(to_string({Severity::warning, "b.csv", 3, "", "a gap"}) == "b.csv:3: warning: a gap");
    CHECK(to_string({Severity::note, "", std::nullopt, "seed", "is 0"}) == "note: seed: is 0");
    CHECK(to_string({Severity::error, "", 5, "", "unreadable"}) == "line 5: unreadable");
    CHECK(to_string({Severity::error, "", std::nullopt, "", "unreadable"}) == "unreadable");
}

TEST_CASE("diagnostics keep every problem in the order in which it was found")
{
    Diagnostics found;
    CHECK_FALSE(found.has_errors());
    found.warning("t.csv", 2, "", "first");
    found.note("t.csv", 3, "", "second");
    CHECK_FALSE(found.has_errors());
    found.error("t.csv", 4, "time", "third");
    found.warning("t.csv", 5, "", "fourth");
    CHECK(found.has_errors());
    REQUIRE(found.list().size() == 4);
    CHECK(found.list()[0].message == "first");
    CHECK(found.list()[0].severity == Severity::warning);
    CHECK(found.list()[1].severity == Severity::note);
    CHECK(found.list()[2].severity == Severity::error);
    CHECK(found.list()[2].line == 4);
    CHECK(found.list()[3].message == "fourth");
}
