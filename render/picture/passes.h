#pragma once

#include "render/picture/region.h"
#include "render/picture/shader.h"

namespace incursion {

/// Sets `region` and `glass` of the shader in use (see shaders.h).
void set_glass(const Shader& shader, const Glass& glass);

// How what is drawn next meets what is there.
void blend_by_maximum();  ///< the brighter of each part stays
void blend_over();        ///< covers by its alpha
void blend_away();        ///< takes away by its alpha
void blend_as_light();    ///< adds light, the less the brighter it is below: never beyond 1
void blend_as_ink();      ///< takes away from what is below, part by part
void blend_by_second();   ///< adds to what the shader's second output leaves of what is below
void blend_off();

/// Draws with the shader in use on every pixel of the viewport.
class WholeTarget {
public:
    WholeTarget() : array_{make_vertex_array()} {}
    void draw() const;
    /// The fan of disc_vertex.
    void draw_disc() const;

private:
    GlVertexArray array_;
};

}  // namespace incursion
