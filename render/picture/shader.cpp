#include "render/picture/shader.h"

#include <array>
#include <optional>

namespace incursion {
namespace {

std::string log_of_shader(GLuint shader)
{
    std::array<char, 2000> log{};
    glGetShaderInfoLog(shader, static_cast<GLsizei>(log.size()), nullptr, log.data());
    return log.data();
}

std::string log_of_program(GLuint program)
{
    std::array<char, 2000> log{};
    glGetProgramInfoLog(program, static_cast<GLsizei>(log.size()), nullptr, log.data());
    return log.data();
}

/// What is wrong with the source; nothing where it compiles.
std::optional<std::string> compile(GLuint shader, const std::string& source)
{
    const std::array<const char*, 2> parts{"#version 330 core\n", source.c_str()};
    glShaderSource(shader, static_cast<GLsizei>(parts.size()), parts.data(), nullptr);
    glCompileShader(shader);
    GLint done = 0;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &done);
    return done == GL_TRUE ? std::nullopt : std::optional{log_of_shader(shader)};
}

}  // namespace

Result<Shader> Shader::make(const std::string& name, const std::string& vertex, const std::string& fragment)
{
    GlProgram program{glCreateProgram()};
    const GlShader first{glCreateShader(GL_VERTEX_SHADER)}, second{glCreateShader(GL_FRAGMENT_SHADER)};
    if (const auto log = compile(first.name(), vertex))
        return Problem{"The vertex shader of '" + name + "' was refused by the graphics driver: " + *log};
    if (const auto log = compile(second.name(), fragment))
        return Problem{"The fragment shader of '" + name + "' was refused by the graphics driver: " + *log};
    glAttachShader(program.name(), first.name());
    glAttachShader(program.name(), second.name());
    glLinkProgram(program.name());
    GLint done = 0;
    glGetProgramiv(program.name(), GL_LINK_STATUS, &done);
    if (done != GL_TRUE)
        return Problem{"The shaders of '" + name +
                       "' were not linked by the graphics driver: " + log_of_program(program.name())};
    return Shader{std::move(program)};
}

void Shader::set(const char* name, int value) const
{
    glUniform1i(glGetUniformLocation(program_.name(), name), value);
}

void Shader::set(const char* name, float value) const
{
    glUniform1f(glGetUniformLocation(program_.name(), name), value);
}

void Shader::set(const char* name, float a, float b) const
{
    glUniform2f(glGetUniformLocation(program_.name(), name), a, b);
}

void Shader::set(const char* name, float a, float b, float c, float d) const
{
    glUniform4f(glGetUniformLocation(program_.name(), name), a, b, c, d);
}

void Shader::set(const char* name, const Colour& colour) const
{
    set(name, colour.r, colour.g, colour.b, colour.a);
}

}  // namespace incursion
