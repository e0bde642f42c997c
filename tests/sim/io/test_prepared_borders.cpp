#include "sim/io/prepared_borders.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include <catch2/catch.hpp>

#include "sim/io/open_borders.h"
#include "sim/io/prepared_sections.h"
#include "sim/io/read_airspaces.h"
#include "tests/sim/io/read_support.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

Airspaces some_airspaces(EdgeReading edges = EdgeReading::straight)
{
    RandomStream random{41, "prepared"};
    Airspaces a = tiling(random, {178.2, -3.7}, 0.31, 6, 6, 0.3, edges);
    a.list[0].owner = "of \"another\" \xC3\xBC";
    a.list[0].floor = Msl{19000 * 0.3048};
    a.list[0].ceiling = FlightLevel{195};
    a.list[1].floor = Agl{0.1 + 0.2};
    a.list.push_back(airspace("", {}));
    return a;
}

PreparedFrom from_file(EdgeReading edges = EdgeReading::straight)
{
    PreparedFrom from;
    from.inputs = {{"some/a.geojson", std::string(64, 'a')}, {"folder", ""}};
    from.read_as.key = "A3";
    from.read_as.owner = "state";
    from.read_as.layer = "countries";
    from.read_as.where = "A3 <> 'X'";
    from.read_as.edges = edges;
    return from;
}

std::string write(const TemporaryFolder& folder, const Airspaces& airspaces, EdgeReading edges = EdgeReading::straight)
{
    const std::string path = folder / "world.borders";
    const auto problem =
        write_prepared_borders(path, Overwrite::yes, airspaces, BorderIndex{airspaces}, from_file(edges));
    CHECK_FALSE(problem);
    return path;
}

bool same_but_for_rings(const Airspace& p, const Airspace& q)
{
    return p.key == q.key && p.owner == q.owner && p.floor == q.floor && p.ceiling == q.ceiling;
}

bool same(const Airspace& p, const Airspace& q)
{
    return same_but_for_rings(p, q) && std::equal(p.rings.begin(), p.rings.end(), q.rings.begin(), q.rings.end(),
                                                  [](const Ring& r, const Ring& s) { return r.points == s.points; });
}

AirspaceSource source_of(const std::string& path)
{
    AirspaceSource source;
    source.path = path;
    return source;
}

std::string square(const std::string& key, int west)
{
    const std::string w = std::to_string(west), e = std::to_string(west + 1);
    return R"({"type":"Feature","properties":{"key":")" + key + R"("},"geometry":{"type":"Polygon","coordinates":[[[)" +
           w + ",0],[" + e + ",0],[" + e + ",1],[" + w + ",1],[" + w + ",0]]]}}";
}

}  // namespace

TEST_CASE("prepared borders come back as they went, to the last bit")
{
    const auto edges = GENERATE(EdgeReading::straight, EdgeReading::geodesic);
    const TemporaryFolder folder;
    const Airspaces airspaces = some_airspaces(edges);
    const std::string path = write(folder, airspaces, edges);
    CHECK(is_prepared(path));
    const auto found = open_prepared_borders(path, ReadRings::yes);
    REQUIRE(found);
    CHECK(found->airspaces.edges == edges);
    CHECK(std::equal(found->airspaces.list.begin(), found->airspaces.list.end(), airspaces.list.begin(),
                     airspaces.list.end(), same));
    CHECK(found->rings == 36);
    CHECK(found->points == 144);
    CHECK(found->bytes == std::filesystem::file_size(path));
    REQUIRE(found->from.inputs.size() == 2);
    CHECK(found->from.inputs[0].path == "some/a.geojson");
    CHECK(found->from.inputs[0].sha256 == std::string(64, 'a'));
    CHECK(found->from.inputs[1].sha256.empty());
    CHECK(found->from.read_as.where == "A3 <> 'X'");
    CHECK(found->from.read_as.layer == "countries");

    const auto lean = open_prepared_borders(path, ReadRings::no);
    REQUIRE(lean);
    CHECK(std::equal(lean->airspaces.list.begin(), lean->airspaces.list.end(), airspaces.list.begin(),
                     airspaces.list.end(), same_but_for_rings));
    CHECK(lean->airspaces.list[0].rings.empty());
    const BorderIndex index{airspaces};
    RandomStream random{42, "places"};
    for (int k = 0; k < 500; ++k) {
        const LonLat p{wrapped_lon(178 + random.uniform(0, 3)), random.uniform(-4, -1.5)};
        CHECK(lean->index->airspaces_at(p) == index.airspaces_at(p));
    }
}

TEST_CASE("the same airspaces are prepared to the same bytes, and only a file that may be replaced is")
{
    const TemporaryFolder folder;
    const Airspaces airspaces = some_airspaces();
    const BorderIndex index{airspaces};
    REQUIRE_FALSE(write_prepared_borders(folder / "a.borders", Overwrite::no, airspaces, index, from_file()));
    REQUIRE_FALSE(write_prepared_borders(folder / "b.borders", Overwrite::no, airspaces, index, from_file()));
    CHECK(read_text(folder / "a.borders") == read_text(folder / "b.borders"));
    CHECK(write_prepared_borders(folder / "a.borders", Overwrite::no, airspaces, index, from_file()));
    CHECK(write_prepared_borders(folder / "none/a.borders", Overwrite::no, airspaces, index, from_file()));
}

TEST_CASE("an index from a file outlives the file's name")
{
    const TemporaryFolder folder;
    const std::string path = write(folder, some_airspaces());
    const auto found = open_prepared_borders(path, ReadRings::no);
    REQUIRE(found);
    std::filesystem::remove(path);
    CHECK_FALSE(found->index->airspaces_at({178.3, -3.6}).empty());
}

TEST_CASE("prepared borders with any byte changed are a problem in words")
{
    const TemporaryFolder folder;
    const std::string path = write(folder, some_airspaces());
    const std::string whole = read_text(path);
    const std::string changed = folder / "changed.borders";
    RandomStream random{43, "bytes"};
    std::size_t lean_refused = 0;
    for (std::size_t k = 0; k < 1200; ++k) {
        // Every byte of the head and the table once, then any.
        const std::size_t place = k < 500 ? k : random.bits() % whole.size();
        std::string text = whole;
        text[place] = static_cast<char>(text[place] ^ static_cast<char>(1 + random.bits() % 255));
        write_text(changed, text);
        CAPTURE(k, place);
        const auto found = open_prepared_borders(changed, ReadRings::yes);
        REQUIRE_FALSE(found);
        CHECK_FALSE(found.problem().empty());
        lean_refused += open_prepared_borders(changed, ReadRings::no) ? 0U : 1U;
    }
    CHECK(lean_refused > 1000);
}

TEST_CASE("prepared borders that are cut off or have grown are a problem that says so")
{
    const TemporaryFolder folder;
    const std::string path = write(folder, some_airspaces());
    const std::string whole = read_text(path);
    const std::string changed = folder / "cut.borders";
    RandomStream random{44, "cuts"};
    for (std::size_t k = 0; k < 300; ++k) {
        const std::size_t left = k < 100 ? k : random.bits() % whole.size();
        write_text(changed, whole.substr(0, left));
        CAPTURE(left);
        const auto found = open_prepared_borders(changed, ReadRings::no);
        REQUIRE_FALSE(found);
        if (left >= 48)
            CHECK(found.problem().find("cut off") != std::string::npos);
    }
    write_text(changed, whole + '\0');
    CHECK_FALSE(open_prepared_borders(changed, ReadRings::no));
    CHECK_FALSE(open_prepared_borders(folder / "none", ReadRings::no));
    CHECK_FALSE(open_prepared_borders(folder / ".", ReadRings::no));
    CHECK_FALSE(is_prepared(folder / "."));
    CHECK_FALSE(is_prepared(folder / "none"));
}

TEST_CASE("borders of another version say that they are to be prepared anew")
{
    const TemporaryFolder folder;
    const std::string path = write(folder, some_airspaces());
    const std::string whole = read_text(path);
    std::string other_order = whole;
    std::reverse(other_order.begin() + 8, other_order.begin() + 12);
    write_text(path, other_order);
    CHECK(open_prepared_borders(path, ReadRings::no).problem().find("another kind") != std::string::npos);
}

TEST_CASE("airspaces are read from prepared borders as from any other source, if asked as they were prepared")
{
    const TemporaryFolder folder;
    const Airspaces airspaces = some_airspaces();
    const std::string path = write(folder, airspaces);
    Diagnostics d;
    AirspaceSource source = source_of(path);
    const auto read = read_airspaces(source, d);
    REQUIRE(read);
    CHECK(std::equal(read->list.begin(), read->list.end(), airspaces.list.begin(), airspaces.list.end(), same));
    source.key = "A3";
    source.owner = "state";
    CHECK(read_airspaces(source, d));
    CHECK(d.list().empty());

    source.key = "ISO";
    source.owner = "country";
    source.floor = "low";
    source.where = "A3 = 'Y'";
    source.edges = EdgeReading::geodesic;
    CHECK_FALSE(read_airspaces(source, d));
    CAPTURE(told(d));
    CHECK(tells(d, "error - key", "'ISO' is asked for, but these borders were prepared with key = 'A3'"));
    CHECK(tells(d, "error - owner", "'state'"));
    CHECK(tells(d, "error - floor", "without floor"));
    CHECK(tells(d, "error - where"));
    CHECK(tells(d, "error - edges", "edges = 'straight'"));
    CHECK(count(d, Severity::error) == 5);

    write_text(path, read_text(path).substr(0, 1000));
    Diagnostics broken;
    CHECK_FALSE(read_airspaces(source_of(path), broken));
    CHECK(tells(broken, "error", "cut off"));
}

TEST_CASE("borders open from one prepared file, from other sources, and from several of either")
{
    const TemporaryFolder folder;
    const std::string a = folder.write("a.geojson", square("A", 10)), b = folder.write("b.geojson", square("A", 20));
    Diagnostics d;
    const auto read = open_borders({source_of(a), source_of(b)}, d);
    CAPTURE(told(d));
    REQUIRE(read);
    REQUIRE(read->airspaces.list.size() == 2);
    CHECK(read->inputs == std::vector{a, b});
    CHECK(read->index->airspaces_at({10.5, 0.5}) == AirspaceSet{{0}});
    CHECK(read->index->airspaces_at({20.5, 0.5}) == AirspaceSet{{1}});

    PreparedFrom from;
    from.inputs = {{a, ""}, {b, ""}};
    const std::string both = folder / "both.borders";
    REQUIRE_FALSE(write_prepared_borders(both, Overwrite::no, read->airspaces, *read->index, from));
    const auto mapped = open_borders({source_of(both)}, d);
    REQUIRE(mapped);
    CHECK(mapped->inputs == std::vector{both});
    CHECK(mapped->airspaces.list.size() == 2);
    CHECK(mapped->airspaces.list[0].rings.empty());
    CHECK(mapped->index->airspaces_at({20.5, 0.5}) == AirspaceSet{{1}});

    const std::string c = folder.write("c.geojson", square("C", 20));
    const auto more = open_borders({source_of(c), source_of(both)}, d);
    REQUIRE(more);
    CHECK(more->airspaces.list.size() == 3);
    CHECK(more->index->airspaces_at({20.5, 0.5}) == AirspaceSet{{0}, {2}});
    CHECK(d.list().empty());

    AirspaceSource geodesic = source_of(b);
    geodesic.edges = EdgeReading::geodesic;
    CHECK_FALSE(open_borders({source_of(a), geodesic}, d));
    CHECK(tells(d, "error - edges"));
    geodesic.path = both;
    Diagnostics other, none, missing;
    CHECK_FALSE(open_borders({geodesic}, other));
    CHECK(tells(other, "error - edges", "prepare them anew"));
    CHECK_FALSE(open_borders({}, none));
    CHECK(none.has_errors());
    CHECK_FALSE(open_borders({source_of(a), source_of(folder / "none"), source_of(folder / "nor")}, missing));
    CHECK(count(missing, Severity::error) == 2);
}
