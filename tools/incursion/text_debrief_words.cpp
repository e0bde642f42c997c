#include "tools/incursion/text_debrief_words.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "tools/incursion/text_units.h"

namespace incursion {

namespace {

std::string without_zeros(std::string number)
{
    if (number.find('.') == std::string::npos)
        return number;
    number.erase(number.find_last_not_of('0') + 1);
    if (number.ends_with('.'))
        number.pop_back();
    return number;
}

std::string entered(const Action& action)
{
    std::string words;
    for (const auto& [name, value] : action.figures)
        words += fmt::format("{}{} = {}", words.empty() ? "" : ", ", name, value.empty() ? "-" : value);
    return words;
}

std::string spoken(const Action& action)
{
    return action.text.empty() ? std::string{} : fmt::format(": \"{}\"", action.text);
}

}  // namespace

std::string points_text(double points)
{
    return without_zeros(fmt::format("{:.3f}", points));
}

std::string share_text(double share)
{
    // A hair above, so that a share like 0.58 does not fall below itself.
    return without_zeros(fmt::format("{:.1f}", std::floor(share * 1000 + 1e-9) / 10)) + " %";
}

std::string clock_words(Time time)
{
    const std::string text = format_time_of_day(time, 1);
    return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

std::string reaction_text(const std::optional<double>& s)
{
    return s ? fmt::format("{:+.1f} s", *s) : std::string{};
}

std::string action_words(const Action& action)
{
    switch (action.kind) {
    case ActionKind::begin: return "begins";
    case ActionKind::take_up: return "takes up " + action.track;
    case ActionKind::classify: return fmt::format("classifies {} as {}", action.track, action.text);
    case ActionKind::call: return fmt::format("calls {}{}", action.track, spoken(action));
    case ActionKind::order:
        return fmt::format("orders {} to fly {:.0f}°{}", action.track, action.heading ? action.heading->deg() : 0.0,
                           spoken(action));
    case ActionKind::log_entry: return fmt::format("logs that {} came in", action.track);
    case ActionKind::log_exit: return fmt::format("logs that {} went out", action.track);
    case ActionKind::report: return "reports: " + entered(action);
    case ActionKind::finish: return "ends the exercise";
    case ActionKind::pause: return "the clock is stopped";
    case ActionKind::resume: return "the clock runs again";
    case ActionKind::rewind: return "back to " + (action.to ? clock_words(*action.to) : std::string{});
    case ActionKind::inject: return "the instructor injects " + action.id;
    case ActionKind::clock: return "nothing";
    }
    return {};
}

std::string call_fate(const Debrief& debrief, const MadeCall& call)
{
    if (!call.shown)
        return debrief.course.actions[call.action].track + " was no track on the scope";
    return call.was_heard ? std::string{} : "not heard";
}

std::string inject_words(const Debrief& debrief, const Injected& injected)
{
    const Inject& inject = debrief.exercise->lesson().injects[injected.inject];
    std::string words;
    switch (inject.kind) {
    case InjectKind::drop_track: words = "no plots of " + inject.aircraft; break;
    case InjectKind::false_altitude:
        words = fmt::format("{} reads {:+.0f} m", inject.aircraft, inject.altitude_m);
        break;
    case InjectKind::aircraft: words = inject.aircraft + " begins to fly"; break;
    case InjectKind::radio_failure: words = "the radio fails"; break;
    case InjectKind::late_radar: words = "plots are " + seconds_text(inject.delay_s, 1) + " late"; break;
    }
    const bool lasts = inject.kind != InjectKind::aircraft;
    words += fmt::format(" {} {}", lasts ? "from" : "at", clock_words(injected.span.from));
    return lasts ? words + " to " + clock_words(injected.span.to) : words;
}

std::string trainee_of(const Debrief& debrief)
{
    return debrief.log.trainee.empty() ? "unnamed trainee" : debrief.log.trainee;
}

std::string end_words(const Debrief& debrief)
{
    const std::string at = clock_words(debrief.score.ended);
    return debrief.score.is_finished
               ? "Ended by the trainee at " + at + "."
               : "The log breaks off at " + at + "; what was not done by then counts as not done.";
}

const CallReport* report_of(const Debrief& debrief, const MadeCall& call)
{
    if (!call.aircraft)
        return nullptr;
    const Time time = debrief.course.actions[call.action].time;
    const std::string& id = debrief.exercise->world().aircraft[*call.aircraft].id;
    const std::vector<CallReport>& list = debrief.incident.report.calls.list;
    const auto found = std::find_if(list.begin(), list.end(), [&](const CallReport& report) {
        return report.call.time == time && report.call.to == id;
    });
    return found == list.end() ? nullptr : &*found;
}

}  // namespace incursion
