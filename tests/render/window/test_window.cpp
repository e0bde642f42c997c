#include <catch2/catch.hpp>

#include <cstdlib>

#include "render/picture/gl.h"
#include "render/window/offscreen.h"
#include "render/window/window.h"

namespace incursion {

TEST_CASE("without a display there is no window, and the reason names what needs none")
{
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
    const auto window = Window::make("Scope", {});
    REQUIRE_FALSE(window);
    CHECK_THAT(window.problem(), Catch::Contains("display") && Catch::Contains("incursion record"));
}

TEST_CASE("without a display there is a context to draw in, as often as one asks")
{
    unsetenv("DISPLAY");
    for (int i = 0; i < 2; ++i) {
        const auto context = OffscreenContext::make();
        REQUIRE(context);
        GLint major = 0;
        glGetIntegerv(GL_MAJOR_VERSION, &major);
        CHECK(major >= 3);
    }
}

}  // namespace incursion
