#pragma once

#include <vector>

#include "render/picture/passes.h"
#include "render/picture/target.h"
#include "render/view/scene.h"

namespace incursion {

/// Paints what lies under everything else: background, bezel, glass and the areas of the map.
class GroundPainter {
public:
    static Result<GroundPainter> make();
    /// Fills a target of the glass's region, which has a stencil.
    void paint(const Target& target, const Glass& glass, const Look& look, const std::vector<Fill>& fills) const;

private:
    GroundPainter(Shader ground, Shader fill);
    void paint_fill(const Fill& fill, const Look& look) const;
    Shader ground_, fill_;
    WholeTarget whole_;
    GlVertexArray array_;
    GlBuffer buffer_;
};

}  // namespace incursion
