#include "render/picture/blip_batch.h"

#include "render/picture/light.h"
#include "render/picture/passes.h"
#include "render/picture/shaders.h"

namespace incursion {

static_assert(sizeof(Blip) == 4 * sizeof(float), "goes to the graphics memory as it is");

BlipBatch::BlipBatch(Shader shader) : shader_{std::move(shader)}, array_{make_vertex_array()}, buffer_{make_buffer()}
{
    glBindVertexArray(array_.name());
    glBindBuffer(GL_ARRAY_BUFFER, buffer_.name());
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, sizeof(Blip), nullptr);
    glVertexAttribDivisor(0, 1);
    glBindVertexArray(0);
}

Result<BlipBatch> BlipBatch::make()
{
    auto shader = Shader::make("echoes", shaders::blip_vertex, std::string{shaders::common} + shaders::blip);
    if (!shader)
        return Problem{shader.problem()};
    return BlipBatch{std::move(shader).value()};
}

void BlipBatch::draw(const std::vector<Blip>& blips, const Beam& beam, const Look& look, const Glass& glass) const
{
    if (blips.empty() || !beam.is_on)
        return;
    glBindBuffer(GL_ARRAY_BUFFER, buffer_.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(blips.size() * sizeof(Blip)), blips.data(), GL_STREAM_DRAW);
    shader_.use();
    set_glass(shader_, glass);
    shader_.set("radar", beam.radar.x, beam.radar.y);
    shader_.set("px_per_m", beam.px_per_m);
    shader_.set("turn_s", static_cast<float>(beam.turn_s));
    shader_.set("afterglow_s", look.afterglow_s);
    shader_.set("flash_light", light_of(look[StyleId::phosphor_flash].colour, look.is_dark));
    shader_.set("tail_light", light_of(look[StyleId::phosphor_tail].colour, look.is_dark));
    blend_by_maximum();
    glBindVertexArray(array_.name());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(blips.size()));
    glBindVertexArray(0);
    blend_off();
}

}  // namespace incursion
