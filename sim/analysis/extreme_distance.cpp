#include "sim/analysis/extreme_distance.h"

#include <algorithm>
#include <cmath>
#include <queue>

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
    double bound = 0;  ///< no distance on the part is greater (or less)
};

/// Search for an extreme of the distance along a path. A distance changes by at most a metre a metre flown,
/// which bounds any part by its ends; within one leg the distance to a fixed edge is convex but for the
/// curvature of the lines, which bounds it better.
class Search {
public:
    Search(const TrackPath& path, const BorderDistance& border, bool greatest)
        : path_{path}, border_{border}, greatest_{greatest}
    {
    }

    DistanceAt find(TimeSpan span)
    {
        const Sample from = sample(span.from), to = sample(span.to);
        best_ = {from.time, from.nearest.distance_m};
        consider(to);
        push({from, to, 0});
        while (!open_.empty()) {
            const Part part = open_.top();
            open_.pop();
            if (!worth_it(part.bound) || part.to.time - part.from.time <= Duration{1})
                break;
            const Sample middle = sample(middle_of(part));
            consider(middle);
            push({part.from, middle, 0});
            push({middle, part.to, 0});
        }
        return best_;
    }

private:
    Sample sample(Time t) const
    {
        const LonLat place = path_.at(t);
        return {t, place, path_.distance_at(t), *border_.nearest(place)};
    }

    /// At a fix near the middle where there is one, so that parts soon lie within single legs.
    Time middle_of(const Part& part) const
    {
        const Time middle = part.from.time + (part.to.time - part.from.time) / 2;
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
        if (greatest_ && worth_it(part.bound) && in_one_leg(part) && flown < 1e5)
            part.bound = std::min(part.bound, convex_bound(part, flown));
        if (worth_it(part.bound))
            open_.push(part);
    }

    bool in_one_leg(const Part& part) const
    {
        const std::size_t leg = path_.leg_at(part.from.time);
        return part.to.time <= path_.track().fixes()[leg + 1].time;
    }

    /// The distance to the edge nearest to one end is at least the distance to the border, and, both lines
    /// being nearly straight, greatest at an end. They stray from straight by at most length^2 tan(lat) / 2R.
    double convex_bound(const Part& part, double flown) const
    {
        const double lat = Angle::degrees(std::min(
            89.0, std::max(std::abs(part.from.place.lat_deg), std::abs(part.to.place.lat_deg)) + 1)).rad();
        const double stray = flown * flown * (1 + std::tan(lat)) / wgs84_least_radius_m;
        const double to_first =
            std::max(part.from.nearest.distance_m, border_.to_edge(part.to.place, part.from.nearest.edge).distance_m);
        const double to_second =
            std::max(border_.to_edge(part.from.place, part.to.nearest.edge).distance_m, part.to.nearest.distance_m);
        return std::min(to_first, to_second) + stray;
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
