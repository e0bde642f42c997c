#include "render/scope/scope_mouse.h"

#include <imgui.h>

#include <cmath>

namespace incursion {
namespace {

constexpr float click_reach = 4;   // of the design: a press that moves less is a click
constexpr double zoom_step = 1.2;  // for a notch of the wheel

std::optional<Point> pointer_in_frame()
{
    const ImGuiIO& io = ImGui::GetIO();
    const bool is_inside = io.MousePos.x >= 0 && io.MousePos.y >= 0 && io.MousePos.x < io.DisplaySize.x &&
                           io.MousePos.y < io.DisplaySize.y;
    return is_inside ? std::optional(Point{io.MousePos.x, io.MousePos.y}) : std::nullopt;
}

/// What the mouse does in this frame, and where.
struct Hand {
    const ScopeMapping& mapping;
    const TrackFinder& track_at;
    float scale;
    Point at;
    bool is_on_scope;  ///< over the glass, and no panel has the mouse

    RulerEnd ruler_end(Point point) const
    {
        const std::optional<std::size_t> track = track_at(point);
        return {mapping.place_from(point), track};
    }
    bool has_moved(Point from) const { return std::hypot(at.x - from.x, at.y - from.y) >= click_reach * scale; }
};

void press(const Hand& hand, GuiState& state, std::vector<Request>& requests)
{
    if (!hand.is_on_scope || state.drag != ScopeDrag::none)
        return;
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
        if (const std::optional<std::size_t> track = hand.track_at(hand.at)) {
            requests.push_back(Select{track});
            requests.push_back(CentreOnSelected{});
        }
    } else if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        state.drag = ScopeDrag::press;
        state.drag_from = state.drag_last = hand.at;
    } else if (ImGui::IsMouseClicked(ImGuiMouseButton_Right)) {
        state.drag = ScopeDrag::ruler;
        state.drag_from = hand.at;
        state.ruler_from = hand.ruler_end(hand.at);
    }
}

void drag_left(const Hand& hand, GuiState& state, std::vector<Request>& requests)
{
    if (state.drag == ScopeDrag::press && hand.has_moved(state.drag_from))
        state.drag = ScopeDrag::pan;
    if (state.drag == ScopeDrag::pan && !(hand.at == state.drag_last)) {
        requests.push_back(PanBy{hand.at.x - state.drag_last.x, hand.at.y - state.drag_last.y});
        state.drag_last = hand.at;
    }
    if (ImGui::IsMouseDown(ImGuiMouseButton_Left))
        return;
    if (state.drag == ScopeDrag::press)
        if (const std::optional<std::size_t> track = hand.track_at(state.drag_from))
            requests.push_back(Select{track});
    state.drag = ScopeDrag::none;
}

void drag_right(const Hand& hand, const ViewState& view, GuiState& state, std::vector<Request>& requests)
{
    const bool is_down = ImGui::IsMouseDown(ImGuiMouseButton_Right);
    if (hand.has_moved(state.drag_from)) {
        const Ruler ruler{*state.ruler_from, hand.ruler_end(hand.at)};
        if (!(view.ruler == ruler))
            requests.push_back(SetRuler{ruler});
    } else if (!is_down) {
        requests.push_back(SetRuler{});
    }
    if (!is_down)
        state.drag = ScopeDrag::none;
}

}  // namespace

std::vector<Request> scope_mouse(const ViewState& view, const Layout& layout, const ScopeMapping& mapping,
                                 const TrackFinder& track_at, float scale, GuiState& state)
{
    std::vector<Request> requests;
    const ImGuiIO& io = ImGui::GetIO();
    const std::optional<Point> pointer = pointer_in_frame();
    if (!(pointer == view.pointer))
        requests.push_back(PointAt{pointer});
    const Point at = pointer.value_or(state.drag_last);
    const bool is_on_scope = pointer && layout.scope.contains(at) && mapping.is_on_glass(at) && !io.WantCaptureMouse;
    const Hand hand{mapping, track_at, scale, at, is_on_scope};
    if (is_on_scope && io.MouseWheel != 0)
        requests.push_back(ZoomBy{std::pow(zoom_step, static_cast<double>(io.MouseWheel)), at});
    press(hand, state, requests);
    if (state.drag == ScopeDrag::press || state.drag == ScopeDrag::pan)
        drag_left(hand, state, requests);
    else if (state.drag == ScopeDrag::ruler)
        drag_right(hand, view, state, requests);
    return requests;
}

}  // namespace incursion
