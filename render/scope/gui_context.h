#pragma once

#include <imgui.h>

#include <array>
#include <cstddef>
#include <memory>

#include "render/view/build_scene.h"
#include "sim/base/result.h"

namespace incursion {

/// An ImGui context with the scope's fonts: B612 and B612 Mono, with letters that they lack from DejaVu, which also
/// stands in where B612 is not installed. It keeps no file and draws nothing by itself. Sizes of fonts are those of
/// the phosphor look, read as sizes of the em, which is what people who set type mean by size.
class GuiContext {
public:
    /// Makes a context and makes it the current one. Problem: no font file that can be used, told with the packages
    /// that have them. `scale`: see FrameSize.
    static Result<std::unique_ptr<GuiContext>> make(float scale);
    GuiContext(const GuiContext&) = delete;
    GuiContext& operator=(const GuiContext&) = delete;
    ~GuiContext();

    /// Makes it ImGui's current context: of several windows each has one.
    void make_current() const;

    /// Builds the fonts anew where the scale is another one. REQUIRES: not between NewFrame and Render.
    void rescale(float scale);
    float scale() const { return scale_; }
    /// Counts the atlases built; what has uploaded an earlier one must upload it again.
    int font_generation() const { return font_generation_; }

    /// Of fixed advance: the scope's fonts, the value and the clock. The others have figures of one width.
    ImFont* font(FontId id) const { return fonts_[static_cast<std::size_t>(id)]; }
    /// Advance of a figure and height of a line in every font; of any character in those of fixed advance.
    TextSizes text_sizes() const;

    /// Tells ImGui the size of the frame and the time since the last one, and begins a frame. Mouse and keys are
    /// put into ImGui's io before, or there are none. REQUIRES: delta_s >= 0.
    void begin_frame(const FrameSize& frame, double delta_s);

private:
    GuiContext(ImGuiContext* context, float scale) : context_{context}, scale_{scale} {}
    bool build_fonts();

    ImGuiContext* context_;
    float scale_;
    int font_generation_ = 0;
    std::array<ImFont*, static_cast<std::size_t>(FontId::count)> fonts_{};
};

/// Empties a list that is no window's, so that text can be drawn into it over the whole frame.
/// REQUIRES: `list` was made with ImGui::GetDrawListSharedData().
void start_list(const GuiContext& gui, const FrameSize& frame, ImDrawList& list);

}  // namespace incursion
