#include "sim/training/injected.h"

#include <algorithm>
#include <set>

namespace incursion {

namespace {

TimeSpan span_of(const Inject& inject, Time from, Time end)
{
    return {from, inject.duration_s ? std::min(end, from + seconds(*inject.duration_s)) : end};
}

}  // namespace

std::vector<Injected> injected_of(const Lesson& lesson, const std::vector<Action>& actions)
{
    std::vector<Injected> all;
    for (std::size_t i = 0; i < lesson.injects.size(); ++i) {
        const Inject& inject = lesson.injects[i];
        if (inject.from)
            all.push_back({i, span_of(inject, *inject.from, lesson.span.to)});
        for (const Action& action : actions)
            if (action.kind == ActionKind::inject && action.id == inject.id)
                all.push_back({i, span_of(inject, action.time, lesson.span.to)});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Injected& a, const Injected& b) { return a.span.from < b.span.from; });
    std::set<std::string> flying;
    std::erase_if(all, [&](const Injected& one) {
        const Inject& inject = lesson.injects[one.inject];
        return one.span.empty() || (inject.kind == InjectKind::aircraft && !flying.insert(inject.aircraft).second);
    });
    return all;
}

std::vector<TimeSpan> injected_spans(const Lesson& lesson, const std::vector<Injected>& injected, InjectKind kind,
                                     const std::string& aircraft)
{
    std::vector<TimeSpan> spans;
    for (const Injected& one : injected) {
        const Inject& inject = lesson.injects[one.inject];
        if (inject.kind == kind && (inject.aircraft.empty() || inject.aircraft == aircraft))
            spans.push_back(one.span);
    }
    return spans;
}

}  // namespace incursion
