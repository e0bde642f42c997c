#pragma once

#include <memory>

#include "sim/base/result.h"

namespace incursion {

/// An OpenGL 3.3 core context without a display: EGL on Mesa's surfaceless platform, else on the first device.
/// Current in the thread that made it, for as long as it lives.
class OffscreenContext {
public:
    /// The problem says what is missing.
    static Result<std::unique_ptr<OffscreenContext>> make();
    OffscreenContext(const OffscreenContext&) = delete;
    OffscreenContext& operator=(const OffscreenContext&) = delete;
    ~OffscreenContext();

private:
    OffscreenContext(void* display, void* context) : display_{display}, context_{context} {}
    void* display_;  ///< EGLDisplay
    void* context_;  ///< EGLContext
};

}  // namespace incursion
