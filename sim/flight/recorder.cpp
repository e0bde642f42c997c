#include "sim/flight/recorder.h"

#include <algorithm>

#include "sim/flight/compass.h"

namespace incursion {

Recorder::Recorder(Time start, Time from, Time to, Time grid, Duration interval)
    : start_{start}, to_{to}, grid_{grid}, interval_{interval}
{
    set_next(from);
    fixes_.reserve(static_cast<std::size_t>((to - from) / interval) + 3);
}

void Recorder::record(const DenseStep& step, double t1_s)
{
    while (next_ < to_ && next_s_ < t1_s) {
        add(step.at(next_s_));
        const auto k = (next_ - grid_) / interval_;
        set_next(std::min(grid_ + (k + 1) * interval_, to_));
    }
}

void Recorder::finish(const State& state)
{
    next_ = to_;
    add(state);
}

void Recorder::add(const State& state)
{
    fixes_.push_back({next_, place_of(position_of(state)), state[part::altitude], {}});
}

void Recorder::set_next(Time time)
{
    next_ = time;
    next_s_ = to_seconds(time - start_);
}

}  // namespace incursion
