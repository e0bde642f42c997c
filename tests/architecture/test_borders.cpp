// The border extracts that are kept in the repository, read as plain JSON: what cutting them out of the world
// must not have changed.
#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace {

using Point = std::pair<double, double>;  // longitude, latitude
using Edge = std::pair<Point, Point>;     // the lesser end first
using Ring = std::vector<Point>;
using Countries = std::map<std::string, std::vector<Ring>>;

struct Box {
    double west, south, east, north;
    bool holds_inside(const Point& p) const
    {
        return west < p.first && p.first < east && south < p.second && p.second < north;
    }
};

constexpr Box hatay_box{32, 33.5, 41, 39};
constexpr Box porvoo_box{22, 58.5, 31, 61.5};
constexpr Box hormuz_box{53, 23, 61, 29.5};

Countries read(const std::string& name)
{
    std::ifstream in(std::string(INCURSION_SOURCE_DIR) + "/data/borders/" + name);
    const nlohmann::json file = nlohmann::json::parse(in);
    Countries countries;
    for (const auto& feature : file.at("features")) {
        auto& rings = countries[feature.at("properties").at("A3")];
        const auto& geometry = feature.at("geometry");
        nlohmann::json polygons = geometry.at("coordinates");
        if (geometry.at("type") == "Polygon")
            polygons = nlohmann::json::array({polygons});
        for (const auto& polygon : polygons)
            for (const auto& ring : polygon)
                rings.push_back(ring.get<Ring>());
    }
    return countries;
}

std::set<Edge> edges_of(const std::vector<Ring>& rings, const Box& box)
{
    std::set<Edge> edges;
    for (const Ring& ring : rings)
        for (std::size_t i = 1; i < ring.size(); ++i)
            if (box.holds_inside(ring[i - 1]) && box.holds_inside(ring[i]))
                edges.insert(std::minmax(ring[i - 1], ring[i]));
    return edges;
}

std::set<Edge> shared(const std::set<Edge>& a, const std::set<Edge>& b)
{
    std::set<Edge> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(both, both.end()));
    return both;
}

/// Even-odd, in plain longitude and latitude.
bool holds(const std::vector<Ring>& rings, const Point& p)
{
    bool inside = false;
    for (const Ring& ring : rings)
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const auto& [x1, y1] = ring[i - 1];
            const auto& [x2, y2] = ring[i];
            if ((y1 > p.second) != (y2 > p.second) && p.first < x1 + (p.second - y1) / (y2 - y1) * (x2 - x1))
                inside = !inside;
        }
    return inside;
}

/// Which countries hold the places just left and just right of the middle of an edge, 0.3 mm off it.
std::array<std::set<std::string>, 2> beside(const Countries& countries, const Edge& edge)
{
    const auto& [a, b] = edge;
    const double dx = b.first - a.first, dy = b.second - a.second, step = 3e-9 / std::hypot(dx, dy);
    const Point middle{(a.first + b.first) / 2, (a.second + b.second) / 2};
    std::array<std::set<std::string>, 2> sides;
    for (const auto& [key, rings] : countries) {
        if (holds(rings, {middle.first - dy * step, middle.second + dx * step}))
            sides[0].insert(key);
        if (holds(rings, {middle.first + dy * step, middle.second - dx * step}))
            sides[1].insert(key);
    }
    return sides;
}

/// How many edges meet at each end.
std::map<Point, int> degrees(const std::set<Edge>& edges)
{
    std::map<Point, int> count;
    for (const Edge& edge : edges) {
        ++count[edge.first];
        ++count[edge.second];
    }
    return count;
}

}  // namespace

TEST_CASE("the extracts hold the countries that meet their boxes and nothing beyond")
{
    const auto keys = [](const Countries& countries) {
        std::set<std::string> found;
        for (const auto& [key, rings] : countries)
            found.insert(key);
        return found;
    };
    CHECK(keys(read("hatay.geojson")) == std::set<std::string>{"CYP", "IRQ", "LBN", "SYR", "TUR"});
    CHECK(keys(read("porvoo.geojson")) == std::set<std::string>{"EST", "FIN", "RUS"});
    CHECK(keys(read("hormuz.geojson")) == std::set<std::string>{"ARE", "IRN", "OMN"});
    for (const auto& [name, box] : {std::pair{"hatay.geojson", hatay_box}, std::pair{"porvoo.geojson", porvoo_box},
                                    std::pair{"hormuz.geojson", hormuz_box}})
        for (const auto& [key, rings] : read(name))
            for (const Ring& ring : rings) {
                CAPTURE(name, key);
                CHECK(ring.size() >= 4);
                CHECK(ring.front() == ring.back());
                CHECK(std::all_of(ring.begin(), ring.end(), [&, b = box](const Point& p) {
                    return b.west <= p.first && p.first <= b.east && b.south <= p.second && p.second <= b.north;
                }));
            }
}

TEST_CASE("a side with a country to its left and another to its right belongs to both, vertex for vertex")
{
    const auto [name, box, first, second, count] = GENERATE(table<std::string, Box, std::string, std::string, int>({
        // Sides whose both ends lie inside the box, counted in the package's own file.
        {"hatay.geojson", hatay_box, "SYR", "TUR", 2164},
        {"hatay.geojson", hatay_box, "LBN", "SYR", 1100},
        {"hatay.geojson", hatay_box, "IRQ", "SYR", 65},
        {"porvoo.geojson", porvoo_box, "EST", "RUS", 182},
        {"porvoo.geojson", porvoo_box, "FIN", "RUS", 170},
        {"hormuz.geojson", hormuz_box, "ARE", "OMN", 654},
        {"hormuz.geojson", hormuz_box, "IRN", "OMN", 2},
    }));
    CAPTURE(name, first, second);
    const Countries countries = read(name);
    const std::set<Edge> a = edges_of(countries.at(first), box), b = edges_of(countries.at(second), box);
    const std::set<Edge> both = shared(a, b);
    CHECK(both.size() == static_cast<std::size_t>(count));
    for (const std::set<Edge>& edges : {a, b})
        for (const Edge& edge : edges) {
            const auto sides = beside(countries, edge);
            const bool between = (sides[0].contains(first) && sides[1].contains(second)) ||
                                 (sides[0].contains(second) && sides[1].contains(first));
            if (between != both.contains(edge))
                FAIL_CHECK("side at " << edge.first.first << ' ' << edge.first.second);
        }
}

TEST_CASE("the land and sea border of two neighbours is one unbroken line")
{
    const Countries countries = read("hatay.geojson");
    const auto line = degrees(shared(edges_of(countries.at("SYR"), hatay_box), edges_of(countries.at("TUR"), hatay_box)));
    CHECK(std::count_if(line.begin(), line.end(), [](const auto& end) { return end.second == 1; }) == 2);
    CHECK(std::all_of(line.begin(), line.end(), [](const auto& end) { return end.second <= 2; }));
}

TEST_CASE("coordinates are the source's own, in steps of 0.00001 degrees")
{
    for (const char* name : {"hatay.geojson", "porvoo.geojson", "hormuz.geojson"})
        for (const auto& [key, rings] : read(name))
            for (const Ring& ring : rings)
                for (const auto& [lon, lat] : ring)
                    if (lon != std::round(lon * 1e5) / 1e5 || lat != std::round(lat * 1e5) / 1e5)
                        FAIL_CHECK(name << ' ' << key << ' ' << lon << ' ' << lat);
}

TEST_CASE("places known by name lie in the country that they belong to")
{
    // Positions of the towns as any atlas has them, to a hundredth of a degree.
    const Countries hatay = read("hatay.geojson"), porvoo = read("porvoo.geojson");
    const Countries hormuz = read("hormuz.geojson");
    CHECK(holds(hatay.at("TUR"), {36.16, 36.20}));  // Antakya
    CHECK(holds(hatay.at("SYR"), {35.79, 35.52}));  // Latakia
    CHECK(holds(hatay.at("CYP"), {33.36, 35.17}));  // Nicosia
    CHECK(holds(hatay.at("LBN"), {35.85, 34.44}));  // Tripoli
    CHECK(holds(porvoo.at("FIN"), {25.66, 60.39}));  // Porvoo
    CHECK(holds(porvoo.at("EST"), {24.75, 59.44}));  // Tallinn
    CHECK(holds(porvoo.at("RUS"), {28.75, 60.71}));  // Vyborg
    CHECK(holds(hormuz.at("IRN"), {57.77, 25.64}));  // Jask
    CHECK(holds(hormuz.at("OMN"), {56.25, 26.18}));  // Khasab
    CHECK(holds(hormuz.at("ARE"), {56.34, 25.12}));  // Fujairah
    CHECK(!holds(porvoo.at("FIN"), {24.75, 59.44}));
    CHECK(!holds(hatay.at("TUR"), {35.79, 35.52}));
}

TEST_CASE("an enclave within an enclave belongs to the state around both")
{
    // Madha is Oman's, within the Emirates; Nahwa, within Madha, is the Emirates'. Places inside each, from any atlas.
    const Countries hormuz = read("hormuz.geojson");
    CHECK(holds(hormuz.at("OMN"), {56.32, 25.29}));
    CHECK(!holds(hormuz.at("ARE"), {56.32, 25.29}));
    CHECK(holds(hormuz.at("ARE"), {56.28, 25.27}));
    CHECK(!holds(hormuz.at("OMN"), {56.28, 25.27}));
}
