// Entry and exit instants against an independent calculation with 50 digits: tests/cases/crossings/oracle.py
// wrote cases.json, which this test holds the engine to within a microsecond and within its own error_s.
#include <charconv>
#include <cmath>
#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "sim/analysis/crossings.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// An instant of the oracle: whole nanoseconds apart from their fraction, which no double could hold.
struct ExactInstant {
    std::int64_t ns = 0;
    double fraction = 0;

    explicit ExactInstant(const std::string& text)
    {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), ns);
        REQUIRE(error == std::errc{});
        if (end != text.data() + text.size())
            fraction = std::stod("0" + std::string{end});
    }
    double ns_after(Time t) const { return static_cast<double>(ns - t.time_since_epoch().count()) + fraction; }
};

Airspaces airspaces_of(const nlohmann::json& c)
{
    Airspaces a;
    a.edges = c["edges"] == "geodesic" ? EdgeReading::geodesic : EdgeReading::straight;
    for (const auto& zone : c["airspaces"]) {
        Airspace airspace;
        airspace.key = airspace.owner = zone["key"];
        if (zone.contains("floor_m"))
            airspace.floor = Msl{zone["floor_m"]};
        if (zone.contains("ceiling_m"))
            airspace.ceiling = Msl{zone["ceiling_m"]};
        for (const auto& ring : zone["rings"]) {
            Ring r;
            for (const auto& p : ring)
                r.points.push_back({p[0], p[1]});
            airspace.rings.push_back(r);
        }
        a.list.push_back(airspace);
    }
    return a;
}

Track track_of(const nlohmann::json& c)
{
    std::vector<Fix> fixes;
    for (const auto& f : c["fixes"]) {
        Fix fix{Time{Duration{f["time_ns"].get<std::int64_t>()}}, {f["lon"], f["lat"]}, {}, {}};
        if (f.contains("alt_m"))
            fix.altitude_m = f["alt_m"].get<double>();
        fixes.push_back(fix);
    }
    return *Track::make("case", AltitudeDatum::msl, fixes);
}

struct FoundVisit {
    std::string airspace;
    Crossing in, out;
};

std::vector<FoundVisit> visits_of(const Track& track, const Airspaces& a, LegReading legs)
{
    std::vector<FoundVisit> visits;
    std::vector<Crossing> open;
    for (const Crossing& c : find_crossings(track, a, BorderIndex{a}, {legs, {}})) {
        if (c.way == Way::in) {
            open.push_back(c);
            continue;
        }
        const auto in = std::find_if(open.begin(), open.end(), [&](const Crossing& o) { return o.airspace == c.airspace; });
        REQUIRE(in != open.end());
        visits.push_back({a[c.airspace].key, *in, c});
        open.erase(in);
    }
    std::stable_sort(visits.begin(), visits.end(), [](const FoundVisit& p, const FoundVisit& q) {
        return p.in.airspace != q.in.airspace ? p.in.airspace < q.in.airspace : p.in.time < q.in.time;
    });
    return visits;
}

void check_end(const Crossing& found, const std::string& exact, const std::string& by)
{
    const double off_ns = std::abs(ExactInstant{exact}.ns_after(found.time));
    CAPTURE(off_ns, found.error_s, exact);
    CHECK(name_of(found.by) == by);
    CHECK(off_ns < 1000);
    if (found.by != CrossedBy::start && found.by != CrossedBy::end)
        CHECK(off_ns <= found.error_s * 1e9 + 1e-6);
}

}  // namespace

TEST_CASE("entries and exits agree with a calculation in 50 digits within a microsecond and their own error", "[long]")
{
    std::ifstream file{INCURSION_SOURCE_DIR "/tests/cases/crossings/cases.json"};
    const nlohmann::json cases = nlohmann::json::parse(file);
    REQUIRE(cases.size() > 100);
    for (const auto& c : cases) {
        CAPTURE(c["name"]);
        const LegReading legs = c["legs"] == "geodesic" ? LegReading::geodesic : LegReading::straight;
        const auto found = visits_of(track_of(c), airspaces_of(c), legs);
        CHECK(found.size() == c["visits"].size());
        for (std::size_t i = 0; i < std::min(found.size(), c["visits"].size()); ++i) {
            const auto& wanted = c["visits"][i];
            CHECK(found[i].airspace == wanted["airspace"]);
            check_end(found[i].in, wanted["entry_ns"], wanted["entry_by"]);
            check_end(found[i].out, wanted["exit_ns"], wanted["exit_by"]);
        }
    }
}
