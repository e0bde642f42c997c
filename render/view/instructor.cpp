#include "render/view/instructor.h"

#include <algorithm>

#include <fmt/format.h>

#include "render/view/desk.h"
#include "sim/base/time_text.h"

namespace incursion {

namespace {

std::string state_of(const Inject& inject, std::size_t place, const Course& course, Time now)
{
    if (inject.from)
        return fmt::format("{} {}", *inject.from <= now ? "since" : "at", format_time_of_day(*inject.from, 0));
    std::size_t times = 0;
    Time last{};
    for (const Injected& one : course.injected)
        if (one.inject == place && one.span.from <= now) {
            ++times;
            last = one.span.from;
        }
    if (times == 0)
        return "not yet";
    return times == 1 ? "at " + format_time_of_day(last, 0)
                      : fmt::format("{} times, last at {}", times, format_time_of_day(last, 0));
}

std::string words_of(const Lesson& lesson, const Action& action)
{
    if (action.kind != ActionKind::inject)
        return deed_words(action);
    const auto inject = std::find_if(lesson.injects.begin(), lesson.injects.end(),
                                     [&](const Inject& one) { return one.id == action.id; });
    return "inject: " + (inject == lesson.injects.end() || inject->title.empty() ? action.id : inject->title);
}

}  // namespace

InstructorData build_instructor(const Exercise& exercise, const Course& course, const InstructorView& view)
{
    const Lesson& lesson = exercise.lesson();
    InstructorData data;
    data.trainee = view.trainee;
    data.log = view.log;
    data.clock = format_time_of_day(view.now, 0);
    data.is_paused = view.is_paused;
    data.is_running = view.is_running;
    std::size_t live = 0;
    for (std::size_t i = 0; i < lesson.injects.size(); ++i) {
        const Inject& inject = lesson.injects[i];
        const bool is_live = !inject.from;
        live += is_live ? 1U : 0U;
        data.injects.push_back({inject.id, inject.title.empty() ? inject.id : inject.title,
                                is_live && live <= 9 ? std::to_string(live) : "", state_of(inject, i, course, view.now),
                                is_live});
    }
    for (const Action& action : course.actions)
        if (action.time <= view.now)
            data.deeds.push_back({action.time, format_time_of_day(action.time, 1), words_of(lesson, action)});
    std::reverse(data.deeds.begin(), data.deeds.end());
    return data;
}

}  // namespace incursion
