#include "sim/border/border_distance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <queue>

#include "sim/border/chord_bounds.h"
#include "sim/geo/geodesic.h"
#include "sim/geo/geodesic_arc.h"
#include "sim/geo/local_frame.h"
#include "sim/geo/short_distance.h"

namespace incursion {

namespace {

constexpr std::size_t per_node = 8;

/// How far an edge may run off its chord through the Earth: the sagitta of its own curve and that of the
/// Earth, both at most length^2 / 8 times a curvature. A line straight in lon/lat has the geodesic
/// curvature of at most tan(lat) / R, doubled for its slant.
double thickness_of(const BorderEdge& e)
{
    const double steepest = std::max(std::abs(e.a.lat_deg), std::abs(e.b.lat_deg));
    constexpr double rad = std::numbers::pi / 180;
    const double length = wgs84_largest_radius_m * rad * length_bound_deg(e.a, e.b);
    const double tan = std::tan(std::min(steepest, 89.9) * rad);
    return length * std::min(1.0, length * (1 + 2 * tan) / (8 * wgs84_least_radius_m)) + 1e-6;
}

/// The chord through the Earth that no geodesic of at most this length exceeds. A geodesic bends at least as much as
/// a circle of the largest radius of curvature, but for its torsion (at most 0.0034 of its bend, which makes its
/// chord longer by less than a hundred-thousandth): a circle wider by a hundredth has the longer chord.
double chord_limit_m(double geodesic_m)
{
    constexpr double radius = 1.01 * wgs84_largest_radius_m;
    const double half = geodesic_m / (2 * radius);
    return half < std::numbers::pi / 2 ? 2 * radius * std::sin(half) + 1e-6 : std::numeric_limits<double>::infinity();
}

/// Up to here the point of an edge that is nearest through the Earth is the nearest on the ground too: how much longer
/// the ground's way is, distance^3 / 24 R^2, hangs on the azimuth by 0.7 %, which moves the point by under a metre
/// and the distance by under a micrometre.
constexpr double nearest_by_chord_m = 4e5;
/// Up to here short_distance_m is good to 0.1 micrometres.
constexpr double very_short_m = 5e3;

/// The places on one edge.
class EdgeLine {
public:
    EdgeLine(EdgeReading reading, const BorderEdge& edge) : edge_{edge}
    {
        if (reading == EdgeReading::straight)
            return;
        arc_ = GeodesicArc::between(edge.a, edge.b);
        if (!arc_)
            line_.emplace(edge.a, edge.b);
    }

    LonLat at(double w) const
    {
        if (w <= 0)
            return edge_.a;
        if (w >= 1)
            return edge_.b;
        if (arc_)
            return arc_->at(w);
        if (line_)
            return line_->at(w * line_->length_m());
        return {edge_.a.lon_deg + (edge_.b.lon_deg - edge_.a.lon_deg) * w,
                edge_.a.lat_deg + (edge_.b.lat_deg - edge_.a.lat_deg) * w};
    }

private:
    const BorderEdge& edge_;
    std::optional<GeodesicArc> arc_;
    std::optional<GeodesicLine> line_;
};

std::vector<BorderEdgeId> edges_of(const BorderEdges& edges, const AirspaceSet& airspaces)
{
    std::vector<bool> listed(airspaces.empty() ? 0 : airspaces.back().index + 1);
    for (const AirspaceId id : airspaces)
        listed[id.index] = true;
    const auto wanted = [&](AirspaceId id) { return id.index < listed.size() && listed[id.index]; };
    std::vector<BorderEdgeId> found;
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
        const auto owners = edges.owners({i});
        if (std::any_of(owners.begin(), owners.end(), wanted))
            found.push_back({i});
    }
    return found;
}

/// The fraction of an edge nearest to a point, by halving a window.
template <class DistanceTo>
double foot_by_search(const EdgeLine& line, const BorderEdge& e, LonLat place, const DistanceTo& distance_to)
{
    // A first guess from the plane tangent at the point, then parabolas through three points: the square
    // of the distance along an edge is one to second order.
    const double k = std::cos(Angle::degrees(place.lat_deg).rad());
    const double px = (lon_near(place.lon_deg, (e.a.lon_deg + e.b.lon_deg) / 2) - e.a.lon_deg) * k;
    const double py = place.lat_deg - e.a.lat_deg;
    const double dx = (e.b.lon_deg - e.a.lon_deg) * k, dy = e.b.lat_deg - e.a.lat_deg;
    const double guess = dx * dx + dy * dy > 0 ? std::clamp((px * dx + py * dy) / (dx * dx + dy * dy), 0.0, 1.0) : 0;

    const double edge_m = short_distance_m(e.a, e.b);
    double best_w = guess, best = distance_to(line.at(guess));
    for (const double w : {0.0, 1.0})
        if (const double d = distance_to(line.at(w)); d < best) {
            best = d;
            best_w = w;
        }
    // The window follows the least distance seen, and shrinks where its ends are no nearer: to 0.1 mm along the
    // edge, times the root of the distance in metres. A foot that is off by as much makes the distance wrong by
    // offset^2 / 2 distance, 5 nm; where a line of longitude and latitude bends away, a thousand kilometres off, by
    // less than a micrometre still.
    double reach = std::min(1.0, std::max(0.05, 1e-6 * best / std::max(edge_m, 1e-9)));
    for (int round = 0; round < 60 && reach * edge_m > 1e-4 * std::max(1.0, std::sqrt(best)); ++round) {
        const double low = std::max(0.0, best_w - reach), high = std::min(1.0, best_w + reach);
        const double d_low = low < best_w ? distance_to(line.at(low)) : best,
                     d_high = high > best_w ? distance_to(line.at(high)) : best;
        const double s_low = d_low * d_low, s_best = best * best, s_high = d_high * d_high;
        double w = best_w;
        const double p = best_w - low, q = high - best_w;
        const double curve = q * (s_low - s_best) + p * (s_high - s_best);
        if (p > 0 && q > 0 && curve > 0)
            w = std::clamp(best_w + 0.5 * (q * q * (s_low - s_best) - p * p * (s_high - s_best)) / curve, low, high);
        bool moved = false;
        const double d_foot = w == best_w ? best : distance_to(line.at(w));
        for (const auto& [at, d] : {std::pair{low, d_low}, std::pair{high, d_high}, std::pair{w, d_foot}})
            if (d < best) {
                moved = moved || (at == low || at == high);
                best = d;
                best_w = at;
            }
        if (!moved)
            reach /= 8;
    }
    return best_w;
}

/// The same through the Earth, for an edge so short that a parabola through its ends and middle tells its direction:
/// Newton's method on the square of the distance, along the parabola and once more from the edge itself. An edge
/// that turns by an angle, up to 0.01 here, is off the parabola's direction by a twelfth of its cube, which moves a
/// foot 400 km off by 3 cm, and the distance by 2 nm. Nothing for any other edge.
std::optional<double> foot_by_parabola(const EdgeLine& line, const Eigen::Vector3d& a, const Eigen::Vector3d& b,
                                       const Eigen::Vector3d& p)
{
    constexpr double greatest_turn = 0.01;
    const Eigen::Vector3d middle = ecef_from(line.at(0.5), 0);
    const Eigen::Vector3d bend = 2 * (a + b - 2 * middle), along = 4 * middle - 3 * a - b;
    const double length2 = (b - a).squaredNorm();
    if (!(4 * bend.squaredNorm() < greatest_turn * greatest_turn * length2))
        return std::nullopt;
    const auto step_from = [&](double w, const Eigen::Vector3d& off) {
        const Eigen::Vector3d slope = along + 2 * w * bend;
        return std::clamp(w - off.dot(slope) / (slope.squaredNorm() + 2 * off.dot(bend)), 0.0, 1.0);
    };
    double w = std::clamp((p - a).dot(b - a) / length2, 0.0, 1.0);
    for (int i = 0; i < 8; ++i) {
        const double next = step_from(w, a + w * (along + w * bend) - p);
        const double moved_m2 = (next - w) * (next - w) * length2;
        w = next;
        if (moved_m2 < 1e-6)
            break;
    }
    return w > 0 && w < 1 ? step_from(w, ecef_from(line.at(w), 0) - p) : w;
}

double exact_distance_m(LonLat from, LonLat to)
{
    const LonLat near_to{lon_near(to.lon_deg, from.lon_deg), to.lat_deg};
    const double short_m = short_distance_m(from, to);
    if (short_m < very_short_m)
        return short_m;
    const auto arc = GeodesicArc::between(from, near_to);
    return arc ? arc->length_m() : distance_m(from, to);
}

}  // namespace

double BorderDistance::Chord::distance_m(const Eigen::Vector3d& p) const
{
    const Eigen::Vector3d along = b - a;
    const double length2 = along.squaredNorm();
    const double w = length2 > 0 ? std::clamp((p - a).dot(along) / length2, 0.0, 1.0) : 0;
    return std::max(0.0, (p - a - w * along).norm() - thickness_m);
}

BorderDistance::Box BorderDistance::Chord::box() const
{
    const Eigen::Vector3d room = Eigen::Vector3d::Constant(thickness_m);
    return {a.cwiseMin(b) - room, a.cwiseMax(b) + room};
}

BorderDistance::BorderDistance(const BorderEdges& edges, const AirspaceSet& airspaces)
    : BorderDistance{edges, edges_of(edges, airspaces)}
{
}

BorderDistance::BorderDistance(const BorderEdges& edges, std::span<const BorderEdgeId> wanted) : edges_{edges}
{
    chords_.reserve(wanted.size());
    for (const BorderEdgeId id : wanted) {
        const BorderEdge& e = edges[id];
        const bool at_pole = std::abs(e.a.lat_deg) == 90 && e.a.lat_deg == e.b.lat_deg;
        if (!at_pole)
            chords_.push_back({id, ecef_from(e.a, 0), ecef_from(e.b, 0), thickness_of(e)});
    }
    if (chords_.empty())
        return;
    pack(0, chords_.size());
    level_begin_.assign({0, static_cast<std::uint32_t>(chords_.size())});
    while (level_begin_.back() - level_begin_[level_begin_.size() - 2] > 1) {
        const std::size_t begin = level_begin_[level_begin_.size() - 2], end = level_begin_.back();
        for (std::size_t i = begin; i < end; i += per_node) {
            Box box;
            for (std::size_t k = i; k < std::min(i + per_node, end); ++k)
                box.extend(k < chords_.size() ? chords_[k].box() : box_at(k));
            boxes_.push_back(box);
        }
        level_begin_.push_back(static_cast<std::uint32_t>(chords_.size() + boxes_.size()));
    }
}

/// Orders chords so that neighbours in the list are neighbours on the ground: halved at the median along the
/// longest side of their box, down to a node's worth (a kd-tree's leaves in order).
void BorderDistance::pack(std::size_t begin, std::size_t end)
{
    if (end - begin <= per_node)
        return;
    Box box;
    for (std::size_t i = begin; i < end; ++i)
        box.extend(chords_[i].a + chords_[i].b);
    Eigen::Index axis = 0;
    box.sizes().maxCoeff(&axis);
    // On a multiple of the node's size, so that nodes do not straddle the cut.
    const std::size_t nodes = (end - begin + per_node - 1) / per_node;
    const std::size_t middle = begin + (nodes + 1) / 2 * per_node;
    const auto at = [&](std::size_t i) { return chords_.begin() + static_cast<std::ptrdiff_t>(i); };
    std::nth_element(at(begin), at(middle), at(end), [&](const Chord& p, const Chord& q) {
        const double x = p.a[axis] + p.b[axis], y = q.a[axis] + q.b[axis];
        return x != y ? x < y : p.edge < q.edge;
    });
    pack(begin, middle);
    pack(middle, end);
}

double BorderDistance::stray_m(BorderEdgeId edge) const
{
    return thickness_of(edges_[edge]);
}

NearestBorder BorderDistance::to_edge(LonLat place, BorderEdgeId edge) const
{
    return to_edge(place, ecef_from(place, 0), edge);
}

NearestBorder BorderDistance::to_edge(LonLat place, const Eigen::Vector3d& ecef, BorderEdgeId edge) const
{
    const BorderEdge& e = edges_[edge];
    const EdgeLine line{edges_.reading(), e};
    const Eigen::Vector3d a = ecef_from(e.a, 0), b = ecef_from(e.b, 0);
    const double farther_m = std::sqrt(std::max((a - ecef).squaredNorm(), (b - ecef).squaredNorm()));
    double w = 0;
    if (farther_m > nearest_by_chord_m)
        w = foot_by_search(line, e, place, [&](LonLat p) { return distance_m(place, p); });
    else if (const auto foot = foot_by_parabola(line, a, b, ecef))
        w = *foot;
    else
        w = foot_by_search(line, e, place, [&](LonLat p) { return (ecef_from(p, 0) - ecef).norm(); });
    const LonLat foot = line.at(w);
    return {exact_distance_m(place, foot), foot, edge};
}

void BorderDistance::descend(std::size_t level, std::size_t box, LonLat place, const Eigen::Vector3d& p,
                             NearestBorder& best, double& limit) const
{
    struct Child {
        double bound;
        std::size_t box;
    };
    std::array<Child, per_node> children{};
    std::size_t count = 0;
    const std::size_t below = level_begin_[level - 1], end = level_begin_[level];
    const std::size_t first = below + (box - level_begin_[level]) * per_node;
    for (std::size_t i = first; i < std::min(first + per_node, end); ++i) {
        const double bound = level == 1 ? chords_[i].distance_m(p) : box_at(i).exteriorDistance(p);
        if (bound > limit)
            continue;
        std::size_t at = count++;
        for (; at > 0 && children[at - 1].bound > bound; --at)
            children[at] = children[at - 1];
        children[at] = {bound, i};
    }
    for (std::size_t k = 0; k < count && children[k].bound <= limit; ++k) {
        if (level > 1) {
            descend(level - 1, children[k].box, place, p, best, limit);
            continue;
        }
        if (const BorderEdgeId edge = chords_[children[k].box].edge; edge != best.edge)
            if (const NearestBorder found = to_edge(place, p, edge); found.distance_m < best.distance_m) {
                best = found;
                limit = chord_limit_m(best.distance_m);
            }
    }
}

NearestBorder BorderDistance::nearest_from(LonLat place, BorderEdgeId near_by) const
{
    const Eigen::Vector3d p = ecef_from(place, 0);
    NearestBorder best = to_edge(place, p, near_by);
    double limit = chord_limit_m(best.distance_m);
    const std::size_t level = level_begin_.size() - 2;
    if (level > 0)
        descend(level, level_begin_[level], place, p, best, limit);
    return best;
}

std::optional<NearestBorder> BorderDistance::nearest(LonLat place, double within_m) const
{
    if (empty())
        return std::nullopt;
    struct Open {
        double bound;
        std::uint32_t level, box;
        bool operator<(const Open& other) const
        {
            return bound != other.bound ? bound > other.bound : box > other.box;  // nearest first
        }
    };
    const Eigen::Vector3d p = ecef_from(place, 0);
    std::priority_queue<Open> open;
    const auto push = [&](std::uint32_t level, std::size_t box, double limit) {
        const double bound = level == 0 ? chords_[box].distance_m(p) : box_at(box).exteriorDistance(p);
        if (bound <= limit)
            open.push({bound, level, static_cast<std::uint32_t>(box)});
    };
    std::optional<NearestBorder> best;
    double limit_m = within_m, limit = chord_limit_m(limit_m);
    const std::size_t top = level_begin_.size() - 2;
    push(static_cast<std::uint32_t>(top), level_begin_[top], limit);
    while (!open.empty() && open.top().bound <= limit) {
        const Open next = open.top();
        open.pop();
        if (next.level == 0) {
            const NearestBorder found = to_edge(place, p, chords_[next.box].edge);
            if (found.distance_m <= limit_m) {
                limit_m = found.distance_m;
                limit = chord_limit_m(limit_m);
                best = found;
            }
            continue;
        }
        const std::size_t below = level_begin_[next.level - 1], end = level_begin_[next.level];
        const std::size_t first = below + (next.box - level_begin_[next.level]) * per_node;
        for (std::size_t i = first; i < std::min(first + per_node, end); ++i)
            push(next.level - 1, i, limit);
    }
    return best;
}

}  // namespace incursion
