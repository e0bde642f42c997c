#include "sim/io/read_terrain.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <gdal_utils.h>
#include <gdalwarper.h>

#include "sim/base/angle.h"
#include "sim/io/ogr_session.h"

namespace incursion {

namespace {

constexpr double greatest_node_count = 2e8;

/// Around a place, whole to the outside: a degree of latitude is at least 110.5 km, and one of longitude shrinks.
TerrainBox box_around(LonLat place, double range_m)
{
    const double high_deg = range_m / 110'500;
    const double farthest_lat = std::min(89.0, std::abs(place.lat_deg) + high_deg);
    const double wide_deg = high_deg / std::cos(Angle::degrees(farthest_lat).rad());
    const double lon = wrapped_lon(place.lon_deg);
    return {std::max(-180.0, lon - wide_deg), place.lat_deg - high_deg, std::min(180.0, lon + wide_deg),
            place.lat_deg + high_deg};
}

/// Moved outwards to the lines between the cells of a raster, so that heights are its own where they can be, and by one
/// cell more, as the grid reaches only from the middle of its first cell to that of its last; but not over 180 degrees,
/// where GDAL would take the far side for neighbours and blur.
TerrainBox on_cells(const TerrainBox& box, const std::array<double, 6>& geometry)
{
    const double west = geometry[0], north = geometry[3], step = geometry[1];
    const auto column_line = [&](double cells) { return west + cells * step; };
    double first = std::floor((box.west_deg - west) / step) - 1, last = std::ceil((box.east_deg - west) / step) + 1;
    while (column_line(first) < -180 - step / 1000 && first < last)
        ++first;
    while (column_line(last) > 180 + step / 1000 && first < last)
        --last;
    return {column_line(first), north - (std::ceil((north - box.south_deg) / step) + 1) * step, column_line(last),
            north - (std::floor((north - box.north_deg) / step) - 1) * step};
}

struct WarpOptionsFree {
    void operator()(GDALWarpAppOptions* options) const { GDALWarpAppOptionsFree(options); }
};

/// The raster seen in longitude and latitude: only its geometry is worked out.
OgrDataset in_lon_lat(GDALDataset& raster, const char* source_system)
{
    return OgrDataset{GDALDataset::FromHandle(GDALAutoCreateWarpedVRT(
        GDALDataset::ToHandle(&raster), source_system, SRS_WKT_WGS84_LAT_LONG, GRA_Bilinear, 0.125, nullptr))};
}

OgrDataset warped(GDALDataset& raster, bool has_system, const TerrainBox& box, double step_deg)
{
    CPLStringList arguments;
    const auto number = [](double value) { return fmt::format("{:.17g}", value); };
    for (const std::string& argument :
         {std::string{"-of"}, std::string{"MEM"}, std::string{"-ot"}, std::string{"Float32"}, std::string{"-r"},
          std::string{"bilinear"}, std::string{"-t_srs"}, std::string{"OGC:CRS84"}, std::string{"-dstnodata"},
          std::string{"nan"}, std::string{"-tr"}, number(step_deg), number(step_deg), std::string{"-te"},
          number(box.west_deg), number(box.south_deg), number(box.east_deg), number(box.north_deg)})
        arguments.AddString(argument.c_str());
    if (!has_system) {
        arguments.AddString("-s_srs");
        arguments.AddString("OGC:CRS84");
    }
    const std::unique_ptr<GDALWarpAppOptions, WarpOptionsFree> options{
        GDALWarpAppOptionsNew(arguments.List(), nullptr)};
    GDALDatasetH source = GDALDataset::ToHandle(&raster);
    int misused = 0;
    return OgrDataset{GDALDataset::FromHandle(GDALWarp("", nullptr, 1, &source, options.get(), &misused))};
}

/// Rows of a raster go from the north; ours from the south.
Result<Terrain> terrain_of(GDALDataset& grid, const TerrainBox& box, double step_deg)
{
    Terrain terrain;
    terrain.columns = static_cast<std::size_t>(grid.GetRasterXSize());
    terrain.rows = static_cast<std::size_t>(grid.GetRasterYSize());
    terrain.step_deg = step_deg;
    terrain.west_deg = box.west_deg + step_deg / 2;
    terrain.south_deg = box.north_deg - step_deg * (static_cast<double>(terrain.rows) - 0.5);
    terrain.heights_m.resize(terrain.columns * terrain.rows);
    GDALRasterBand* band = grid.GetRasterBand(1);
    for (std::size_t row = 0; row < terrain.rows; ++row)
        if (band->RasterIO(GF_Read, 0, static_cast<int>(terrain.rows - 1 - row), grid.GetRasterXSize(), 1,
                           terrain.heights_m.data() + row * terrain.columns, grid.GetRasterXSize(), 1, GDT_Float32, 0,
                           0, nullptr) != CE_None)
            return Problem{"its heights cannot be read"};
    return terrain;
}

/// The columns of a grid whose longitudes lie between -180 and 180.
Terrain within_turn(const Terrain& grid)
{
    const auto lon_deg = [&](std::size_t column) { return grid.west_deg + grid.step_deg * static_cast<double>(column); };
    std::size_t first = 0, last = grid.columns;
    while (first < last && lon_deg(first) <= -180)
        ++first;
    while (last > first && lon_deg(last - 1) >= 180)
        --last;
    Terrain part{lon_deg(first), grid.south_deg, grid.step_deg, last - first, grid.rows, {}};
    for (std::size_t row = 0; row < grid.rows; ++row) {
        const auto begin = grid.heights_m.begin() + static_cast<std::ptrdiff_t>(row * grid.columns);
        part.heights_m.insert(part.heights_m.end(), begin + static_cast<std::ptrdiff_t>(first),
                              begin + static_cast<std::ptrdiff_t>(last));
    }
    return part;
}

/// The grid west of 180 degrees with that east of it behind. Nothing where their columns do not go on from each other.
std::optional<Terrain> joined_at_180(const Terrain& west, const Terrain& east)
{
    const double end_deg = west.west_deg + west.step_deg * static_cast<double>(west.columns);
    if (west.rows != east.rows || std::abs(end_deg - 360 - east.west_deg) > west.step_deg / 1000)
        return std::nullopt;
    Terrain joined{west.west_deg, west.south_deg, west.step_deg, west.columns + east.columns, west.rows, {}};
    for (std::size_t row = 0; row < west.rows; ++row)
        for (const Terrain* part : {&west, &east}) {
            const auto begin = part->heights_m.begin() + static_cast<std::ptrdiff_t>(row * part->columns);
            joined.heights_m.insert(joined.heights_m.end(), begin, begin + static_cast<std::ptrdiff_t>(part->columns));
        }
    return joined;
}

Result<Terrain> read_across_180(const std::string& path, const TerrainBox& box)
{
    const TerrainBox west_box{box.west_deg < -180 ? box.west_deg + 360 : box.west_deg, box.south_deg, 180, box.north_deg};
    const TerrainBox east_box{-180, box.south_deg, box.east_deg > 180 ? box.east_deg - 360 : box.east_deg, box.north_deg};
    const Result<Terrain> west = read_terrain(path, west_box), east = read_terrain(path, east_box);
    if (!west || !east)
        return !west ? west : east;
    if (auto joined = joined_at_180(within_turn(*west), within_turn(*east)))
        return std::move(*joined);
    return Problem{fmt::format("'{}': its columns west and east of 180 degrees do not go on from each other; bring it to "
                               "a step that divides 360 (gdalwarp -tr -tap)", path)};
}

}  // namespace

Result<Terrain> read_terrain(const std::string& path, LonLat place, double range_m)
{
    return read_terrain(path, box_around(place, range_m));
}

Result<Terrain> read_terrain(const std::string& path, const TerrainBox& asked)
{
    if (asked.west_deg < -180 || asked.east_deg > 180)
        return read_across_180(path, asked);
    register_ogr_drivers();
    OgrMessages messages;
    const auto problem = [&](const std::string& what) {
        const auto said = messages.take();
        return Problem{fmt::format("'{}': {}{}", path, what, said.empty() ? "" : ": " + said.front().text)};
    };
    const OgrDataset raster{GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY)};
    if (!raster || raster->GetRasterCount() < 1)
        return problem("this cannot be opened as a raster of heights; name a file such as a GeoTIFF");
    const bool has_system = raster->GetSpatialRef() != nullptr;
    const OgrDataset seen = in_lon_lat(*raster, has_system ? nullptr : SRS_WKT_WGS84_LAT_LONG);
    std::array<double, 6> geometry{};
    if (!seen || seen->GetGeoTransform(geometry.data()) != CE_None || !(geometry[1] > 0))
        return problem("this has no place on the Earth that can be worked out; give it one (gdal_edit, gdalwarp)");
    const double step_deg = geometry[1];
    const TerrainBox box = on_cells(asked, geometry);
    if (!(box.south_deg > -90 && box.north_deg < 90))
        return problem("terrain over a pole cannot be used; leave it out");
    const double nodes = (box.east_deg - box.west_deg) * (box.north_deg - box.south_deg) / (step_deg * step_deg);
    if (!(nodes <= greatest_node_count))
        return problem(
            fmt::format("so fine a raster has {:.0f} million heights within what is needed of it; make it "
                        "coarser (gdalwarp -tr)",
                        nodes / 1e6));
    const OgrDataset grid = warped(*raster, has_system, box, step_deg);
    if (!grid)
        return problem("this cannot be brought to longitude and latitude");
    Result<Terrain> terrain = terrain_of(*grid, box, step_deg);
    return terrain ? terrain : Result<Terrain>{problem(terrain.problem())};
}

}  // namespace incursion
