#include "sim/analysis/crossing_finder.h"

#include <algorithm>
#include <cmath>

#include "sim/analysis/clear_box.h"
#include "sim/analysis/holding_conditions.h"
#include "sim/analysis/leg_cuts.h"

namespace incursion {

namespace {

constexpr double half_tick_s = 0.5e-9;

/// A stretch of a leg over which the airspaces below it do not change.
struct Stretch {
    double u0 = 0, u1 = 1;
    Time from, to;
    double from_error_s = 0;  ///< of the cut it begins at
    const AirspaceSet* below = nullptr;
};

}  // namespace

/// Walks along a track leg by leg and writes down who begins and ceases to hold it.
class CrossingFinder::TrackWalk {
public:
    TrackWalk(const Airspaces& airspaces, const BorderIndex& index, const CrossingOptions& options)
        : index_{index}, options_{options}, conditions_{airspaces, options.heights}
    {
    }

    const std::vector<Crossing>& find(const Track& track)
    {
        fixes_ = track.fixes();
        conditions_.begin(track);
        crossings_.clear();
        bool observed = false;
        for (std::size_t leg = 0; leg + 1 < fixes_.size(); ++leg) {
            if (observed && !starting_ && !unsure_ && !holds_limited_) {
                leg = first_leg_out(leg);
                if (leg + 1 == fixes_.size())
                    break;
            }
            if (in_gap(leg)) {
                if (observed)
                    close_all(leg);
                observed = false;
                continue;
            }
            if (!observed)
                start(leg);
            observed = true;
            const bool clear = stays_clear(leg);
            if (!clear || starting_ || unsure_ || holds_limited_)
                fly_leg(leg, clear);
        }
        if (observed)
            close_all(fixes_.size() - 1);
        std::stable_sort(crossings_.begin(), crossings_.end(), [](const Crossing& p, const Crossing& q) {
            return p.time != q.time ? p.time < q.time : p.airspace < q.airspace;
        });
        return crossings_;
    }

    const std::optional<UnknownGround>& unknown_ground() const { return conditions_.unknown_ground(); }

private:
    // ---- where the track is ----

    bool in_gap(std::size_t leg) const
    {
        return options_.max_gap && fixes_[leg + 1].time - fixes_[leg].time > *options_.max_gap;
    }

    void start(std::size_t leg)
    {
        locate(fixes_[leg].place, {});
        enter_box(fixes_[leg].place, 0);
        starting_ = true;
        unsure_ = false;
    }

    /// The first leg from this one on that may leave the present box or is a gap; the number of the last fix, if
    /// there is none.
    std::size_t first_leg_out(std::size_t leg) const
    {
        if (!box_.holds(fixes_[leg].place))
            return leg;
        const ClearBox box = box_;
        while (leg + 1 < fixes_.size() && box.holds(fixes_[leg + 1].place) && !in_gap(leg))
            ++leg;
        return leg;
    }

    /// True if the leg surely meets no edge: it stays within the present box or leads into the one round its end,
    /// which is entered then.
    bool stays_clear(std::size_t leg)
    {
        const LonLat from = fixes_[leg].place, to = fixes_[leg + 1].place;
        if (box_.holds(from) && box_.holds(to))
            return true;
        const ClearBox before = box_;
        // A box that is small against the leg will not hold the next one either.
        const double extent = std::max(std::abs(to.lon_deg - from.lon_deg), std::abs(to.lat_deg - from.lat_deg));
        enter_box(to, std::min(extent, 180.0) / 2);
        return before.leads_into(box_, from, to);
    }

    void enter_box(LonLat place, double least_deg)
    {
        const auto box = index_.free_box_at(place, least_deg);
        box_ = box ? ClearBox{*box, options_.legs} : ClearBox{};
    }

    /// Finds out which airspaces lie below.
    void locate(LonLat place, std::span<const BorderEdgeId> on)
    {
        index_.airspaces_at(place, on, below_);
        holds_limited_ =
            std::any_of(below_.begin(), below_.end(), [&](AirspaceId a) { return conditions_.has_any(a); });
    }

    // ---- one leg ----

    /// `clear`: the leg surely meets no edge.
    void fly_leg(std::size_t leg, bool clear)
    {
        const LegPath path{options_.legs, fixes_[leg], fixes_[leg + 1]};
        met_.clear();
        if (!clear)
            edges_met(index_, path, met_, room_);
        if (!met_.empty())
            find_leg_cuts(index_.edges(), path, met_, cuts_);
        else
            cuts_.cuts.clear();

        const bool last_cut_at_end = !cuts_.cuts.empty() && path.time_at(cuts_.cuts.back().u) >= path.end();
        if (cuts_.cuts.empty()) {
            if (unsure_)
                locate(path.at(0.5), {});
            if (starting_ || unsure_ || holds_limited_)
                use({0, 1, path.start(), path.end(), half_tick_s, &below_}, path, leg);
        } else {
            fly_stretches(path, leg);
        }
        starting_ = false;
        // What lies beyond a cut at the very end is for the next leg to find out, even if it has no cut.
        unsure_ = last_cut_at_end;
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
                locate(path.at((stretch.u0 + stretch.u1) / 2), cuts_.along);
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

    /// One airspace that is below the whole stretch: when do its limits and its hours hold the leg?
    void use_airspace(AirspaceId a, const Stretch& s, const LegPath& path, std::size_t leg)
    {
        conditions_.find_parts(a, path, leg, {s.u0, s.u1, s.from, s.to}, held_parts_);
        const auto held = std::find(held_.begin(), held_.end(), a);
        bool was_held = held != held_.end();
        if (was_held && (held_parts_.empty() || held_parts_.front().in > s.from)) {
            write({a, Way::out, conditions_.nearest(a, path, leg, s.u0, s.from), s.from, half_tick_s, path.at(s.u0),
                   altitude(leg, s.u0), leg});
            held_.erase(held);
            was_held = false;
        }
        for (const HeldPart& part : held_parts_) {
            if (!was_held)
                write_entry(a, part, s, path, leg);
            if (part.out < s.to) {
                write({a, Way::out, part.out_by, part.out, part.out_error_s, path.at(part.to), altitude(leg, part.to),
                       leg});
                std::erase(held_, a);
            } else if (!was_held) {
                held_.push_back(a);
            }
            was_held = false;
        }
    }

    void write_entry(AirspaceId a, const HeldPart& part, const Stretch& s, const LegPath& path, std::size_t leg)
    {
        CrossedBy by = CrossedBy::side;
        double u = s.u0, error_s = s.from_error_s;
        if (part.in > s.from) {
            by = part.in_by;
            u = part.from;
            error_s = part.in_error_s;
        } else if (starting_ && part.in == path.start()) {
            by = CrossedBy::start;
            error_s = 0;
        } else if (std::binary_search(before_.begin(), before_.end(), a)) {
            by = conditions_.nearest(a, path, leg, s.u0, s.from);  // it was below before: so it came to hold just here
            error_s = half_tick_s;
        }
        write({a, Way::in, by, part.in, error_s, path.at(u), altitude(leg, u), leg});
    }

    void close_all(std::size_t fix)
    {
        for (const AirspaceId a : held_)
            write(
                {a, Way::out, CrossedBy::end, fixes_[fix].time, 0, fixes_[fix].place, fixes_[fix].altitude_m, fix - 1});
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

    const BorderIndex& index_;
    CrossingOptions options_;
    HoldingConditions conditions_;

    std::span<const Fix> fixes_;
    ClearBox box_;                  ///< round the last fix
    AirspaceSet below_;             ///< which airspaces the last stretch lay in, whatever its height
    AirspaceSet before_;            ///< the same of the last stretch compared
    bool holds_limited_ = false;    ///< one of below_ has a floor, a ceiling or hours
    bool starting_ = true;          ///< the observation begins with this leg
    bool unsure_ = false;           ///< the last leg ended on an edge
    std::vector<AirspaceId> held_;  ///< who holds the track up to now
    std::vector<HeldPart> held_parts_;

    std::vector<LegEdge> met_;
    LegWalkRoom room_;
    LegCuts cuts_;
    std::vector<Crossing> crossings_;
};

CrossingFinder::CrossingFinder(const Airspaces& airspaces, const BorderIndex& index, const CrossingOptions& options)
    : walk_{std::make_unique<TrackWalk>(airspaces, index, options)}
{
}

CrossingFinder::~CrossingFinder() = default;
CrossingFinder::CrossingFinder(CrossingFinder&&) noexcept = default;
CrossingFinder& CrossingFinder::operator=(CrossingFinder&&) noexcept = default;

const std::vector<Crossing>& CrossingFinder::find(const Track& track)
{
    return walk_->find(track);
}

const std::optional<UnknownGround>& CrossingFinder::unknown_ground() const
{
    return walk_->unknown_ground();
}

}  // namespace incursion
