#include "sim/io/ogr_formats.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include <cpl_string.h>

#include "sim/io/ogr_session.h"

namespace incursion {

namespace {

/// Endings that several formats share, of which none is the usual one.
constexpr std::array<std::string_view, 3> unclear_endings{"json", "xml", "txt"};

bool can(GDALDriver& driver, const char* what)
{
    const char* value = driver.GetMetadataItem(what);
    return value != nullptr && CPLTestBool(value);
}

bool has_word(const char* words, std::string_view word)
{
    const CPLStringList list{CSLTokenizeString(words == nullptr ? "" : words)};
    return list.FindString(std::string{word}.c_str()) >= 0;  // in any case
}

/// Formats that would not give a table back: map tiles, and one of timetables; CSV is written here (see table_csv.h).
constexpr std::array<std::string_view, 3> unfit_formats{"MVT", "VDV", "CSV"};

/// Databases behind a connection have no files that could be put in place when they are finished, and the formats of
/// pictures (but for GeoPackage) keep tables as an afterthought.
bool writes_tables(GDALDriver& driver)
{
    const std::string_view name{driver.GetDescription()};
    if (std::find(unfit_formats.begin(), unfit_formats.end(), name) != unfit_formats.end() ||
        (can(driver, GDAL_DCAP_RASTER) && name != "GPKG"))
        return false;
    return can(driver, GDAL_DCAP_VECTOR) && can(driver, GDAL_DCAP_CREATE) && can(driver, GDAL_DCAP_CREATE_LAYER) &&
           can(driver, GDAL_DCAP_CREATE_FIELD) && can(driver, GDAL_DCAP_VIRTUALIO) &&
           has_word(driver.GetMetadataItem(GDAL_DMD_CREATIONFIELDDATATYPES), "String");
}

std::vector<GDALDriver*> drivers()
{
    register_ogr_drivers();
    std::vector<GDALDriver*> list;
    GDALDriverManager& all = *GetGDALDriverManager();
    for (int i = 0; i < all.GetDriverCount(); ++i)
        if (writes_tables(*all.GetDriver(i)))
            list.push_back(all.GetDriver(i));
    return list;
}

std::optional<std::string> format_of_ending(std::string_view ending)
{
    if (ending.starts_with('.'))
        ending.remove_prefix(1);
    if (ending.empty() || std::find(unclear_endings.begin(), unclear_endings.end(), ending) != unclear_endings.end())
        return std::nullopt;
    for (GDALDriver* driver : drivers())
        if (has_word(driver->GetMetadataItem(GDAL_DMD_EXTENSIONS), ending))
            return driver->GetDescription();
    return std::nullopt;
}

}  // namespace

std::optional<std::string> ogr_format_of_name(std::string_view name)
{
    for (GDALDriver* driver : drivers())
        if (EQUAL(driver->GetDescription(), std::string{name}.c_str()))
            return driver->GetDescription();
    return format_of_ending(name);
}

std::optional<std::string> ogr_format_of_path(const std::string& path)
{
    return format_of_ending(std::filesystem::path{path}.extension().string());
}

bool ogr_format_has_shapes(const std::string& format)
{
    register_ogr_drivers();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(format.c_str());
    return driver != nullptr && !can(*driver, GDAL_DCAP_NONSPATIAL);
}

std::vector<std::string> ogr_formats()
{
    std::vector<std::string> names;
    for (GDALDriver* driver : drivers())
        names.emplace_back(driver->GetDescription());
    return names;
}

}  // namespace incursion
