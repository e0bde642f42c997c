#include <catch2/catch.hpp>

#include "tests/peers/agreement.h"

using namespace incursion::bench;
using namespace incursion::test;

TEST_CASE("two equal answers differ nowhere")
{
    const std::vector<PeerVisit> visits{{1, 0, 10}, {1, 20, 30}, {2, 5, 25}};
    CHECK(differences(visits, visits).empty());
}

TEST_CASE("an instant that is told differently is a difference as long as the two are apart")
{
    const auto found = differences({{1, 0, 10}, {1, 20, 30}}, {{1, 0, 10.5}, {1, 19.75, 30}});
    REQUIRE(found.size() == 2);
    CHECK((found[0].airspace == 1 && found[0].from_s == 10 && found[0].to_s == 10.5 && !found[0].ours_inside));
    CHECK((found[1].from_s == 19.75 && found[1].to_s == 20 && !found[1].ours_inside));
}

TEST_CASE("a stay that only one answer tells is a difference all its length")
{
    const auto found = differences({{1, 0, 10}, {2, 3, 4}}, {{1, 0, 10}, {7, 1, 2}});
    REQUIRE(found.size() == 2);
    CHECK((found[0].airspace == 2 && found[0].from_s == 3 && found[0].to_s == 4 && found[0].ours_inside));
    CHECK((found[1].airspace == 7 && found[1].from_s == 1 && found[1].to_s == 2 && !found[1].ours_inside));
}

TEST_CASE("an absence that only one answer tells is a difference all its length")
{
    const auto found = differences({{1, 0, 10}}, {{1, 0, 4}, {1, 6, 10}});
    REQUIRE(found.size() == 1);
    CHECK((found[0].from_s == 4 && found[0].to_s == 6 && found[0].ours_inside));
}

TEST_CASE("stays that follow each other at once are one, and one too short for an instant is none")
{
    const auto visits = joined({{1, 10, 20}, {1, 0, 10}, {2, 5, 5}, {1, 15, 18}});
    REQUIRE(visits.size() == 1);
    CHECK((visits[0].entry_s == 0 && visits[0].exit_s == 20));
}
