#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "sim/flight/limit_log.h"
#include "sim/flight/motion.h"

namespace incursion {

class DenseStep;
class Recorder;

/// How a stretch of flight ended.
enum class Outcome {
    reached,   ///< what was waited for came
    at_time,   ///< its time came
    time_up,   ///< the flight's own end came first
    failed,    ///< it cannot go on; Flyer::problem() says why
};

/// What a stretch of flight waits for. Both may be absent: then only the end of the flight ends it.
struct Until {
    std::optional<double> at_s;
    /// Reached when this falls to zero; a smooth function of the solution between events.
    std::function<double(double, const State&)> remaining;
    /// Steps are no longer than this, so that `remaining` is looked at often enough.
    double longest_step_s = 60;
};

/// What is flown and recorded besides the motion. Absent while the guidance looks ahead.
struct Logs {
    LimitLog* limits = nullptr;
    Recorder* recorder = nullptr;
};

/// An aircraft in flight: its state, the laws in force, and the changes of speed and altitude on their way.
/// Integrates from event to event: every event (a speed or altitude captured, a limit met or left, a turn to
/// begin or end) is located on the continuous solution to 1e-10 s, and integration starts afresh from it.
/// A value: a copy flies ahead without a trace, which is how the guidance finds where to begin a turn.
class Flyer {
public:
    struct Start {
        State state{};
        SpeedTarget speed;
        double end_s = 0;
        double tolerance_m = 1e-6;
        std::string_view path;
    };
    Flyer(const Surroundings& around, const Start& start, Logs logs);

    double now_s() const { return t_s_; }
    const State& state() const { return state_; }
    const Commands& commands() const { return commands_; }
    const AircraftType& type() const { return *around_.type; }
    const Wind& wind() const { return *around_.wind; }
    FlightMotion motion() const { return motion_at(t_s_, state_, commands_, around_); }

    // Lateral laws; the flight goes on as it is, only what leads it changes.
    void hold_heading();
    void set_bank(Ramp bank);  ///< of hold_heading
    void hold_track();
    /// Turns the track by next to nothing, onto `direction`: a unit tangent vector.
    void hold_track(const Eigen::Vector3d& direction);
    void circle(const AroundCentre& circle);

    /// From now on the stall speed is that of a turn with this load factor.
    void begin_turn(double load_factor);
    void end_turn();

    /// Names the plan item that is flown from now on, for messages. The text must outlive the flyer.
    void begin_item(std::string_view path) { item_path_ = path; }
    void begin_speed(const SpeedTarget& target, std::optional<double> acceleration_mps2, std::string_view path);
    void begin_climb(const ClimbTo& climb, std::string_view path);
    bool speed_done() const { return !commands_.speed.change; }
    bool climb_done() const { return phase_ == Phase::level; }

    Outcome advance(const Until& until);

    /// A copy at a state of the present stretch, without logs and with hours left to fly.
    Flyer ahead_from(double t_s, const State& state) const;

    void open_limit(Held held, LimitReached limit);
    void close_limit(Held held);

    /// Makes the flight fail; the first reason counts.
    Outcome fail(std::string problem);
    const std::string& problem() const { return problem_; }

private:
    enum class Phase { level, pulling, climbing, capturing, arresting };
    enum class Squeezed { no, too_slow, too_fast };
    enum Event { speed_reached, speed_limit, climb_reached, climb_limit, capture, wind_too_strong, event_count };

    struct ClimbTask {
        double target_m = 0;
        double sign = 1;
        double pull_mps2 = 0;
        double pull_sign = 1;     ///< of the ramp from the present vertical speed to that of the climb
        Climb law;
        ClimbTo asked;
        bool above_ceiling = false;
        bool limited = false;
        std::string_view path;
    };
    struct Stop {
        double at_s = 0;
        std::optional<Event> event;
        bool reached = false;
    };

    bool is_active(Event event) const;
    double remaining_to(Event event, const State& state, const FlightMotion& motion) const;
    bool handle_due_events();
    void handle(Event event);
    Stop first_stop(const DenseStep& step, double to_s, const Until& until) const;
    Stop step_towards(const Until& until);

    void start_speed_change(double from_mps, std::optional<double> acceleration_mps2);
    void watch_speed();
    double to_speed_limit(const FlightMotion& motion) const;
    LimitReached speed_limit_reached(const FlightMotion& motion) const;

    void watch_climb();
    double to_climb_limit(const FlightMotion& motion) const;
    double to_capture(const State& state, const FlightMotion& motion) const;
    void ramp_to_rest(Phase phase, double from_mps);
    void end_vertical_ramp();
    void level_off();

    Surroundings around_;
    Commands commands_;
    State state_{};
    double t_s_ = 0;
    double end_s_ = 0;
    double tolerance_m_ = 1e-6;
    double try_s_ = 1;
    long long steps_ = 0;
    long long most_steps_ = 0;

    std::string_view item_path_;
    std::string_view speed_path_;
    double speed_sign_ = 1;
    Squeezed squeezed_ = Squeezed::no;

    Phase phase_ = Phase::level;
    ClimbTask task_;
    std::optional<double> ramp_end_s_;

    Logs logs_;
    std::string problem_;
};

}  // namespace incursion
