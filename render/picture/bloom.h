#pragma once

#include "render/picture/passes.h"
#include "render/picture/target.h"

namespace incursion {

/// Light that spreads in the glass: a target's light blurred at a quarter and at a sixteenth of its size, mixed.
class Bloom {
public:
    static Result<Bloom> make();
    /// Works it out for a target. PROMISES: texture() is a quarter of its size (rounded up), read linearly.
    void update(const Target& light);
    GLuint texture() const { return quarter_.texture(); }
    int width() const { return quarter_.width(); }
    int height() const { return quarter_.height(); }

private:
    Bloom(Shader quarter, Shader blur) : quarter_shader_{std::move(quarter)}, blur_shader_{std::move(blur)} {}
    void shrink(const Target& from, const Target& to) const;
    void blur(const Target& from, const Target& to, bool is_upright, float scale, const Target* coarse) const;
    Shader quarter_shader_, blur_shader_;
    WholeTarget whole_;
    Target quarter_, quarter_between_, sixteenth_, sixteenth_between_;
};

}  // namespace incursion
