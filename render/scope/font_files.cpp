#include "render/scope/font_files.h"

#include <ft2build.h>
#include FT_FREETYPE_H

namespace incursion {
namespace {

/// Where Debian's packages fonts-b612 and fonts-dejavu-core put them.
constexpr const char* b612 = "/usr/share/fonts/opentype/b612/B612";
constexpr const char* dejavu = "/usr/share/fonts/truetype/dejavu/DejaVuSans";

bool is_bold(FontId id)
{
    return id == FontId::scope_bold || id == FontId::panel_bold || id == FontId::panel_value || id == FontId::clock ||
           id == FontId::card_title;
}

std::optional<FontFile> opened(const std::string& path)
{
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0)
        return std::nullopt;
    std::optional<FontFile> file;
    FT_Face face = nullptr;
    if (FT_New_Face(library, path.c_str(), 0, &face) == 0) {
        if (face->units_per_EM > 0)
            file = FontFile{path, static_cast<float>(face->ascender - face->descender) /
                                      static_cast<float>(face->units_per_EM)};
        FT_Done_Face(face);
    }
    FT_Done_FreeType(library);
    return file;
}

}  // namespace

bool is_fixed_advance(FontId id)
{
    return id == FontId::scope_small || id == FontId::scope_text || id == FontId::scope_bold ||
           id == FontId::panel_value || id == FontId::clock;
}

std::vector<FontFile> font_files(FontId id)
{
    const std::string mono = is_fixed_advance(id) ? "Mono" : "";
    const std::string main = b612 + mono + (is_bold(id) ? "-Bold.otf" : "-Regular.otf");
    const std::string further = dejavu + mono + (is_bold(id) ? "-Bold.ttf" : ".ttf");
    std::vector<FontFile> files;
    for (const std::string& path : {main, further})
        if (const std::optional<FontFile> file = opened(path))
            files.push_back(*file);
    return files;
}

const ImWchar* glyph_ranges(FontId id)
{
    static const ImWchar few[] = {0x20,   0x17F,  0x2010, 0x2026, 0x2032, 0x2033, 0x2190, 0x2193,
                                  0x2212, 0x2212, 0x2248, 0x2248, 0x2264, 0x2265, 0};
    static const ImWchar many[] = {0x20,   0x24F,  0x300,  0x52F,  0x1E00, 0x1EFF, 0x2010, 0x2026, 0x2032,
                                   0x2033, 0x2116, 0x2116, 0x2190, 0x2193, 0x2212, 0x2212, 0x221E, 0x221E,
                                   0x2248, 0x2248, 0x2264, 0x2265, 0x25B2, 0x25B2, 0x25BC, 0x25BC, 0};
    return id == FontId::clock ? few : many;
}

}  // namespace incursion
