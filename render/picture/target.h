#pragma once

#include "render/picture/gl_objects.h"

namespace incursion {

/// A texture that can be drawn into. Its first row of pixels is the lowest.
class Target {
public:
    Target() = default;
    /// RGBA8; `filter` is for reading it: GL_NEAREST or GL_LINEAR. `has_stencil`: with 8 bits of stencil.
    Target(int width, int height, GLint filter, bool has_stencil = false);

    int width() const { return width_; }
    int height() const { return height_; }
    GLuint texture() const { return texture_.name(); }
    GLuint framebuffer() const { return framebuffer_.name(); }
    /// Makes it the target of drawing, all of it.
    void bind() const;

private:
    int width_ = 0, height_ = 0;
    GlTexture texture_;
    GlRenderbuffer stencil_;
    GlFramebuffer framebuffer_;
};

/// Copies all of a target into another framebuffer, its lower left corner to a place there.
void copy(const Target& from, GLuint to_framebuffer, int x, int y);

/// Binds a texture for reading through a sampler of that unit.
void bind_texture(int unit, GLuint texture);

}  // namespace incursion
