#include "tools/incursion/html_map_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <set>
#include <utility>

#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

constexpr double bend_tolerance = 0.3;  ///< units: what bends less is drawn straight
constexpr int most_halvings = 10;

/// From 0 to 1 along a segment, the part within the box; none where there is none (Liang and Barsky, ACM Transactions
/// on Graphics 3 (1984), 1-22).
std::optional<std::pair<double, double>> part_within(SvgPoint a, SvgPoint b, const MapView& view, double margin)
{
    double from = 0, to = 1;
    const double dx = b.x - a.x, dy = b.y - a.y;
    const std::array<std::pair<double, double>, 4> sides{{{-dx, a.x + margin},
                                                          {dx, view.width() + margin - a.x},
                                                          {-dy, a.y + margin},
                                                          {dy, view.height() + margin - a.y}}};
    for (const auto& [along, room] : sides) {
        if (along == 0) {
            if (room < 0)
                return std::nullopt;
            continue;
        }
        const double t = room / along;
        (along < 0 ? from : to) = along < 0 ? std::max(from, t) : std::min(to, t);
    }
    if (from > to)
        return std::nullopt;
    return std::pair{from, to};
}

SvgPoint between(SvgPoint a, SvgPoint b, double t)
{
    return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
}

double distance_to_segment(SvgPoint p, SvgPoint a, SvgPoint b)
{
    const double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
    const double t = square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0.0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

double distance_from_middle(SvgPoint p, const MapView& view)
{
    return std::hypot(p.x - view.width() / 2, p.y - view.height() / 2);
}

LonLat halfway(LonLat from, LonLat to, bool geodesic)
{
    if (!geodesic)
        return {(from.lon_deg + side_end_lon(from.lon_deg, to.lon_deg)) / 2, (from.lat_deg + to.lat_deg) / 2};
    const GeodesicLine line{from, to};
    return line.at(line.length_m() / 2);
}

/// A side far outside may be drawn as coarsely as it is far, but not so that it could be taken across the picture.
bool is_to_be_halved(SvgPoint a, SvgPoint middle, SvgPoint b, const MapView& view)
{
    const double reach = std::hypot(view.width(), view.height()) / 2;
    const double away = std::max(0.0, distance_from_middle(middle, view) - reach);
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    if (length < bend_tolerance && std::hypot(middle.x - a.x, middle.y - a.y) < bend_tolerance)
        return false;  // and no whole turn round a pole
    return distance_to_segment(middle, a, b) > bend_tolerance + away / 8 || length > std::max(reach, away);
}

struct Halving {
    bool geodesic;
    const MapView& view;

    void add(SvgLine& line, LonLat from, SvgPoint a, LonLat to, SvgPoint b, int left) const
    {
        const LonLat half = halfway(from, to, geodesic);
        const SvgPoint middle = view.at(half);
        if (left > 0 && is_to_be_halved(a, middle, b, view)) {
            add(line, from, a, half, middle, left - 1);
            add(line, half, middle, to, b, left - 1);
        } else {
            line.push_back(b);
        }
    }
};

/// Short sides cannot bend by what is seen: half the chord squared over a radius of the Earth.
bool can_bend(LonLat from, LonLat to, SvgPoint a, SvgPoint b, const MapView& view)
{
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    const double degrees =
        std::max(std::abs(to.lat_deg - from.lat_deg), std::abs(side_end_lon(from.lon_deg, to.lon_deg) - from.lon_deg));
    const double reach = std::hypot(view.width(), view.height());
    return degrees > 0.05 && (length > 20 || degrees > 5) && length < 1e6 * reach;
}

}  // namespace

void add_bent(SvgLine& line, LonLat from, LonLat to, bool geodesic, const MapView& view)
{
    const SvgPoint a = line.back(), b = view.at(to);
    if (can_bend(from, to, a, b, view))
        Halving{geodesic, view}.add(line, from, a, to, b, most_halvings);
    else
        line.push_back(b);
}

std::vector<SvgLine> clipped(const SvgLine& line, const MapView& view, double margin)
{
    std::vector<SvgLine> parts;
    bool goes_on = false;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const auto part = part_within(line[i], line[i + 1], view, margin);
        if (!part) {
            goes_on = false;
            continue;
        }
        if (!goes_on || part->first > 0)
            parts.push_back({between(line[i], line[i + 1], part->first)});
        parts.back().push_back(between(line[i], line[i + 1], part->second));
        goes_on = part->second >= 1;
    }
    return parts;
}

SvgLine clipped_area(const SvgLine& ring, const MapView& view, double margin)
{
    // Side by side of the frame: what lies within stays (Sutherland and Hodgman, Communications of the ACM 17 (1974),
    // 32-42).
    const std::array<std::array<double, 3>, 4> sides{
        {{1, 0, margin}, {-1, 0, view.width() + margin}, {0, 1, margin}, {0, -1, view.height() + margin}}};
    SvgLine left = ring;
    for (const auto& [nx, ny, room] : sides) {
        const SvgLine before = std::exchange(left, {});
        const auto inside_by = [&, nx = nx, ny = ny, room = room](SvgPoint p) { return nx * p.x + ny * p.y + room; };
        for (std::size_t i = 0; i < before.size(); ++i) {
            const SvgPoint a = before[i], b = before[(i + 1) % before.size()];
            const double at_a = inside_by(a), at_b = inside_by(b);
            if (at_a >= 0)
                left.push_back(a);
            if ((at_a >= 0) != (at_b >= 0))
                left.push_back(between(a, b, at_a / (at_a - at_b)));
        }
    }
    return left;
}

SvgLine simplified(const SvgLine& line, double tolerance)
{
    if (line.size() < 3)
        return line;
    std::vector<bool> kept(line.size(), false);
    kept.front() = kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> left{{0, line.size() - 1}};
    while (!left.empty()) {
        const auto [first, last] = left.back();
        left.pop_back();
        double farthest = tolerance;
        std::size_t place = 0;
        for (std::size_t i = first + 1; i < last; ++i)
            if (const double away = distance_to_segment(line[i], line[first], line[last]); away > farthest) {
                farthest = away;
                place = i;
            }
        if (place == 0)
            continue;
        kept[place] = true;
        left.emplace_back(first, place);
        left.emplace_back(place, last);
    }
    SvgLine result;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (kept[i])
            result.push_back(line[i]);
    return result;
}

bool is_within(const std::vector<SvgLine>& areas, SvgPoint point)
{
    bool inside = false;
    for (const SvgLine& ring : areas)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const SvgPoint a = ring[i], b = ring[(i + 1) % ring.size()];
            if ((a.y > point.y) != (b.y > point.y) && point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x))
                inside = !inside;
        }
    return inside;
}

double distance_to_lines(const std::vector<SvgLine>& lines, SvgPoint point)
{
    double least = std::numeric_limits<double>::infinity();
    for (const SvgLine& line : lines)
        for (std::size_t i = 0; i + 1 < line.size(); ++i)
            least = std::min(least, distance_to_segment(point, line[i], line[i + 1]));
    return least;
}

namespace {

/// Sides along the 180th meridian, by their latitudes: one that an airspace has twice joins two parts of it and is no
/// border, as BorderEdges has it.
using Seam = std::pair<double, double>;

std::optional<Seam> seam_of(LonLat a, LonLat b)
{
    if (wrapped_lon(a.lon_deg) != -180 || wrapped_lon(b.lon_deg) != -180)
        return std::nullopt;
    return Seam{std::min(a.lat_deg, b.lat_deg), std::max(a.lat_deg, b.lat_deg)};
}

std::set<Seam> joined_seams(const Airspace& airspace)
{
    std::set<Seam> once, joined;
    for (const Ring& ring : airspace.rings)
        for (std::size_t i = 0; i < ring.points.size(); ++i)
            if (const auto seam = seam_of(ring.points[i], ring.points[(i + 1) % ring.points.size()]))
                if (!once.insert(*seam).second)
                    joined.insert(*seam);
    return joined;
}

/// A ring as a closed line, and what of it is a border.
struct RingLines {
    SvgLine closed;
    std::vector<SvgLine> borders;
};

RingLines lines_of(const Ring& ring, EdgeReading edges, const std::set<Seam>& seams, const MapView& view)
{
    RingLines lines{{view.at(ring.points.front())}, {}};
    std::size_t begun = 0;
    const auto take = [&] {
        if (lines.closed.size() > begun + 1)
            lines.borders.emplace_back(lines.closed.begin() + static_cast<std::ptrdiff_t>(begun), lines.closed.end());
    };
    for (std::size_t i = 0; i < ring.points.size(); ++i) {
        const LonLat from = ring.points[i], to = ring.points[(i + 1) % ring.points.size()];
        const auto seam = seam_of(from, to);
        const bool is_joined = seam && seams.contains(*seam);
        if (is_joined)
            take();
        add_bent(lines.closed, from, to, edges == EdgeReading::geodesic, view);
        if (is_joined)
            begun = lines.closed.size() - 1;
    }
    take();
    return lines;
}

/// Where what is inside can be told for sure.
SvgPoint far_from(const std::vector<SvgLine>& borders, const MapView& view)
{
    SvgPoint best{view.width() / 2, view.height() / 2};
    double farthest = distance_to_lines(borders, best);
    for (int column = 0; column < 7; ++column)
        for (int row = 0; row < 5; ++row) {
            const SvgPoint point{view.width() * (column + 0.5) / 7, view.height() * (row + 0.5) / 5};
            if (const double away = distance_to_lines(borders, point); away > farthest) {
                farthest = away;
                best = point;
            }
        }
    return best;
}

}  // namespace

std::vector<SvgLine> borders_of(const Airspace& airspace, EdgeReading edges, const MapView& view)
{
    std::vector<SvgLine> borders;
    const std::set<Seam> seams = joined_seams(airspace);
    for (const Ring& ring : airspace.rings)
        if (ring.points.size() >= 3)
            for (const SvgLine& line : lines_of(ring, edges, seams, view).borders)
                for (const SvgLine& part : clipped(line, view))
                    borders.push_back(simplified(part));
    return borders;
}

MapOutline outline_of(AirspaceId id, const Airspaces& airspaces, const BorderIndex& index, const MapView& view)
{
    MapOutline outline;
    const std::set<Seam> seams = joined_seams(airspaces[id]);
    for (const Ring& ring : airspaces[id].rings) {
        if (ring.points.size() < 3)
            continue;
        RingLines lines = lines_of(ring, airspaces.edges, seams, view);
        for (const SvgLine& line : lines.borders)
            for (const SvgLine& part : clipped(line, view))
                outline.borders.push_back(simplified(part));
        lines.closed.pop_back();
        if (const SvgLine area = clipped_area(lines.closed, view); area.size() >= 3)
            outline.areas.push_back(simplified(area));
    }
    const SvgPoint sure = far_from(outline.borders, view);
    const AirspaceSet holders = index.airspaces_at(view.place_at(sure));
    const bool is_inside = std::find(holders.begin(), holders.end(), id) != holders.end();
    if (is_within(outline.areas, sure) != is_inside) {
        const double w = view.width() + 4, h = view.height() + 4;
        outline.areas.push_back({{-4, -4}, {w, -4}, {w, h}, {-4, h}});
    }
    return outline;
}

}  // namespace incursion
