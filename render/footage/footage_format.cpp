#include "render/footage/footage_format.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace incursion {

namespace {

/// Of H.264 as libx264 writes it; the other formats allow more.
constexpr int greatest_side_px = 16384;
/// Of one macroblock; smaller pictures are refused by some players.
constexpr int least_side_px = 16;
constexpr int greatest_rate = 240;
/// A gif counts in hundredths of a second, and what is shown for less than two of them is slowed down by browsers.
constexpr int greatest_gif_rate = 50;

char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool ends_with_any_case(std::string_view text, std::string_view ending)
{
    if (text.size() < ending.size())
        return false;
    text.remove_prefix(text.size() - ending.size());
    return std::equal(text.begin(), text.end(), ending.begin(), [](char a, char b) { return lower(a) == b; });
}

}  // namespace

std::optional<FootageFormat> footage_format_of(std::string_view path)
{
    static constexpr std::array<std::pair<std::string_view, FootageFormat>, 4> endings{{
        {".mp4", FootageFormat::mp4},
        {".webm", FootageFormat::webm},
        {".gif", FootageFormat::gif},
        {".png", FootageFormat::png},
    }};
    for (const auto& [ending, format] : endings)
        if (ends_with_any_case(path, ending))
            return format;
    return std::nullopt;
}

std::optional<Problem> refuse_footage(const FootageOptions& options)
{
    const int width_px = options.width_px, height_px = options.height_px, rate = options.frames_per_second;
    const bool gif = options.format == FootageFormat::gif;
    if (options.format == FootageFormat::png)
        return Problem{"a png holds one picture, not footage; name an .mp4, .webm or .gif, or one instant"};
    if (std::min(width_px, height_px) < least_side_px || std::max(width_px, height_px) > greatest_side_px)
        return Problem{fmt::format("a picture of {}x{} cannot be recorded; each side takes {} to {} pixels", width_px,
                                   height_px, least_side_px, greatest_side_px)};
    if (!gif && (width_px % 2 != 0 || height_px % 2 != 0))
        return Problem{fmt::format("a picture of {}x{} cannot be recorded as mp4 or webm; give even numbers, such as "
                                   "{}x{}",
                                   width_px, height_px, width_px / 2 * 2, height_px / 2 * 2)};
    const int most = gif ? greatest_gif_rate : greatest_rate;
    if (rate < 1 || rate > most)
        return Problem{fmt::format("{} frames per second cannot be recorded; give 1 to {}", rate, most)};
    if (gif && !options.subtitles.empty())
        return Problem{"a gif has no track for subtitles; record an mp4 or a webm, or burn them in"};
    return std::nullopt;
}

}  // namespace incursion
