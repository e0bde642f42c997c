#include "render/picture/target.h"

#include <cassert>

namespace incursion {

Target::Target(int width, int height, GLint filter, bool has_stencil)
    : width_{width}, height_{height}, texture_{make_texture(GL_RGBA8, width, height, filter)}
{
    GLuint name = 0;
    glGenFramebuffers(1, &name);
    framebuffer_ = GlFramebuffer{name};
    glBindFramebuffer(GL_FRAMEBUFFER, name);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_.name(), 0);
    if (has_stencil) {
        GLuint stencil = 0;
        glGenRenderbuffers(1, &stencil);
        stencil_ = GlRenderbuffer{stencil};
        glBindRenderbuffer(GL_RENDERBUFFER, stencil);
        glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, width, height);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, stencil);
    }
    assert(glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE);
}

void Target::bind() const
{
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
    glViewport(0, 0, width_, height_);
}

void copy(const Target& from, GLuint to_framebuffer, int x, int y)
{
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from.framebuffer());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to_framebuffer);
    glBlitFramebuffer(0, 0, from.width(), from.height(), x, y, x + from.width(), y + from.height(), GL_COLOR_BUFFER_BIT,
                      GL_NEAREST);
}

void bind_texture(int unit, GLuint texture)
{
    glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit));
    glBindTexture(GL_TEXTURE_2D, texture);
}

}  // namespace incursion
