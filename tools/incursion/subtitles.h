#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/incursion/tour_film.h"

namespace incursion {

/// What stands at the foot of a film for a while.
struct SubtitleCue {
    Duration from{}, to{};  ///< whole milliseconds, `to` later than `from`
    std::string text;       ///< one line, or two parted by a line feed
};

/// A title and a text cut into cues that share a span in proportion to their characters, the title first: lines of at
/// most 42 characters, two of them at a time (Netflix, Timed Text Style Guide: General Requirements, "Line treatment"),
/// each sentence with a cue of its own. What is too short for a millisecond each is left out.
std::vector<SubtitleCue> cues_of(std::string_view title, std::string_view text, FilmSpan span);

/// The cues as a SubRip file: numbered, `00:01:02,345 --> 00:01:07,000`, UTF-8, parted by empty lines.
std::string srt_text(const std::vector<SubtitleCue>& cues);

}  // namespace incursion
