#pragma once

#include <string_view>
#include <vector>

#include "render/scope/shortcuts.h"
#include "render/view/desk.h"

namespace incursion {

/// A key of the trainee's desk, and what it asks for.
struct DeskKey {
    KeyPress press;
    std::string_view keys, meaning;  ///< as buttons and the help show them
    std::vector<DeskRequest> (*requests)(const DeskData& desk) = nullptr;
    bool is_button = false;  ///< has a button at the foot of the desk
};

/// All of them. Buttons, keys and the help are made of this table.
const std::vector<DeskKey>& desk_keys();

/// What a key press asks for at the desk; nothing where it means nothing there. While a form is open, keys are the
/// form's.
std::vector<DeskRequest> desk_requests_of(const KeyPress& press, const DeskData& desk, const DeskState& state);

/// Whether a form is open that text is written into: keys mean nothing else then.
bool is_writing(const DeskState& state);

/// What a request asks of the forms, whoever made it: opens and leaves them.
void hear(DeskState& state, const DeskRequest& request, const DeskData& desk);

/// Whether a trainee may ask for it of the scope: to look elsewhere and in other units, but not for another instant,
/// for positions without the radar, or for another layout.
bool is_for_trainee(const Request& request);
/// Whether an instructor may, whose scope follows the clock of the exercise.
bool is_for_instructor(const Request& request);

/// The keys of the scope that a trainee has beside those of the desk.
std::vector<const Shortcut*> trainee_shortcuts(const ViewState& view);

/// As it is meant: `?` and F1 are one key. See requests_of().
bool is_help(const KeyPress& press);

}  // namespace incursion
