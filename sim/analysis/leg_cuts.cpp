#include "sim/analysis/leg_cuts.h"

#include <algorithm>
#include <cmath>

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
        : reading_{reading}, edge_{edge}, leg_{leg}, met_{met}, cuts_{cuts}, noise_{noise()},
          edge_length_{length_of(reading, edge)}, bend_{bend()}
    {
    }

    void find()
    {
        const double f0 = offset(met_.u0).off, f1 = offset(met_.u1).off;
        subdivide(met_.u0, f0, met_.u1, f1);
    }

private:
    EdgeOffset offset(double u) const
    {
        LonLat p = leg_.at(u);
        p.lon_deg += met_.turn;
        return offset_from(reading_, edge_, p);
    }

    /// Metres, or degrees of the lon/lat plane, where 15 nm are ever more degrees of longitude near a pole.
    double noise() const
    {
        const double lat = Angle::degrees(std::max(std::abs(met_.p0.lat_deg), std::abs(met_.p1.lat_deg))).rad();
        return reading_ == EdgeReading::geodesic ? noise_m : noise_deg / std::max(1e-9, std::cos(lat));
    }

    /// Bound on the second derivative of the offset by the length flown (per square metre): how far a part of
    /// the leg may stray from its chord is this times length^2 / 8.
    double bend() const
    {
        const double steepest = std::min(90.0, std::max(std::abs(met_.p0.lat_deg), std::abs(met_.p1.lat_deg)) + 0.01);
        const double lat = Angle::degrees(steepest).rad();
        const double tan = std::tan(lat), cos = std::max(1e-12, std::cos(lat));
        const double r2 = least_radius_m * least_radius_m;
        if (reading_ == EdgeReading::straight)
            return leg_.reading() == LegReading::straight ? 0 : 1.3 * deg_per_rad * tan * (1 + 1 / cos) / r2;
        // Geodesic edge: a straight leg bends by tan(lat)/R against it; see stray() for what is left.
        return leg_.reading() == LegReading::straight ? 4 * tan / least_radius_m : 0;
    }

    /// How far the offset between two points may differ from the line through its values there.
    double stray(double length_m, double f0, double f1) const
    {
        double bound = bend_ * length_m * length_m / 8;
        if (reading_ == EdgeReading::geodesic) {
            // Two geodesics part by Jacobi's equation f'' = -K f; s sin(turn) differs from f by a factor
            // 1 - O(s^2 / 6 R^2) that varies along the leg.
            const double reach = edge_length_ + length_m + std::abs(f0) + std::abs(f1);
            bound += (std::max(std::abs(f0), std::abs(f1)) * length_m * length_m + std::abs(f1 - f0) * reach * length_m) /
                     (4 * least_radius_m * least_radius_m);
        }
        return bound;
    }

    void subdivide(double u0, double f0, double u1, double f1)
    {
        const double length = (u1 - u0) * leg_.length_m();
        const double strays = stray(length, f0, f1);
        const double room = strays + noise_;
        if ((f0 > room && f1 > room) || (f0 < -room && f1 < -room))
            return;
        const bool along = std::abs(f0) <= noise_ && std::abs(f1) <= noise_ && strays <= noise_;
        const bool instant = (u1 - u0) * static_cast<double>(leg_.duration().count()) < 0.5 || length < 1e-7;
        if (along || instant) {
            add(u0, u0, along ? u0 : u1);
            add(u1, along ? u1 : u0, u1);
        } else if ((f0 > 0) != (f1 > 0) && std::abs(f1 - f0) > 8 * room) {
            solve(u0, f0, u1, f1);
        } else {
            const double u = (u0 + u1) / 2;
            const double f = offset(u).off;
            subdivide(u0, f0, u, f);
            subdivide(u, f, u1, f1);
        }
    }

    /// One root between u0 and u1, where the offset is monotone: the Illinois variant of regula falsi
    /// (Dowell and Jarratt 1971), which keeps a bracket.
    void solve(double u0, double f0, double u1, double f1)
    {
        const double slope = std::abs(f1 - f0) / (u1 - u0);
        double low = u0, f_low = f0, high = u1, f_high = f1, u = u0;
        for (int i = 0; i < 100; ++i) {
            const double before = u;
            u = std::clamp(low - f_low * (high - low) / (f_high - f_low), low, high);
            const double f = offset(u).off;
            if (f == 0 || (i > 0 && std::abs(u - before) * slope < noise_ / 64))
                break;
            if ((f > 0) == (f_high > 0)) {
                high = u;
                f_high = f;
                f_low /= 2;
            } else {
                low = u;
                f_low = f;
                f_high /= 2;
            }
        }
        // The least slope of a monotone part: its chord's less four strays over its length.
        const double least = std::max(slope / 2, slope - 4 * stray((u1 - u0) * leg_.length_m(), f0, f1) / (u1 - u0));
        const double half = noise_ / least + 4e-16;
        add(u, u - half, u + half);
    }

    void add(double u, double low, double high)
    {
        const double slack = reading_ == EdgeReading::geodesic ? end_slack_m : end_slack_deg;
        const double along = offset(u).along;
        if (along >= -slack && along <= edge_length_ + slack)
            cuts_.push_back({u, low, high});
    }

    EdgeReading reading_;
    const BorderEdge& edge_;
    const LegPath& leg_;
    const LegEdge& met_;
    std::vector<LegCut>& cuts_;
    double noise_;
    double edge_length_;
    double bend_;
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
