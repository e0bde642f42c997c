#pragma once

#include <string>

namespace incursion {

/// What a statement rests on.
struct Evidence {
    std::string source;      ///< page or document; may be empty
    std::string confidence;  ///< A, B, C, D, G as in AircraftType; may be empty
    std::string note;        ///< `reconstructed: ...` where nobody published it; may be empty
};

}  // namespace incursion
