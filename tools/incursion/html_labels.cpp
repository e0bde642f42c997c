#include "tools/incursion/html_labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "tools/incursion/text_width.h"

namespace incursion {

namespace {

constexpr double letter = 6.6;         ///< of Helvetica at 12 units, on the safe side
constexpr double above_line = 10, below_line = 3;

/// East first: where a reader looks for the words that belong to a mark.
constexpr std::array directions_deg{0.0, -35.0, 35.0, 180.0, -145.0, 145.0, -90.0, 90.0};
constexpr std::array distances{8.0, 18.0, 30.0, 46.0, 66.0, 90.0};
constexpr double far_off = 20;

}  // namespace

double svg_text_width(std::string_view words)
{
    return letter * static_cast<double>(display_width(words));
}

void LabelPlacer::keep_free(SvgPoint place, double room)
{
    taken_.push_back({place.x - room, place.y - room, place.x + room, place.y + room});
}

bool LabelPlacer::is_free(const Box& box) const
{
    return box.left >= frame_.left && box.right <= frame_.right && box.top >= frame_.top &&
           box.bottom <= frame_.bottom &&
           std::none_of(taken_.begin(), taken_.end(), [&](const Box& taken) { return taken.meets(box); });
}

bool LabelPlacer::above_or_below(Svg& svg, SvgPoint mark, const std::string& words, std::string_view style)
{
    const double half = svg_text_width(words) / 2;
    if (frame_.right - frame_.left < 2 * half)
        return false;
    const double middle = std::clamp(mark.x, frame_.left + half, frame_.right - half);
    for (const double dy : {-9.0, 19.0, -22.0, 32.0, -35.0, -48.0}) {
        const Box box{middle - half, mark.y + dy - above_line, middle + half, mark.y + dy + below_line};
        if (!is_free(box))
            continue;
        taken_.push_back(box);
        svg.text(middle, mark.y + dy, words, style, "middle");
        return true;
    }
    return false;
}

bool LabelPlacer::around(Svg& svg, SvgPoint mark, const std::string& words, std::string_view style)
{
    const double width = svg_text_width(words);
    for (const double distance : distances)
        for (const double direction_deg : directions_deg) {
            const double direction = direction_deg * std::numbers::pi / 180;
            const double dx = std::cos(direction), dy = std::sin(direction);
            const double share = std::abs(dx) < 0.1 ? 0.5 : dx > 0 ? 0.0 : 1.0;  // of the words left of the place
            const double x = mark.x + distance * dx - share * width;
            const double y = mark.y + distance * dy + (dy < -0.9 ? 0 : dy > 0.9 ? 9 : 4);
            const Box box{x - 1, y - above_line, x + width + 1, y + below_line};
            if (!is_free(box))
                continue;
            if (distance > far_off)
                svg.line(mark.x + 5 * dx, mark.y + 5 * dy, mark.x + (distance - 3) * dx, mark.y + (distance - 3) * dy,
                         "leader");
            taken_.push_back(box);
            svg.text(x + share * width, y, words, style, share == 0 ? "start" : share == 1 ? "end" : "middle");
            return true;
        }
    return false;
}

}  // namespace incursion
