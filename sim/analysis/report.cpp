#include "sim/analysis/report.h"

namespace incursion {

std::string_view name_of(CrossedBy by)
{
    switch (by) {
    case CrossedBy::side: return "side";
    case CrossedBy::floor: return "floor";
    case CrossedBy::ceiling: return "ceiling";
    case CrossedBy::start: return "start";
    case CrossedBy::end: return "end";
    case CrossedBy::activation: return "activation";
    }
    return "";
}

}  // namespace incursion
