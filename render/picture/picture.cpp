#include "render/picture/picture.h"

#include <backends/imgui_impl_opengl3.h>

#include "render/picture/glass_picture.h"

namespace incursion {
namespace {

void clear_rectangle(const Region& region, int frame_height_px, const Colour& colour)
{
    glScissor(region.x, frame_height_px - region.y - region.height, region.width, region.height);
    glClearColor(colour.r, colour.g, colour.b, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

/// Ends the drawing of the ImGui context that it was made in, whichever is current by then: a window that opens
/// another incident makes the new picture before it drops the old one.
struct GuiDrawing {
    GuiDrawing() : context_{ImGui::GetCurrentContext()} {}
    GuiDrawing(const GuiDrawing&) = delete;
    GuiDrawing& operator=(const GuiDrawing&) = delete;
    ~GuiDrawing()
    {
        ImGuiContext* now = ImGui::GetCurrentContext();
        ImGui::SetCurrentContext(context_);
        ImGui_ImplOpenGL3_Shutdown();
        ImGui::SetCurrentContext(now);
    }

private:
    ImGuiContext* context_;
};

}  // namespace

struct ScopePicture::Passes {
    std::unique_ptr<GuiDrawing> gui;
    GlassPicture glass;
    Target frame;
};

ScopePicture::ScopePicture(std::unique_ptr<Passes> passes) : passes_{std::move(passes)} {}

ScopePicture::~ScopePicture() = default;

Result<std::unique_ptr<ScopePicture>> ScopePicture::make()
{
    if (!ImGui_ImplOpenGL3_Init("#version 330 core"))
        return Problem{"Dear ImGui could not load OpenGL (it needs libGL.so.1; on Debian: libgl1)."};
    auto gui = std::make_unique<GuiDrawing>();
    ImGui_ImplOpenGL3_NewFrame();  // makes its shaders and uploads the fonts
    auto glass = GlassPicture::make();
    if (!glass)
        return Problem{glass.problem()};
    std::unique_ptr<Passes> passes{new Passes{std::move(gui), std::move(glass).value(), Target{}}};
    return std::unique_ptr<ScopePicture>{new ScopePicture{std::move(passes)}};
}

void ScopePicture::upload_fonts()
{
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
}

void ScopePicture::draw(const PictureParts& parts)
{
    const FrameSize& size = parts.frame;
    const Look& look = parts.look;
    Target& frame = passes_->frame;
    if (frame.width() != size.width_px || frame.height() != size.height_px)
        frame = Target{size.width_px, size.height_px, GL_NEAREST};
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_DITHER);
    passes_->glass.update_map(glass_of(parts.layout, size), look, parts.map, parts.map_number);
    passes_->glass.draw_light(parts.scene, look, parts.glass_labels);

    frame.bind();
    glEnable(GL_SCISSOR_TEST);
    clear_rectangle({0, 0, size.width_px, size.height_px}, size.height_px, look[StyleId::background].colour);
    glDisable(GL_SCISSOR_TEST);
    passes_->glass.draw_composite(look, frame);
    glEnable(GL_SCISSOR_TEST);
    for (const auto& [rect, style] : parts.grounds)
        clear_rectangle(region_of(rect, size), size.height_px, look[style].colour);
    glDisable(GL_SCISSOR_TEST);
    if (!look.is_dark && parts.glass_labels != nullptr)
        draw_list(*parts.glass_labels, {0, 0, size.width_px, size.height_px});
    if (parts.panels != nullptr)
        ImGui_ImplOpenGL3_RenderDrawData(parts.panels);
}

int ScopePicture::width_px() const
{
    return passes_->frame.width();
}

int ScopePicture::height_px() const
{
    return passes_->frame.height();
}

unsigned ScopePicture::framebuffer() const
{
    return passes_->frame.framebuffer();
}

std::vector<std::uint8_t> ScopePicture::read() const
{
    const Target& frame = passes_->frame;
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(frame.width()) *
                                     static_cast<std::size_t>(frame.height()) * 4);
    glBindFramebuffer(GL_FRAMEBUFFER, frame.framebuffer());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, frame.width(), frame.height(), GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    return pixels;
}

}  // namespace incursion
