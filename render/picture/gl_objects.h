#pragma once

#include <utility>

#include "render/picture/gl.h"

namespace incursion {

/// Owns the name of an OpenGL object; 0 owns nothing. The context it was made in must be current when it dies.
template <void (*Delete)(GLuint)>
class GlObject {
public:
    GlObject() = default;
    explicit GlObject(GLuint name) : name_{name} {}
    GlObject(GlObject&& other) noexcept : name_{std::exchange(other.name_, 0)} {}
    GlObject& operator=(GlObject&& other) noexcept
    {
        std::swap(name_, other.name_);
        return *this;
    }
    ~GlObject()
    {
        if (name_ != 0)
            Delete(name_);
    }
    GLuint name() const { return name_; }

private:
    GLuint name_ = 0;
};

inline void delete_buffer(GLuint name)
{
    glDeleteBuffers(1, &name);
}
inline void delete_vertex_array(GLuint name)
{
    glDeleteVertexArrays(1, &name);
}
inline void delete_texture(GLuint name)
{
    glDeleteTextures(1, &name);
}
inline void delete_framebuffer(GLuint name)
{
    glDeleteFramebuffers(1, &name);
}
inline void delete_renderbuffer(GLuint name)
{
    glDeleteRenderbuffers(1, &name);
}
inline void delete_shader(GLuint name)
{
    glDeleteShader(name);
}
inline void delete_program(GLuint name)
{
    glDeleteProgram(name);
}

using GlBuffer = GlObject<delete_buffer>;
using GlVertexArray = GlObject<delete_vertex_array>;
using GlTexture = GlObject<delete_texture>;
using GlFramebuffer = GlObject<delete_framebuffer>;
using GlRenderbuffer = GlObject<delete_renderbuffer>;
using GlShader = GlObject<delete_shader>;
using GlProgram = GlObject<delete_program>;

GlBuffer make_buffer();
GlVertexArray make_vertex_array();

/// A texture of one level without contents, clamped at its edges. `format`: GL_RGBA8, GL_R8, ...; `filter`:
/// GL_NEAREST or GL_LINEAR.
GlTexture make_texture(GLenum format, int width, int height, GLint filter);

}  // namespace incursion
