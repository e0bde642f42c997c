#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/sound/sound.h"
#include "sim/base/result.h"

namespace incursion {

enum class FootageFormat { mp4, webm, gif, png };

/// By the ending of a name, any case; none for an unknown one.
std::optional<FootageFormat> footage_format_of(std::string_view path);

/// Words that a player shows between two instants of the film, in ms from its start.
struct Subtitle {
    std::int64_t from_ms = 0, to_ms = 0;
    std::string text;  ///< UTF-8; lines are parted by one line feed
};

struct FootageOptions {
    int width_px = 1280;         ///< 16 to 16384; even for mp4 and webm, whose colours are stored by squares of four
    int height_px = 720;         ///< likewise
    int frames_per_second = 30;  ///< 1 to 240, for gif to 50
    FootageFormat format = FootageFormat::mp4;
    bool has_sound = false;  ///< one channel at sound_rate_hz; a gif has none whatever this says
    std::string title;       ///< metadata, empty for none; a gif carries none
    std::string comment;     ///< likewise, e.g. "reconstruction"
    std::vector<Subtitle> subtitles;  ///< a track of their own where there are any; ascending, one at a time
    std::string subtitle_language;    ///< a BCP 47 tag in small letters; may be empty
};

/// Why footage cannot be made so, and what to change; nothing where it can. A png is no footage: see png_file.h.
std::optional<Problem> refuse_footage(const FootageOptions& options);

}  // namespace incursion
