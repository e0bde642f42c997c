#pragma once

#include <vector>

#include "sim/flight/dense_step.h"
#include "sim/model/fix.h"

namespace incursion {

/// Takes the fixes of a flight from the continuous solution at given instants. The steps of the integration
/// know nothing of those instants, so a fix does not depend on which others are taken.
class Recorder {
public:
    /// Fixes at `from` and `to` and at grid + k*interval between them; `start` is the instant of t = 0.
    /// REQUIRES: start <= from <= to, grid <= from, interval > 0.
    Recorder(Time start, Time from, Time to, Time grid, Duration interval);

    /// Takes what falls before t1 of a step; what comes later in it is not flown.
    void record(const DenseStep& step, double t1_s);
    /// Takes the fix at the very end of the flight.
    void finish(const State& state);

    std::vector<Fix> take() { return std::move(fixes_); }

private:
    void add(const State& state);
    void set_next(Time time);

    Time start_, to_, grid_;
    Duration interval_;
    Time next_;
    double next_s_ = 0;
    std::vector<Fix> fixes_;
};

}  // namespace incursion
