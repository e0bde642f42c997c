#pragma once

#include <string>

namespace incursion {

struct Versions {
    std::string incursion;  ///< of this program: `0.1.0`
    std::string gdal;       ///< of the library that is loaded, not of the headers it was built with
    std::string proj;       ///< likewise
};

Versions versions();

}  // namespace incursion
