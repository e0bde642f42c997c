#include "render/view/build_scene.h"

namespace incursion {

float text_width_px(const TextSizes& sizes, FontId font, std::string_view text)
{
    std::size_t code_points = 0;
    for (const char c : text)
        if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80U)
            ++code_points;
    return static_cast<float>(code_points) * sizes[font].advance_px;
}

}  // namespace incursion
