#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

#include "render/picture/gl.h"
#include "render/picture/picture.h"
#include "render/window/offscreen.h"
#include "tests/render/picture/synthetic_scene.h"

namespace incursion::test {

template <class T>
T value_of(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.problem());
    return std::move(result).value();
}

/// A context of Mesa's software renderer, whatever the machine has: pictures are compared.
inline std::unique_ptr<OffscreenContext> software_context()
{
    setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    setenv("GALLIUM_DRIVER", "llvmpipe", 1);
    return value_of(OffscreenContext::make());
}

/// The pixels of a frame.
struct Pixels {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;  ///< the lowest row first

    /// Red, green or blue (0 to 2) at a place of the frame, counted from its upper left corner.
    int part(Point at, int which) const
    {
        const int x = static_cast<int>(at.x), y = height - 1 - static_cast<int>(at.y);
        return rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4 +
                    static_cast<std::size_t>(which)];
    }
    int brightness(Point at) const { return part(at, 0) + part(at, 1) + part(at, 2); }
    friend bool operator==(const Pixels&, const Pixels&) = default;
};

/// An ImGui context with its own small font.
class PlainGui {
public:
    PlainGui() : context_{ImGui::CreateContext()}
    {
        ImGui::SetCurrentContext(context_);
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetIO().Fonts->Build();
    }
    PlainGui(const PlainGui&) = delete;
    PlainGui& operator=(const PlainGui&) = delete;
    ~PlainGui() { ImGui::DestroyContext(context_); }

private:
    ImGuiContext* context_;
};

/// What a test draws: a layout with a map and a scene that it may change.
struct Sheet {
    FrameSize frame;
    Layout layout;
    PaletteId palette = PaletteId::phosphor;
    MapScene map;
    std::uint64_t map_number = 1;
    Scene scene;
    std::vector<std::pair<Rect, StyleId>> grounds;

    explicit Sheet(int width_px = 640, int height_px = 360)
        : frame{width_px, height_px, 1}, layout{layout_of(LayoutId::full, frame)}
    {
        scene.centre = layout.scope_centre;
        scene.radius_px = layout.scope_radius_px;
        scene.beam.is_on = false;
        scene.beam.radar = layout.scope_centre;
        scene.beam.px_per_m = layout.scope_radius_px / 50'000;
    }
    /// A place on the glass: shares of its radius, right and down from the middle.
    Point on_glass(float right, float down) const
    {
        return {layout.scope_centre.x + right * layout.scope_radius_px,
                layout.scope_centre.y + down * layout.scope_radius_px};
    }
};

class Studio {
public:
    Studio() : context_{software_context()}, picture_{value_of(ScopePicture::make())} {}

    Pixels draw(const Sheet& sheet)
    {
        picture_->draw({sheet.frame, sheet.layout, look_of(sheet.palette), sheet.map, sheet.map_number, sheet.scene,
                        sheet.grounds, nullptr, nullptr});
        if (const GLenum error = glGetError(); error != GL_NO_ERROR)
            throw std::runtime_error("OpenGL error " + std::to_string(error));
        return {picture_->width_px(), picture_->height_px(), picture_->read()};
    }

private:
    std::unique_ptr<OffscreenContext> context_;
    PlainGui gui_;
    std::unique_ptr<ScopePicture> picture_;
};

}  // namespace incursion::test
