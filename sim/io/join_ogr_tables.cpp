#include "sim/io/join_ogr_tables.h"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "sim/io/ogr_output.h"

namespace incursion {

namespace {

/// What GDAL has said of a part that it cannot read.
Problem not_readable(const std::string& path, OgrMessages& messages)
{
    for (const OgrMessages::Message& message : messages.take())
        if (message.failure)
            return Problem{fmt::format("{}: cannot be read: {}", path, message.text)};
    return Problem{fmt::format("{}: cannot be read; is it there?", path)};
}

/// The part's only layer, or a problem.
Result<OGRLayer*> layer_of(GDALDataset& dataset, const std::string& path)
{
    if (dataset.GetLayerCount() != 1)
        return Problem{fmt::format("{}: it has {} layers; a part has one table", path, dataset.GetLayerCount())};
    return dataset.GetLayer(0);
}

OgrDataset opened(const std::string& path, const std::string& format)
{
    const std::array<const char*, 2> drivers{format.c_str(), nullptr};
    return OgrDataset{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR, drivers.data())};
}

OgrLayerPlan plan_of(OGRLayer& layer)
{
    OgrLayerPlan plan{layer.GetName(), layer.GetGeomType(), {}};
    OGRFeatureDefn& features = *layer.GetLayerDefn();
    for (int i = 0; i < features.GetFieldCount(); ++i) {
        plan.fields.push_back(std::make_unique<OGRFieldDefn>(features.GetFieldDefn(i)));
        // A Shapefile's texts are as wide as the longest of the part.
        if (plan.fields.back()->GetType() == OFTString)
            plan.fields.back()->SetWidth(0);
    }
    return plan;
}

bool same_columns(OGRLayer& layer, const OgrLayerPlan& plan)
{
    const OgrLayerPlan other = plan_of(layer);
    if (other.geometry != plan.geometry || other.fields.size() != plan.fields.size())
        return false;
    for (std::size_t i = 0; i < plan.fields.size(); ++i)
        if (plan.fields[i]->IsSame(other.fields[i].get()) == 0)
            return false;
    return true;
}

std::optional<Problem> copy_rows(OGRLayer& layer, const std::string& path, OgrOutput& output)
{
    std::vector<int> places;
    for (const std::optional<int>& place : output.fields())
        places.push_back(place.value_or(-1));
    OgrMessages messages;
    OGRFeature row{output.layer().GetLayerDefn()};
    layer.ResetReading();
    while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
        if (row.SetFrom(feature.get(), places.data(), 1) != OGRERR_NONE)
            return not_readable(path, messages);
        row.SetFID(OGRNullFID);
        if (auto problem = output.add(row))
            return problem;
    }
    for (const OgrMessages::Message& message : messages.take())
        if (message.failure)
            return Problem{fmt::format("{}: cannot be read: {}", path, message.text)};
    return std::nullopt;
}

std::optional<Problem> append(const std::string& path, const std::string& format, const OgrLayerPlan& plan,
                              const std::string& first, OgrOutput& output)
{
    OgrMessages messages;
    const OgrDataset dataset = opened(path, format);
    if (!dataset)
        return not_readable(path, messages);
    const Result<OGRLayer*> layer = layer_of(*dataset, path);
    if (!layer)
        return Problem{layer.problem()};
    if (!same_columns(**layer, plan))
        return Problem{fmt::format("{}: its columns are not those of {}; join tables of one kind", path, first)};
    return copy_rows(**layer, path, output);
}

}  // namespace

std::optional<Problem> join_ogr_tables(const std::vector<std::string>& parts, const TableTarget& target,
                                       const std::string& format)
{
    register_ogr_drivers();
    OgrMessages messages;
    OgrDataset first = opened(parts.front(), format);
    if (!first)
        return not_readable(parts.front(), messages);
    const Result<OGRLayer*> layer = layer_of(*first, parts.front());
    if (!layer)
        return Problem{layer.problem()};
    const OgrLayerPlan plan = plan_of(**layer);
    Result<std::unique_ptr<OgrOutput>> output = OgrOutput::create(target, format, plan_of(**layer));
    first.reset();
    if (!output)
        return Problem{output.problem()};
    for (const std::string& path : parts)
        if (auto problem = append(path, format, plan, parts.front(), **output))
            return problem;
    return (*output)->finish();
}

}  // namespace incursion
