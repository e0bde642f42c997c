#pragma once

#include <string>
#include <vector>

#include "sim/model/action.h"
#include "sim/model/lesson.h"
#include "sim/training/course.h"

namespace incursion {

/// The injects that took place: those with an instant of their own, and any that the instructor asked for, as often
/// as that happened. Of those that bring the same aircraft only the first counts. In the order of time, then of the
/// lesson.
std::vector<Injected> injected_of(const Lesson& lesson, const std::vector<Action>& actions);

/// The spans of injects of one kind that are about an aircraft or about all, in the order of time.
std::vector<TimeSpan> injected_spans(const Lesson& lesson, const std::vector<Injected>& injected, InjectKind kind,
                                     const std::string& aircraft);

}  // namespace incursion
