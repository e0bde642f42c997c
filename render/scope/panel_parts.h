#pragma once

#include <string_view>

#include "render/scope/pen.h"
#include "sim/base/time.h"

namespace incursion {

// What panels are made of. REQUIRES everywhere: between ImGui's NewFrame and Render.

/// A window of ImGui without decoration that fills a rectangle, moved to whole pixels; ends with its scope. Whatever is
/// drawn by pen() is clipped to the rectangle.
class PanelWindow {
public:
    /// `above`: in front of the panels, and takes the mouse from them.
    PanelWindow(const Pen& pen, const char* name, const Rect& rect, bool above = false);
    PanelWindow(const PanelWindow&) = delete;
    PanelWindow& operator=(const PanelWindow&) = delete;
    ~PanelWindow();
    const Pen& pen() const { return pen_; }
    const Rect& rect() const { return rect_; }

private:
    Rect rect_;
    Pen pen_;
};

/// The same within the current window, with a list of its own.
class PanelPart {
public:
    PanelPart(const Pen& pen, const char* name, const Rect& rect);
    PanelPart(const PanelPart&) = delete;
    PanelPart& operator=(const PanelPart&) = delete;
    ~PanelPart();
    const Pen& pen() const { return pen_; }

private:
    Pen pen_;
};

/// What the mouse does to a rectangle of the current window.
struct Touch {
    bool is_hovered = false;
    bool is_held = false;        ///< the left button went down here and still is
    bool is_clicked = false;     ///< it went up here
    bool is_right_held = false;  ///< likewise the right one
    bool is_right_clicked = false;
};
/// `id` must differ from all others of the window; `index` tells apart those of a list.
Touch touch(const char* id, const Rect& rect, std::size_t index = 0);

enum class Icon {
    play,
    play_back,
    pause,
    step,
    step_back,
    turn,
    turn_back,
    next,
    previous,
    start,
    end,
    loop_from,
    loop_to,
    loop_off,
    bookmark,
    question,
    minus,
    plus,
};
void draw_icon(const Pen& pen, Icon icon, const Rect& rect, StyleId style, float opacity = 1);

/// Buttons; `hint` shows what it does while the mouse rests on it. True when clicked.
bool icon_button(const Pen& pen, const char* id, const Rect& rect, Icon icon, bool is_on, std::string_view hint);
bool text_button(const Pen& pen, const char* id, const Rect& rect, std::string_view text, bool is_on,
                 std::string_view hint, std::size_t index = 0);

/// A card with a text beside the mouse, inside the frame, above everything.
void show_hint(const Pen& pen, std::string_view text);

/// Height of a panel's title, at scale 1.
constexpr float title_height = 24;
/// Edge of a panel, its title in spaced capitals with an accent bar, a rule, and a text at the right. What is left
/// for its content, without margins.
Rect panel_frame(const Pen& pen, const Rect& rect, std::string_view title, std::string_view right = {});

/// Turns the wheel over a list of `count` rows, of which `shown` fit, into its first row, and draws a scroll bar
/// into `bar` where not all fit and somebody could turn it.
void scroll(const Pen& pen, const Rect& area, const Rect& bar, std::size_t count, std::size_t shown,
            std::size_t& first);

/// Fraction of a width at which something stands, from 0 to 1.
float fraction_at(float x, const Rect& rect);
/// The instant at a fraction of a span.
Time time_at(const TimeSpan& span, float fraction);

}  // namespace incursion
