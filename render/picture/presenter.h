#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "render/picture/picture.h"
#include "render/scope/gui_context.h"
#include "render/scope/gui_state.h"
#include "render/view/build_scene.h"
#include "render/view/panel_memory.h"
#include "render/view/request.h"

namespace incursion {

/// What is drawn over the panels, as the card of a tour: told what the frame is made of, between ImGui's NewFrame and
/// Render.
struct OverlayFrame {
    const GuiContext& gui;
    const Look& look;
    const Layout& layout;
    const FrameSize& frame;
    const Scene& scene;
};
using Overlay = std::function<void(const OverlayFrame&)>;

/// Shows views of one replay: builds map, scene and panels and draws them. The window and the recorder both use it,
/// which is why they show the same. What it keeps between frames only saves work: a view looks the same whatever
/// was shown before.
class Presenter {
public:
    /// REQUIRES: an OpenGL 3.3 context is current, then, whenever a view is presented, and when the presenter ends;
    /// `replay` outlives it. Makes an ImGui context and makes it the current one.
    static Result<std::unique_ptr<Presenter>> make(const Replay& replay, const FrameSize& frame);
    Presenter(const Presenter&) = delete;
    Presenter& operator=(const Presenter&) = delete;
    ~Presenter();

    /// Makes its ImGui context the current one, as is needed before a window is polled where there are several.
    void make_current() const { gui_->make_current(); }

    /// Draws a view; the frame is in picture() then. `delta_s`: time since the last frame, over which buttons and
    /// double clicks are judged; the picture does not depend on it. Mouse and keys are taken from ImGui's io, where
    /// a window has put them; without any, the pointer is away. Returns what the mouse and the panels ask for.
    std::vector<Request> present(const ViewState& view, const FrameSize& frame, double delta_s,
                                 const Overlay& overlay = {});

    /// Shows another replay from the next frame on, which outlives the presenter or the next call. The map is kept
    /// where the other one has the same: see Replay::has_map_of().
    void show(const Replay& replay);

    /// To be told of every request, whoever made it: opens the field for a bookmark's note.
    void hear(const Request& request) { incursion::hear(gui_state_, request); }

    const ScopePicture& picture() const { return *picture_; }

private:
    Presenter(const Replay& replay, std::unique_ptr<GuiContext> gui, std::unique_ptr<ScopePicture> picture);
    void fit_fonts(const FrameSize& frame);
    void update_map(const ViewState& view, const FrameSize& frame);

    const Replay* replay_;
    std::unique_ptr<GuiContext> gui_;
    std::unique_ptr<ScopePicture> picture_;  ///< after gui_: it ends ImGui's drawing before ImGui's context ends
    int uploaded_fonts_ = 0;
    ImDrawList labels_;
    GuiState gui_state_;
    SweepMemory sweep_;
    PanelMemory panels_;
    MapScene map_;
    std::optional<MapKey> map_key_;
    std::uint64_t map_number_ = 0;
};

}  // namespace incursion
