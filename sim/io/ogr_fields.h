#pragma once

#include <optional>
#include <string>

#include <ogr_feature.h>

#include "sim/base/diagnostics.h"
#include "sim/model/scenario.h"

namespace incursion {

/// The fields of a layer that tell what an airspace is. Absent ones were not asked for.
struct AirspaceFields {
    int key = 0;
    std::optional<int> owner, floor, ceiling, activation;
};

/// Finds the fields that the source names, by exact name or else in any case. Nothing, with errors that list the
/// fields there are, where one is missing or of a kind that will not do: limits must be texts with a unit, an
/// activation a text.
std::optional<AirspaceFields> find_airspace_fields(const OGRFeatureDefn& layer, const AirspaceSource& source,
                                                   Diagnostics& diagnostics);

/// The text of a field without blanks around it; nothing where it is empty or absent.
std::optional<std::string> field_text(const OGRFeature& feature, int field);

}  // namespace incursion
