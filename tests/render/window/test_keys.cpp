#include <catch2/catch.hpp>

#include <GLFW/glfw3.h>

#include "render/window/keys.h"

namespace incursion {

TEST_CASE("a key is the letter that the keyboard has on it")
{
    CHECK(key_press_of(GLFW_KEY_A, "a", 0) == KeyPress{Key::a});
    CHECK(key_press_of(GLFW_KEY_A, "q", 0) == KeyPress{Key::q});                            // French keyboards
    CHECK(key_press_of(GLFW_KEY_Y, "z", GLFW_MOD_SHIFT) == KeyPress{Key::z, true, false});  // German ones
    CHECK(key_press_of(GLFW_KEY_Q, "", GLFW_MOD_CONTROL) == KeyPress{Key::q, false, true});
    CHECK(key_press_of(GLFW_KEY_F, "ф", 0) == std::nullopt);
}

TEST_CASE("digits, named keys and those of the number pad are known")
{
    CHECK(key_press_of(GLFW_KEY_7, "7", GLFW_MOD_SHIFT) == KeyPress{Key::digit_7, true, false});
    CHECK(key_press_of(GLFW_KEY_KP_3, "", 0) == KeyPress{Key::digit_3});
    CHECK(key_press_of(GLFW_KEY_SPACE, "", 0) == KeyPress{Key::space});
    CHECK(key_press_of(GLFW_KEY_PAGE_DOWN, "", 0) == KeyPress{Key::page_down});
    CHECK(key_press_of(GLFW_KEY_F11, "", 0) == KeyPress{Key::f11});
    CHECK(key_press_of(GLFW_KEY_KP_ENTER, "", 0) == KeyPress{Key::enter});
}

TEST_CASE("keys with Alt or the desktop's key are not ours, and signs come as characters")
{
    CHECK(key_press_of(GLFW_KEY_A, "a", GLFW_MOD_ALT) == std::nullopt);
    CHECK(key_press_of(GLFW_KEY_A, "a", GLFW_MOD_SUPER) == std::nullopt);
    CHECK(key_press_of(GLFW_KEY_SLASH, "/", GLFW_MOD_SHIFT) == std::nullopt);
    CHECK(key_press_of_sign('?') == KeyPress{Key::question});
    CHECK(key_press_of_sign(']') == KeyPress{Key::bracket_right});
    CHECK(key_press_of_sign('a') == std::nullopt);
}

TEST_CASE("a held key goes on stepping but does not switch to and fro")
{
    CHECK(repeats(Key::right));
    CHECK(repeats(Key::plus));
    CHECK_FALSE(repeats(Key::space));
    CHECK_FALSE(repeats(Key::s));
}

}  // namespace incursion
