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

/// The shortest scenario there is, with `more` from line 5 on.
Read read(const std::string& more)
{
    const TemporaryFolder folder;
    Read result;
    result.scenario = read_scenario(folder.write("scenario.toml", "title = \"t\"\nstart = 2020-01-01T00:00:00Z\n"
                                                                  "end = 2020-01-01T01:00:00Z\n"
                                                                  "airspace = { source = \"a.json\" }\n" +
                                                                      more),
                                    result.diagnostics);
    return result;
}

}  // namespace

TEST_CASE("a border of another source arrives with its file, its names and its page")
{
    const auto [s, d] = read(R"([[border]]
id = "ne"
title = "Natural Earth"
source = "ne.geojson"
key = "A3"
edges = "geodesic"
names = { TUR = "TR", SYR = "SY" }
date = "2018"
licence = "public domain"
page = "page 3"
confidence = "B"
)");
    CAPTURE(told(d));
    REQUIRE(s);
    REQUIRE(s->borders.size() == 1);
    const BorderAlternative& b = s->borders[0];
    CHECK(b.id == "ne");
    CHECK(b.title == "Natural Earth");
    CHECK(b.source.path.ends_with("/ne.geojson"));
    CHECK(b.source.key == "A3");
    CHECK(b.source.edges == EdgeReading::geodesic);
    CHECK(b.names == std::vector<std::pair<std::string, std::string>>{{"SYR", "SY"}, {"TUR", "TR"}});
    CHECK(b.date == "2018");
    CHECK(b.licence == "public domain");
    CHECK(b.evidence.source == "page 3");
    CHECK(b.evidence.confidence == "B");
}

TEST_CASE("borders without a source, with a taken id or with that of the scenario are told, all at once")
{
    const auto [s, d] = read("[[border]]\nid = \"a\"\n[[border]]\nid = \"a\"\nsource = \"b.json\"\n"
                             "[[border]]\nid = \"scenario\"\nsource = \"b.json\"\nedge = \"straight\"\n");
    CAPTURE(told(d));
    CHECK_FALSE(s);
    CHECK(tells(d, "error 5 border[0]: 'source' is missing"));
    CHECK(tells(d, "error 8 border[1].id", "another border"));
    CHECK(tells(d, "error 11 border[2].id", "take another id"));
    CHECK(tells(d, "error 13 border[2].edge"));
}
