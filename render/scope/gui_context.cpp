#include "render/scope/gui_context.h"

#include <imgui_freetype.h>

#include <cassert>
#include <cmath>

#include "render/scope/font_files.h"
#include "render/view/look.h"

namespace incursion {
namespace {

constexpr std::size_t font_count = static_cast<std::size_t>(FontId::count);

/// Gives every glyph the advance of a figure, each in the middle of its cell: letters from another file, and the
/// marks that B612 Mono sets hard at the left.
void fix_advance(ImFont& font)
{
    const float advance = font.GetCharAdvance('0');
    for (ImFontGlyph& glyph : font.Glyphs) {
        const ImWchar letter = static_cast<ImWchar>(glyph.Codepoint);
        const bool is_mark = letter == '.' || letter == ',' || letter == ':' || letter == ';';
        if (glyph.AdvanceX != advance || is_mark) {
            const float shift = std::round((advance - (glyph.X1 - glyph.X0)) / 2 - glyph.X0);
            glyph.X0 += shift;
            glyph.X1 += shift;
        }
        glyph.AdvanceX = advance;
        font.IndexAdvanceX[static_cast<int>(letter)] = advance;
    }
    font.FallbackAdvanceX = advance;
    for (float& width : font.IndexAdvanceX)
        if (width < 0)
            width = advance;
}

/// Null where no file can be used.
ImFont* add_font(ImFontAtlas& atlas, FontId id, float scale)
{
    const float em_px = look_of(PaletteId::phosphor).font(id) * scale;
    ImFont* font = nullptr;
    for (const FontFile& file : font_files(id)) {
        ImFontConfig config;
        config.MergeMode = font != nullptr;
        config.OversampleH = 1;
        config.PixelSnapH = true;
        config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
        const float line_px = std::fmax(std::round(em_px * file.line_per_em), 1.0F);
        ImFont* added = atlas.AddFontFromFileTTF(file.path.c_str(), line_px, &config, glyph_ranges(id));
        font = font ? font : added;
    }
    return font;
}

}  // namespace

Result<std::unique_ptr<GuiContext>> GuiContext::make(float scale)
{
    IMGUI_CHECKVERSION();
    ImGuiContext* context = ImGui::CreateContext();
    ImGui::SetCurrentContext(context);
    std::unique_ptr<GuiContext> gui(new GuiContext(context, scale));
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    io.MousePos = ImVec2(-FLT_MAX, -FLT_MAX);
    if (!gui->build_fonts())
        return Problem{"No font for the scope can be used: install fonts-b612 and fonts-dejavu-core."};
    return gui;
}

GuiContext::~GuiContext()
{
    ImGui::DestroyContext(context_);
}

void GuiContext::make_current() const
{
    ImGui::SetCurrentContext(context_);
}

bool GuiContext::build_fonts()
{
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    for (std::size_t i = 0; i < font_count; ++i) {
        fonts_[i] = add_font(atlas, static_cast<FontId>(i), scale_);
        if (!fonts_[i])
            return false;
    }
    if (!atlas.Build())
        return false;
    for (std::size_t i = 0; i < font_count; ++i)
        if (is_fixed_advance(static_cast<FontId>(i)))
            fix_advance(*fonts_[i]);
    ImGui::GetIO().FontDefault = font(FontId::panel_text);
    ++font_generation_;
    return true;
}

void GuiContext::rescale(float scale)
{
    if (scale == scale_)
        return;
    make_current();
    scale_ = scale;
    [[maybe_unused]] const bool built = build_fonts();
    assert(built);
}

TextSizes GuiContext::text_sizes() const
{
    TextSizes sizes;
    for (std::size_t i = 0; i < font_count; ++i)
        sizes.fonts[i] = {fonts_[i]->GetCharAdvance('0'), fonts_[i]->FontSize};
    return sizes;
}

void GuiContext::begin_frame(const FrameSize& frame, double delta_s)
{
    make_current();
    rescale(frame.scale);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(static_cast<float>(frame.width_px), static_cast<float>(frame.height_px));
    io.DisplayFramebufferScale = ImVec2(1, 1);
    io.DeltaTime = std::fmax(static_cast<float>(delta_s), 1e-6F);
    ImGui::NewFrame();
}

void start_list(const GuiContext& gui, const FrameSize& frame, ImDrawList& list)
{
    list._ResetForNewFrame();
    list.PushTextureID(gui.font(FontId::scope_text)->ContainerAtlas->TexID);
    list.PushClipRect(ImVec2(0, 0), ImVec2(static_cast<float>(frame.width_px), static_cast<float>(frame.height_px)));
}

}  // namespace incursion
