#include "render/window/offscreen.h"

#include <array>

#include <EGL/egl.h>
#include <EGL/eglext.h>

namespace incursion {
namespace {

/// An extension's function; null where the library has none of that name.
template <class Function>
Function entry_point(const char* name)
{
    return reinterpret_cast<Function>(eglGetProcAddress(name));
}

EGLDisplay surfaceless_display()
{
    // By its EXT name: the core one is not there before EGL 1.5.
    const auto get_display = entry_point<PFNEGLGETPLATFORMDISPLAYEXTPROC>("eglGetPlatformDisplayEXT");
    return get_display == nullptr ? EGL_NO_DISPLAY
                                  : get_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
}

EGLDisplay device_display()
{
    const auto get_display = entry_point<PFNEGLGETPLATFORMDISPLAYEXTPROC>("eglGetPlatformDisplayEXT");
    const auto query_devices = entry_point<PFNEGLQUERYDEVICESEXTPROC>("eglQueryDevicesEXT");
    EGLDeviceEXT device = nullptr;
    EGLint count = 0;
    if (get_display == nullptr || query_devices == nullptr || query_devices(1, &device, &count) != EGL_TRUE ||
        count < 1)
        return EGL_NO_DISPLAY;
    return get_display(EGL_PLATFORM_DEVICE_EXT, device, nullptr);
}

/// A current context on a display; EGL_NO_CONTEXT, with the display closed, where that fails.
EGLContext context_on(EGLDisplay display)
{
    if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) != EGL_TRUE)
        return EGL_NO_CONTEXT;
    static constexpr std::array<EGLint, 7> attributes{
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    EGLContext context = EGL_NO_CONTEXT;
    if (eglBindAPI(EGL_OPENGL_API) == EGL_TRUE)
        context = eglCreateContext(display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, attributes.data());
    if (context != EGL_NO_CONTEXT && eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) == EGL_TRUE)
        return context;
    if (context != EGL_NO_CONTEXT)
        eglDestroyContext(display, context);
    eglTerminate(display);
    return EGL_NO_CONTEXT;
}

}  // namespace

Result<std::unique_ptr<OffscreenContext>> OffscreenContext::make()
{
    for (EGLDisplay (*open)() : {surfaceless_display, device_display}) {
        const EGLDisplay display = open();
        if (const EGLContext context = context_on(display); context != EGL_NO_CONTEXT)
            return std::unique_ptr<OffscreenContext>{new OffscreenContext{display, context}};
    }
    return Problem{
        "No picture can be drawn: EGL offers no OpenGL 3.3 context without a display. Install Mesa's drivers "
        "(on Debian: libegl1, libgl1-mesa-dri)."};
}

OffscreenContext::~OffscreenContext()
{
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(display_, context_);
    eglTerminate(display_);
}

}  // namespace incursion
