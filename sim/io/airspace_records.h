#pragma once

#include <optional>
#include <vector>

#include "sim/io/airspace_format.h"
#include "sim/io/ogr_session.h"
#include "sim/model/scenario.h"

namespace incursion {

/// What a file holds that a format of airspaces of our own fits, by `source.format` or else by its content and name;
/// packed ones and archives as open_input takes them. Nothing where none fits, so that GDAL is to read it, and nothing
/// with an error where `source.format` names no format. With other errors the list holds what has a reading.
std::optional<std::vector<AirspaceRecord>> read_airspace_records(const AirspaceSource& source,
                                                                 Diagnostics& diagnostics);

/// The format of the first file inside that one fits; null where none does or it cannot be opened.
const AirspaceFormat* airspace_format_of(const std::string& path);

/// The records as features of one layer in memory, numbered from 0 in their order, with fields `key` (the designator
/// where there is one, else the name), `name`, `designator`, `type`, `class`, `country`, `floor`, `ceiling`,
/// `activation`. Takes the rings out of the records. Null where GDAL has no memory for it.
OgrDataset dataset_of(std::vector<AirspaceRecord>& records);

}  // namespace incursion
