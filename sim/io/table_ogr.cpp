#include "sim/io/table_ogr.h"

#include <utility>

#include <fmt/format.h>

#include "sim/io/ogr_formats.h"
#include "sim/io/ogr_output.h"
#include "sim/io/ogr_table_fields.h"
#include "sim/io/ogr_table_geometry.h"

namespace incursion {

namespace {

class OgrTable : public TableWriter {
public:
    OgrTable(std::unique_ptr<OgrOutput> output, OgrTableFields fields, OgrTableGeometry geometry)
        : output_{std::move(output)},
          fields_{std::move(fields)},
          geometry_{geometry},
          feature_{std::make_unique<OGRFeature>(output_->layer().GetLayerDefn())}
    {
    }

    std::optional<Problem> add(std::span<const TableCell> cells, std::span<const PathPoint> points) override
    {
        feature_->SetFID(OGRNullFID);
        fields_.set(*feature_, cells, output_->fields());
        feature_->SetGeometryDirectly(geometry_.make(points).release());
        return output_->add(*feature_);
    }
    std::optional<Problem> finish() override
    {
        feature_.reset();
        return output_->finish();
    }

private:
    std::unique_ptr<OgrOutput> output_;
    OgrTableFields fields_;
    OgrTableGeometry geometry_;
    std::unique_ptr<OGRFeature> feature_;  ///< of the last row; goes before the layer's definition
};

}  // namespace

Result<std::unique_ptr<TableWriter>> create_ogr_table(const TableTarget& target, const std::string& format,
                                                      const TableLayout& layout)
{
    if (format == "FlatGeobuf" && layout.shape == RowShape::none)
        return Problem{
            fmt::format("{}: FlatGeobuf keeps no rows without a geometry, and the table of {} has none; write it "
                        "as csv, jsonl or GPKG",
                        target.path, layout.name)};
    OgrTableFields fields{layout.columns, format};
    const OgrTableGeometry geometry{ogr_format_has_shapes(format) ? layout.shape : RowShape::none, format};
    OgrLayerPlan plan{layout.name, geometry.type(), fields.definitions()};
    Result<std::unique_ptr<OgrOutput>> output = OgrOutput::create(target, format, std::move(plan));
    if (!output)
        return Problem{output.problem()};
    return std::unique_ptr<TableWriter>{
        std::make_unique<OgrTable>(std::move(output).value(), std::move(fields), geometry)};
}

}  // namespace incursion
