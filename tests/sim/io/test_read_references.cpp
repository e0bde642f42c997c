#include <catch2/catch.hpp>

#include "sim/io/read_scenario.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

struct Read {
    std::optional<Scenario> scenario;
    Diagnostics diagnostics;
};

/// Accounts north, south and west; the aircraft begin at line 11.
Read read(const std::string& aircraft)
{
    const TemporaryFolder folder;
    folder.write("seen.csv", "time,lon,lat\n2020-01-01T00:00:00Z,1,2\n2020-01-01T00:00:10Z,1.1,2\n");
    Read result;
    result.scenario = read_scenario(folder.write("s.toml", "title = \"t\"\nstart = 2020-01-01T00:00:00Z\n"
                                                           "end = 2020-01-01T01:00:00Z\n"
                                                           "airspace = { source = \"a.json\" }\n"
                                                           "[[account]]\nid = \"north\"\n[[account]]\nid = \"south\"\n"
                                                           "[[account]]\nid = \"west\"\n" +
                                                               aircraft),
                                    result.diagnostics);
    return result;
}

std::string aircraft(const std::string& id, const std::string& account, const std::string& same_as = "")
{
    return "[[aircraft]]\nid = \"" + id + "\"\naccount = \"" + account + "\"\ntrack = \"seen.csv\"\n" +
           (same_as.empty() ? "" : "same_as = \"" + same_as + "\"\n");
}

}  // namespace

TEST_CASE("aircraft of several accounts may be one machine, whichever of them says so")
{
    const Read r = read(aircraft("N", "north") + aircraft("S", "south", "N") + aircraft("W", "west", "S"));
    CAPTURE(told(r.diagnostics));
    REQUIRE(r.scenario);
    CHECK(r.scenario->aircraft[0].same_as.empty());
    CHECK(r.scenario->aircraft[1].same_as == "N");
    CHECK(r.scenario->aircraft[2].same_as == "S");
}

TEST_CASE("a machine that no aircraft is, tells which there are")
{
    const Read r = read(aircraft("plane", "north") + aircraft("other", "south", "plan"));
    CHECK_FALSE(r.scenario);
    CHECK(tells(r.diagnostics, "error 19 aircraft[1].same_as", "no aircraft 'plan' (did you mean 'plane'?); there are "
                                                               "plane, other"));
}

TEST_CASE("aircraft that name each other or themselves lead round in a circle")
{
    CHECK(tells(read(aircraft("N", "north", "N")).diagnostics, "error 15 aircraft[0].same_as", "back to 'N'"));
    const Read r = read(aircraft("N", "north", "W") + aircraft("S", "south", "N") + aircraft("W", "west", "S"));
    CHECK_FALSE(r.scenario);
    for (const char* beginning : {"error 15 aircraft[0]", "error 20 aircraft[1]", "error 25 aircraft[2]"})
        CHECK(tells(r.diagnostics, beginning, "leads back"));
}

TEST_CASE("a machine flies once in each account")
{
    const Read direct = read(aircraft("N1", "north") + aircraft("N2", "north", "N1"));
    CHECK_FALSE(direct.scenario);
    CHECK(tells(direct.diagnostics, "error 19 aircraft[1].same_as", "'N2' and 'N1' of one account"));
    CHECK(count(direct.diagnostics, Severity::error) == 1);
    // Neither names the other, but both name the same.
    const Read round_about = read(aircraft("N1", "north", "S") + aircraft("N2", "north", "S") + aircraft("S", "south"));
    CHECK_FALSE(round_about.scenario);
    CHECK(tells(round_about.diagnostics, "error 15 aircraft[0].same_as", "'N1' and 'N2'"));
}
