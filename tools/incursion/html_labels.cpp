#include "tools/incursion/html_labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "tools/incursion/text_width.h"

namespace incursion {

namespace {

constexpr double above_line = 10, below_line = 3, line_height = 14;

/// East first: where a reader looks for the words that belong to a mark.
constexpr std::array directions_deg{0.0, -35.0, 35.0, 180.0, -145.0, 145.0, -90.0, 90.0};
constexpr std::array distances{8.0, 18.0, 30.0, 46.0, 66.0, 90.0, 120.0};
constexpr double far_off = 20, near_by = 46;

}  // namespace

double svg_text_width(std::string_view words)
{
    // Bold Helvetica at 12 units, on the safe side: capitals are wide, digits and small letters less so.
    double width = 0;
    std::string others;
    for (const char c : words) {
        if ((c >= 'A' && c <= 'Z') || c == '@' || c == '%')
            width += c == 'I' ? 4 : c == 'M' || c == 'W' ? 11 : 8.6;
        else if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))
            width += c == 'i' || c == 'j' || c == 'l' || c == 't' || c == 'f' || c == 'r' ? 4.6 : 7;
        else if (c == ' ' || c == '.' || c == ',' || c == ':' || c == '-' || c == '/')
            width += 4;
        else
            others += c;
    }
    return width + 7.5 * static_cast<double>(display_width(others));
}

void LabelPlacer::keep_free(SvgPoint place, double room)
{
    taken_.push_back({place.x - room, place.y - room, place.x + room, place.y + room});
}

void LabelPlacer::shun(SvgPoint place, double room)
{
    shunned_.push_back({place.x - room, place.y - room, place.x + room, place.y + room});
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

namespace {

std::vector<std::string> lines_of(const std::string& words)
{
    std::vector<std::string> lines(1);
    for (const char c : words)
        if (c == '\n')
            lines.emplace_back();
        else
            lines.back() += c;
    return lines;
}

}  // namespace

bool LabelPlacer::around(Svg& svg, SvgPoint mark, const std::string& words, std::string_view style)
{
    return place_around(svg, mark, words, style, true) || place_around(svg, mark, words, style, false);
}

bool LabelPlacer::place_around(Svg& svg, SvgPoint mark, const std::string& words, std::string_view style, bool shunning)
{
    const std::vector<std::string> lines = lines_of(words);
    const double more = line_height * static_cast<double>(lines.size() - 1);  // below the first line
    double width = 0;
    for (const std::string& line : lines)
        width = std::max(width, svg_text_width(line));
    for (const double distance : distances) {
        if (shunning && distance > near_by)
            return false;
        for (const double direction_deg : directions_deg) {
            const double direction = direction_deg * std::numbers::pi / 180;
            const double dx = std::cos(direction), dy = std::sin(direction);
            const double share = std::abs(dx) < 0.1 ? 0.5 : dx > 0 ? 0.0 : 1.0;  // of the words left of the place
            const double x = mark.x + distance * dx - share * width;
            const double y = mark.y + distance * dy + (dy < -0.5 ? -more : dy > 0.9 ? 9 : dy > 0.5 ? 4 : 4 - more / 2);
            const Box box{x - 1, y - above_line, x + width + 1, y + more + below_line};
            const bool is_shunned = shunning && std::any_of(shunned_.begin(), shunned_.end(),
                                                            [&](const Box& shunned) { return shunned.meets(box); });
            if (!is_free(box) || is_shunned)
                continue;
            if (distance > far_off)
                svg.line(mark.x + 5 * dx, mark.y + 5 * dy, mark.x + (distance - 3) * dx, mark.y + (distance - 3) * dy,
                         "leader");
            taken_.push_back(box);
            for (std::size_t i = 0; i < lines.size(); ++i)
                svg.text(x + share * width, y + line_height * static_cast<double>(i), lines[i], style,
                         share == 0   ? "start"
                         : share == 1 ? "end"
                                      : "middle");
            return true;
        }
    }
    return false;
}

}  // namespace incursion
