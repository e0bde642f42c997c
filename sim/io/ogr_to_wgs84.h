#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <ogr_spatialref.h>

#include "sim/base/result.h"

namespace incursion {

/// The way from a layer's reference system to WGS-84 longitude and latitude.
class ToWgs84 {
public:
    /// Null stands for WGS-84 longitude and latitude. The problem says that no way is known.
    static Result<ToWgs84> make(const OGRSpatialReference* reference);

    /// The index of the first point that has no place in WGS-84, if there is one. Does nothing where nothing has to be
    /// done. REQUIRES: as many x as y, at most INT_MAX.
    std::optional<std::size_t> transform(std::vector<double>& x, std::vector<double>& y);

    bool has_reference() const { return has_reference_; }
    /// Where coordinates are transformed: from what.
    const std::optional<std::string>& transformed() const { return transformed_; }
    /// False where no exact way is installed and places may be off by hundreds of metres.
    bool exact() const { return exact_; }

private:
    std::unique_ptr<OGRCoordinateTransformation> transformation_;  ///< null where nothing has to be done
    std::optional<std::string> transformed_;
    bool has_reference_ = false;
    bool exact_ = true;
    std::vector<int> ok_;  // kept, so that memory is asked for once
};

}  // namespace incursion
