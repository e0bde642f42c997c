#pragma once

#include <cmath>
#include <string>
#include <vector>

#include <gdal_priv.h>
#include <gdal_utils.h>
#include <ogrsf_frmts.h>

#include "sim/geo/ring.h"
#include "sim/io/ogr_session.h"

namespace incursion::test {

/// One file made from another as ogr2ogr does it; true if that went well.
inline bool convert(const std::string& from, const std::string& to, const std::vector<std::string>& arguments)
{
    register_ogr_drivers();
    const OgrMessages quiet;
    const OgrDataset source{GDALDataset::Open(from.c_str(), GDAL_OF_VECTOR)};
    std::vector<char*> list;
    std::vector<std::string> copy = arguments;
    for (std::string& argument : copy)
        list.push_back(argument.data());
    list.push_back(nullptr);
    GDALVectorTranslateOptions* options = GDALVectorTranslateOptionsNew(list.data(), nullptr);
    GDALDatasetH handle = source.get();
    const OgrDataset result{
        static_cast<GDALDataset*>(GDALVectorTranslate(to.c_str(), nullptr, 1, &handle, options, nullptr))};
    GDALVectorTranslateOptionsFree(options);
    return result != nullptr;
}

/// A new file with one layer `areas` of features: a key and a geometry each, as WKT.
inline bool make_layer(const char* driver, const std::string& path,
                       const std::vector<std::pair<std::string, const OGRGeometry*>>& features)
{
    register_ogr_drivers();
    const OgrMessages quiet;
    GDALDriver* maker = GetGDALDriverManager()->GetDriverByName(driver);
    const OgrDataset dataset{maker->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
    OGRSpatialReference reference;
    reference.importFromEPSG(4326);
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayer* layer = dataset->CreateLayer("areas", &reference, wkbUnknown);
    OGRFieldDefn key{"key", OFTString};
    if (layer == nullptr || layer->CreateField(&key) != OGRERR_NONE)
        return false;
    for (const auto& [name, geometry] : features) {
        OGRFeature feature{layer->GetLayerDefn()};
        feature.SetField("key", name.c_str());
        if (feature.SetGeometry(geometry) != OGRERR_NONE || layer->CreateFeature(&feature) != OGRERR_NONE)
            return false;
    }
    return true;
}

/// The same places in the same order from some point on, one way round or the other.
inline bool same_ring(const Ring& a, const Ring& b, double tolerance_deg)
{
    const std::size_t n = a.points.size();
    if (b.points.size() != n)
        return false;
    const auto near = [&](LonLat p, LonLat q) {
        return std::abs(p.lon_deg - q.lon_deg) <= tolerance_deg && std::abs(p.lat_deg - q.lat_deg) <= tolerance_deg;
    };
    for (std::size_t shift = 0; shift < n; ++shift) {
        bool forward = true;
        bool backward = true;
        for (std::size_t i = 0; i < n && (forward || backward); ++i) {
            forward = forward && near(a.points[i], b.points[(shift + i) % n]);
            backward = backward && near(a.points[i], b.points[(shift + n - i) % n]);
        }
        if (forward || backward)
            return true;
    }
    return false;
}

}  // namespace incursion::test
