#include "render/scope/draw_labels.h"

#include "render/scope/pen.h"

namespace incursion {
namespace {

constexpr float backing_opacity = 0.6F;

}  // namespace

void draw_labels(const GuiContext& gui, const std::vector<Label>& labels, const Look& look, ImDrawList& list)
{
    const Pen pen{&gui, &look, &list};
    // All grounds first: the labels of two aircraft may touch, and no ground may hide a letter.
    for (const Label& label : labels)
        if (label.has_backing) {
            const Rect text{label.at.x, label.at.y, text_width(pen, label.font, label.text),
                            line_height(pen, label.font)};
            fill(pen, StyleId::glass, inset(text, -pen.px(2), 0), backing_opacity * label.opacity);
        }
    for (const Label& label : labels)
        write(pen, label.font, label.style, label.at, label.text, label.opacity);
}

}  // namespace incursion
