#include "sim/border/leg_walk.h"

#include <algorithm>
#include <cmath>

#include "sim/border/chord_bounds.h"

namespace incursion {

namespace {

constexpr double longest_step_deg = 2;
/// Parts are cut until they stray no farther from their chord: the corridor walked stays narrow.
constexpr double widest_stray_deg = 0.02;
/// No more cutting below this, 5 m.
constexpr double narrow_stray_deg = 5e-5;
constexpr double small_part_deg = 0.1;
/// Small parts away from the poles need no trigonometry: stray_bound_deg at 75 degrees, for a square degree of
/// length squared, dlon and dlat each at most the extent.
constexpr double least_polar_lat_deg = 74.9;
constexpr double steep_stray_deg2 = 0.11;
constexpr int deepest_split = 60;
/// Room for rounding of positions and products: a micrometre and more, in degrees.
constexpr double slack_deg = 1e-10;
/// Below this a part near a pole is no longer cut: it may meet whatever is near the pole.
constexpr double shortest_part_m = 200;

struct Part {
    double u0, u1;
    LonLat p0, p1;
};

double off_chord(const Part& part, LonLat p)
{
    return (part.p1.lon_deg - part.p0.lon_deg) * (p.lat_deg - part.p0.lat_deg) -
           (part.p1.lat_deg - part.p0.lat_deg) * (p.lon_deg - part.p0.lon_deg);
}

/// Not std::hypot, which takes care of squares that overflow and is ten times as dear.
double length(LonLat a, LonLat b)
{
    const double dlon = b.lon_deg - a.lon_deg, dlat = b.lat_deg - a.lat_deg;
    return std::sqrt(dlon * dlon + dlat * dlat);
}

/// Candidates lie in one vector: those of a part after those of the part it was cut from.
class Walk {
public:
    Walk(const BorderIndex& index, const LegPath& leg, std::vector<LegEdge>& found, LegWalkRoom& room)
        : index_{index}, leg_{leg}, found_{found}, candidates_{room.candidates}
    {
        candidates_.clear();
    }

    /// A part whose candidates the index has not been asked for yet.
    void visit(const Part& part, int depth)
    {
        const double dlon = std::abs(part.p1.lon_deg - part.p0.lon_deg);
        const double dlat = std::abs(part.p1.lat_deg - part.p0.lat_deg);
        if (leg_.reading() == LegReading::straight) {
            collect(part, box_of(part, slack_deg), slack_deg);
            keep(part, 0);
        } else if (std::max(dlon, dlat) > longest_step_deg) {
            split(part, depth);
        } else if (const double stray = stray_of(part, std::max(dlon, dlat)); stray > widest_stray_deg) {
            split(part, depth);
        } else {
            collect(part, box_of(part, bulge_bound_deg(dlon) + slack_deg), stray + slack_deg);
            if (!candidates_.empty())
                use_candidates(part, 0, stray, depth);
        }
    }

private:
    static double stray_of(const Part& part, double extent)
    {
        const bool off_polar = std::max(std::abs(part.p0.lat_deg), std::abs(part.p1.lat_deg)) < least_polar_lat_deg;
        return extent < small_part_deg && off_polar ? steep_stray_deg2 * extent * extent
                                                    : stray_bound_deg(part.p0, part.p1);
    }

    /// A part and its candidates, from `first` on. A narrower corridor meets fewer edges, and each edge costs more to
    /// meet than a part to halve.
    void use_candidates(const Part& part, std::size_t first, double stray, int depth)
    {
        if (candidates_.size() - first < 2 || stray <= narrow_stray_deg || depth >= deepest_split || too_short(part)) {
            keep(part, first);
            return;
        }
        const double u = (part.u0 + part.u1) / 2;
        const LonLat p = leg_.at(u);
        narrow({part.u0, u, part.p0, p}, first, depth + 1);
        narrow({u, part.u1, p, part.p1}, first, depth + 1);
    }

    /// A half of a part whose candidates begin at `first`: only those can be candidates of the half.
    void narrow(const Part& part, std::size_t first, int depth)
    {
        const double dlon = std::abs(part.p1.lon_deg - part.p0.lon_deg);
        const double stray = stray_of(part, std::max(dlon, std::abs(part.p1.lat_deg - part.p0.lat_deg)));
        const LonLatBox box = box_of(part, bulge_bound_deg(dlon) + slack_deg);
        const std::size_t end = candidates_.size();
        for (std::size_t i = first; i < end; ++i)
            if (const BorderEdgeId id = candidates_[i]; may_meet(part, box, stray + slack_deg, index_.edges()[id]))
                candidates_.push_back(id);
        if (candidates_.size() > end)
            use_candidates(part, end, stray, depth);
        candidates_.resize(end);
    }

    bool too_short(const Part& part) const { return (part.u1 - part.u0) * leg_.length_m() < shortest_part_m; }

    void split(const Part& part, int depth)
    {
        if (too_short(part) || depth > deepest_split) {
            collect_near_pole(part);
            return;
        }
        const double u = (part.u0 + part.u1) / 2;
        const LonLat p = leg_.at(u);
        visit({part.u0, u, part.p0, p}, depth + 1);
        visit({u, part.u1, p, part.p1}, depth + 1);
    }

    static LonLatBox box_of(const Part& part, double margin)
    {
        const auto [west, east] = std::minmax(part.p0.lon_deg, part.p1.lon_deg);
        const auto [south, north] = std::minmax(part.p0.lat_deg, part.p1.lat_deg);
        return {west - margin, south - margin, east + margin, north + margin};
    }

    /// Fills candidates_ with the edges that may come within `margin` of the part.
    void collect(const Part& part, const LonLatBox& box, double margin)
    {
        candidates_.clear();
        index_.collect(box, BorderIndex::Chord{part.p0, part.p1, margin}, candidates_);
        std::erase_if(candidates_, [&](BorderEdgeId id) { return !may_meet(part, box, margin, index_.edges()[id]); });
        sort_candidates();
    }

    void keep(const Part& part, std::size_t first)
    {
        for (std::size_t i = first; i < candidates_.size(); ++i) {
            const BorderEdgeId id = candidates_[i];
            found_.push_back({id, part.u0, part.u1, part.p0, part.p1, turn_to(index_.edges()[id], part)});
        }
    }

    /// A short part whose longitude swings wildly: everything within its latitudes may be met.
    void collect_near_pole(const Part& part)
    {
        const auto [south, north] = std::minmax(part.p0.lat_deg, part.p1.lat_deg);
        const double reach = (part.u1 - part.u0) * leg_.length_m() / 1e5;  // degrees, with room to spare
        candidates_.clear();
        index_.collect({-180, south - reach, 180, north + reach}, candidates_);
        sort_candidates();
        keep(part, 0);
    }

    void sort_candidates()
    {
        if (candidates_.size() < 2)
            return;
        std::sort(candidates_.begin(), candidates_.end());
        candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
    }

    static double turn_to(const BorderEdge& e, const Part& part)
    {
        const double middle_of_edge = (e.a.lon_deg + e.b.lon_deg) / 2;
        const double middle_of_part = (part.p0.lon_deg + part.p1.lon_deg) / 2;
        const double apart = middle_of_edge - middle_of_part;
        return std::abs(apart) < 180 ? 0 : 360 * std::round(apart / 360);
    }

    /// False only where part and edge surely miss each other: boxes apart, or both ends of one strictly on
    /// one side of the other.
    bool may_meet(const Part& part, const LonLatBox& box, double margin, const BorderEdge& stored) const
    {
        const double turn = turn_to(stored, part);
        const LonLat a{stored.a.lon_deg - turn, stored.a.lat_deg}, b{stored.b.lon_deg - turn, stored.b.lat_deg};
        // Geodesic edges are stored in parts that stay within the box of their ends.
        if (a.lon_deg > box.east || b.lon_deg < box.west || std::min(a.lat_deg, b.lat_deg) > box.north ||
            std::max(a.lat_deg, b.lat_deg) < box.south)
            return false;
        const double stray = stored.stray_deg;
        // |off| = distance from the chord times its length.
        const double reach = (margin + stray) * length(part.p0, part.p1) + 1e-24;
        const double off_a = off_chord(part, a), off_b = off_chord(part, b);
        if ((off_a > reach && off_b > reach) || (off_a < -reach && off_b < -reach))
            return false;
        const Part edge{0, 1, a, b};
        const double edge_reach = (margin + stray) * length(a, b) + 1e-24;
        const double off_0 = off_chord(edge, part.p0), off_1 = off_chord(edge, part.p1);
        return !((off_0 > edge_reach && off_1 > edge_reach) || (off_0 < -edge_reach && off_1 < -edge_reach));
    }

    const BorderIndex& index_;
    const LegPath& leg_;
    std::vector<LegEdge>& found_;
    std::vector<BorderEdgeId>& candidates_;
};

}  // namespace

void edges_met(const BorderIndex& index, const LegPath& leg, std::vector<LegEdge>& found, LegWalkRoom& room)
{
    found.clear();
    Walk{index, leg, found, room}.visit({0, 1, leg.from(), leg.to()}, 0);
}

}  // namespace incursion
