#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include <imgui.h>

#include "render/view/layout.h"
#include "render/view/look.h"
#include "render/view/scene.h"
#include "sim/base/result.h"

namespace incursion {

/// Everything that a picture shows. Plain references: valid while it is drawn.
struct PictureParts {
    const FrameSize& frame;
    const Layout& layout;
    const Look& look;
    const MapScene& map;
    std::uint64_t map_number = 0;  ///< another number for another map
    const Scene& scene;
    const std::vector<std::pair<Rect, StyleId>>& grounds;  ///< rectangles of one colour below the panels
    ImDrawList* glass_labels = nullptr;                    ///< text of map and scene, in pixels of the frame
    ImDrawData* panels = nullptr;
};

/// Draws frames into an RGBA8 framebuffer of its own, of the frame's size: what a window shows and what is recorded
/// are the same bytes. A frame depends on nothing but its parts; what is kept between frames only saves work.
/// REQUIRES everywhere: the OpenGL 3.3 context and the ImGui context that it was made in are current.
class ScopePicture {
public:
    /// Compiles the shaders and sets up ImGui's drawing. REQUIRES: ImGui's fonts are built. The problem carries the
    /// log of the graphics driver.
    static Result<std::unique_ptr<ScopePicture>> make();
    ScopePicture(const ScopePicture&) = delete;
    ScopePicture& operator=(const ScopePicture&) = delete;
    ~ScopePicture();

    /// The map is drawn again only when its number, the frame, the layout or the look changes.
    void draw(const PictureParts& parts);

    /// After ImGui's fonts were built anew.
    void upload_fonts();

    int width_px() const;
    int height_px() const;
    unsigned framebuffer() const;  ///< of OpenGL; 0 before the first frame
    /// Four bytes for each pixel: red, green, blue, 255; the lowest row first.
    std::vector<std::uint8_t> read() const;

private:
    struct Passes;
    explicit ScopePicture(std::unique_ptr<Passes> passes);
    std::unique_ptr<Passes> passes_;
};

}  // namespace incursion
