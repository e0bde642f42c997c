#pragma once

#include <string_view>
#include <vector>

#include "render/scope/shortcuts.h"
#include "render/view/desk.h"
#include "render/view/instructor.h"

namespace incursion {

/// A key of the instructor's window, and what it asks for.
struct InstructorKey {
    KeyPress press;
    std::string_view keys, meaning;
    std::vector<DeskRequest> (*requests)(const InstructorData& data) = nullptr;
};

/// All of them but the injects', which are 1 to 9. The panel's buttons are made of this table.
const std::vector<InstructorKey>& instructor_keys();

std::vector<DeskRequest> instructor_requests_of(const KeyPress& press, const InstructorData& data,
                                                const DeskState& state);

}  // namespace incursion
