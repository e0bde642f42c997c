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
void blend_off();

/// Draws with the shader in use on every pixel of the viewport.
class WholeTarget {
public:
    WholeTarget() : array_{make_vertex_array()} {}
    void draw() const;

private:
    GlVertexArray array_;
};

}  // namespace incursion
