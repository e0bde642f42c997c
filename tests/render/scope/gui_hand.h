#pragma once

#include <memory>
#include <variant>
#include <vector>

#include "render/scope/draw_panels.h"
#include "render/scope/panel_geometry.h"
#include "render/scope/panel_parts.h"
#include "tests/render/scope/fake_panels.h"

namespace incursion {

/// Panels without any window, and a hand on their mouse and keyboard. The view stays as it is: requests are only
/// collected.
class GuiHand {
public:
    explicit GuiHand(FrameSize frame = {}, LayoutId layout = LayoutId::full);

    /// Draws one frame; what was asked for is added to `requests`.
    void draw();
    /// Rests on a place, presses, holds for a frame and lets go there.
    void click(Point at, int button = 0);
    void click(const Rect& rect, int button = 0)
    {
        click(Point{rect.x + rect.width / 2, rect.y + rect.height / 2}, button);
    }
    void drag(Point from, Point to, int button = 0);
    void rest(Point at);
    void wheel(Point at, float notches);
    /// A key of ImGui's own, such as Enter.
    void strike(int imgui_key);
    void type(const char* text);

    float scale() const { return frame.scale; }
    Rect panel(const std::optional<Rect>& rect) const { return snapped(rect.value()); }

    FrameSize frame;
    ViewState view;
    Layout layout;
    PanelData data = fake_panels();
    GuiState state;
    std::unique_ptr<GuiContext> gui;
    std::vector<Request> requests;
};

/// The only request of a kind among them, or null.
template <class T>
const T* only(const std::vector<Request>& requests)
{
    const T* found = nullptr;
    for (const Request& request : requests)
        if (const T* one = std::get_if<T>(&request)) {
            if (found)
                return nullptr;
            found = one;
        }
    return found;
}

}  // namespace incursion
