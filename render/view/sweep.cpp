#include "render/view/sweep.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>

#include "render/view/lit_border.h"
#include "render/view/projection.h"
#include "sim/geo/geodesic.h"
#include "sim/geo/local_frame.h"

namespace incursion {

namespace {

constexpr double whole_turn = 2 * std::numbers::pi;
constexpr double close_enough_turns = 1e-9;  // a thousandth of what is promised, 5 ns of a 5 s turn
constexpr double good_turns = 1e-6;
constexpr int most_tries = 6;
constexpr std::size_t turns_kept = 64, borders_kept = 20'000, lit_kept = 1'000;

/// An aircraft at an instant, on the plane about the radar.
struct Sight {
    Time time{};
    Motion motion;
    PlanePoint at;
    double east_mps = 0, north_mps = 0;
};

std::optional<Sight> sight_at(const TrackOutlook& outlook, LonLat site, Time t)
{
    const auto motion = outlook.motion_at(t);
    if (!motion)
        return std::nullopt;
    const Inverse way = inverse(site, motion->place);
    // North on the plane is the site's north: meridians meet, so tracks over there are turned against it.
    const double track_rad = (motion->track + way.azimuth - way.azimuth_end).rad();
    return Sight{t, *motion,
                 PlanePoint{way.distance_m * std::sin(way.azimuth.rad()), way.distance_m * std::cos(way.azimuth.rad())},
                 motion->speed_mps * std::sin(track_rad), motion->speed_mps * std::cos(track_rad)};
}

/// Clockwise from north, in [0, 1) turns.
double azimuth_turns(double east_m, double north_m)
{
    const double turns = std::atan2(east_m, north_m) / whole_turn;
    const double wrapped = turns - std::floor(turns);
    return wrapped < 1 ? wrapped : 0;
}

/// The nearest turn that differs by a whole number, in [-0.5, 0.5].
double nearest_turn(double turns)
{
    return turns - std::round(turns);
}

/// One turn of the beam, told in seconds from its beginning.
struct Turn {
    Time from{};
    double length_s = 5;
    double beam_turns(Time t) const { return to_seconds(t - from) / length_s; }
};

/// When the beam would meet an aircraft that keeps its velocity, in seconds from the turn's beginning, if it looks
/// for it `unwrapped` whole turns on.
std::optional<double> meeting_s(const Turn& turn, const Sight& sight, double start_s, int unwrapped)
{
    const double base = azimuth_turns(sight.at.east_m, sight.at.north_m);
    double s = (base + unwrapped) * turn.length_s;
    for (int i = 0; i < 60; ++i) {
        const double after_s = s - start_s;
        const double azimuth =
            azimuth_turns(sight.at.east_m + sight.east_mps * after_s, sight.at.north_m + sight.north_mps * after_s);
        const double next = (base + unwrapped + nearest_turn(azimuth - base)) * turn.length_s;
        if (std::abs(next - s) < close_enough_turns * turn.length_s)
            return next;
        s = next;
    }
    return std::nullopt;
}

class TurnPainter {
public:
    TurnPainter(const Replay& replay, std::int64_t turn)
        : replay_{replay},
          turn_{turn_start(replay.radar(), turn), to_seconds(replay.radar().turn)},
          span_{turn_.from, turn_start(replay.radar(), turn + 1)}
    {
    }

    /// The first instant of the turn at which the beam meets the aircraft.
    std::optional<Paint> paint(std::size_t track) const
    {
        const TrackOutlook& outlook = replay_.outlook(track);
        const TimeSpan flown = outlook.track().span();
        const TimeSpan window{std::max(span_.from, flown.from), std::min(span_.to, flown.to)};
        if (window.to < window.from)
            return std::nullopt;
        for (const Time start : {window.from + window.length() / 2, window.from, window.to}) {
            const auto sight = sight_at(outlook, replay_.radar().site, start);
            if (!sight)
                continue;
            for (const int unwrapped : {-1, 0, 1})
                if (auto found = refine(track, *sight, unwrapped))
                    return found;
            break;
        }
        return std::nullopt;
    }

private:
    /// Looks where the beam would meet the aircraft, sees where it is then, and again until the beam points at it.
    std::optional<Paint> refine(std::size_t track, Sight sight, int unwrapped) const
    {
        const double first = azimuth_turns(sight.at.east_m, sight.at.north_m) + unwrapped;
        int whole = unwrapped;
        for (int i = 0; i < most_tries; ++i) {
            const auto s = meeting_s(turn_, sight, to_seconds(sight.time - turn_.from), whole);
            if (!s || *s < -turn_.length_s || *s > 2 * turn_.length_s)
                return std::nullopt;
            const Time t = turn_.from + seconds(*s);
            if (!span_.contains(t))
                return std::nullopt;
            const auto next = sight_at(replay_.outlook(track), replay_.radar().site, t);
            if (!next)
                return std::nullopt;
            sight = *next;
            const double azimuth = azimuth_turns(sight.at.east_m, sight.at.north_m);
            if (std::abs(nearest_turn(turn_.beam_turns(t) - azimuth)) < good_turns / 2)
                return Paint{track, t, azimuth, std::hypot(sight.at.east_m, sight.at.north_m), sight.at, sight.motion};
            whole = static_cast<int>(std::lround(first + nearest_turn(azimuth - first) - azimuth));
        }
        return std::nullopt;
    }

    const Replay& replay_;
    Turn turn_;
    TimeSpan span_;
};

/// What is seen lies where the radar measured it; how high, how fast and which way is the track's at that instant.
std::optional<Paint> paint_of_plot(const Replay& replay, std::size_t track, std::int64_t turn)
{
    const Fix* const plot = replay.plot_in_turn(track, turn);
    auto motion = plot != nullptr ? replay.outlook(track).motion_at(plot->time) : std::nullopt;
    if (!motion)
        return std::nullopt;
    motion->place = plot->place;
    const Inverse way = inverse(replay.radar().site, plot->place);
    const PlanePoint at{way.distance_m * std::sin(way.azimuth.rad()), way.distance_m * std::cos(way.azimuth.rad())};
    return Paint{track, plot->time, azimuth_turns(at.east_m, at.north_m), way.distance_m, at, *motion};
}

}  // namespace

std::int64_t turn_at(const ScopeRadar& radar, Time t)
{
    const auto since = (t - radar.north_at).count(), turn = radar.turn.count();
    return since / turn - (since % turn < 0 ? 1 : 0);
}

Time turn_start(const ScopeRadar& radar, std::int64_t turn)
{
    return radar.north_at + radar.turn * turn;
}

double beam_turns(const ScopeRadar& radar, Time t)
{
    return to_seconds(t - turn_start(radar, turn_at(radar, t))) / to_seconds(radar.turn);
}

std::optional<Paint> paint_in_turn(const Replay& replay, std::size_t track, std::int64_t turn)
{
    if (!replay.radar().is_assumed)
        return paint_of_plot(replay, track, turn);
    return TurnPainter{replay, turn}.paint(track);
}

std::vector<Paint> paints_of_turn(const Replay& replay, std::int64_t turn)
{
    std::vector<Paint> paints;
    for (std::size_t track = 0; track < replay.track_count(); ++track)
        if (const auto paint = paint_in_turn(replay, track, turn))
            paints.push_back(*paint);
    return paints;
}

bool may_be_within(const Replay& replay, std::size_t track, Time t, double reach_m)
{
    constexpr double fastest_mps = 2000;
    constexpr std::chrono::minutes before{1};
    const auto fixes = replay.outlook(track).track().fixes();
    if (fixes.empty() || fixes.back().time < t - before || fixes.front().time > t)
        return false;
    const auto after = std::upper_bound(fixes.begin(), fixes.end(), t, [](Time x, const Fix& f) { return x < f.time; });
    const Fix& fix = after == fixes.begin() ? *after : *std::prev(after);
    const double flown_m = fastest_mps * to_seconds(std::max(t - fix.time, Duration{before}));
    // The chord through the Earth is no longer than the way over it, and shorter by 0.4 % at 2,000 km.
    const double chord_m = (ecef_from(fix.place, 0) - ecef_from(replay.radar().site, 0)).norm();
    return chord_m <= reach_m + flown_m;
}

std::optional<Paint> SweepMemory::paint_of(std::size_t track, std::int64_t turn)
{
    auto known = turns_.find(turn);
    if (known == turns_.end()) {
        if (turns_.size() >= turns_kept) {
            // What is farthest from the turn asked for is of least use.
            const auto last = std::prev(turns_.end());
            turns_.erase(turn - turns_.begin()->first > last->first - turn ? turns_.begin() : last);
        }
        known = turns_.emplace(turn, std::vector<Slot>(replay_->track_count())).first;
    }
    Slot& slot = known->second[track];
    if (!slot.is_known)
        slot = {true, paint_in_turn(*replay_, track, turn)};
    return slot.paint;
}

std::optional<Paint> SweepMemory::last_paint(std::size_t track, Time t, bool live)
{
    if (live) {
        const auto sight = sight_at(replay_->outlook(track), replay_->radar().site, t);
        if (!sight)
            return std::nullopt;
        return Paint{track,
                     t,
                     azimuth_turns(sight->at.east_m, sight->at.north_m),
                     std::hypot(sight->at.east_m, sight->at.north_m),
                     sight->at,
                     sight->motion};
    }
    const ScopeRadar& radar = replay_->radar();
    const std::int64_t now = turn_at(radar, t);
    for (std::int64_t k = now; k >= now - 2; --k)
        if (const auto paint = paint_of(track, k); paint && paint->time <= t)
            return paint->time >= t - 2 * radar.turn ? paint : std::nullopt;
    return std::nullopt;
}

const std::optional<ForeignBorder>& SweepMemory::border_of(const Paint& paint)
{
    const std::pair key{paint.track, paint.time};
    if (const auto known = borders_.find(key); known != borders_.end())
        return known->second;
    if (borders_.size() >= borders_kept)
        borders_.clear();
    return borders_.emplace(key, replay_->outlook(paint.track).border_at(paint.time)).first->second;
}

const std::vector<PlaneLine>& SweepMemory::lit_border(std::size_t track, std::size_t visit)
{
    const std::pair key{track, visit};
    if (const auto known = lit_.find(key); known != lit_.end())
        return known->second;
    if (lit_.size() >= lit_kept)
        lit_.clear();
    const AzimuthalPlane plane{replay_->radar().site};
    std::vector<PlaneLine> lines;
    for (const PlaceLine& places : incursion::lit_border(*replay_, replay_->track_report(track).visits[visit])) {
        PlaneLine line;
        for (const LonLat place : places)
            line.push_back(plane.plane_from({wrapped_lon(place.lon_deg), place.lat_deg}));
        lines.push_back(std::move(line));
    }
    return lit_.emplace(key, std::move(lines)).first->second;
}

}  // namespace incursion
