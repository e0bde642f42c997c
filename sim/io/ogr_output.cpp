#include "sim/io/ogr_output.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include <cpl_string.h>
#include <fmt/format.h>
#include <ogr_spatialref.h>

#include "sim/io/checked_files.h"

namespace incursion {

namespace {

/// Long enough for a database to be quick, short enough for what it keeps in memory until the end of one.
constexpr std::int64_t features_per_transaction = 100'000;

/// What GDAL is told whenever it writes: instead of today's date, and because a file is brought to the disk when it is
/// finished, not by every transaction.
struct OgrSettings {
    OgrOption date{"OGR_CURRENT_DATE", "1970-01-01T00:00:00.000Z"};
    OgrOption synchronous{"OGR_SQLITE_SYNCHRONOUS", "OFF"};
};

/// SQLite looks at what it writes itself, and is quicker on files of its own.
bool checks_writes(const std::string& format)
{
    return format == "GPKG" || format == "SQLite";
}

CPLStringList layer_options(const std::string& format, bool keeps_order)
{
    CPLStringList options;
    if (format == "FlatGeobuf") {
        options.SetNameValue("SPATIAL_INDEX", keeps_order ? "NO" : "YES");
    } else if (format == "ESRI Shapefile") {
        options.SetNameValue("ENCODING", "UTF-8");
        options.SetNameValue("DBF_DATE_LAST_UPDATE", "1970-01-01");
    } else if (format == "GeoJSON") {
        options.SetNameValue("RFC7946", "YES");
        options.SetNameValue("COORDINATE_PRECISION", "9");  // a tenth of a millimetre
    }
    return options;
}

OGRSpatialReference wgs84_of_tables()
{
    OGRSpatialReference reference;
    reference.importFromEPSG(4326);
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

}  // namespace

OgrOutput::OgrOutput(OutputFolder folder, std::string path, std::string format, OgrLayerPlan plan)
    : folder_{std::move(folder)}, path_{std::move(path)}, format_{std::move(format)}, plan_{std::move(plan)}
{
}

OgrOutput::~OgrOutput()
{
    const OgrSettings settings;
    const OgrMessages quiet;
    dataset_.reset();
    forget_write_errors(folder_.folder());
}

Result<std::unique_ptr<OgrOutput>> OgrOutput::create(const TableTarget& target, const std::string& format,
                                                     OgrLayerPlan plan)
{
    Result<OutputFolder> folder = OutputFolder::create(target.path, target.overwrite);
    if (!folder)
        return Problem{folder.problem()};
    std::unique_ptr<OgrOutput> output{new OgrOutput{std::move(folder).value(), target.path, format, std::move(plan)}};
    if (auto problem = output->open())
        return *problem;
    return output;
}

std::optional<Problem> OgrOutput::open()
{
    register_ogr_drivers();
    const OgrSettings settings;
    OgrMessages messages;
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(format_.c_str());
    const std::string name = checks_writes(format_) ? folder_.file() : checked_name(folder_.file());
    dataset_.reset(driver == nullptr ? nullptr : driver->Create(name.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!dataset_)
        return could_not("make a file", messages);
    OGRSpatialReference reference = wgs84_of_tables();
    layer_ = dataset_->CreateLayer(plan_.name.c_str(), plan_.geometry == wkbNone ? nullptr : &reference, plan_.geometry,
                                   layer_options(format_, keeps_order_).List());
    if (layer_ == nullptr)
        return could_not("make a layer", messages);
    for (const auto& field : plan_.fields)
        if (auto problem = add_field(*field))
            return problem;
    if (dataset_->TestCapability(ODsCTransactions) != 0 && dataset_->StartTransaction() != OGRERR_NONE)
        return could_not("begin a transaction", messages);
    return failure("make a file", messages);
}

std::optional<Problem> OgrOutput::add_field(const OGRFieldDefn& definition)
{
    OgrMessages messages;
    OGRFeatureDefn& features = *layer_->GetLayerDefn();
    const int before = features.GetFieldCount();
    OGRFieldDefn copy{&definition};
    if (layer_->CreateField(&copy) != OGRERR_NONE)
        return could_not(fmt::format("make a field '{}'", definition.GetNameRef()), messages);
    const int found = features.GetFieldCount() > before ? features.GetFieldCount() - 1
                                                        : features.GetFieldIndex(definition.GetNameRef());
    fields_.push_back(found >= 0 ? std::optional{found} : std::nullopt);
    return std::nullopt;
}

std::optional<Problem> OgrOutput::add(OGRFeature& feature)
{
    const OgrSettings settings;
    OgrMessages messages;
    if (layer_->CreateFeature(&feature) != OGRERR_NONE)
        return could_not("write a row", messages);
    if (++features_ % features_per_transaction == 0)
        if (auto problem = restart_transaction())
            return problem;
    return failure("write a row", messages);
}

std::optional<Problem> OgrOutput::restart_transaction()
{
    OgrMessages messages;
    if (dataset_->TestCapability(ODsCTransactions) != 0 &&
        (dataset_->CommitTransaction() != OGRERR_NONE || dataset_->StartTransaction() != OGRERR_NONE))
        return could_not("end a transaction", messages);
    return std::nullopt;
}

std::optional<Problem> OgrOutput::finish()
{
    const OgrSettings settings;
    OgrMessages messages;
    if (format_ == "FlatGeobuf" && features_ == 0) {
        // GDAL writes the head of a file without an index with its first feature: there would be none.
        dataset_.reset();
        std::error_code ignored;
        std::filesystem::remove(folder_.file(), ignored);
        keeps_order_ = false;
        fields_.clear();
        if (auto problem = open())
            return problem;
    }
    if (dataset_->TestCapability(ODsCTransactions) != 0 && dataset_->CommitTransaction() != OGRERR_NONE)
        return could_not("end a transaction", messages);
    dataset_->FlushCache(true);
    layer_ = nullptr;
    dataset_.reset();
    if (auto problem = failure("finish the file", messages))
        return problem;
    return folder_.commit();
}

Problem OgrOutput::could_not(std::string_view what, OgrMessages& messages) const
{
    if (auto told = failure(what, messages))
        return *told;
    return Problem{fmt::format("{}: {} cannot {}", path_, format_, what)};
}

std::optional<Problem> OgrOutput::failure(std::string_view what, OgrMessages& messages) const
{
    if (const std::optional<int> error = first_write_error(folder_.folder()))
        return Problem{fmt::format("{}: cannot write to it: {}", path_, std::generic_category().message(*error))};
    for (const OgrMessages::Message& message : messages.take())
        if (message.failure)
            return Problem{fmt::format("{}: {} cannot {}: {}", path_, format_, what, message.text)};
    return std::nullopt;
}

}  // namespace incursion
