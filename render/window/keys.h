#pragma once

#include <optional>
#include <string_view>

#include "render/scope/shortcuts.h"

namespace incursion {

/// The press of a letter, digit or named key that GLFW tells of by its code and modifiers; nothing for other keys.
/// `name`: what the keyboard's layout has on the key (glfwGetKeyName); it decides which letter it is. Signs are told
/// by the character that they type, see key_press_of_sign().
std::optional<KeyPress> key_press_of(int glfw_key, std::string_view name, int glfw_modifiers);

/// The press of a sign, by the character that was typed: `?` is on another key of every keyboard.
std::optional<KeyPress> key_press_of_sign(unsigned code_point);

/// Whether a key that is held goes on asking: those that step, move or zoom do.
bool repeats(Key key);

}  // namespace incursion
