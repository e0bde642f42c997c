#include "sim/io/export_gpkg_file.h"

#include <utility>

#include <fmt/format.h>
#include <ogr_spatialref.h>

namespace incursion {

namespace {

/// What GDAL is told whenever it writes (see ogr_output.cpp).
struct GpkgSettings {
    OgrOption date{"OGR_CURRENT_DATE", "1970-01-01T00:00:00.000Z"};
    OgrOption synchronous{"OGR_SQLITE_SYNCHRONOUS", "OFF"};
};

OGRSpatialReference wgs84_of_export()
{
    OGRSpatialReference reference;
    reference.importFromEPSG(4326);
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

}  // namespace

Result<std::unique_ptr<GpkgFile>> GpkgFile::create(const TableTarget& target)
{
    Result<OutputFolder> folder = OutputFolder::create(target.path, target.overwrite);
    if (!folder)
        return Problem{folder.problem()};
    std::unique_ptr<GpkgFile> file{new GpkgFile{std::move(folder).value(), target.path}};
    file->open();
    if (file->problem_)
        return *file->problem_;
    return file;
}

GpkgFile::~GpkgFile()
{
    const GpkgSettings settings;
    const OgrMessages quiet;
    dataset_.reset();
}

void GpkgFile::open()
{
    register_ogr_drivers();
    const GpkgSettings settings;
    OgrMessages messages;
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    dataset_.reset(driver == nullptr ? nullptr : driver->Create(folder_.file().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    keep("make a file", messages, !dataset_);
    if (dataset_)
        keep("begin a transaction", messages, dataset_->StartTransaction() != OGRERR_NONE);
}

/// Takes the first failure for the problem.
void GpkgFile::keep(std::string_view what, OgrMessages& messages, bool failed)
{
    std::string why;
    for (const OgrMessages::Message& message : messages.take())
        if (message.failure && why.empty())
            why = ": " + message.text;
    if (!problem_ && (failed || !why.empty()))
        problem_ = Problem{fmt::format("{}: GPKG cannot {}{}", path_, what, why)};
}

void GpkgFile::begin_layer(const std::string& name, const std::vector<TableColumn>& columns,
                           OGRwkbGeometryType geometry)
{
    if (problem_)
        return;
    const GpkgSettings settings;
    OgrMessages messages;
    OGRSpatialReference reference = wgs84_of_export();
    layer_ = dataset_->CreateLayer(name.c_str(), geometry == wkbNone ? nullptr : &reference, geometry, nullptr);
    keep("make a layer " + name, messages, layer_ == nullptr);
    if (problem_)
        return;
    fields_.emplace(columns, "GPKG");
    places_.clear();
    for (const auto& definition : fields_->definitions()) {
        places_.emplace_back(layer_->GetLayerDefn()->GetFieldCount());
        keep("make a field", messages, layer_->CreateField(definition.get()) != OGRERR_NONE);
    }
}

void GpkgFile::add(const std::vector<TableCell>& cells, std::unique_ptr<OGRGeometry> geometry)
{
    if (problem_)
        return;
    const GpkgSettings settings;
    OgrMessages messages;
    OGRFeature feature{layer_->GetLayerDefn()};
    fields_->set(feature, cells, places_);
    feature.SetGeometryDirectly(geometry.release());
    keep("write a row", messages, layer_->CreateFeature(&feature) != OGRERR_NONE);
}

std::optional<Problem> GpkgFile::finish()
{
    const GpkgSettings settings;
    OgrMessages messages;
    if (!problem_)
        keep("end a transaction", messages, dataset_->CommitTransaction() != OGRERR_NONE);
    dataset_->FlushCache(true);
    layer_ = nullptr;
    dataset_.reset();
    keep("finish the file", messages, false);
    return problem_ ? problem_ : folder_.commit();
}

}  // namespace incursion
