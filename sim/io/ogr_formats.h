#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace incursion {

// Which of GDAL's formats tables can be written in: those that write files of layers with text fields.

/// The driver's short name for a name in any case (`gpkg`), or one of its usual endings (`shp`, `.shp`).
std::optional<std::string> ogr_format_of_name(std::string_view name);
std::optional<std::string> ogr_format_of_path(const std::string& path);

/// True if the driver of that short name keeps geometries.
bool ogr_format_has_shapes(const std::string& format);

/// The short names, in GDAL's order.
std::vector<std::string> ogr_formats();

}  // namespace incursion
