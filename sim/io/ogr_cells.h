#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ogr_feature.h>

#include "sim/base/result.h"
#include "sim/base/time.h"

namespace incursion {

/// The fields of a feature as cells of a table: texts as they are, numbers with the fewest digits that mean them,
/// nothing for other kinds.
class OgrCells {
public:
    explicit OgrCells(const OGRFeature& feature) : feature_{&feature} {}
    /// Valid until the next call.
    std::string_view operator()(std::size_t field) const;

private:
    const OGRFeature* feature_;
    mutable std::string room_;
};

std::vector<std::string_view> field_names(const OGRFeatureDefn& layer);

/// Is it a field of dates with times?
bool is_instant(const OGRFeatureDefn& layer, std::size_t field);

/// Of such a field, to the millisecond; nothing where it is empty. `is_utc` says that one without a time zone is UTC.
Result<std::optional<Time>> instant_in(const OGRFeature& feature, std::size_t field, bool is_utc);

}  // namespace incursion
