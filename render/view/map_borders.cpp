#include "render/view/map_borders.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "render/view/border_lines.h"
#include "render/view/polyline.h"
#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

constexpr double deg_per_rad = 180 / std::numbers::pi;

/// What a detail means on the ground.
struct GroundDetail {
    LonLatBox box;        ///< holds all that is drawn
    double step_m = 0;    ///< sides this long bend by less than can be seen
    double thin_deg = 0;  ///< places this near to each other are one

    explicit GroundDetail(const MapDetail& detail)
    {
        const ScopeMapping& mapping = detail.mapping;
        const Point centre{detail.frame.x + detail.frame.width / 2, detail.frame.y + detail.frame.height / 2};
        const double reach_m = mapping.m_from_px(static_cast<double>(detail.frame.width)) / std::numbers::sqrt2;
        box = box_around(mapping.place_from(centre), reach_m * 1.01);
        // A side of length s strays by up to s^2 / 8R from its chord, and more where meridians draw together.
        const double seen_m = mapping.m_from_px(static_cast<double>(detail.tolerance_px));
        step_m = std::sqrt(seen_m * wgs84_least_radius_m);
        thin_deg = seen_m / 2 / wgs84_largest_radius_m * deg_per_rad;
    }

    double middle_lon() const { return (box.west + box.east) / 2; }
    /// On which sides of the box a place lies, one bit for each.
    unsigned sides_of(LonLat p) const
    {
        return (p.lon_deg < box.west ? 1U : 0U) | (p.lon_deg > box.east ? 2U : 0U) | (p.lat_deg < box.south ? 4U : 0U) |
               (p.lat_deg > box.north ? 8U : 0U);
    }
};

/// Takes places one by one and keeps those that can be seen to matter: of places close together one, and of a stretch
/// that stays on one outer side of the box its ends.
class Thinner {
public:
    explicit Thinner(const GroundDetail& ground) : ground_{ground} {}

    /// Tells on which outer sides of the box the place lies.
    unsigned add(LonLat place)
    {
        place.lon_deg = lon_near(place.lon_deg, ground_.middle_lon());
        const unsigned sides = ground_.sides_of(place);
        const bool stays_outside = last_ && (common_ & sides) != 0;
        if (!stays_outside && common_ != 0)
            keep_held();
        if (!stays_outside && !(last_ && sides == 0 && common_ == 0 && is_near(*last_, place))) {
            keep(place, sides);
            return sides;
        }
        common_ &= sides;
        held_ = place;
        return sides;
    }

    PlaceLine finish()
    {
        keep_held();
        return std::move(line_);
    }

private:
    void keep_held()
    {
        if (held_)
            keep(*held_, ground_.sides_of(*held_));
    }
    void keep(LonLat place, unsigned sides)
    {
        line_.push_back(place);
        last_ = place;
        held_.reset();
        common_ = sides;
    }
    bool is_near(LonLat a, LonLat b) const
    {
        const double north = b.lat_deg - a.lat_deg;
        if (std::abs(north) > ground_.thin_deg)
            return false;
        const double east = (b.lon_deg - a.lon_deg) * std::cos(a.lat_deg / deg_per_rad);
        return east * east + north * north < ground_.thin_deg * ground_.thin_deg;
    }

    const GroundDetail& ground_;
    PlaceLine line_;
    std::optional<LonLat> last_, held_;
    unsigned common_ = 0;  ///< the outer sides of all places since the last one kept
};

/// Longer sides with more places, as they run.
PlaceLine as_it_runs(const PlaceLine& line, EdgeReading reading, double step_m)
{
    if (reading == EdgeReading::straight)
        return densified(line, step_m);
    PlaceLine dense;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0) {
            const GeodesicLine side{line[i - 1], line[i]};
            const int pieces = static_cast<int>(std::clamp(std::ceil(side.length_m() / step_m), 1.0, 4096.0));
            for (int k = 1; k < pieces; ++k)
                dense.push_back(side.at(side.length_m() * k / pieces));
        }
        dense.push_back(line[i]);
    }
    return dense;
}

Polyline on_screen(const PlaceLine& line, const ScopeMapping& mapping)
{
    Polyline points;
    points.reserve(line.size());
    for (const LonLat place : line)
        points.push_back(mapping.screen_from(LonLat{wrapped_lon(place.lon_deg), place.lat_deg}));
    return points;
}

/// A ring in the neighbourhood of the box, closed; nothing where it stays on one side of it.
PlaceLine thinned_ring(const Ring& ring, const GroundDetail& ground)
{
    unsigned common = ~0U;
    Thinner thinner{ground};
    for (std::size_t i = 0; i < ring.points.size(); ++i) {
        common &= thinner.add(ring.points[i]);
    }
    if (common != 0)
        return {};
    thinner.add(ring.points.front());
    return thinner.finish();
}

bool is_inside(const std::vector<Polyline>& rings, Point p)
{
    bool inside = false;
    for (const Polyline& ring : rings)
        for (std::size_t i = 0, k = ring.size() - 1; i < ring.size(); k = i++)
            if ((ring[i].y > p.y) != (ring[k].y > p.y) &&
                p.x < ring[i].x + (ring[k].x - ring[i].x) * (p.y - ring[i].y) / (ring[k].y - ring[i].y))
                inside = !inside;
    return inside;
}

/// Points on the glass and who holds them: what is inside is the engine's to say.
struct Witness {
    Point point;
    AirspaceSet held;
};

std::vector<Witness> witnesses(const Replay& replay, const ScopeMapping& mapping)
{
    std::vector<Witness> result;
    for (int row = -1; row <= 1; ++row)
        for (int column = -1; column <= 1; ++column) {
            const Point p{mapping.centre_px().x + 0.61F * mapping.radius_px() * static_cast<float>(column),
                          mapping.centre_px().y + 0.61F * mapping.radius_px() * static_cast<float>(row)};
            result.push_back({p, replay.index().airspaces_at(mapping.place_from(p))});
        }
    return result;
}

/// The plane turns a ring about a pole or about the far side of the Earth inside out: if most witnesses contradict
/// the fill, all of the square changes sides.
void right_inside_out(AirspaceId airspace, const std::vector<Witness>& seen, const Rect& frame, Fill& fill)
{
    std::size_t contradicting = 0;
    for (const Witness& witness : seen)
        if (is_inside(fill.rings, witness.point) !=
            std::binary_search(witness.held.begin(), witness.held.end(), airspace))
            ++contradicting;
    if (contradicting * 2 > seen.size())
        fill.rings.push_back(
            {{frame.x, frame.y}, {frame.right(), frame.y}, {frame.right(), frame.bottom()}, {frame.x, frame.bottom()}});
}

bool is_concerned(const Replay& replay, std::size_t airspace)
{
    const auto& concerned = replay.concerned_airspaces();
    return std::binary_search(concerned.begin(), concerned.end(), airspace);
}

/// Concerned airspaces are often neighbours: each has its own strength.
float shade_of(const Replay& replay, std::size_t airspace)
{
    constexpr std::array shades{1.0F, 0.4F, 0.7F};
    const auto& concerned = replay.concerned_airspaces();
    const auto at = std::lower_bound(concerned.begin(), concerned.end(), airspace);
    return is_concerned(replay, airspace) ? shades[static_cast<std::size_t>(at - concerned.begin()) % shades.size()]
                                          : 1;
}

}  // namespace

Rect square_about_glass(const ScopeMapping& mapping, float margin_px)
{
    const float half = mapping.radius_px() + margin_px;
    return {mapping.centre_px().x - half, mapping.centre_px().y - half, 2 * half, 2 * half};
}

void add_airspace_fills(const Replay& replay, const MapDetail& detail, std::vector<Fill>& fills)
{
    const GroundDetail ground{detail};
    const std::vector<Witness> seen = witnesses(replay, detail.mapping);
    const Airspaces& airspaces = replay.airspaces();
    for (const bool concerned : {false, true})
        for (std::size_t i = 0; i < airspaces.list.size(); ++i) {
            if (is_concerned(replay, i) != concerned)
                continue;
            Fill fill{concerned ? StyleId::airspace_fill_concerned : StyleId::airspace_fill, shade_of(replay, i), {}};
            for (const Ring& ring : airspaces.list[i].rings) {
                const PlaceLine line = as_it_runs(thinned_ring(ring, ground), airspaces.edges, ground.step_m);
                const Polyline kept =
                    decimated(clipped_ring(on_screen(line, detail.mapping), detail.frame), detail.tolerance_px);
                if (kept.size() > 2)
                    fill.rings.push_back(kept);
            }
            right_inside_out({static_cast<std::uint32_t>(i)}, seen, detail.frame, fill);
            if (!fill.rings.empty())
                fills.push_back(std::move(fill));
        }
}

NearBorders near_borders(const Replay& replay, const MapDetail& detail)
{
    const BorderEdges& edges = replay.index().edges();
    std::vector<BorderEdgeId> concerned = edges_in(replay.index(), GroundDetail{detail}.box);
    const auto matters = [&](BorderEdgeId id) {
        const auto owners = edges.owners(id);
        return std::any_of(owners.begin(), owners.end(),
                           [&](AirspaceId owner) { return is_concerned(replay, owner.index); });
    };
    const auto middle = std::stable_partition(concerned.begin(), concerned.end(), matters);
    const std::vector<BorderEdgeId> others{middle, concerned.end()};
    concerned.erase(middle, concerned.end());
    return {chained(edges, concerned), chained(edges, others)};
}

void add_border_strokes(const std::vector<PlaceLine>& lines, const MapDetail& detail, StyleId style, float width_px,
                        std::vector<Stroke>& strokes)
{
    const GroundDetail ground{detail};
    for (const PlaceLine& line : lines) {
        Thinner thinner{ground};
        for (const LonLat place : line)
            thinner.add(place);
        // Geodesic sides come in parts of half a degree, whose chords in longitude and latitude stray little.
        const PlaceLine dense = densified(thinner.finish(), ground.step_m);
        for (const Polyline& part : clipped_line(on_screen(dense, detail.mapping), detail.frame))
            strokes.push_back({style, LineStyle::solid, 1, width_px, decimated(part, detail.tolerance_px)});
    }
}

}  // namespace incursion
