#include "sim/radar/beam.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "sim/analysis/track_path.h"
#include "sim/geo/local_frame.h"

namespace incursion {

namespace {

constexpr double whole_turn_rad = 2 * std::numbers::pi;
constexpr int most_tries = 60;

std::int64_t scan_at(const Radar& radar, Time t)
{
    const auto since = (t - radar.north_at).count(), period = seconds(radar.type.scan_period_s).count();
    return since / period - (since % period < 0 ? 1 : 0);
}

double wrapped_rad(double rad)
{
    const double wrapped = rad - whole_turn_rad * std::floor(rad / whole_turn_rad);
    return wrapped < whole_turn_rad ? wrapped : 0;
}

class PassFinder {
public:
    PassFinder(const Track& track, LegReading legs, const Radar& radar, double unknown_altitude_m)
        : path_{track, legs},
          radar_{radar},
          frame_{radar.site, radar.antenna_m},
          flown_{track.span()},
          unknown_altitude_m_{unknown_altitude_m}
    {
    }

    BeamPass sight(Time t) const
    {
        const Time known = std::clamp(t, flown_.from, flown_.to);
        BeamPass pass;
        pass.scan = scan_at(radar_, t);
        pass.time = t;
        pass.place = path_.at(known);
        pass.height_m = path_.altitude_at(known).value_or(unknown_altitude_m_);
        const Eigen::Vector3d enu = frame_.enu_from(pass.place, pass.height_m);
        pass.range_m = enu.norm();
        pass.azimuth_rad = wrapped_rad(std::atan2(enu.x(), enu.y()));
        pass.elevation_rad = std::atan2(enu.z(), std::hypot(enu.x(), enu.y()));
        return pass;
    }

    /// The pass nearest to a guess: the beam goes to where the aircraft is seen, and again, until it points at it.
    std::optional<BeamPass> pass_near(Time guess) const
    {
        BeamPass pass = sight(guess);
        for (int i = 0; i < most_tries; ++i) {
            const double behind_turns = (pass.azimuth_rad - beam_azimuth_rad(radar_, pass.time)) / whole_turn_rad;
            const double nearest_turns = behind_turns - std::round(behind_turns);
            if (std::abs(nearest_turns) < 1e-9)
                return pass;
            pass = sight(pass.time + seconds(nearest_turns * radar_.type.scan_period_s));
        }
        return std::nullopt;
    }

private:
    TrackPath path_;
    const Radar& radar_;
    LocalFrame frame_;
    TimeSpan flown_;
    double unknown_altitude_m_;
};

}  // namespace

double beam_azimuth_rad(const Radar& radar, Time t)
{
    const Duration period = seconds(radar.type.scan_period_s);
    const Time start = radar.north_at + period * scan_at(radar, t);
    return wrapped_rad(whole_turn_rad * to_seconds(t - start) / to_seconds(period));
}

std::vector<BeamPass> beam_passes(const Track& track, LegReading legs, const Radar& radar, TimeSpan span,
                                  double unknown_altitude_m)
{
    std::vector<BeamPass> passes;
    if (track.fixes().size() < 2)
        return passes;
    const PassFinder finder{track, legs, radar, unknown_altitude_m};
    const Duration period = seconds(radar.type.scan_period_s);
    const Time from = std::max(span.from, track.span().from), last = track.span().to;
    for (Time guess = from; guess < span.to + period && guess <= last + period; guess += period) {
        const auto pass = finder.pass_near(guess);
        if (!pass)
            continue;
        const bool is_new = passes.empty() || pass->time > passes.back().time + period / 2;
        if (is_new && pass->time >= from && pass->time < span.to && pass->time <= last)
            passes.push_back(*pass);
        guess = std::max(pass->time, guess - period / 2);  // overhead, the search may lead back: time goes on
    }
    return passes;
}

}  // namespace incursion
