#include "render/picture/bloom.h"

#include "render/picture/shaders.h"

namespace incursion {
namespace {

int quarter_of(int length)
{
    return (length + 3) / 4;
}

}  // namespace

Result<Bloom> Bloom::make()
{
    auto quarter = Shader::make("bloom", shaders::whole_vertex, shaders::quarter);
    if (!quarter)
        return Problem{quarter.problem()};
    auto blur = Shader::make("blur", shaders::whole_vertex, shaders::blur);
    if (!blur)
        return Problem{blur.problem()};
    return Bloom{std::move(quarter).value(), std::move(blur).value()};
}

void Bloom::update(const Target& light)
{
    const int width = quarter_of(light.width()), height = quarter_of(light.height());
    if (quarter_.width() != width || quarter_.height() != height) {
        quarter_ = Target{width, height, GL_LINEAR};
        quarter_between_ = Target{width, height, GL_LINEAR};
        sixteenth_ = Target{quarter_of(width), quarter_of(height), GL_LINEAR};
        sixteenth_between_ = Target{quarter_of(width), quarter_of(height), GL_LINEAR};
    }
    shrink(light, quarter_);
    shrink(quarter_, sixteenth_);
    blur(sixteenth_, sixteenth_between_, false, 1, nullptr);
    blur(sixteenth_between_, sixteenth_, true, 1, nullptr);
    blur(quarter_, quarter_between_, false, 1, nullptr);
    blur(quarter_between_, quarter_, true, 0.6F, &sixteenth_);
}

void Bloom::shrink(const Target& from, const Target& to) const
{
    to.bind();
    quarter_shader_.use();
    bind_texture(0, from.texture());
    quarter_shader_.set("source", 0);
    quarter_shader_.set("step_share", 1 / static_cast<float>(from.width()), 1 / static_cast<float>(from.height()));
    whole_.draw();
}

void Bloom::blur(const Target& from, const Target& to, bool is_upright, float scale, const Target* coarse) const
{
    static constexpr float coarse_share = 0.4F;
    to.bind();
    blur_shader_.use();
    bind_texture(0, from.texture());
    bind_texture(1, coarse == nullptr ? from.texture() : coarse->texture());
    blur_shader_.set("source", 0);
    blur_shader_.set("coarse", 1);
    const float x = 1 / static_cast<float>(from.width()), y = 1 / static_cast<float>(from.height());
    blur_shader_.set("axis", is_upright ? 0 : x, is_upright ? y : 0);
    blur_shader_.set("pixel_share", x, y);
    blur_shader_.set("scale", scale);
    blur_shader_.set("with_coarse", coarse == nullptr ? 0 : coarse_share);
    whole_.draw();
}

}  // namespace incursion
