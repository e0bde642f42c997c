#include "sim/io/export_clip.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

constexpr double longest_side_deg = 0.05;
constexpr double longest_side_m = 5566;  ///< of a meridian at the equator, a twentieth of a degree

LonLat between(const LonLat& from, const LonLat& to, double share)
{
    return {from.lon_deg + share * (to.lon_deg - from.lon_deg), from.lat_deg + share * (to.lat_deg - from.lat_deg)};
}

void append_side(std::vector<LonLat>& places, const LonLat& to, EdgeReading edges, const ExportBox& box)
{
    const LonLat from = places.back();
    const double longest_deg = std::max(std::abs(to.lon_deg - from.lon_deg), std::abs(to.lat_deg - from.lat_deg));
    // A geodesic may rise far above its ends, a straight side not.
    const bool beyond = edges == EdgeReading::straight && (std::max(from.lat_deg, to.lat_deg) < box.south_deg ||
                                                           std::min(from.lat_deg, to.lat_deg) > box.north_deg);
    if (longest_deg > longest_side_deg && !beyond) {
        if (edges == EdgeReading::geodesic) {
            const GeodesicLine line{from, to};
            const double count = std::ceil(line.length_m() / longest_side_m);
            for (double i = 1; i < count; ++i)
                places.push_back(line.at(line.length_m() * i / count));
        } else {
            const double count = std::ceil(longest_deg / longest_side_deg);
            for (double i = 1; i < count; ++i)
                places.push_back(between(from, to, i / count));
        }
    }
    places.push_back(to);
}

/// Shares of a side at which it comes into the box and leaves it (Liang and Barsky, ACM Trans. Graphics 3 (1984),
/// 1-22).
std::optional<std::pair<double, double>> shares_inside(const LonLat& from, const LonLat& to, const ExportBox& box)
{
    double first = 0, last = 1;
    const auto cut = [&](double step, double room) {
        // The side runs out of the half-plane by `step` and may by `room`.
        if (step == 0)
            return room >= 0;
        const double share = room / step;
        if (step > 0)
            last = std::min(last, share);
        else
            first = std::max(first, share);
        return first <= last;
    };
    const double east = to.lon_deg - from.lon_deg, north = to.lat_deg - from.lat_deg;
    const bool meets = cut(east, box.east_deg - from.lon_deg) && cut(-east, from.lon_deg - box.west_deg) &&
                       cut(north, box.north_deg - from.lat_deg) && cut(-north, from.lat_deg - box.south_deg);
    return meets && first < last ? std::optional{std::pair{first, last}} : std::nullopt;
}

/// What of a closed ring lies where `depth` is not negative; depth is linear in the coordinates.
template <class Depth>
std::vector<LonLat> half_plane(const std::vector<LonLat>& ring, const Depth& depth)
{
    std::vector<LonLat> kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const LonLat& from = ring[i];
        const LonLat& to = ring[(i + 1) % ring.size()];
        const double here = depth(from), there = depth(to);
        if (here >= 0)
            kept.push_back(from);
        if ((here > 0 && there < 0) || (here < 0 && there > 0))
            kept.push_back(between(from, to, here / (here - there)));
    }
    return kept;
}

}  // namespace

RunningRing running_ring(const Ring& ring, EdgeReading edges, const ExportBox& box)
{
    RunningRing running;
    if (ring.points.empty())
        return running;
    running.places.reserve(ring.points.size() + 1);
    running.places.push_back(ring.points.front());
    for (std::size_t i = 1; i <= ring.points.size(); ++i) {
        const LonLat& from = ring.points[i - 1];
        const LonLat& to = ring.points[i % ring.points.size()];
        const double turned_deg = running.places.back().lon_deg - from.lon_deg;
        append_side(running.places, {side_end_lon(from.lon_deg, to.lon_deg) + turned_deg, to.lat_deg}, edges, box);
    }
    running.pole = pole_held_by(ring);
    return running;
}

std::vector<RunningRing> copies_near(const RunningRing& ring, const ExportBox& box)
{
    std::vector<RunningRing> copies;
    if (ring.places.empty())
        return copies;
    const auto [west, east] = std::minmax_element(ring.places.begin(), ring.places.end(),
                                                  [](LonLat a, LonLat b) { return a.lon_deg < b.lon_deg; });
    const auto [south, north] = std::minmax_element(ring.places.begin(), ring.places.end(),
                                                    [](LonLat a, LonLat b) { return a.lat_deg < b.lat_deg; });
    const bool too_far_south = north->lat_deg < box.south_deg && ring.pole != Pole::north;
    const bool too_far_north = south->lat_deg > box.north_deg && ring.pole != Pole::south;
    if (too_far_south || too_far_north)
        return copies;
    const double first = std::ceil((box.west_deg - east->lon_deg) / 360);
    const double last = std::floor((box.east_deg - west->lon_deg) / 360);
    for (double turn = first; turn <= last; ++turn) {
        copies.push_back(ring);
        for (LonLat& place : copies.back().places)
            place.lon_deg += 360 * turn;
    }
    return copies;
}

void append_clipped_lines(std::vector<std::vector<LonLat>>& lines, const std::vector<LonLat>& line,
                          const ExportBox& box)
{
    bool goes_on = false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const auto inside = shares_inside(line[i - 1], line[i], box);
        if (!inside) {
            goes_on = false;
            continue;
        }
        if (!goes_on || inside->first > 0)
            lines.push_back({inside->first > 0 ? between(line[i - 1], line[i], inside->first) : line[i - 1]});
        lines.back().push_back(inside->second < 1 ? between(line[i - 1], line[i], inside->second) : line[i]);
        goes_on = inside->second == 1;
    }
}

std::vector<LonLat> clipped_surface(const RunningRing& ring, const ExportBox& box)
{
    if (ring.places.size() < 4)
        return {};
    std::vector<LonLat> surface = ring.places;
    if (ring.pole == Pole::none) {
        surface.pop_back();
    } else {
        const double pole_deg = ring.pole == Pole::north ? 90 : -90;
        surface.push_back({surface.back().lon_deg, pole_deg});
        surface.push_back({surface.front().lon_deg, pole_deg});
    }
    surface = half_plane(surface, [&](LonLat p) { return p.lon_deg - box.west_deg; });
    surface = half_plane(surface, [&](LonLat p) { return box.east_deg - p.lon_deg; });
    surface = half_plane(surface, [&](LonLat p) { return p.lat_deg - box.south_deg; });
    return half_plane(surface, [&](LonLat p) { return box.north_deg - p.lat_deg; });
}

}  // namespace incursion
