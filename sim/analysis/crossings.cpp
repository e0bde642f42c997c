#include "sim/analysis/crossings.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/analysis/leg_cuts.h"
#include "sim/analysis/vertical_range.h"
#include "sim/border/chord_bounds.h"

namespace incursion {

namespace {

constexpr double half_tick_s = 0.5e-9;
/// Holds no leg, so that every leg from a cell with edges is looked at.
constexpr LonLatBox nowhere{1, 1, -1, -1};

/// A stretch of a leg over which the airspaces below it do not change.
struct Stretch {
    double u0 = 0, u1 = 1;
    Time from, to;
    double from_error_s = 0;  ///< of the cut it begins at
    const AirspaceSet* below = nullptr;
};

/// Walks along a track leg by leg and writes down who begins and ceases to hold it.
class CrossingFinder {
public:
    CrossingFinder(const Track& track, const Airspaces& airspaces, const BorderIndex& index,
                   const CrossingOptions& options)
        : fixes_{track.fixes()}, index_{index}, options_{options}
    {
        ranges_.reserve(airspaces.list.size());
        for (const Airspace& a : airspaces.list)
            ranges_.push_back(vertical_range(a));
    }

    std::vector<Crossing> find()
    {
        bool observed = false;
        for (std::size_t leg = 0; leg + 1 < fixes_.size(); ++leg) {
            const Fix& from = fixes_[leg];
            const Fix& to = fixes_[leg + 1];
            if (options_.max_gap && to.time - from.time > *options_.max_gap) {
                if (observed)
                    close_all(leg);
                observed = false;
                continue;
            }
            if (!observed) {
                hold(index_.airspaces_at(from.place));
                enter_cell(from.place);
                starting_ = observed = true;
                unsure_ = false;
            }
            if (!starting_ && !unsure_ && !holds_limited_ && stays_in_cell(from.place, to.place))
                continue;
            fly_leg(leg);
        }
        if (observed)
            close_all(fixes_.size() - 1);
        std::stable_sort(crossings_.begin(), crossings_.end(), [](const Crossing& p, const Crossing& q) {
            return p.time != q.time ? p.time < q.time : p.airspace < q.airspace;
        });
        return std::move(crossings_);
    }

private:
    // ---- where the track is ----

    /// True if the whole leg runs within the present cell, which no edge meets.
    bool stays_in_cell(LonLat from, LonLat to) const
    {
        const double lon0 = wrapped_lon(from.lon_deg), lon1 = wrapped_lon(to.lon_deg);
        const double bulge = bulge_bound_deg(lon1 - lon0);  // within a cell dlon is at most a degree
        return lon0 >= cell_.west && lon1 >= cell_.west && lon0 <= cell_.east && lon1 <= cell_.east &&
               from.lat_deg - bulge >= cell_.south && to.lat_deg - bulge >= cell_.south &&
               from.lat_deg + bulge <= cell_.north && to.lat_deg + bulge <= cell_.north;
    }

    void enter_cell(LonLat place)
    {
        cell_ = index_.empty_cell_at(place).value_or(nowhere);
    }

    void hold(AirspaceSet below)
    {
        below_ = std::move(below);
        holds_limited_ =
            std::any_of(below_.begin(), below_.end(), [&](AirspaceId a) { return ranges_[a.index].limited(); });
    }

    // ---- one leg ----

    void fly_leg(std::size_t leg)
    {
        const LegPath path{options_.legs, fixes_[leg], fixes_[leg + 1]};
        edges_met(index_, path, met_, room_);
        if (!met_.empty())
            find_leg_cuts(index_.edges(), path, met_, cuts_);
        else
            cuts_.cuts.clear();

        const bool last_cut_at_end = !cuts_.cuts.empty() && path.time_at(cuts_.cuts.back().u) >= path.end();
        if (cuts_.cuts.empty()) {
            if (unsure_)
                hold(index_.airspaces_at(path.at(0.5)));
            if (starting_ || unsure_ || holds_limited_)
                use({0, 1, path.start(), path.end(), half_tick_s, &below_}, path, leg);
        } else {
            fly_stretches(path, leg);
        }
        starting_ = false;
        // What lies beyond a cut at the very end is for the next leg to find out, even if it has no cut.
        unsure_ = last_cut_at_end;
        enter_cell(fixes_[leg + 1].place);
    }

    /// Cuts part the leg into stretches; each is located by the exact predicate at its middle.
    void fly_stretches(const LegPath& path, std::size_t leg)
    {
        const double duration_s = to_seconds(path.duration());
        Stretch stretch{0, 0, path.start(), path.start(), half_tick_s, nullptr};
        for (std::size_t i = 0; i <= cuts_.cuts.size(); ++i) {
            const bool last = i == cuts_.cuts.size();
            stretch.u1 = last ? 1 : std::clamp(cuts_.cuts[i].u, 0.0, 1.0);
            stretch.to = last ? path.end() : path.time_at(stretch.u1);
            if (stretch.from < stretch.to) {
                hold(index_.airspaces_at(path.at((stretch.u0 + stretch.u1) / 2), cuts_.along));
                stretch.below = &below_;
                use(stretch, path, leg);
            }
            if (!last) {
                // Cuts within one tick are one instant: what lies between them is shorter than time can tell.
                const LegCut& cut = cuts_.cuts[i];
                const double error = std::max(cut.u - cut.low, cut.high - cut.u) * duration_s + half_tick_s;
                stretch.from_error_s = stretch.to == stretch.from ? std::max(stretch.from_error_s, error) : error;
                stretch.u0 = stretch.u1;
                stretch.from = stretch.to;
            }
        }
    }

    // ---- who holds the track ----

    /// Compares who holds the track on a stretch with who held it up to its beginning.
    void use(const Stretch& s, const LegPath& path, std::size_t leg)
    {
        std::erase_if(held_, [&](AirspaceId a) {
            const bool left = !std::binary_search(s.below->begin(), s.below->end(), a);
            if (left)
                write({a, Way::out, CrossedBy::side, s.from, s.from_error_s, path.at(s.u0), altitude(leg, s.u0), leg});
            return left;
        });
        for (const AirspaceId a : *s.below)
            use_airspace(a, s, path, leg);
        before_ = *s.below;
    }

    /// One airspace that is below the whole stretch: when is the altitude within its limits?
    void use_airspace(AirspaceId a, const Stretch& s, const LegPath& path, std::size_t leg)
    {
        LegRange part{0, 1, false, false};
        if (ranges_[a.index].limited())
            part = within(ranges_[a.index], *fixes_[leg].altitude_m, *fixes_[leg + 1].altitude_m);
        const Time in = std::max(s.from, path.time_at(part.from));
        const Time out = std::min(s.to, path.time_at(part.to));
        const bool inside = part.from < part.to && in < out;

        const auto held = std::find(held_.begin(), held_.end(), a);
        const bool was_held = held != held_.end();
        if (was_held && !(inside && in == s.from)) {
            write({a, Way::out, nearest_limit(a, leg, s.u0), s.from, half_tick_s, path.at(s.u0), altitude(leg, s.u0),
                   leg});
            held_.erase(held);
        }
        if (!inside)
            return;
        if (!(was_held && in == s.from))
            write_entry(a, in, part, s, path, leg);
        if (out < s.to) {
            write({a, Way::out, part.leaves_by_floor ? CrossedBy::floor : CrossedBy::ceiling, out, half_tick_s,
                   path.at(part.to), altitude(leg, part.to), leg});
            std::erase(held_, a);
        } else if (!(was_held && in == s.from)) {
            held_.push_back(a);
        }
    }

    void write_entry(AirspaceId a, Time in, const LegRange& part, const Stretch& s, const LegPath& path,
                     std::size_t leg)
    {
        CrossedBy by = CrossedBy::side;
        double u = s.u0, error_s = s.from_error_s;
        if (in > s.from) {
            by = part.enters_by_floor ? CrossedBy::floor : CrossedBy::ceiling;
            u = part.from;
            error_s = half_tick_s;
        } else if (starting_ && in == path.start()) {
            by = CrossedBy::start;
            error_s = 0;
        } else if (std::binary_search(before_.begin(), before_.end(), a)) {
            by = nearest_limit(a, leg, s.u0);  // it was below before: so the height came within limits just here
            error_s = half_tick_s;
        }
        write({a, Way::in, by, in, error_s, path.at(u), altitude(leg, u), leg});
    }

    CrossedBy nearest_limit(AirspaceId a, std::size_t leg, double u) const
    {
        const double h = *altitude(leg, u);
        const VerticalRange& range = ranges_[a.index];
        return std::abs(h - range.ceiling_m) < std::abs(h - range.floor_m) ? CrossedBy::ceiling : CrossedBy::floor;
    }

    void close_all(std::size_t fix)
    {
        for (const AirspaceId a : held_)
            write({a, Way::out, CrossedBy::end, fixes_[fix].time, 0, fixes_[fix].place, fixes_[fix].altitude_m,
                   fix - 1});
        held_.clear();
        before_.clear();
    }

    std::optional<double> altitude(std::size_t leg, double u) const
    {
        const auto &a = fixes_[leg].altitude_m, &b = fixes_[leg + 1].altitude_m;
        if (!a || !b)
            return std::nullopt;
        return *a + (*b - *a) * u;
    }

    void write(Crossing crossing)
    {
        crossing.place.lon_deg = wrapped_lon(crossing.place.lon_deg);
        crossings_.push_back(crossing);
    }

    std::span<const Fix> fixes_;
    const BorderIndex& index_;
    CrossingOptions options_;
    std::vector<VerticalRange> ranges_;

    LonLatBox cell_ = nowhere;      ///< round the last fix, free of edges
    AirspaceSet below_;             ///< which airspaces the last stretch lay in, whatever its height
    AirspaceSet before_;            ///< the same of the last stretch compared
    bool holds_limited_ = false;    ///< one of below_ has a floor or a ceiling
    bool starting_ = true;          ///< the observation begins with this leg
    bool unsure_ = false;           ///< the last leg ended on an edge
    std::vector<AirspaceId> held_;  ///< who holds the track up to now

    std::vector<LegEdge> met_;
    LegWalkRoom room_;
    LegCuts cuts_;
    std::vector<Crossing> crossings_;
};

}  // namespace

std::vector<Crossing> find_crossings(const Track& track, const Airspaces& airspaces, const BorderIndex& index,
                                     const CrossingOptions& options)
{
    return CrossingFinder{track, airspaces, index, options}.find();
}

std::vector<TimeSpan> observed_spans(const Track& track, std::optional<Duration> max_gap)
{
    std::vector<TimeSpan> spans;
    const auto fixes = track.fixes();
    for (std::size_t i = 0; i + 1 < fixes.size(); ++i) {
        if (max_gap && fixes[i + 1].time - fixes[i].time > *max_gap)
            continue;
        if (!spans.empty() && spans.back().to == fixes[i].time)
            spans.back().to = fixes[i + 1].time;
        else
            spans.push_back({fixes[i].time, fixes[i + 1].time});
    }
    return spans;
}

std::optional<Problem> limits_problem(const Track& track, const Airspaces& airspaces)
{
    for (const Airspace& a : airspaces.list) {
        for (const VerticalLimit* limit : {&a.floor, &a.ceiling})
            if (const Agl* height = std::get_if<Agl>(limit); height != nullptr && height->m > 0)
                return Problem{fmt::format("airspace {} has a limit of {}, and no terrain is given to count it from; "
                                           "state the limit above mean sea level",
                                           a.key, format_vertical_limit(*limit))};
        const bool limited = vertical_range(a).limited();
        if (limited && !track.has_altitudes())
            return Problem{fmt::format("airspace {} has a floor or a ceiling, and track {} has fixes without altitude; "
                                       "add altitudes or leave the limits out",
                                       a.key, track.id())};
        if (limited && track.datum() == AltitudeDatum::ellipsoid)
            return Problem{fmt::format("airspace {} has a floor or a ceiling, and the altitudes of track {} are heights "
                                       "above the ellipsoid; convert them to mean sea level",
                                       a.key, track.id())};
    }
    return std::nullopt;
}

}  // namespace incursion
