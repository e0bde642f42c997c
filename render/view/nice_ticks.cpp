#include "render/view/nice_ticks.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/view/wording.h"

namespace incursion {

namespace {

using namespace std::chrono_literals;

constexpr std::array<Duration, 20> clock_steps{100ms, 200ms, 500ms, 1s,    2s,    5s, 10s, 15s, 30s, 1min,
                                               2min,  5min,  10min, 15min, 30min, 1h, 2h,  3h,  6h,  12h};
constexpr Duration day = 24h;

Duration clock_step(Duration length, int at_most)
{
    for (const Duration step : clock_steps)
        if (length / at_most < step || length == step * at_most)
            return step;
    const Duration days = length / at_most / day * day;
    return days + day;
}

std::string clock_text(Time time, Duration step)
{
    if (step >= day)
        return date_text(time);
    if (step >= 1min)
        return format_time_of_day(time, 0).substr(0, 5);
    return format_time_of_day(time, step >= 1s ? 0 : 1);
}

}  // namespace

double nice_step(double range, int at_most)
{
    const double least = range / at_most;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    // A step that misses by no more than rounding still fits.
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= least * (1 - 1e-12))
            return factor * power;
    return 10 * power;
}

std::vector<Tick> nice_ticks(double from, double to, int at_most)
{
    const double step = nice_step(to - from, at_most);
    const int decimals = std::max(0, -static_cast<int>(std::floor(std::log10(step) + 1e-9)));
    std::vector<Tick> ticks;
    const double slack = 1e-9 * step;
    for (double i = std::ceil((from - slack) / step); i * step <= to + slack; ++i) {
        const double value = std::clamp(i * step, from, to);
        ticks.push_back({value, number_text(value, decimals)});
    }
    return ticks;
}

std::vector<TimeTick> time_ticks(TimeSpan span, int at_most)
{
    const Duration step = clock_step(span.length(), at_most);
    std::vector<TimeTick> ticks;
    const Duration since_epoch = span.from.time_since_epoch();
    Duration past = since_epoch % step;
    if (past < Duration{0})
        past += step;
    for (Time t = past == Duration{0} ? span.from : span.from + (step - past); t <= span.to; t += step)
        ticks.push_back({t, clock_text(t, step)});
    return ticks;
}

}  // namespace incursion
