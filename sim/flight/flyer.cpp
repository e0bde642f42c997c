#include "sim/flight/flyer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include <boost/math/tools/toms748_solve.hpp>
#include <fmt/format.h>

#include "sim/flight/compass.h"
#include "sim/flight/dense_step.h"
#include "sim/flight/recorder.h"

namespace incursion {

namespace {

/// How far the guidance may look ahead: a full turn at 5 degrees of bank and Mach 3 takes two hours.
constexpr double look_ahead_s = 3 * 3600;
constexpr long long look_ahead_steps = 20000;

/// A bound on the work, so that nothing hangs: a turn of 1 rad/s at the finest tolerance takes 50 steps a second.
long long most_steps_for(double duration_s)
{
    return 100000 + static_cast<long long>(1000 * duration_s);
}

/// Where a function falls to zero between a and b, by algorithm 748 (Alefeld, Potra, Shi: ACM TOMS 21 (1995),
/// 327-344): the far end of a bracket of 1e-10 s. REQUIRES: f(a) = fa > 0 >= f(b) = fb.
template <class F>
double first_zero(const F& f, double a, double b, double fa, double fb)
{
    namespace policies = boost::math::policies;
    using Silent = policies::policy<policies::domain_error<policies::ignore_error>,
                                    policies::evaluation_error<policies::ignore_error>>;
    const auto narrow = [](double low, double high) { return high - low <= 1e-10 + 4e-16 * std::abs(high); };
    std::uintmax_t most_turns = 100;
    return boost::math::tools::toms748_solve(f, a, b, fa, fb, narrow, most_turns, Silent{}).second;
}

}  // namespace

Flyer::Flyer(const Surroundings& around, const Start& start, Logs logs)
    : around_{around},
      state_{normalised(start.state)},
      end_s_{start.end_s},
      tolerance_m_{start.tolerance_m},
      most_steps_{most_steps_for(start.end_s)},
      item_path_{start.path},
      speed_path_{start.path},
      logs_{logs}
{
    commands_.speed.target = start.speed;
    watch_speed();
}

void Flyer::hold_heading()
{
    if (std::holds_alternative<AlongHeading>(commands_.lateral))
        return;
    const FlightMotion now = motion();
    commands_.lateral = AlongHeading{{now.bank_rad, 0, t_s_}};
    for (std::size_t i = 0; i < 3; ++i)
        state_[part::direction + i] = now.heading[static_cast<Eigen::Index>(i)];
}

void Flyer::set_bank(Ramp bank)
{
    commands_.lateral = AlongHeading{bank};
}

void Flyer::hold_track()
{
    hold_track(motion().ground_velocity.normalized());
}

void Flyer::hold_track(const Eigen::Vector3d& direction)
{
    commands_.lateral = AlongTrack{};
    for (std::size_t i = 0; i < 3; ++i)
        state_[part::direction + i] = direction[static_cast<Eigen::Index>(i)];
    state_ = normalised(state_);
}

void Flyer::circle(const AroundCentre& circle)
{
    hold_track();
    commands_.lateral = circle;
}

bool Flyer::is_active(Event event) const
{
    switch (event) {
    case speed_reached: return commands_.speed.change.has_value();
    case speed_limit: return !commands_.speed.change;
    case climb_reached: return phase_ == Phase::pulling;
    case climb_limit: return phase_ == Phase::climbing;
    case capture: return phase_ == Phase::pulling || phase_ == Phase::climbing;
    case wind_too_strong: return !around_.wind->layers.empty();
    case event_count: break;
    }
    return false;
}

double Flyer::remaining_to(Event event, const State& state, const FlightMotion& motion) const
{
    switch (event) {
    case speed_reached: return speed_sign_ * (motion.goal_tas_mps - motion.tas_mps);
    case speed_limit: return to_speed_limit(motion);
    case climb_reached:
        return task_.pull_sign *
               (climb_speed(task_.law, motion.tas_mps, *around_.type).flown_mps - motion.vertical_mps);
    case climb_limit: return to_climb_limit(motion);
    case capture: return to_capture(state, motion);
    case wind_too_strong: return motion.wind_margin_mps;
    case event_count: break;
    }
    return 1;
}

void Flyer::handle(Event event)
{
    switch (event) {
    case speed_reached:
        commands_.speed.change.reset();
        close_limit(Held::acceleration);
        watch_speed();
        break;
    case speed_limit: watch_speed(); break;
    case climb_reached:
        commands_.vertical = task_.law;
        phase_ = Phase::climbing;
        watch_climb();
        break;
    case climb_limit: watch_climb(); break;
    case capture: ramp_to_rest(Phase::capturing, motion().vertical_mps); break;
    case wind_too_strong:
        fail("the wind is too strong for the track or the ground speed to hold; fly faster, or elsewhere");
        break;
    case event_count: break;
    }
}

bool Flyer::handle_due_events()
{
    if (ramp_end_s_ && t_s_ >= *ramp_end_s_) {
        end_vertical_ramp();
        return true;
    }
    const FlightMotion now = motion();
    for (int i = 0; i < event_count; ++i) {
        const Event event = static_cast<Event>(i);
        if (is_active(event) && remaining_to(event, state_, now) <= 0) {
            handle(event);
            return true;
        }
    }
    return false;
}

Flyer::Stop Flyer::first_stop(const DenseStep& step, double to_s, const Until& until) const
{
    Stop stop{to_s, std::nullopt, false};
    const auto look = [&](const auto& remaining, std::optional<Event> event) {
        const double at_end = remaining(to_s);
        if (at_end > 0)
            return;
        const double at_start = remaining(t_s_);
        const double zero = at_start > 0 ? first_zero(remaining, t_s_, to_s, at_start, at_end) : t_s_;
        if (zero < stop.at_s || (!stop.event && !stop.reached))
            stop = {zero, event, !event};
    };
    for (int i = 0; i < event_count; ++i) {
        const Event event = static_cast<Event>(i);
        if (is_active(event))
            look(
                [&](double t) {
                    const State state = step.at(t);
                    return remaining_to(event, state, motion_at(t, state, commands_, around_));
                },
                event);
    }
    if (until.remaining)
        look([&](double t) { return until.remaining(t, step.at(t)); }, std::nullopt);
    return stop;
}

Flyer::Stop Flyer::step_towards(const Until& until)
{
    double to_s = end_s_;
    if (until.at_s)
        to_s = std::min(to_s, *until.at_s);
    if (ramp_end_s_)
        to_s = std::min(to_s, *ramp_end_s_);
    const DenseStep step{t_s_,         state_, commands_, around_, tolerance_m_,
                         try_s_, std::min(to_s - t_s_, until.longest_step_s)};
    try_s_ = step.next_try_s();
    // A step meant to end at `to_s` may miss it by a rounding.
    const double flown_to_s = step.to_s() > to_s - 1e-12 ? to_s : step.to_s();
    const Stop stop = first_stop(step, flown_to_s, until);
    if (logs_.recorder != nullptr)
        logs_.recorder->record(step, stop.at_s);
    state_ = normalised(step.at(stop.at_s));
    t_s_ = stop.at_s;
    return stop;
}

Outcome Flyer::advance(const Until& until)
{
    bool fresh = true;  // laws may have changed since they were last looked at
    for (;;) {
        if (logs_.limits != nullptr && logs_.limits->refusal() && problem_.empty())
            problem_ = *logs_.limits->refusal();
        if (!problem_.empty())
            return Outcome::failed;
        if (++steps_ > most_steps_)
            return fail("the flight does not settle: too many events in too short a time");
        if (fresh && handle_due_events())
            continue;
        if (fresh && until.remaining && until.remaining(t_s_, state_) <= 0)
            return Outcome::reached;
        if (until.at_s && t_s_ >= *until.at_s)
            return Outcome::at_time;
        if (ramp_end_s_ && t_s_ >= *ramp_end_s_) {
            fresh = true;
            continue;
        }
        if (t_s_ >= end_s_)
            return Outcome::time_up;
        const Stop stop = step_towards(until);
        if (stop.event)
            handle(*stop.event);
        else if (stop.reached)
            return Outcome::reached;
        fresh = stop.event.has_value();
    }
}

Flyer Flyer::ahead_from(double t_s, const State& state) const
{
    Flyer ahead = *this;
    ahead.t_s_ = t_s;
    ahead.state_ = normalised(state);
    ahead.end_s_ = t_s + look_ahead_s;
    ahead.logs_ = {};
    ahead.steps_ = 0;
    ahead.most_steps_ = look_ahead_steps;
    return ahead;
}

void Flyer::open_limit(Held held, LimitReached limit)
{
    if (logs_.limits != nullptr)
        logs_.limits->open(held, t_s_, std::move(limit));
}

void Flyer::close_limit(Held held)
{
    if (logs_.limits != nullptr)
        logs_.limits->close(held, t_s_);
}

Outcome Flyer::fail(std::string problem)
{
    if (problem_.empty())
        problem_ = fmt::format("{}: {}", item_path_, problem);
    return Outcome::failed;
}

}  // namespace incursion
