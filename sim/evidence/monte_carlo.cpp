#include "sim/evidence/monte_carlo.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include "sim/analysis/crossing_finder.h"
#include "sim/analysis/extreme_distance.h"
#include "sim/analysis/visits.h"
#include "sim/evidence/distribution.h"
#include "sim/evidence/proportion.h"
#include "sim/evidence/track_errors.h"

namespace incursion {

namespace {

constexpr std::size_t block_size = 64;
constexpr std::size_t greatest_grid = 600;
constexpr double short_leg_m = 200;
/// Beyond so many standard deviations a fix is nowhere on the wrong side: 8e-11 for a normal error.
constexpr double contested_sigmas = 6.5;

/// What one replica gives.
struct Outcome {
    bool inside = false;
    double dwell_s = 0, entry_s = 0, exit_s = 0, depth_m = 0, length_m = 0;
    double closest_m = 0;  ///< 0 where inside
};

/// A recorded fix and the border.
struct Nominal {
    double distance_m = 0;
    Offset foot;  ///< the nearest border point, from the fix
    BorderEdgeId edge;
};

class Replicas {
public:
    Replicas(const Track& track, const std::string& key, const TrackAccuracy& accuracy, double border_m, bool lengths,
             const AnalysisGround& ground)
        : track_{track},
          ground_{ground},
          ids_{airspaces_with_key(ground.airspaces, key)},
          border_{ground.distances.of(ids_)},
          errors_{track, accuracy, border_m},
          clock_s_{accuracy.clock_s},
          lengths_{lengths}
    {
        find_nominal();
        find_contested();
        lay_grid();
    }

    const std::vector<Time>& grid() const { return grid_; }

    /// One replica. `inside` counts, for each instant of the grid, that it came in (+1) or went out (-1) there.
    Outcome fly(RandomStream random, CrossingFinder& finder, std::vector<Offset>& offsets,
                std::vector<int>& inside) const
    {
        const Track moved = errors_.replica(random, first_, last_, offsets);
        const TrackPath path{moved, ground_.options.legs};
        Outcome outcome;
        std::vector<Crossing> entered;
        for (const Crossing& c : finder.find(moved)) {
            if (!std::binary_search(ids_.begin(), ids_.end(), c.airspace))
                continue;
            if (c.way == Way::in) {
                entered.push_back(c);
                continue;
            }
            const auto in = std::find_if(entered.begin(), entered.end(),
                                         [&](const Crossing& e) { return e.airspace == c.airspace; });
            add_visit(outcome, *in, c, path, offsets, inside);
            entered.erase(in);
        }
        if (!outcome.inside && !border_.empty())
            outcome.closest_m = closest(path, offsets);
        return outcome;
    }

private:
    void find_nominal()
    {
        const auto fixes = track_.fixes();
        for (std::size_t i = 0; i + 1 < fixes.size(); ++i)
            longest_leg_m_ = std::max(longest_leg_m_, distance_m(fixes[i].place, fixes[i + 1].place));
        if (border_.empty())
            return;
        nominal_.reserve(fixes.size());
        for (std::size_t i = 0; i < fixes.size(); ++i) {
            const LonLat p = fixes[i].place;
            const NearestBorder n =
                nominal_.empty() ? *border_.nearest(p) : border_.nearest_from(p, nominal_.back().edge);
            Offset foot{(lon_near(n.place.lon_deg, p.lon_deg) - p.lon_deg) * errors_.metres_per_lon_deg(i),
                        (n.place.lat_deg - p.lat_deg) * errors_.metres_per_lat_deg(i)};
            // As long as the distance: the degrees of a far foot are not those of the fix.
            const double length = std::hypot(foot.east_m, foot.north_m);
            const double scale = length > 0 ? n.distance_m / length : 1;
            nominal_.push_back({n.distance_m, {foot.east_m * scale, foot.north_m * scale}, n.edge});
        }
    }

    /// The part of the track that has to be moved at all: what errors can bring over the border, or can make the
    /// nearest part of the track, and all that lies inside. What is left out at either end is outside and stays so.
    void find_contested()
    {
        last_ = track_.fixes().size() - 1;
        if (nominal_.empty() || !may_leave_out())
            return;
        const double sure_m = contested_sigmas * errors_.greatest_sigma_m();
        const auto by_distance = [](const Nominal& a, const Nominal& b) { return a.distance_m < b.distance_m; };
        const double least_m = std::min_element(nominal_.begin(), nominal_.end(), by_distance)->distance_m;
        const double reach_m = std::max(sure_m, least_m + 2 * sure_m) + longest_leg_m_;
        const auto contested = [&](std::size_t i) { return nominal_[i].distance_m <= reach_m; };
        std::size_t first = 0, last = last_;
        if (!holds(0))
            while (first < last && !contested(first + 1))
                ++first;
        if (!holds(last_))
            while (last > first && !contested(last - 1))
                --last;
        if (last > first) {
            first_ = first;
            last_ = last;
        }
    }

    /// Floors, ceilings, hours and gaps count wherever they are.
    bool may_leave_out() const
    {
        return !ground_.options.max_gap && std::all_of(ids_.begin(), ids_.end(), [&](AirspaceId id) {
            return ground_.airspaces[id].is_decided_by_sides();
        });
    }

    bool holds(std::size_t fix) const
    {
        const AirspaceSet there = ground_.index.airspaces_at(track_.fixes()[fix].place);
        return std::any_of(there.begin(), there.end(),
                           [&](AirspaceId id) { return std::binary_search(ids_.begin(), ids_.end(), id); });
    }

    void lay_grid()
    {
        const auto fixes = track_.fixes();
        Time from = fixes[first_].time, to = fixes[last_].time;
        const Duration room = seconds(contested_sigmas * clock_s_);
        from = std::max(from - room, fixes.front().time);
        to = std::min(to + room, fixes.back().time);
        const auto steps = static_cast<Duration::rep>(greatest_grid - 1);
        for (Duration::rep k = 0; k <= steps; ++k) {
            const Time t = from + (to - from) / steps * k;
            if (grid_.empty() || t > grid_.back())
                grid_.push_back(t);
        }
    }

    void add_visit(Outcome& o, const Crossing& in, const Crossing& out, const TrackPath& path,
                   const std::vector<Offset>& offsets, std::vector<int>& inside) const
    {
        const double entry_s = to_seconds(in.time - track_.span().from);
        const double exit_s = to_seconds(out.time - track_.span().from);
        o.entry_s = o.inside ? std::min(o.entry_s, entry_s) : entry_s;
        o.exit_s = o.inside ? std::max(o.exit_s, exit_s) : exit_s;
        o.inside = true;
        o.dwell_s += to_seconds(out.time - in.time);
        const auto place = [&](Time t) { return std::lower_bound(grid_.begin(), grid_.end(), t) - grid_.begin(); };
        ++inside[static_cast<std::size_t>(place(in.time))];
        --inside[static_cast<std::size_t>(place(out.time))];
        if (lengths_)
            o.length_m += path.distance_at(out.time) - path.distance_at(in.time);
        if (!border_.empty())
            o.depth_m = std::max(o.depth_m, depth(in, out, path, offsets, o.depth_m));
    }

    /// From the moved fix to where the border was nearest to the recorded one: no less than its distance.
    double at_most(std::size_t fix, const Offset& o) const
    {
        const Offset& foot = nominal_[fix].foot;
        return std::sqrt((o.east_m - foot.east_m) * (o.east_m - foot.east_m) +
                         (o.north_m - foot.north_m) * (o.north_m - foot.north_m));
    }

    double at_fix(const TrackPath& path, std::size_t fix) const
    {
        return border_.nearest_from(path.track().fixes()[fix - first_].place, nominal_[fix].edge).distance_m;
    }

    double depth(const Crossing& in, const Crossing& out, const TrackPath& path, const std::vector<Offset>& offsets,
                 double best) const
    {
        if (longest_leg_m_ > short_leg_m)
            return greatest_distance(path, {in.time, out.time}, border_).distance_m;
        const std::size_t first = first_ + (in.by == CrossedBy::start ? in.leg : in.leg + 1);
        const std::size_t last = first_ + (out.by == CrossedBy::end ? out.leg + 1 : out.leg);
        if (first > last || path.track().fixes()[first - first_].time > out.time)
            return border_.nearest_from(path.at(in.time + (out.time - in.time) / 2), nominal_[first_ + in.leg].edge)
                .distance_m;
        std::size_t promising = first;
        double most = -1;
        for (std::size_t i = first; i <= last; ++i)
            if (const double here = at_most(i, offsets[i]); here > most) {
                promising = i;
                most = here;
            }
        best = std::max(best, at_fix(path, promising));
        for (std::size_t i = first; i <= last; ++i)
            if (i != promising && at_most(i, offsets[i]) > best + 0.01)
                best = std::max(best, at_fix(path, i));
        return best;
    }

    double closest(const TrackPath& path, const std::vector<Offset>& offsets) const
    {
        if (longest_leg_m_ > short_leg_m) {
            double least = std::numeric_limits<double>::infinity();
            for (const TimeSpan& s : observed_spans(path.track(), ground_.options.max_gap))
                least = std::min(least, least_distance(path, s, border_).distance_m);
            return least;
        }
        std::size_t nearest = first_;
        for (std::size_t i = first_ + 1; i <= last_; ++i)
            if (at_most(i, offsets[i]) < at_most(nearest, offsets[nearest]))
                nearest = i;
        return at_fix(path, nearest);
    }

    const Track& track_;
    const AnalysisGround& ground_;
    AirspaceSet ids_;
    const BorderDistance& border_;
    TrackErrors errors_;
    double clock_s_;
    bool lengths_;
    double longest_leg_m_ = 0;
    std::size_t first_ = 0, last_ = 0;  ///< fixes that are moved
    std::vector<Nominal> nominal_;
    std::vector<Time> grid_;
};

/// What is drawn of all outcomes that `wanted` takes.
template <class Wanted, class Number>
Distribution over(const std::vector<Outcome>& outcomes, const Wanted& wanted, const Number& number)
{
    std::vector<double> sample;
    for (const Outcome& o : outcomes)
        if (wanted(o))
            sample.push_back(number(o));
    return distribution_of(std::move(sample));
}

template <class Holds>
Probability share(const std::vector<Outcome>& outcomes, const Holds& holds)
{
    const auto hits = std::count_if(outcomes.begin(), outcomes.end(), holds);
    return proportion(static_cast<std::size_t>(hits), outcomes.size());
}

void judge(Uncertainty& u, const Claim& claim, const std::vector<Outcome>& outcomes)
{
    const auto add = [&](const char* what, const std::optional<ClaimedFigure>& figure, double Outcome::*number) {
        for (std::size_t i = 0; figure && i < figure->readings.size(); ++i)
            u.claims.push_back({claim.path, what, figure->readings[i].text,
                                share(outcomes, [&](const Outcome& o) { return figure->holds(o.*number, i); })});
    };
    add("dwell", claim.dwell, &Outcome::dwell_s);
    if (!claim.depth_from)  // else it is no distance to the border
        add("depth", claim.depth, &Outcome::depth_m);
    add("length", claim.length, &Outcome::length_m);
    add("min_distance", claim.min_distance, &Outcome::closest_m);
    if (claim.entry_time) {
        const double claimed_s = to_seconds(*claim.entry_time - u.reference);
        u.claims.push_back({claim.path, "entry_time", format_time(*claim.entry_time), share(outcomes, [&](auto& o) {
                                return o.inside && std::abs(o.entry_s - claimed_s) <= claim.entry_time_half_step_s;
                            })});
    }
}

void sum_up(Uncertainty& u, const std::vector<Outcome>& outcomes)
{
    const auto any = [](const Outcome&) { return true; };
    const auto inside = [](const Outcome& o) { return o.inside; };
    u.inside = share(outcomes, inside);
    u.verdict = verdict_of(u.inside.value);
    u.dwell_s = over(outcomes, any, [](const Outcome& o) { return o.dwell_s; });
    u.dwell_if_inside_s = over(outcomes, inside, [](const Outcome& o) { return o.dwell_s; });
    u.entry_s = over(outcomes, inside, [](const Outcome& o) { return o.entry_s; });
    u.exit_s = over(outcomes, inside, [](const Outcome& o) { return o.exit_s; });
    u.depth_m = over(outcomes, inside, [](const Outcome& o) { return o.depth_m; });
    u.closest_m = over(outcomes, any, [](const Outcome& o) { return o.closest_m; });
}

}  // namespace

Uncertainty assess(const Track& track, const std::string& key, const TrackAccuracy& accuracy, double border_m,
                   std::size_t replicas, std::span<const Claim> claims, const AnalysisGround& ground,
                   std::uint64_t seed)
{
    Uncertainty u;
    u.track = track.id();
    u.airspace = key;
    u.accuracy = accuracy;
    u.border_m = border_m;
    u.replicas = replicas;
    u.reference = track.span().from;
    const bool lengths = std::any_of(claims.begin(), claims.end(), [](const Claim& c) { return c.length.has_value(); });
    const Replicas all{track, key, accuracy, border_m, lengths, ground};
    const std::size_t blocks = (replicas + block_size - 1) / block_size;
    std::vector<Outcome> outcomes(replicas);
    std::vector<std::vector<int>> changes(blocks, std::vector<int>(all.grid().size() + 1));
    tbb::parallel_for(tbb::blocked_range<std::size_t>{0, blocks}, [&](const tbb::blocked_range<std::size_t>& range) {
        CrossingFinder finder{ground.airspaces, ground.index, ground.options};
        std::vector<Offset> offsets;
        for (std::size_t b = range.begin(); b < range.end(); ++b)
            for (std::size_t r = b * block_size; r < std::min(replicas, (b + 1) * block_size); ++r)
                outcomes[r] = all.fly({seed, fmt::format("uncertainty {} {} {}", track.id(), key, r)}, finder, offsets,
                                      changes[b]);
    });
    sum_up(u, outcomes);
    long long count = 0;
    for (std::size_t k = 0; k < all.grid().size(); ++k) {
        for (const std::vector<int>& block : changes)
            count += block[k];
        u.along.push_back({all.grid()[k], static_cast<double>(count) / static_cast<double>(replicas)});
    }
    for (const Claim& claim : claims)
        judge(u, claim, outcomes);
    return u;
}

}  // namespace incursion
