#pragma once

#include <string>

#include "tools/incursion/html_debrief.h"

namespace incursion {

/// What the parts of a debrief's page work with.
struct DebriefHtml {
    const Debrief& debrief;
    const DebriefPage& page;
    std::string text;  ///< so far
};

// The parts, in the order of the page. Each leaves itself out where it has nothing to say.
void write_html_head(DebriefHtml& html);
void write_html_tasks(DebriefHtml& html);
void write_html_timeline(DebriefHtml& html);
void write_html_distances(DebriefHtml& html);
void write_html_pictures(DebriefHtml& html);
void write_html_actions(DebriefHtml& html);
void write_html_inputs(DebriefHtml& html);

/// Where on the page a task's moment is: its picture, else the row of what was done, else the time line.
std::string anchor_of(const DebriefHtml& html, const TaskScore& score);

}  // namespace incursion
