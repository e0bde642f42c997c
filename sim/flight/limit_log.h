#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/time.h"
#include "sim/model/flight_plan.h"
#include "sim/model/limit_reached.h"

namespace incursion {

/// What a limit holds back. Each is held back by one limit at a time.
enum class Held { speed, acceleration, climb, altitude, turn };

/// Collects the limits that a flight runs into, from when to when.
class LimitLog {
public:
    LimitLog(Time start, LimitPolicy policy) : start_{start}, policy_{policy} {}

    /// `held` meets a limit at t seconds from the start. One that begins where the same one ended goes on.
    void open(Held held, double t_s, LimitReached limit);
    /// It is free again.
    void close(Held held, double t_s);

    /// Under LimitPolicy::refuse, why the flight fails: the first limit met.
    const std::optional<std::string>& refusal() const { return refusal_; }

    /// Everything met, in order of time; what is open ends at t.
    std::vector<LimitReached> finished(double t_s);

private:
    Time at(double t_s) const { return start_ + seconds(t_s); }

    Time start_;
    LimitPolicy policy_;
    std::vector<LimitReached> list_;
    std::array<std::optional<std::size_t>, 5> open_;  ///< place in list_
    std::optional<std::string> refusal_;
};

/// `109 m/s TAS`, `M 0.85`: a true airspeed told in the words of a target.
std::string speed_text(double value, SpeedKind kind);
/// A number and its unit with four significant digits: enough to compare, few enough to read.
std::string number_text(double value, std::string_view unit);

}  // namespace incursion
