#include "sim/analysis/extreme_distance.h"

#include <algorithm>
#include <cmath>
#include <queue>

#include "sim/geo/short_distance.h"

namespace incursion {

namespace {

/// A point of the path with its nearest border.
struct Sample {
    Time time;
    LonLat place;
    double flown_m = 0;  ///< along the path
    NearestBorder nearest;
};

struct Part {
    Sample from, to;
    double bound = 0;      ///< no distance on the part is greater (or less)
    double weakest = 0.5;  ///< where on the part, as a fraction of its time, it is to be halved
};

/// What a part of the path can reach at most, and where.
struct Peak {
    double height_m = 0;
    double at = 0.5;  ///< fraction of the part's length
};

/// Bounds below hold while a distance and a part are short against the Earth: up to here.
constexpr double shortest_sphere_m = 1e6;

/// The least of two distances whose values at both ends of a part are known and which lie below the straight line
/// between them: greatest where the two lines cross. `a` is the less at the beginning, `b` at the end.
Peak peak_of_two(double a_from, double a_to, double b_from, double b_to)
{
    const double rise = a_to - a_from, fall = b_from - b_to;
    if (!(rise + fall > 0))
        return {std::max(a_from, b_to), 0.5};
    const double at = std::clamp((b_from - a_from) / (rise + fall), 0.0, 1.0);
    return {std::max({a_from, b_to, a_from + rise * at}), at};
}

/// Search for an extreme of the distance along a path. A distance changes by at most a metre a metre flown,
/// which bounds any part by its ends. The distance to one edge is convex along a geodesic but for the curvature of
/// the Earth and of the edge, so those to the edges nearest to both ends bound it better, and where these two
/// bounds meet is where to look next.
class Search {
public:
    Search(const TrackPath& path, const BorderDistance& border, bool greatest)
        : path_{path}, border_{border}, greatest_{greatest}
    {
    }

    DistanceAt find(TimeSpan span)
    {
        const LonLat place = path_.at(span.from);
        const Sample from{span.from, place, path_.distance_at(span.from), *border_.nearest(place)};
        const Sample to = sample(span.to, from.nearest.edge);
        best_ = {from.time, from.nearest.distance_m};
        consider(to);
        push({from, to, 0, 0.5});
        while (!open_.empty()) {
            const Part part = open_.top();
            open_.pop();
            if (!worth_it(part.bound) || part.to.time - part.from.time <= Duration{1})
                break;
            const Sample middle = sample(middle_of(part), part.from.nearest.edge);
            consider(middle);
            push({part.from, middle, 0, 0.5});
            push({middle, part.to, 0, 0.5});
        }
        return best_;
    }

private:
    Sample sample(Time t, BorderEdgeId near_by) const
    {
        const LonLat place = path_.at(t);
        return {t, place, path_.distance_at(t), border_.nearest_from(place, near_by)};
    }

    /// At a fix near the place wanted where there is one, so that parts soon lie within single legs.
    Time middle_of(const Part& part) const
    {
        const Duration length = part.to.time - part.from.time;
        const Duration ahead{static_cast<Duration::rep>(static_cast<double>(length.count()) * part.weakest)};
        const Time middle = part.from.time + std::clamp(ahead, Duration{1}, length - Duration{1});
        const std::size_t leg = path_.leg_at(middle);
        const auto fixes = path_.track().fixes();
        for (const Time t : {fixes[leg].time, fixes[leg + 1].time})
            if (part.from.time < t && t < part.to.time)
                return t;
        return middle;
    }

    bool better(double a, double b) const { return greatest_ ? a > b : a < b; }

    void consider(const Sample& s)
    {
        if (better(s.nearest.distance_m, best_.distance_m))
            best_ = {s.time, s.nearest.distance_m};
    }

    bool worth_it(double bound) const
    {
        const double tolerance = extreme_tolerance_m(best_.distance_m);
        return greatest_ ? bound > best_.distance_m + tolerance : bound < best_.distance_m - tolerance;
    }

    void push(Part part)
    {
        const double a = part.from.nearest.distance_m, b = part.to.nearest.distance_m;
        const double flown = part.to.flown_m - part.from.flown_m;
        part.bound = greatest_ ? (a + b + flown) / 2 : std::max(0.0, (a + b - flown) / 2);
        if (greatest_ && worth_it(part.bound) && std::max(a, b) + flown < shortest_sphere_m)
            bound_by_edges(part, flown);
        if (worth_it(part.bound))
            open_.push(part);
    }

    bool in_one_leg(const Part& part) const
    {
        const std::size_t leg = path_.leg_at(part.from.time);
        return part.to.time <= path_.track().fixes()[leg + 1].time;
    }

    void bound_by_edges(Part& part, double flown) const
    {
        const BorderEdgeId first = part.from.nearest.edge, second = part.to.nearest.edge;
        const double a = part.from.nearest.distance_m, b = part.to.nearest.distance_m;
        const bool same = first == second;
        const double first_at_end = same ? b : border_.to_edge(part.to.place, first).distance_m;
        const double second_at_start = same ? a : border_.to_edge(part.from.place, second).distance_m;
        const Peak peak = peak_of_two(a, first_at_end, second_at_start, b);
        const double bound =
            peak.height_m + off_geodesic(part, flown) + std::max(stray(part, first, flown), stray(part, second, flown));
        if (bound < part.bound) {
            part.bound = bound;
            part.weakest = std::clamp(peak.at, 0.02, 0.98);
        }
    }

    /// How far the path may run off the geodesic between the ends of a part: it stays within the ellipse that the
    /// two have for foci. A twentieth more on the sphere.
    double off_geodesic(const Part& part, double flown) const
    {
        if (path_.leg(0).reading() == LegReading::geodesic && in_one_leg(part))
            return 0;
        const double apart = short_distance_m(part.from.place, part.to.place) * (1 - 1e-9);
        const double detour = std::max(0.0, flown * (1 + 1e-9) - apart);
        return 1.05 * (detour + std::sqrt(detour * (flown + apart))) / 2;
    }

    /// How far the distance to an edge may rise above the straight line between its values at the ends of a part.
    /// To a geodesic it bends down by at most itself over R^2 (Jacobi's equation), so it rises by at most length^2 / 8
    /// times that, and by what the edge strays from a geodesic; twice the former is taken.
    double stray(const Part& part, BorderEdgeId edge, double flown) const
    {
        const double farthest = std::max(part.from.nearest.distance_m, part.to.nearest.distance_m) + flown;
        const double bend = flown * flown * farthest / (4 * wgs84_least_radius_m * wgs84_least_radius_m);
        const double by_edge = bend + 2 * border_.stray_m(edge);
        // A long edge strays farther than its nearest stretch bends: lines bend by at most tan(lat) / R.
        const double lat =
            Angle::degrees(
                std::min(89.0, std::max(std::abs(part.from.place.lat_deg), std::abs(part.to.place.lat_deg)) + 1))
                .rad();
        const double by_bend = flown * flown * (1 + std::tan(lat)) / wgs84_least_radius_m;
        return flown < 1e5 && in_one_leg(part) ? std::min(by_edge, by_bend) : by_edge;
    }

    struct Order {
        bool greatest;
        bool operator()(const Part& p, const Part& q) const
        {
            if (p.bound != q.bound)
                return greatest ? p.bound < q.bound : p.bound > q.bound;
            return p.from.time > q.from.time;
        }
    };

    const TrackPath& path_;
    const BorderDistance& border_;
    bool greatest_;
    DistanceAt best_;
    std::priority_queue<Part, std::vector<Part>, Order> open_{Order{greatest_}};
};

}  // namespace

DistanceAt greatest_distance(const TrackPath& path, TimeSpan span, const BorderDistance& border)
{
    return Search{path, border, true}.find(span);
}

DistanceAt least_distance(const TrackPath& path, TimeSpan span, const BorderDistance& border)
{
    return Search{path, border, false}.find(span);
}

}  // namespace incursion
