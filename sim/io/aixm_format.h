#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "sim/io/airspace_format.h"

namespace incursion {

/// Airspaces of AIXM 5.1 and 5.1.1 messages (aixm.aero): shapes as aixm_shape.h, volumes and limits as aixm_volume.h,
/// activations as aixm_activation.h. Everything but the airspaces themselves is dropped as it streams by, so that a
/// message takes as much memory as those have.
///
/// A BASELINE (else a SNAPSHOT, else the PERMDELTA that begins the feature) makes the airspace, active within its
/// validTime up to the next baseline. Each TEMPDELTA with an activation, limits or a shape stands for them within its
/// own validTime, a later one for an earlier; one that says only when it is not active leaves the hours as they are.
/// What of other deltas is not applied is told, and so is what is not known of activations. Errors: elements that are
/// not in the file, reference systems other than WGS-84, limits above the ellipsoid (W84), arcs by three points,
/// volumes along centrelines, parts that cannot be put together, more time slices of an airspace than make sense.
bool fits_aixm(std::string_view ending, std::string_view start);
std::vector<AirspaceRecord> read_aixm(InputBytes& input, EdgeReading edges, Diagnostics& diagnostics);

/// The same, and an error where its airspaces have more than `most_points` together; ten million above. Short elements
/// can draw thousands.
std::vector<AirspaceRecord> read_aixm(InputBytes& input, EdgeReading edges, std::size_t most_points,
                                      Diagnostics& diagnostics);

}  // namespace incursion
