#include "sim/flight/limit_log.h"

#include <algorithm>

#include <fmt/format.h>

namespace incursion {

namespace {

bool same_limit(const LimitReached& a, const LimitReached& b)
{
    return a.path == b.path && a.limit == b.limit && a.asked == b.asked;
}

}  // namespace

void LimitLog::open(Held held, double t_s, LimitReached limit)
{
    close(held, t_s);
    if (policy_ == LimitPolicy::refuse && !refusal_)
        refusal_ = fmt::format("{}: {} asked, but the {} of the aircraft type allows {}; ask for less, or let "
                               "limits be flown",
                               limit.path, limit.asked, limit.limit, limit.possible);
    auto& place = open_[static_cast<std::size_t>(held)];
    const auto same = std::find_if(list_.begin(), list_.end(), [&](const LimitReached& met) {
        return met.span.to == at(t_s) && same_limit(met, limit);
    });
    if (same != list_.end()) {
        place = static_cast<std::size_t>(same - list_.begin());
        return;
    }
    limit.span = {at(t_s), at(t_s)};
    place = list_.size();
    list_.push_back(std::move(limit));
}

void LimitLog::close(Held held, double t_s)
{
    auto& place = open_[static_cast<std::size_t>(held)];
    if (place)
        list_[*place].span.to = at(t_s);
    place.reset();
}

std::vector<LimitReached> LimitLog::finished(double t_s)
{
    for (const Held held : {Held::speed, Held::acceleration, Held::climb, Held::altitude, Held::turn})
        close(held, t_s);
    std::stable_sort(list_.begin(), list_.end(),
                     [](const LimitReached& a, const LimitReached& b) { return a.span.from < b.span.from; });
    return std::move(list_);
}

std::string number_text(double value, std::string_view unit)
{
    return fmt::format("{:.4g} {}", value, unit);
}

std::string speed_text(double value, SpeedKind kind)
{
    switch (kind) {
    case SpeedKind::tas: return number_text(value, "m/s TAS");
    case SpeedKind::cas: return number_text(value, "m/s CAS");
    case SpeedKind::ground: return number_text(value, "m/s over the ground");
    case SpeedKind::mach: break;
    }
    return fmt::format("M {:.4g}", value);
}

}  // namespace incursion
