#include "render/picture/line_batch.h"

#include <cmath>

#include "render/picture/light.h"
#include "render/picture/passes.h"
#include "render/picture/shaders.h"

namespace incursion {
namespace {

/// Bearing ticks stand on the bezel; everything else is under the glass.
bool is_under_glass(StyleId style)
{
    return style != StyleId::bearing_tick && style != StyleId::bezel;
}

void add_segments(const Stroke& stroke, const Look& look, float scale, std::vector<LineSegment>& segments)
{
    const Style& style = look[stroke.style];
    const Colour light = light_of(style.colour, look.is_dark, stroke.opacity);
    const float width_px = stroke.width_px > 0 ? stroke.width_px : style.width_px * scale;
    LineSegment segment;
    segment.half_width_px = width_px / 2;
    segment.glow_px = look.is_dark ? style.glow_px * scale : 0;
    segment.kind = static_cast<float>(stroke.line);
    segment.r = light.r;
    segment.g = light.g;
    segment.b = light.b;
    segment.is_clipped = is_under_glass(stroke.style) ? 1.0F : 0.0F;
    const std::size_t ends = stroke.points.size();
    for (std::size_t i = 0; i < ends && (i + 1 < ends || ends == 1); ++i) {
        const Point from = stroke.points[i], to = ends == 1 ? from : stroke.points[i + 1];
        segment.from_x = from.x;
        segment.from_y = from.y;
        segment.to_x = to.x;
        segment.to_y = to.y;
        segments.push_back(segment);
        segment.before_px += std::hypot(to.x - from.x, to.y - from.y);
    }
}

/// One attribute of four floats, a new one for each instance.
void point_attribute(GLuint index, std::size_t offset_floats)
{
    glEnableVertexAttribArray(index);
    glVertexAttribPointer(index, 4, GL_FLOAT, GL_FALSE, sizeof(LineSegment),
                          reinterpret_cast<const void*>(offset_floats * sizeof(float)));
    glVertexAttribDivisor(index, 1);
}

}  // namespace

std::vector<LineSegment> segments_of(const std::vector<Stroke>& strokes, const Look& look, float scale)
{
    std::vector<LineSegment> segments;
    for (const Stroke& stroke : strokes)
        add_segments(stroke, look, scale, segments);
    return segments;
}

LineBatch::LineBatch(Shader shader) : shader_{std::move(shader)}, array_{make_vertex_array()}, buffer_{make_buffer()}
{
    glBindVertexArray(array_.name());
    glBindBuffer(GL_ARRAY_BUFFER, buffer_.name());
    for (GLuint attribute = 0; attribute < 3; ++attribute)
        point_attribute(attribute, std::size_t{4} * attribute);
    glBindVertexArray(0);
}

Result<LineBatch> LineBatch::make()
{
    auto shader = Shader::make("lines", shaders::line_vertex, std::string{shaders::common} + shaders::line);
    if (!shader)
        return Problem{shader.problem()};
    return LineBatch{std::move(shader).value()};
}

void LineBatch::set(const std::vector<LineSegment>& segments)
{
    count_ = static_cast<GLsizei>(segments.size());
    glBindBuffer(GL_ARRAY_BUFFER, buffer_.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(segments.size() * sizeof(LineSegment)), segments.data(),
                 GL_STREAM_DRAW);
}

void LineBatch::draw(const Glass& glass) const
{
    blend_by_maximum();
    draw_instances(glass, 0, false);
    blend_off();
}

void LineBatch::draw_halo(const Glass& glass, float widen_px) const
{
    blend_away();
    draw_instances(glass, widen_px, true);
    blend_off();
}

void LineBatch::draw_instances(const Glass& glass, float widen_px, bool is_halo) const
{
    if (count_ == 0)
        return;
    shader_.use();
    set_glass(shader_, glass);
    shader_.set("widen", widen_px);
    shader_.set("is_halo", is_halo ? 1.0F : 0.0F);
    glBindVertexArray(array_.name());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, count_);
    glBindVertexArray(0);
}

}  // namespace incursion
