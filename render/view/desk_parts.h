#pragma once

#include <vector>

#include "render/view/desk.h"

namespace incursion {

// What build_desk puts together.

std::vector<DeskTask> desk_tasks(const Lesson& lesson, const Course& course, Time now);
std::vector<DeskRule> desk_rules(const WarningRules& rules, LengthUnit unit);
std::vector<DeskFigure> desk_figures(const Lesson& lesson);
std::vector<DeskTrack> desk_tracks(const Course& course, const DeskView& view);
TimelineData desk_strip(TimeSpan span, const Course& course, Time now);

}  // namespace incursion
