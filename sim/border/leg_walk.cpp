#include "sim/border/leg_walk.h"

#include <algorithm>
#include <cmath>

#include "sim/border/chord_bounds.h"

namespace incursion {

namespace {

constexpr double longest_part_deg = 2;
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

class Walk {
public:
    Walk(const BorderIndex& index, const LegPath& leg, std::vector<LegEdge>& found, LegWalkRoom& room)
        : index_{index}, leg_{leg}, found_{found}, collected_{room.collected}, candidates_{room.candidates}
    {
    }

    void visit(const Part& part, int depth)
    {
        const double dlon = std::abs(part.p1.lon_deg - part.p0.lon_deg);
        const double dlat = std::abs(part.p1.lat_deg - part.p0.lat_deg);
        if (leg_.reading() == LegReading::straight) {
            collect(part, box_of(part, slack_deg), slack_deg);
            keep(part);
        } else if (std::max(dlon, dlat) > longest_part_deg) {
            split(part, depth);
        } else {
            visit_short(part, box_of(part, bulge_bound_deg(dlon) + slack_deg), std::max(dlon, dlat), depth);
        }
    }

private:
    void visit_short(const Part& part, const LonLatBox& box, double extent, int depth)
    {
        const double stray = extent < small_part_deg && off_polar(part) ? steep_stray_deg2 * extent * extent
                                                                        : stray_bound_deg(part.p0, part.p1);
        if (stray > widest_stray_deg) {
            split(part, depth);
            return;
        }
        collect(part, box, stray + slack_deg);
        // A narrower corridor meets fewer edges, and each edge costs more to meet than a part to halve.
        if (candidates_.size() > 1 && stray > narrow_stray_deg && depth < deepest_split)
            split(part, depth);
        else
            keep(part);
    }

    static bool off_polar(const Part& part)
    {
        return std::max(std::abs(part.p0.lat_deg), std::abs(part.p1.lat_deg)) < least_polar_lat_deg;
    }

    void split(const Part& part, int depth)
    {
        if ((part.u1 - part.u0) * leg_.length_m() < shortest_part_m || depth > deepest_split) {
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
        collected_.clear();
        index_.collect(box, BorderIndex::Chord{part.p0, part.p1, margin}, collected_);
        sort_collected();
        candidates_.clear();
        for (const BorderEdgeId id : collected_)
            if (may_meet(part, box, margin, index_.edges()[id]))
                candidates_.push_back(id);
    }

    void keep(const Part& part)
    {
        for (const BorderEdgeId id : candidates_)
            found_.push_back({id, part.u0, part.u1, part.p0, part.p1, turn_to(index_.edges()[id], part)});
    }

    /// A short part whose longitude swings wildly: everything within its latitudes may be met.
    void collect_near_pole(const Part& part)
    {
        const auto [south, north] = std::minmax(part.p0.lat_deg, part.p1.lat_deg);
        const double reach = (part.u1 - part.u0) * leg_.length_m() / 1e5;  // degrees, with room to spare
        collected_.clear();
        index_.collect({-180, south - reach, 180, north + reach}, collected_);
        sort_collected();
        for (const BorderEdgeId id : collected_)
            found_.push_back({id, part.u0, part.u1, part.p0, part.p1, turn_to(index_.edges()[id], part)});
    }

    void sort_collected()
    {
        std::sort(collected_.begin(), collected_.end());
        collected_.erase(std::unique(collected_.begin(), collected_.end()), collected_.end());
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
        const double reach = (margin + stray) * std::hypot(part.p1.lon_deg - part.p0.lon_deg,
                                                          part.p1.lat_deg - part.p0.lat_deg) + 1e-24;
        const double off_a = off_chord(part, a), off_b = off_chord(part, b);
        if ((off_a > reach && off_b > reach) || (off_a < -reach && off_b < -reach))
            return false;
        const Part edge{0, 1, a, b};
        const double edge_reach = (margin + stray) * std::hypot(b.lon_deg - a.lon_deg, b.lat_deg - a.lat_deg) + 1e-24;
        const double off_0 = off_chord(edge, part.p0), off_1 = off_chord(edge, part.p1);
        return !((off_0 > edge_reach && off_1 > edge_reach) || (off_0 < -edge_reach && off_1 < -edge_reach));
    }

    const BorderIndex& index_;
    const LegPath& leg_;
    std::vector<LegEdge>& found_;
    std::vector<BorderEdgeId>& collected_;
    std::vector<BorderEdgeId>& candidates_;
};

}  // namespace

void edges_met(const BorderIndex& index, const LegPath& leg, std::vector<LegEdge>& found,
               LegWalkRoom& room)
{
    found.clear();
    Walk{index, leg, found, room}.visit({0, 1, leg.from(), leg.to()}, 0);
}

}  // namespace incursion
