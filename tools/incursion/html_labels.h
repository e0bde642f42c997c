#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/incursion/html_svg.h"

namespace incursion {

/// About the width of a text in a picture, in units, where letters are 12 units high.
double svg_text_width(std::string_view words);

/// Places labels in a picture so that none covers another, a mark or the frame. First come, first served.
class LabelPlacer {
public:
    struct Box {
        double left = 0, top = 0, right = 0, bottom = 0;
        bool meets(const Box& other) const
        {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    };

    explicit LabelPlacer(Box frame) : frame_{frame} {}

    /// Nothing is written over this place, `room` units around it.
    void keep_free(SvgPoint place, double room = 5);
    void keep_free(const Box& box) { taken_.push_back(box); }

    /// Words are written over this place only where there is no room near by that is free of such places too.
    void shun(SvgPoint place, double room = 2);

    bool is_free(const Box& box) const;

    /// Writes above or below the mark, nearer or farther, kept within the frame sideways; where there is no room, not.
    bool above_or_below(Svg& svg, SvgPoint mark, const std::string& words, std::string_view style = "label");
    /// Writes on any side of the mark, the right one first; a thin line leads to a label that stands far off. Where
    /// there is no room, nothing. Newlines begin a line.
    bool around(Svg& svg, SvgPoint mark, const std::string& words, std::string_view style = "label");

private:
    bool place_around(Svg& svg, SvgPoint mark, const std::string& words, std::string_view style, bool shunning);

    Box frame_;
    std::vector<Box> taken_, shunned_;
};

}  // namespace incursion
