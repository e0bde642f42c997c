#include "sim/evidence/approach_check.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/analysis/track_path.h"

namespace incursion {

namespace {

std::string length_words(double m)
{
    return m < 1000 ? fmt::format("{:.0f} m", m) : fmt::format("{:.2f} km", m / 1000);
}

std::string called_words(std::size_t times)
{
    return times == 0 ? "never called" : times == 1 ? "called once" : fmt::format("called {} times", times);
}

/// How much of a span lies in some others, which do not overlap.
double shared_s(const std::vector<TimeSpan>& others, TimeSpan span)
{
    Duration sum{};
    for (const TimeSpan& other : others)
        sum += std::max(Duration::zero(), std::min(other.to, span.to) - std::max(other.from, span.from));
    return to_seconds(sum);
}

}  // namespace

std::optional<double> RuleGround::distance_at(Time t, const std::string& airspace) const
{
    const auto observed = observed_spans(track, ground.options.max_gap);
    if (std::none_of(observed.begin(), observed.end(), [&](TimeSpan s) { return s.from <= t && t <= s.to; }))
        return std::nullopt;
    for (const Visit& v : of_track.visits)
        if (v.airspace == airspace && v.entry.time <= t && t < v.exit.time)
            return 0;
    const LonLat place = TrackPath{track, ground.options.legs}.at(t);
    const auto near = ground.distances.of(airspaces_with_key(ground.airspaces, airspace)).nearest(place);
    return near ? std::optional{near->distance_m} : std::nullopt;
}

ApproachCheck::ApproachCheck(const RuleGround& on, const Approach& approach)
    : on_{on}, rules_{on.rules}, approach_{approach}
{
    for (std::size_t i = 0; i < on.report.calls.list.size(); ++i) {
        const bool counts = rules_.account.empty() || call(i).account == rules_.account;
        if (counts && call(i).to == track() && approach.calls.contains(time_of(i)))
            calls_.push_back(i);
    }
}

void ApproachCheck::check_calls()
{
    check_buffer();
    check_first_call();
    check_intervals();
    check_callers();
}

void ApproachCheck::check_event(std::size_t place)
{
    const Event& event = on_.report.events[place];
    const auto before = static_cast<std::size_t>(
        std::count_if(calls_.begin(), calls_.end(), [&](std::size_t i) { return time_of(i) < event.time; }));
    if (rules_.least_calls && *event.action != RuleAction::call && !counted_)
        check_least_calls(place, before);
    if (rules_.response_time_s > 0 && *event.action == RuleAction::engage)
        check_response(place, before > 0);
    if (RuleCheck* check = check_permission(event.by, *event.action, event.time,
                                            fmt::format("at '{}' by {}", event.title, event.by)))
        check->event = place;
}

RuleCheck& ApproachCheck::add(const char* rule, RuleFinding finding, Time time, const char* unit, std::string text)
{
    RuleCheck check;
    check.rule = rule;
    check.track = track();
    check.airspace = approach_.airspace;
    check.finding = finding;
    check.time = time;
    check.unit = unit;
    check.text = std::move(text);
    found_.push_back(std::move(check));
    return found_.back();
}

RuleFinding ApproachCheck::timely(bool kept, Time call) const
{
    for (const Avoidance& a : on_.avoidances)
        if (a.track == track() && a.airspace == approach_.airspace && approach_.inside &&
            a.entry == approach_.inside->from && a.call && call > *a.call)
            return RuleFinding::after_last_avoidance;
    return kept ? RuleFinding::in_time : RuleFinding::late;
}

void ApproachCheck::check_buffer()
{
    if (!rules_.buffer_m)
        return;
    const std::string near = approach_.inside ? "flew into " + approach_.airspace
                                              : fmt::format("came within {} of {}", length_words(approach_.closest_m),
                                                            approach_.airspace);
    RuleCheck& check = add("buffer", calls_.empty() ? RuleFinding::missing : RuleFinding::kept, approach_.near, "m",
                           fmt::format("{} {} and was {}; nearer than {} it has to be", track(), near,
                                       called_words(calls_.size()), length_words(*rules_.buffer_m)));
    check.asked = *rules_.buffer_m;
    check.found = approach_.closest_m;
}

void ApproachCheck::check_first_call()
{
    if (!approach_.seen_coming)
        return;
    if (calls_.empty()) {
        if (rules_.first_call_m)
            no_first_call(*rules_.first_call_m, "m", length_words(*rules_.first_call_m) + " from it");
        if (rules_.first_call_s)
            no_first_call(*rules_.first_call_s, "s", fmt::format("{:g} s before it", *rules_.first_call_s));
        return;
    }
    const auto distance_m = on_.distance_at(time_of(calls_[0]), approach_.airspace);
    if (rules_.first_call_m && distance_m)
        first_call(*distance_m, *rules_.first_call_m, "m",
                   fmt::format("the first call to {} came {} from {}, asked are {}", track(), length_words(*distance_m),
                               approach_.airspace, length_words(*rules_.first_call_m)));
    if (rules_.first_call_s)
        check_first_call_time();
}

/// Before the entry; of an aircraft that stayed out, before the one that it was heading for at the call.
void ApproachCheck::check_first_call_time()
{
    const double asked_s = *rules_.first_call_s;
    if (approach_.inside) {
        const double before_s = to_seconds(approach_.inside->from - time_of(calls_[0]));
        first_call(before_s, asked_s, "s",
                   fmt::format("the first call to {} came {:.1f} s {} it entered {}, asked are {:g} s before", track(),
                               std::abs(before_s), before_s < 0 ? "after" : "before", approach_.airspace, asked_s));
        return;
    }
    const CallReport& call = on_.report.calls.list[calls_[0]];
    if (call.airspace == approach_.airspace && call.time_to_border_s && call.distance_to_border_m.value_or(-1) >= 0)
        first_call(*call.time_to_border_s, asked_s, "s",
                   fmt::format("the first call to {} came {:.1f} s of straight flight before {}, asked are {:g} s",
                               track(), *call.time_to_border_s, approach_.airspace, asked_s));
}

void ApproachCheck::first_call(double found, double asked, const char* unit, std::string text)
{
    const Time at = time_of(calls_[0]);
    RuleCheck& check = add("first_call", timely(found >= asked, at), at, unit, std::move(text));
    check.asked = asked;
    check.found = found;
    check.call = calls_[0];
}

void ApproachCheck::no_first_call(double asked, const char* unit, const std::string& where)
{
    const Time at = approach_.inside ? approach_.inside->from : approach_.near;
    add("first_call", RuleFinding::missing, at, unit,
        fmt::format("nobody called {} before it {} {}, asked is a first call {}", track(),
                    approach_.inside ? "entered" : "came near", approach_.airspace, where))
        .asked = asked;
}

void ApproachCheck::check_intervals()
{
    if (!rules_.interval_s || calls_.empty())
        return;
    const std::vector<TimeSpan> to_call = spans_to_call(approach_, on_.track, on_.ground);
    for (std::size_t i = 1; i < calls_.size(); ++i) {
        const TimeSpan between{time_of(calls_[i - 1]), time_of(calls_[i])};
        interval(between.from, between.to, shared_s(to_call, between), fmt::format("between two calls to {}", track()))
            .call = calls_[i];
    }
    const Time last = time_of(calls_.back());
    if (approach_.inside && approach_.seen_coming && last < approach_.inside->from) {
        const Time entry = approach_.inside->from;
        if (interval(last, entry, shared_s(to_call, {last, entry}),
                     fmt::format("from the last call until {} entered {}", track(), approach_.airspace))
                .finding == RuleFinding::interval_exceeded)
            return;
    }
    const double rest_s = shared_s(to_call, {last, approach_.calls.to});
    if (!(rest_s > 0))
        return;
    const char* how = !approach_.inside          ? "had turned away from"
                      : approach_.seen_leaving ? "had left"
                                               : "was last seen in";
    interval(last, to_call.back().to, rest_s,
             fmt::format("from the last call until {} {} {}", track(), how, approach_.airspace));
}

RuleCheck& ApproachCheck::interval(Time from, Time to, double counted_s, const std::string& between)
{
    const double asked_s = *rules_.interval_s;
    const double whole_s = to_seconds(to - from);
    const RuleFinding finding = !(counted_s > 0)        ? RuleFinding::not_needed
                                : counted_s <= asked_s ? RuleFinding::interval_kept
                                                        : RuleFinding::interval_exceeded;
    std::string text = fmt::format("{:.1f} s passed {}", whole_s, between);
    if (finding == RuleFinding::not_needed)
        text += ", none of which count: it was outside the buffer or not heading for the border";
    else if (whole_s - counted_s > 0.05)
        text += fmt::format(", {:.1f} s of which count, asked are {:g} s at most", counted_s, asked_s);
    else
        text += fmt::format(", asked are {:g} s at most", asked_s);
    RuleCheck& check = add("interval", finding, to, "s", std::move(text));
    check.asked = asked_s;
    check.found = counted_s;
    return check;
}

/// Calls of those whom the rules let call from somewhere; anybody else may call.
void ApproachCheck::check_callers()
{
    for (const std::size_t i : calls_) {
        const std::string& who = call(i).from;
        const bool named = std::any_of(rules_.may.begin(), rules_.may.end(), [&](const RulePermission& may) {
            return may.who == who && may.action == RuleAction::call;
        });
        if (!named)
            continue;
        if (RuleCheck* check = check_permission(who, RuleAction::call, time_of(i), "when called by " + who))
            check->call = i;
    }
}

void ApproachCheck::check_least_calls(std::size_t event, std::size_t before)
{
    counted_ = true;
    const Event& e = on_.report.events[event];
    RuleCheck& check =
        add("least_calls", before >= *rules_.least_calls ? RuleFinding::kept : RuleFinding::too_few, e.time, "",
            fmt::format("{} was {} before '{}', asked are {} calls at least", track(), called_words(before),
                        e.title, *rules_.least_calls));
    check.asked = static_cast<double>(*rules_.least_calls);
    check.found = static_cast<double>(before);
    check.event = event;
}

void ApproachCheck::check_response(std::size_t event, bool called)
{
    const Event& e = on_.report.events[event];
    const double asked_s = rules_.response_time_s;
    if (!called) {
        RuleCheck& check = add("response_time", RuleFinding::missing, e.time, "s",
                               fmt::format("'{}' came without a call to {} before it, {:g} s are given to answer",
                                           e.title, track(), asked_s));
        check.asked = asked_s;
        check.event = event;
        return;
    }
    const double left_s = to_seconds(e.time - time_of(calls_[0]));
    RuleCheck& check = add("response_time", left_s >= asked_s ? RuleFinding::kept : RuleFinding::late, e.time, "s",
                           fmt::format("'{}' came {:.1f} s after the first call to {}, {:g} s are given to answer",
                                       e.title, left_s, track(), asked_s));
    check.asked = asked_s;
    check.found = left_s;
    check.event = event;
}

RuleCheck* ApproachCheck::check_permission(const std::string& who, RuleAction action, Time at, const std::string& when)
{
    const auto distance_m = on_.distance_at(at, approach_.airspace);
    if (rules_.may.empty() || who.empty() || !distance_m)
        return nullptr;
    std::optional<double> within_m;
    for (const RulePermission& may : rules_.may)
        if (may.who == who && may.action == action)
            within_m = std::max(within_m.value_or(0), may.within_m);
    const bool allowed = within_m && *distance_m <= *within_m;
    const std::string asked = !within_m       ? "the rules give it nowhere"
                              : *within_m > 0 ? "it is given within " + length_words(*within_m)
                                              : "it is given inside only";
    const std::string where = *distance_m > 0
                                  ? fmt::format("{} from {}", length_words(*distance_m), approach_.airspace)
                                  : "inside " + approach_.airspace;
    RuleCheck& check = add("may", allowed ? RuleFinding::allowed : RuleFinding::not_allowed, at, "m",
                           fmt::format("{} was {} {}; {}", track(), where, when, asked));
    check.asked = within_m;
    check.found = distance_m;
    return &check;
}

}  // namespace incursion
