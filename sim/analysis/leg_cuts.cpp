#include "sim/analysis/leg_cuts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "sim/border/edge_side.h"
#include "sim/geo/orientation.h"

namespace incursion {

namespace {

/// Offsets smaller than this have no certain sign. Positions of a geodesic are good to 15 nm, those of the
/// edge it is measured from likewise; a degree is at least 110 km.
constexpr double noise_m = 4e-8;
constexpr double noise_deg = 4e-13;
/// A crossing this far beyond an end of an edge still gives a cut: harmless, and no vertex is slipped past.
constexpr double end_slack_m = 0.01;
constexpr double end_slack_deg = 1e-7;

constexpr double deg_per_rad = 57.29577951308232;
constexpr double least_radius_m = wgs84_least_radius_m;

/// The meeting of one part of a leg with one edge.
class Meeting {
public:
    Meeting(EdgeReading reading, const BorderEdge& edge, const LegPath& leg, const LegEdge& met,
            std::vector<LegCut>& cuts)
        : reading_{reading}, ruler_{reading, edge}, leg_{leg}, met_{met}, cuts_{cuts}
    {
    }

    void find() { subdivide(sample(met_.u0, met_.p0), sample(met_.u1, met_.p1)); }

private:
    /// A point of the leg and its offset from the line through the edge.
    struct Sample {
        double u, off, along, lat_deg;
    };

    Sample sample(double u) const { return sample(u, leg_.at(u)); }

    Sample sample(double u, LonLat p) const
    {
        p.lon_deg += met_.turn;
        const EdgeOffset offset = ruler_.offset(p);
        return {u, offset.off, offset.along, p.lat_deg};
    }

    /// Greatest latitude that the leg can reach between two samples, in radians.
    static double steepest(const Sample& a, const Sample& b, double length_m)
    {
        const double reach = length_m / (2 * least_radius_m);  // from the nearer of the two
        return std::max(std::abs(a.lat_deg), std::abs(b.lat_deg)) / deg_per_rad + reach;
    }

    /// Metres, or degrees of the lon/lat plane, where 15 nm are ever more degrees of longitude near a pole.
    double noise(const Sample& a, const Sample& b) const
    {
        const double lat = std::max(std::abs(a.lat_deg), std::abs(b.lat_deg)) / deg_per_rad;
        return reading_ == EdgeReading::geodesic ? noise_m : noise_deg / std::max(1e-9, std::cos(lat));
    }

    /// How far the offset between two samples may differ from the line through its values there: length^2 / 8
    /// times a bound on its second derivative.
    double stray(const Sample& a, const Sample& b, double length_m) const
    {
        const bool straight_leg = leg_.reading() == LegReading::straight;
        const double lat = steepest(a, b, length_m);
        if (lat >= std::numbers::pi / 2)
            return std::numeric_limits<double>::infinity();  // over a pole: only halving tells
        const double cos = std::cos(lat), tan = std::sqrt(std::max(0.0, 1 - cos * cos)) / cos;
        const double square = length_m * length_m / 8;
        if (reading_ == EdgeReading::straight)  // see stray_bound_deg
            return straight_leg ? 0 : 1.3 * deg_per_rad * tan * (1 + 1 / cos) / (least_radius_m * least_radius_m) * square;
        // Two geodesics part by Jacobi's equation f'' = -K f; s sin(turn) differs from f by a factor
        // 1 - O(s^2 / 6 R^2) that varies along the leg. A straight leg bends by tan(lat)/R besides.
        const double reach = ruler_.length() + length_m + std::abs(a.off) + std::abs(b.off);
        const double parting = (std::max(std::abs(a.off), std::abs(b.off)) * length_m * length_m +
                                std::abs(b.off - a.off) * reach * length_m) /
                               (4 * least_radius_m * least_radius_m);
        return parting + (straight_leg ? 4 * tan / least_radius_m * square : 0);
    }

    void subdivide(const Sample& a, const Sample& b)
    {
        const double length = (b.u - a.u) * leg_.length_m();
        const double noisy = noise(a, b), strays = stray(a, b, length);
        const double room = strays + noisy;
        if ((a.off > room && b.off > room) || (a.off < -room && b.off < -room))
            return;
        const bool along = std::abs(a.off) <= noisy && std::abs(b.off) <= noisy && strays <= noisy;
        const bool instant = (b.u - a.u) * static_cast<double>(leg_.duration().count()) < 0.5 || length < 1e-7;
        if (along || instant) {
            add(a, a.u, along ? a.u : b.u);
            add(b, along ? b.u : a.u, b.u);
        } else if ((a.off > 0) != (b.off > 0) && std::abs(b.off - a.off) > 8 * room) {
            solve(a, b, noisy, strays);
        } else {
            const Sample middle = sample((a.u + b.u) / 2);
            subdivide(a, middle);
            subdivide(middle, b);
        }
    }

    /// The one root between two samples of opposite sign, where the offset is monotone: the Illinois variant
    /// of regula falsi (Dowell and Jarratt 1971), which keeps a bracket.
    void solve(const Sample& a, const Sample& b, double noisy, double strays)
    {
        const double chord_slope = std::abs(b.off - a.off) / (b.u - a.u);
        double low = a.u, f_low = a.off, high = b.u, f_high = b.off;
        Sample root = a;
        for (int i = 0; i < 100; ++i) {
            const double before = root.u;
            root = sample(std::clamp(low - f_low * (high - low) / (f_high - f_low), low, high));
            if (std::abs(root.off) < noisy / 8 || (i > 0 && std::abs(root.u - before) * chord_slope < noisy / 8))
                break;
            if ((root.off > 0) == (f_high > 0)) {
                high = root.u;
                f_high = root.off;
                f_low /= 2;
            } else {
                low = root.u;
                f_low = root.off;
                f_high /= 2;
            }
        }
        // The least slope of a monotone part: its chord's less four strays over its length.
        const double least = std::max(chord_slope / 2, chord_slope - 4 * strays / (b.u - a.u));
        const double half = noisy / least + 4e-16;
        add(root, root.u - half, root.u + half);
    }

    /// Keeps a cut unless it lies beyond the edge's ends.
    void add(const Sample& at, double low, double high)
    {
        const double slack = reading_ == EdgeReading::geodesic ? end_slack_m : end_slack_deg;
        if (at.along >= -slack && at.along <= ruler_.length() + slack)
            cuts_.push_back({at.u, low, high});
    }

    EdgeReading reading_;
    EdgeRuler ruler_;
    const LegPath& leg_;
    const LegEdge& met_;
    std::vector<LegCut>& cuts_;
};

LonLat turned(LonLat p, double turn)
{
    return {p.lon_deg + turn, p.lat_deg};
}

/// A leg and an edge that are both straight: the offset is linear, the root a quotient of two determinants.
void meet_straight(const BorderEdge& e, BorderEdgeId id, const LegPath& leg, const LegEdge& met, LegCuts& result)
{
    const LonLat p = turned(leg.from(), met.turn), q = turned(leg.to(), met.turn);
    const double f0 = orientation_value(e.a, e.b, p), f1 = orientation_value(e.a, e.b, q);
    if ((f0 > 0 && f1 > 0) || (f0 < 0 && f1 < 0))
        return;
    if (f0 != 0 || f1 != 0) {
        const double u = f0 / (f0 - f1);
        result.cuts.push_back({u, u - 4e-16, u + 4e-16});
        return;
    }
    const double dx = q.lon_deg - p.lon_deg, dy = q.lat_deg - p.lat_deg;
    if (dx == 0 && dy == 0)
        return;
    result.along.push_back(id);
    for (const LonLat end : {e.a, e.b}) {
        const double u = std::abs(dx) > std::abs(dy) ? (end.lon_deg - p.lon_deg) / dx : (end.lat_deg - p.lat_deg) / dy;
        if (u >= 0 && u <= 1)
            result.cuts.push_back({u, u - 4e-16, u + 4e-16});
    }
}

void merge_overlapping(std::vector<LegCut>& cuts)
{
    std::sort(cuts.begin(), cuts.end(), [](const LegCut& p, const LegCut& q) { return p.u < q.u; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        if (kept > 0 && cuts[i].low <= cuts[kept - 1].high) {
            cuts[kept - 1].low = std::min(cuts[kept - 1].low, cuts[i].low);
            cuts[kept - 1].high = std::max(cuts[kept - 1].high, cuts[i].high);
            cuts[kept - 1].u = (cuts[kept - 1].low + cuts[kept - 1].high) / 2;
        } else {
            cuts[kept++] = cuts[i];
        }
    }
    cuts.resize(kept);
}

}  // namespace

void find_leg_cuts(const BorderEdges& edges, const LegPath& leg, const std::vector<LegEdge>& met, LegCuts& result)
{
    result.cuts.clear();
    result.along.clear();
    const EdgeReading reading = edges.reading();
    for (const LegEdge& m : met) {
        const BorderEdge& e = edges[m.edge];
        if (reading == EdgeReading::straight && leg.reading() == LegReading::straight)
            meet_straight(e, m.edge, leg, m, result);
        else
            Meeting{reading, e, leg, m, result.cuts}.find();
    }
    merge_overlapping(result.cuts);
}

}  // namespace incursion
