#include "sim/model/activation_bounds.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace incursion {

namespace {

/// Those that have something in common with it.
std::span<const TimeSpan> bounds_in(const std::vector<TimeSpan>& bounds, const TimeSpan& span)
{
    const auto first =
        std::partition_point(bounds.begin(), bounds.end(), [&](const TimeSpan& b) { return b.to <= span.from; });
    const auto last = std::partition_point(first, bounds.end(), [&](const TimeSpan& b) { return b.from < span.to; });
    return {first, last};
}

}  // namespace

TimeSpan common_span(const TimeSpan& a, const TimeSpan& b)
{
    return {std::max(a.from, b.from), std::min(a.to, b.to)};
}

Activation bounded(const std::optional<Activation>& activation, const TimeSpan& bounds)
{
    Activation result;
    if (!activation) {
        if (!bounds.empty())
            result.spans.push_back(bounds);
        return result;
    }
    for (const TimeSpan& span : activation->spans)
        if (const TimeSpan part = common_span(span, bounds); !part.empty())
            result.spans.push_back(part);
    for (WeeklyHours hours : activation->weekly) {
        hours.within = hours.within.empty() ? bounds : common_span(hours.within, bounds);
        if (!hours.within.empty())
            result.weekly.push_back(hours);
    }
    return result;
}

std::optional<Activation> bounded(const std::optional<Activation>& activation, const std::vector<TimeSpan>& bounds,
                                  std::size_t most_parts)
{
    Activation result;
    const auto has_room = [&](std::size_t more) {
        return result.spans.size() + result.weekly.size() + more <= most_parts;
    };
    if (!activation) {
        result.spans = bounds;
        return has_room(0) ? std::optional{result} : std::nullopt;
    }
    for (const TimeSpan& span : activation->spans) {
        if (span.empty())
            continue;
        const auto parts = bounds_in(bounds, span);
        if (!has_room(parts.size()))
            return std::nullopt;
        for (const TimeSpan& bound : parts)
            result.spans.push_back(common_span(span, bound));
    }
    for (const WeeklyHours& hours : activation->weekly) {
        const bool is_any_time = hours.within.empty();
        const auto parts = is_any_time ? std::span{bounds} : bounds_in(bounds, hours.within);
        if (!has_room(parts.size()))
            return std::nullopt;
        for (const TimeSpan& bound : parts)
            result.weekly.push_back(
                {hours.days, hours.from, hours.to, is_any_time ? bound : common_span(hours.within, bound)});
    }
    return result;
}

std::vector<TimeSpan> UntakenTime::take(const TimeSpan& wanted)
{
    std::vector<TimeSpan> left;
    if (wanted.empty())
        return left;
    auto next = taken_.upper_bound(wanted.from);
    if (next != taken_.begin() && std::prev(next)->second >= wanted.from)
        --next;
    TimeSpan whole = wanted;
    Time from = wanted.from;
    while (next != taken_.end() && next->first <= wanted.to) {
        if (from < next->first)
            left.push_back({from, next->first});
        from = std::max(from, next->second);
        whole = {std::min(whole.from, next->first), std::max(whole.to, next->second)};
        next = taken_.erase(next);
    }
    if (from < wanted.to)
        left.push_back({from, wanted.to});
    taken_.emplace(whole.from, whole.to);
    return left;
}

}  // namespace incursion
