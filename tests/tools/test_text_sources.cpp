#include <catch2/catch.hpp>

#include "tools/incursion/text_sources.h"

using namespace incursion;

TEST_CASE("a source has one number however often it is cited")
{
    Sources sources;
    const Evidence letter{"https://example.org/letter", "A", ""};
    const Evidence weak{"https://example.org/letter", "C", ""};
    const Evidence page{"https://example.org/page", "", ""};
    CHECK(sources.cite(letter, "a") == " [1]");
    CHECK(sources.cite(page, "b") == " [2]");
    CHECK(sources.cite(letter, "c") == " [1]");
    CHECK(sources.cite(weak, "d") == " [3]");
    CHECK(sources.cite({}, "e").empty());
    CHECK(sources.cite({{&page, "f"}, {&letter, "g"}, {&page, "h"}}) == " [1, 2]");
    REQUIRE(sources.list().size() == 3);
    CHECK(sources.list()[2].confidence == "C");
}

TEST_CASE("a note that several things share is told once, with all of them")
{
    Sources sources;
    const Evidence spread{"", "", "reconstructed: evenly spread"};
    CHECK(sources.cite({{&spread, "call 1"}, {&spread, "call 2"}, {&spread, "call 1"}}).empty());
    REQUIRE(sources.notes().size() == 1);
    CHECK(sources.notes()[0].text == "reconstructed: evenly spread");
    CHECK(sources.notes()[0].subjects == std::vector<std::string>{"call 1", "call 2"});
}
