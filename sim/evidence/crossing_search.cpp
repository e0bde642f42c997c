#include "sim/evidence/crossing_search.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

#include <tbb/parallel_for.h>

#include "sim/analysis/crossing_finder.h"
#include "sim/analysis/visits.h"
#include "sim/base/units.h"
#include "sim/flight/atmosphere.h"
#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double line_speed_mps = 100;  // any will do: only places count

enum Part : unsigned { dwell = 1, depth = 2, length = 4, speed = 8, limits = 16 };
constexpr std::array<const char*, 5> part_names{"dwell", "depth", "length", "speed", "limits"};

bool holds(const ClaimRange& range, double value)
{
    return range.low <= value && value <= range.high;
}

void narrow(ClaimRange& range, double low, double high)
{
    range.low = std::max(range.low, low);
    range.high = std::min(range.high, high);
}

void merge(std::optional<ClaimRange>& range, const std::optional<ClaimedFigure>& figure, std::size_t reading)
{
    if (!figure)
        return;
    const std::size_t i = std::min(reading, figure->readings.size() - 1);
    if (!range)
        range = ClaimRange{0, infinity};
    narrow(*range, figure->low(i), figure->high(i));
}

/// Those that there are, as bits.
unsigned parts_of(const CrossingClaims& c)
{
    const bool limited = c.limits.least_tas_mps || c.limits.greatest_tas_mps;
    return (c.dwell_s ? dwell : 0U) | (c.depth_m ? depth : 0U) | (c.length_m ? length : 0U) |
           (c.speed_mps ? speed : 0U) | (limited ? limits : 0U);
}

std::optional<ClaimRange> speeds(const StraightCrossing& crossing, const CrossingClaims& c, unsigned parts)
{
    ClaimRange range{0, infinity};
    if ((parts & dwell) != 0) {
        if (!(c.dwell_s->high > 0))
            return std::nullopt;
        narrow(range, crossing.length_m / c.dwell_s->high,
               c.dwell_s->low > 0 ? crossing.length_m / c.dwell_s->low : infinity);
    }
    if ((parts & speed) != 0)
        narrow(range, c.speed_mps->low, c.speed_mps->high);
    if ((parts & limits) != 0)
        narrow(range, c.limits.least_tas_mps.value_or(0), c.limits.greatest_tas_mps.value_or(infinity));
    return range.low <= range.high ? std::optional{range} : std::nullopt;
}

bool fits(const StraightCrossing& crossing, const CrossingClaims& c, unsigned parts)
{
    if ((parts & depth) != 0 && !holds(*c.depth_m, crossing.depth_m))
        return false;
    if ((parts & length) != 0 && !holds(*c.length_m, crossing.length_m))
        return false;
    return speeds(crossing, c, parts).has_value();
}

/// The line that passes the centre on its right at `across_m`, from rim to rim of the circle.
Track line_through(const CrossingGrid& grid, Angle heading, double across_m)
{
    const Angle right = heading + Angle::degrees(90);
    const LonLat foot = direct(grid.centre, right, across_m);
    Angle along = heading;
    if (across_m != 0) {
        // The geodesic from the centre turns on its way to the foot; the line stays square to it.
        const Inverse back = inverse(foot, grid.centre);
        along = across_m > 0 ? back.azimuth + Angle::degrees(90) : back.azimuth - Angle::degrees(90);
    }
    const double half_m = std::sqrt(std::max(0.0, grid.radius_m * grid.radius_m - across_m * across_m));
    const Fix from{Time{}, direct(foot, along, -half_m), {}, {}};
    const Fix to{Time{} + seconds(2 * half_m / line_speed_mps), direct(foot, along, half_m), {}, {}};
    return Track::make("line", AltitudeDatum::msl, {from, to}).value();
}

void add_crossings(const Track& line, const AirspaceSet& wanted, const AnalysisGround& ground, CrossingFinder& finder,
                   std::vector<StraightCrossing>& found)
{
    std::vector<Crossing> crossings = finder.find(line);
    std::erase_if(crossings, [&](const Crossing& c) {
        return std::find(wanted.begin(), wanted.end(), c.airspace) == wanted.end();
    });
    if (crossings.empty())
        return;
    const TrackPath path{line, LegReading::geodesic};
    for (const auto& [airspace, visit] : visits_of(crossings, path, ground.airspaces, Belonging{}, &ground.distances))
        if (visit.entry.by == CrossedBy::side && visit.exit.by == CrossedBy::side)
            found.push_back({visit.entry.place, visit.exit.place, inverse(visit.entry.place, visit.exit.place).azimuth,
                             visit.path_m, visit.max_depth_m});
}

void find_all(CrossingSearch& search, const std::string& key, const AnalysisGround& ground)
{
    const CrossingGrid& grid = search.grid;
    const AirspaceSet wanted = airspaces_with_key(ground.airspaces, key);
    const auto half = static_cast<long>(std::floor(grid.radius_m * 0.999 / grid.step_m));
    search.lines = grid.directions * static_cast<std::size_t>(2 * half + 1);
    std::vector<std::vector<StraightCrossing>> found(grid.directions);
    tbb::parallel_for(std::size_t{0}, grid.directions, [&](std::size_t i) {
        CrossingFinder finder{ground.airspaces, ground.index, {LegReading::geodesic, {}}};
        const Angle heading = Angle::degrees(180 * static_cast<double>(i) / static_cast<double>(grid.directions));
        for (long k = -half; k <= half; ++k)
            add_crossings(line_through(grid, heading, static_cast<double>(k) * grid.step_m), wanted, ground, finder,
                          found[i]);
    });
    for (const auto& part : found)
        search.crossings.insert(search.crossings.end(), part.begin(), part.end());
}

void weigh_subsets(CrossingSearch& search, const CrossingClaims& claims)
{
    const unsigned all = parts_of(claims);
    std::array<std::size_t, 32> counts{};
    std::vector<unsigned> subsets;
    for (unsigned parts = 1; parts < counts.size(); ++parts)
        if ((parts & ~all) == 0) {
            subsets.push_back(parts);
            counts[parts] = static_cast<std::size_t>(
                std::count_if(search.crossings.begin(), search.crossings.end(),
                              [&](const StraightCrossing& c) { return fits(c, claims, parts); }));
        }
    counts[0] = search.crossings.size();
    std::stable_sort(subsets.begin(), subsets.end(),
                     [](unsigned a, unsigned b) { return std::popcount(a) < std::popcount(b); });
    for (const unsigned parts : subsets) {
        ClaimSubset subset{{}, counts[parts], counts[parts] == 0};
        for (unsigned i = 0; i < part_names.size(); ++i)
            if ((parts >> i & 1U) != 0) {
                subset.claims.emplace_back(part_names[i]);
                subset.contradiction = subset.contradiction && counts[parts & ~(1U << i)] > 0;
            }
        search.subsets.push_back(std::move(subset));
    }
}

void add_figures(CrossingSearch& search, const CrossingClaims& claims)
{
    for (const StraightCrossing& c : search.crossings) {
        if (claims.depth_m && c.depth_m >= claims.depth_m->low)
            search.least_length_m = std::min(search.least_length_m.value_or(infinity), c.length_m);
        if (claims.length_m && holds(*claims.length_m, c.length_m))
            search.greatest_depth_m = std::max(search.greatest_depth_m.value_or(0), c.depth_m);
    }
    if (claims.length_m && claims.dwell_s && claims.dwell_s->high > 0)
        search.needed_speed_mps =
            ClaimRange{claims.length_m->low / claims.dwell_s->high,
                       claims.dwell_s->low > 0 ? claims.length_m->high / claims.dwell_s->low : infinity};
}

}  // namespace

CrossingClaims crossing_claims(const std::vector<Claim>& claims, std::size_t reading, const SpeedRange& limits)
{
    CrossingClaims merged;
    merged.limits = limits;
    for (const Claim& claim : claims) {
        merge(merged.dwell_s, claim.dwell, reading);
        merge(merged.depth_m, claim.depth, reading);
        merge(merged.length_m, claim.length, reading);
        merge(merged.speed_mps, claim.speed, reading);
    }
    return merged;
}

CrossingSearch search_crossings(const std::string& key, const CrossingClaims& claims, const CrossingGrid& grid,
                                const AnalysisGround& ground)
{
    CrossingSearch search;
    search.grid = grid;
    find_all(search, key, ground);
    for (std::size_t i = 0; i < search.crossings.size(); ++i)
        if (fits(search.crossings[i], claims, parts_of(claims)))
            search.feasible.push_back(i);
    weigh_subsets(search, claims);
    add_figures(search, claims);
    return search;
}

std::optional<ClaimRange> speeds_of(const StraightCrossing& crossing, const CrossingClaims& claims)
{
    return speeds(crossing, claims, parts_of(claims));
}

std::optional<double> stall_mass_kg(const AircraftType& type, double altitude_m, double tas_mps)
{
    if (!type.wing_area_m2 || !type.max_lift_coefficient)
        return std::nullopt;
    return isa_at(altitude_m).density_kgpm3 * tas_mps * tas_mps * *type.wing_area_m2 * *type.max_lift_coefficient /
           (2 * standard_gravity_mps2);
}

}  // namespace incursion
