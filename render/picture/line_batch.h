#pragma once

#include <vector>

#include "render/picture/region.h"
#include "render/picture/shader.h"
#include "render/view/scene.h"

namespace incursion {

/// One segment of a line, as the graphics memory holds it.
struct LineSegment {
    float from_x = 0, from_y = 0, to_x = 0, to_y = 0;
    float before_px = 0;                             ///< length of the line before the segment
    float half_width_px = 0, glow_px = 0, kind = 0;  ///< kind: LineStyle
    float r = 0, g = 0, b = 0, is_clipped = 1;       ///< light or ink; whether the glass clips it
};

/// Segments of strokes in the look's widths and light. A stroke of one point becomes a dot.
std::vector<LineSegment> segments_of(const std::vector<Stroke>& strokes, const Look& look, float scale);

/// Draws strokes: a quad for each segment, on which the distance to the segment gives a smooth line with a glow.
/// Blended by maximum, so that joints and crossings are no brighter than the lines.
class LineBatch {
public:
    static Result<LineBatch> make();

    /// What draw() and draw_halo() draw from now on.
    void set(const std::vector<LineSegment>& segments);
    /// Adds the lines to the bound target, which shows the glass's region.
    void draw(const Glass& glass) const;
    /// Takes away what lies under the lines and `widen_px` about them.
    void draw_halo(const Glass& glass, float widen_px) const;

private:
    explicit LineBatch(Shader shader);
    void draw_instances(const Glass& glass, float widen_px, bool is_halo) const;
    Shader shader_;
    GlVertexArray array_;
    GlBuffer buffer_;
    GLsizei count_ = 0;
};

}  // namespace incursion
