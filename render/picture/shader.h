#pragma once

#include <string>

#include "render/picture/gl_objects.h"
#include "render/view/look.h"
#include "sim/base/result.h"

namespace incursion {

/// A linked program of a vertex and a fragment shader.
class Shader {
public:
    /// Compiles and links, each source with `#version 330 core` put before it. The problem names the program and
    /// carries the log.
    static Result<Shader> make(const std::string& name, const std::string& vertex, const std::string& fragment);

    void use() const { glUseProgram(program_.name()); }

    // REQUIRES: use() was called last for this one. A name that the program does not use is passed over.
    void set(const char* name, int value) const;
    void set(const char* name, float value) const;
    void set(const char* name, float a, float b) const;
    void set(const char* name, float a, float b, float c, float d) const;
    void set(const char* name, const Colour& colour) const;  ///< a vec4

private:
    explicit Shader(GlProgram program) : program_{std::move(program)} {}
    GlProgram program_;
};

}  // namespace incursion
