#include "render/picture/gl_objects.h"

namespace incursion {

GlBuffer make_buffer()
{
    GLuint name = 0;
    glGenBuffers(1, &name);
    return GlBuffer{name};
}

GlVertexArray make_vertex_array()
{
    GLuint name = 0;
    glGenVertexArrays(1, &name);
    return GlVertexArray{name};
}

GlTexture make_texture(GLenum format, int width, int height, GLint filter)
{
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    const GLenum parts = format == GL_R8 ? GL_RED : GL_RGBA;
    glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(format), width, height, 0, parts, GL_UNSIGNED_BYTE, nullptr);
    return GlTexture{name};
}

}  // namespace incursion
