#include "render/picture/passes.h"

namespace incursion {

void set_glass(const Shader& shader, const Glass& glass)
{
    const Region& region = glass.region;
    shader.set("region", static_cast<float>(region.x), static_cast<float>(region.y), static_cast<float>(region.width),
               static_cast<float>(region.height));
    shader.set("glass", glass.centre.x, glass.centre.y, glass.radius_px, glass.scale);
}

void blend_by_maximum()
{
    glEnable(GL_BLEND);
    glBlendEquation(GL_MAX);
    glBlendFunc(GL_ONE, GL_ONE);
}

void blend_over()
{
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

void blend_away()
{
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFuncSeparate(GL_ZERO, GL_ONE_MINUS_SRC_ALPHA, GL_ZERO, GL_ONE);
}

void blend_as_light()
{
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_COLOR);
}

void blend_as_ink()
{
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFuncSeparate(GL_ZERO, GL_ONE_MINUS_SRC_COLOR, GL_ZERO, GL_ONE);
}

void blend_by_second()
{
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_SRC1_COLOR);
}

void blend_off()
{
    glDisable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
}

void WholeTarget::draw() const
{
    glBindVertexArray(array_.name());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glBindVertexArray(0);
}

void WholeTarget::draw_disc() const
{
    glBindVertexArray(array_.name());
    glDrawArrays(GL_TRIANGLE_FAN, 0, 66);
    glBindVertexArray(0);
}

}  // namespace incursion
