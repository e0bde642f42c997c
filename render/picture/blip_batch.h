#pragma once

#include <vector>

#include "render/picture/region.h"
#include "render/picture/shader.h"
#include "render/view/scene.h"

namespace incursion {

/// Draws the echoes of targets: arcs about the radar, bright when the beam has just passed and fading with the
/// phosphor. What the beam has not reached yet of an echo is dark.
class BlipBatch {
public:
    static Result<BlipBatch> make();
    /// Adds them to the bound target, which shows the glass's region.
    void draw(const std::vector<Blip>& blips, const Beam& beam, const Look& look, const Glass& glass) const;

private:
    explicit BlipBatch(Shader shader);
    Shader shader_;
    GlVertexArray array_;
    GlBuffer buffer_;
};

}  // namespace incursion
