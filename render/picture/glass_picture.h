#pragma once

#include <cstdint>

#include <imgui.h>

#include "render/picture/blip_batch.h"
#include "render/picture/bloom.h"
#include "render/picture/ground_painter.h"
#include "render/picture/line_batch.h"
#include "render/picture/radar_video.h"

namespace incursion {

/// What the round scope shows: everything within its region of the frame.
class GlassPicture {
public:
    static Result<GlassPicture> make();

    /// Paints ground and map where anything of it has changed.
    void update_map(const Glass& glass, const Look& look, const MapScene& map, std::uint64_t map_number);
    /// Light of the instant: phosphor, echoes, lines and, on dark ground, the labels, which glow too.
    void draw_light(const Scene& scene, const Look& look, ImDrawList* labels);
    /// Ground and light together, into the region of a target that holds the whole frame.
    void draw_composite(const Look& look, const Target& frame) const;

private:
    struct Shaders {
        Shader phosphor, composite, ink;
    };
    GlassPicture(Shaders shaders, GroundPainter ground, LineBatch map_lines, LineBatch lines, LineBatch haloed,
                 BlipBatch blips, Bloom bloom);
    void resize(const Region& region);
    void draw_phosphor(const Beam& beam, const Look& look);

    Shaders shaders_;
    GroundPainter ground_painter_;
    LineBatch map_lines_, lines_, haloed_;
    BlipBatch blips_;
    Bloom bloom_;
    WholeTarget whole_;
    RadarVideo video_;
    GlTexture video_texture_;
    Target ground_, map_light_, light_;

    // What the map was drawn for.
    Glass glass_;
    PaletteId palette_{};
    std::uint64_t map_number_ = 0;
    bool has_map_ = false;
};

/// Draws a list that belongs to no window into the bound framebuffer, which shows a region of the frame.
void draw_list(ImDrawList& list, const Region& region);

}  // namespace incursion
