#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "render/view/request.h"

namespace incursion {

/// Keys that mean something, by what is printed on them on most keyboards.
enum class Key {
    a,
    b,
    c,
    d,
    e,
    f,
    g,
    h,
    i,
    j,
    k,
    l,
    m,
    n,
    o,
    p,
    q,
    r,
    s,
    t,
    u,
    v,
    w,
    x,
    y,
    z,
    digit_0,
    digit_1,
    digit_2,
    digit_3,
    digit_4,
    digit_5,
    digit_6,
    digit_7,
    digit_8,
    digit_9,
    space,
    enter,
    escape,
    tab,
    backspace,
    del,
    left,
    right,
    up,
    down,
    page_up,
    page_down,
    home,
    end,
    plus,
    minus,
    equal,
    comma,
    period,
    slash,
    question,
    bracket_left,
    bracket_right,
    f1,
    f10,
    f11,
    f12,
};
struct KeyPress {
    Key key = Key::space;
    bool shift = false, control = false;
    friend bool operator==(const KeyPress&, const KeyPress&) = default;
};

enum class ShortcutGroup { play, moments, scope, shown, choice, window };
/// `Play`, `Moments`, ...
std::string_view name_of(ShortcutGroup group);

/// A key and what it asks for. `requests` may depend on the view: what is on goes off.
struct Shortcut {
    KeyPress press;
    ShortcutGroup group = ShortcutGroup::play;
    std::string_view keys, meaning;  ///< as the help shows them
    std::vector<Request> (*requests)(const ViewState& view) = nullptr;
    /// Whether the thing is on; null where it is nothing that stays on.
    bool (*is_on)(const ViewState& view) = nullptr;
    std::optional<std::size_t> account{};  ///< that it is about
};

/// All of them, by group. The help shows this table, and a click there does what the key does.
const std::vector<Shortcut>& shortcuts();

/// What a key press asks for; nothing where it means nothing.
std::vector<Request> requests_of(const KeyPress& press, const ViewState& view);

}  // namespace incursion
