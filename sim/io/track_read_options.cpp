#include "sim/io/track_read_options.h"

namespace incursion {

std::string_view name_of(DirtyFixes dirty)
{
    switch (dirty) {
    case DirtyFixes::drop: return "drop";
    case DirtyFixes::refuse: return "refuse";
    case DirtyFixes::repair: return "repair";
    }
    return "";
}

}  // namespace incursion
