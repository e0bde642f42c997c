#pragma once

#include <string>
#include <vector>

#include "render/scope/panel_parts.h"
#include "render/view/desk.h"
#include "render/view/instructor.h"
#include "render/view/score_card.h"

namespace incursion {

/// What the trainee reads before the exercise.
struct BriefingData {
    std::string title, role, text;  ///< paragraphs are set apart by an empty line
    std::string begin;              ///< what Enter does: `begin`, `go on at 07:20:05`
};

// Cards that fill the frame, and the instructor's panel. REQUIRES: between ImGui's NewFrame and Render.

/// In the largest letters in which all of it fits: a line is at least a thirtieth of the frame's height where it can
/// be.
std::vector<DeskRequest> draw_briefing(const GuiContext& gui, const Look& look, const BriefingData& data);

/// The score by criterion.
std::vector<DeskRequest> draw_score(const GuiContext& gui, const Look& look, const ScoreCard& data, DeskState& state);

/// Pause, steps back, injects, what was done, the end.
std::vector<DeskRequest> draw_instructor(const GuiContext& gui, const Look& look, const Rect& rect,
                                         const InstructorData& data, DeskState& state);

}  // namespace incursion
