#include "render/picture/ground_painter.h"

#include <array>

#include "render/picture/shaders.h"

namespace incursion {
namespace {

/// A quad over a region, in pixels of the frame.
std::array<Point, 4> corners_of(const Region& region)
{
    const auto left = static_cast<float>(region.x), top = static_cast<float>(region.y);
    const float right = left + static_cast<float>(region.width), bottom = top + static_cast<float>(region.height);
    return {{{left, top}, {left, bottom}, {right, top}, {right, bottom}}};
}

/// Marks the pixels that rings hold an odd number of times: each ring as a fan of triangles from its first point,
/// every triangle turning the marks below it over.
void mark_inside(const std::vector<GLint>& firsts, const std::vector<GLsizei>& counts)
{
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
    glStencilFunc(GL_ALWAYS, 0, 1);
    glStencilOp(GL_KEEP, GL_KEEP, GL_INVERT);
    glMultiDrawArrays(GL_TRIANGLE_FAN, firsts.data(), counts.data(), static_cast<GLsizei>(firsts.size()));
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
}

}  // namespace

GroundPainter::GroundPainter(Shader ground, Shader fill)
    : ground_{std::move(ground)}, fill_{std::move(fill)}, array_{make_vertex_array()}, buffer_{make_buffer()}
{
    glBindVertexArray(array_.name());
    glBindBuffer(GL_ARRAY_BUFFER, buffer_.name());
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(Point), nullptr);
    glBindVertexArray(0);
}

Result<GroundPainter> GroundPainter::make()
{
    const std::string common = shaders::common;
    auto ground = Shader::make("glass", shaders::whole_vertex, common + shaders::ground);
    if (!ground)
        return Problem{ground.problem()};
    auto fill = Shader::make("areas", shaders::fill_vertex, common + shaders::fill);
    if (!fill)
        return Problem{fill.problem()};
    return GroundPainter{std::move(ground).value(), std::move(fill).value()};
}

void GroundPainter::paint(const Target& target, const Glass& glass, const Look& look,
                          const std::vector<Fill>& fills) const
{
    target.bind();
    ground_.use();
    set_glass(ground_, glass);
    ground_.set("background", look[StyleId::background].colour);
    ground_.set("glass_colour", look[StyleId::glass].colour);
    ground_.set("edge_colour", look[StyleId::glass_edge].colour);
    ground_.set("bezel_colour", look[StyleId::bezel].colour);
    ground_.set("bezel_radius", glass.bezel_radius_px);
    ground_.set("is_dark", look.is_dark ? 1.0F : 0.0F);
    whole_.draw();

    glClearStencil(0);
    glClear(GL_STENCIL_BUFFER_BIT);
    glEnable(GL_STENCIL_TEST);
    glStencilMask(1);
    fill_.use();
    set_glass(fill_, glass);
    glBindVertexArray(array_.name());
    const std::array<Point, 4> corners = corners_of(glass.region);
    for (const Fill& fill : fills) {
        std::vector<Point> points(corners.begin(), corners.end());
        std::vector<GLint> firsts;
        std::vector<GLsizei> counts;
        for (const std::vector<Point>& ring : fill.rings) {
            firsts.push_back(static_cast<GLint>(points.size()));
            counts.push_back(static_cast<GLsizei>(ring.size()));
            points.insert(points.end(), ring.begin(), ring.end());
        }
        glBindBuffer(GL_ARRAY_BUFFER, buffer_.name());
        glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(points.size() * sizeof(Point)), points.data(),
                     GL_STREAM_DRAW);
        mark_inside(firsts, counts);
        paint_fill(fill, look);
    }
    glBindVertexArray(0);
    glDisable(GL_STENCIL_TEST);
}

/// Colours the marked pixels and takes the marks away.
void GroundPainter::paint_fill(const Fill& fill, const Look& look) const
{
    Colour colour = look[fill.style].colour;
    colour.a *= fill.opacity;
    fill_.set("fill_colour", colour);
    fill_.set("has_hatch", fill.style == StyleId::airspace_fill_concerned ? 1.0F : 0.0F);
    glStencilFunc(GL_NOTEQUAL, 0, 1);
    glStencilOp(GL_KEEP, GL_KEEP, GL_ZERO);
    blend_over();
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    blend_off();
}

}  // namespace incursion
