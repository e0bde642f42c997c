#include <catch2/catch.hpp>

#include "sim/io/read_claim.h"
#include "sim/io/toml_value.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

Claim claim_of(const std::string& figures, Diagnostics& diagnostics)
{
    const auto document = read_toml("aircraft = \"A\"\nairspace = \"X\"\n" + figures, "claim.toml", diagnostics);
    REQUIRE(document);
    TomlReader table{std::get<TomlTable>(document->content), 1, "claim[0]", "claim.toml", diagnostics};
    return read_claim(table);
}

}  // namespace

TEST_CASE("a claimed figure has several readings, a bound or a tolerance")
{
    Diagnostics d;
    const Claim c = claim_of("depth = [\"1.36 mi\", \"1.36 nmi\"]\ndwell = { at_most = \"20 s\" }\n"
                             "length = { value = [\"2 km\", \"3 km\"], tolerance = \"200 m\" }\n"
                             "speed = { at_least = \"100 m/s\" }\n",
                             d);
    CAPTURE(told(d));
    REQUIRE(d.list().empty());
    REQUIRE(c.reading_count() == 2);
    CHECK(c.depth->readings[0].value == Approx(2188.70784));
    CHECK(c.depth->readings[1].value == Approx(2518.72));
    CHECK(c.dwell->bound == ClaimBound::at_most);
    CHECK(c.length->readings[1].half_step == 200);
    CHECK(c.speed->bound == ClaimBound::at_least);
}

TEST_CASE("readings that do not go together and bounds that say nothing are errors")
{
    Diagnostics d;
    claim_of("depth = [\"1 mi\", \"1 nmi\"]\nlength = [\"1 mi\", \"1 nmi\", \"1 km\"]\n", d);
    CHECK(tells(d, "error", "equally many"));
    Diagnostics e;
    claim_of("depth = {}\nlength = []\ndwell = [\"3 m\"]\n", e);
    CHECK(tells(e, "error 3 claim[0].depth", "at_least"));
    CHECK(tells(e, "error 4 claim[0].length", "at least one reading"));
    CHECK(tells(e, "error 5 claim[0].dwell", "does not fit here"));
}
