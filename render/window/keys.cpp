#include "render/window/keys.h"

#include <algorithm>
#include <array>
#include <utility>

#include <GLFW/glfw3.h>

namespace incursion {
namespace {

Key nth_key(Key first, int n)
{
    return static_cast<Key>(static_cast<int>(first) + n);
}

std::optional<Key> named_key(int glfw_key)
{
    static constexpr std::array<std::pair<int, Key>, 19> keys{{{GLFW_KEY_SPACE, Key::space},
                                                               {GLFW_KEY_ENTER, Key::enter},
                                                               {GLFW_KEY_KP_ENTER, Key::enter},
                                                               {GLFW_KEY_ESCAPE, Key::escape},
                                                               {GLFW_KEY_TAB, Key::tab},
                                                               {GLFW_KEY_BACKSPACE, Key::backspace},
                                                               {GLFW_KEY_DELETE, Key::del},
                                                               {GLFW_KEY_LEFT, Key::left},
                                                               {GLFW_KEY_RIGHT, Key::right},
                                                               {GLFW_KEY_UP, Key::up},
                                                               {GLFW_KEY_DOWN, Key::down},
                                                               {GLFW_KEY_PAGE_UP, Key::page_up},
                                                               {GLFW_KEY_PAGE_DOWN, Key::page_down},
                                                               {GLFW_KEY_HOME, Key::home},
                                                               {GLFW_KEY_END, Key::end},
                                                               {GLFW_KEY_F1, Key::f1},
                                                               {GLFW_KEY_F10, Key::f10},
                                                               {GLFW_KEY_F11, Key::f11},
                                                               {GLFW_KEY_F12, Key::f12}}};
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const auto& pair) { return pair.first == glfw_key; });
    return found == keys.end() ? std::nullopt : std::optional{found->second};
}

std::optional<Key> key_of(int glfw_key, std::string_view name)
{
    if (name.size() == 1 && name[0] >= 'a' && name[0] <= 'z')
        return nth_key(Key::a, name[0] - 'a');
    if (name.empty() && glfw_key >= GLFW_KEY_A && glfw_key <= GLFW_KEY_Z)
        return nth_key(Key::a, glfw_key - GLFW_KEY_A);
    if (glfw_key >= GLFW_KEY_0 && glfw_key <= GLFW_KEY_9)
        return nth_key(Key::digit_0, glfw_key - GLFW_KEY_0);
    if (glfw_key >= GLFW_KEY_KP_0 && glfw_key <= GLFW_KEY_KP_9)
        return nth_key(Key::digit_0, glfw_key - GLFW_KEY_KP_0);
    return named_key(glfw_key);
}

}  // namespace

std::optional<KeyPress> key_press_of(int glfw_key, std::string_view name, int glfw_modifiers)
{
    const std::optional<Key> key = key_of(glfw_key, name);
    if (!key || (glfw_modifiers & (GLFW_MOD_ALT | GLFW_MOD_SUPER)) != 0)
        return std::nullopt;
    return KeyPress{*key, (glfw_modifiers & GLFW_MOD_SHIFT) != 0, (glfw_modifiers & GLFW_MOD_CONTROL) != 0};
}

std::optional<KeyPress> key_press_of_sign(unsigned code_point)
{
    switch (code_point) {
    case '+': return KeyPress{Key::plus};
    case '-': return KeyPress{Key::minus};
    case '=': return KeyPress{Key::equal};
    case ',': return KeyPress{Key::comma};
    case '.': return KeyPress{Key::period};
    case '/': return KeyPress{Key::slash};
    case '?': return KeyPress{Key::question};
    case '[': return KeyPress{Key::bracket_left};
    case ']': return KeyPress{Key::bracket_right};
    default: return std::nullopt;
    }
}

bool repeats(Key key)
{
    static constexpr std::array<Key, 12> keys{Key::left,    Key::right,     Key::up,           Key::down,
                                              Key::page_up, Key::plus,      Key::minus,        Key::period,
                                              Key::comma,   Key::page_down, Key::bracket_left, Key::bracket_right};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace incursion
