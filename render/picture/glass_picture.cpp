#include "render/picture/glass_picture.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <backends/imgui_impl_opengl3.h>

#include "render/picture/light.h"
#include "render/picture/shaders.h"

namespace incursion {
namespace {

/// Range of the last cell of the radar's video, in pixels: at least to the far side of the glass, and a power of the
/// square root of 2 in metres, so that the ground stays where it is while one looks about.
float video_range_px(const Beam& beam, const Glass& glass)
{
    const float px_per_m = std::max(beam.px_per_m, 1e-9F);
    const float farthest_px =
        std::hypot(beam.radar.x - glass.centre.x, beam.radar.y - glass.centre.y) + glass.radius_px;
    const float steps = std::ceil(2 * std::log2(farthest_px / px_per_m) - 1e-3F);
    return std::exp2(steps / 2) * px_per_m;
}

bool wants_halo(StyleId style)
{
    static constexpr std::array<StyleId, 7> styles{StyleId::side_1, StyleId::side_2,   StyleId::side_3, StyleId::side_4,
                                                   StyleId::ghost,  StyleId::selected, StyleId::ruler};
    return std::find(styles.begin(), styles.end(), style) != styles.end();
}

std::vector<Stroke> haloed(const std::vector<Stroke>& strokes)
{
    std::vector<Stroke> result;
    std::copy_if(strokes.begin(), strokes.end(), std::back_inserter(result),
                 [](const Stroke& stroke) { return wants_halo(stroke.style) && stroke.opacity >= 0.75F; });
    return result;
}

GlTexture make_video_texture()
{
    GlTexture texture = make_texture(GL_R8, RadarVideo::cells, RadarVideo::rows, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_REPEAT);  // north follows north
    return texture;
}

}  // namespace

GlassPicture::GlassPicture(Shaders shaders, GroundPainter ground, LineBatch map_lines, LineBatch lines,
                           LineBatch haloed, BlipBatch blips, Bloom bloom)
    : shaders_{std::move(shaders)},
      ground_painter_{std::move(ground)},
      map_lines_{std::move(map_lines)},
      lines_{std::move(lines)},
      haloed_{std::move(haloed)},
      blips_{std::move(blips)},
      bloom_{std::move(bloom)},
      video_texture_{make_video_texture()}
{
}

Result<GlassPicture> GlassPicture::make()
{
    const std::string common = shaders::common;
    auto phosphor = Shader::make("phosphor", shaders::disc_vertex, common + shaders::phosphor);
    auto composite = Shader::make("composite", shaders::whole_vertex, shaders::composite);
    auto ink = Shader::make("ink", shaders::whole_vertex, shaders::ink);
    auto ground = GroundPainter::make();
    auto map_lines = LineBatch::make(), lines = LineBatch::make(), haloed = LineBatch::make();
    auto blips = BlipBatch::make();
    auto bloom = Bloom::make();
    std::string problems;
    const auto note = [&problems](const auto& result) {
        if (!result)
            problems += (problems.empty() ? "" : "\n") + result.problem();
    };
    note(phosphor), note(composite), note(ink), note(ground), note(lines), note(blips), note(bloom);
    if (!problems.empty() || !map_lines || !haloed)
        return Problem{problems};
    return GlassPicture{{std::move(phosphor).value(), std::move(composite).value(), std::move(ink).value()},
                        std::move(ground).value(),
                        std::move(map_lines).value(),
                        std::move(lines).value(),
                        std::move(haloed).value(),
                        std::move(blips).value(),
                        std::move(bloom).value()};
}

void GlassPicture::resize(const Region& region)
{
    if (light_.width() == region.width && light_.height() == region.height)
        return;
    ground_ = Target{region.width, region.height, GL_NEAREST, true};
    map_light_ = Target{region.width, region.height, GL_NEAREST};
    light_ = Target{region.width, region.height, GL_LINEAR};
}

void GlassPicture::update_map(const Glass& glass, const Look& look, const MapScene& map, std::uint64_t map_number)
{
    if (has_map_ && glass == glass_ && look.id == palette_ && map_number == map_number_)
        return;
    resize(glass.region);
    ground_painter_.paint(ground_, glass, look, map.fills);
    map_light_.bind();
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    map_lines_.set(segments_of(map.strokes, look, glass.scale));
    map_lines_.draw(glass);
    glass_ = glass;
    palette_ = look.id;
    map_number_ = map_number;
    has_map_ = true;
}

void GlassPicture::draw_light(const Scene& scene, const Look& look, ImDrawList* labels)
{
    copy(map_light_, light_.framebuffer(), 0, 0);
    light_.bind();
    if (scene.beam.is_on)
        draw_phosphor(scene.beam, look);
    blips_.draw(scene.blips, scene.beam, look, glass_);
    haloed_.set(segments_of(haloed(scene.strokes), look, glass_.scale));
    haloed_.draw_halo(glass_, 1.6F * glass_.scale);
    lines_.set(segments_of(scene.strokes, look, glass_.scale));
    lines_.draw(glass_);
    if (!look.is_dark)
        return;
    if (labels != nullptr)
        draw_list(*labels, glass_.region);
    if (look.bloom > 0)
        bloom_.update(light_);
}

void GlassPicture::draw_phosphor(const Beam& beam, const Look& look)
{
    bind_texture(0, video_texture_.name());
    const auto [first, last] = video_.update(beam.turn, beam.azimuth_turns);
    if (first < last)
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, first, RadarVideo::cells, last - first, GL_RED, GL_UNSIGNED_BYTE,
                        video_.brightness().data() + static_cast<std::ptrdiff_t>(first) * RadarVideo::cells);
    const Shader& shader = shaders_.phosphor;
    shader.use();
    set_glass(shader, glass_);
    shader.set("video", 0);
    const auto set_light = [&](const char* name, StyleId style) {
        shader.set(name, light_of(look[style].colour, look.is_dark));
    };
    set_light("sweep_light", StyleId::sweep);
    set_light("flash_light", StyleId::phosphor_flash);
    set_light("tail_light", StyleId::phosphor_tail);
    set_light("clutter_light", StyleId::clutter);
    shader.set("radar", beam.radar.x, beam.radar.y);
    shader.set("is_dark", look.is_dark ? 1.0F : 0.0F);
    shader.set("beam_turns", static_cast<float>(beam.azimuth_turns));
    shader.set("turn_s", static_cast<float>(beam.turn_s));
    shader.set("afterglow_s", look.afterglow_s);
    shader.set("video_range_px", video_range_px(beam, glass_));
    blend_by_second();
    whole_.draw_disc();
    blend_off();
}

void GlassPicture::draw_composite(const Look& look, const Target& frame) const
{
    const Region& region = glass_.region;
    const int lowest = frame.height() - region.y - region.height;
    copy(ground_, frame.framebuffer(), region.x, lowest);
    frame.bind();
    glViewport(region.x, lowest, region.width, region.height);
    const bool has_bloom = look.is_dark && look.bloom > 0;
    bind_texture(0, light_.texture());
    bind_texture(1, has_bloom ? bloom_.texture() : light_.texture());
    const Shader& shader = look.is_dark ? shaders_.composite : shaders_.ink;
    shader.use();
    shader.set("light", 0);
    shader.set("bloom", 1);
    shader.set("corner", static_cast<float>(region.x), static_cast<float>(lowest));
    shader.set("bloom_share", 0.25F / static_cast<float>(std::max(bloom_.width(), 1)),
               0.25F / static_cast<float>(std::max(bloom_.height(), 1)));
    shader.set("bloom_strength", has_bloom ? look.bloom : 0.0F);
    if (look.is_dark)
        blend_as_light();
    else
        blend_as_ink();
    whole_.draw();
    blend_off();
}

void draw_list(ImDrawList& list, const Region& region)
{
    if (list.CmdBuffer.empty() || list.VtxBuffer.empty())
        return;
    ImDrawList* lists = &list;
    ImDrawData data;
    data.Valid = true;
    data.CmdLists = &lists;
    data.CmdListsCount = 1;
    data.TotalVtxCount = list.VtxBuffer.Size;
    data.TotalIdxCount = list.IdxBuffer.Size;
    data.DisplayPos = ImVec2{static_cast<float>(region.x), static_cast<float>(region.y)};
    data.DisplaySize = ImVec2{static_cast<float>(region.width), static_cast<float>(region.height)};
    data.FramebufferScale = ImVec2{1, 1};
    ImGui_ImplOpenGL3_RenderDrawData(&data);
}

}  // namespace incursion
