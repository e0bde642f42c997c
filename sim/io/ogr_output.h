#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ogrsf_frmts.h>

#include "sim/base/result.h"
#include "sim/io/ogr_session.h"
#include "sim/io/output_folder.h"
#include "sim/io/table.h"

namespace incursion {

/// What one layer of a file is made from.
struct OgrLayerPlan {
    std::string name;
    OGRwkbGeometryType geometry = wkbNone;
    std::vector<std::unique_ptr<OGRFieldDefn>> fields;
};

/// One layer of features in WGS-84 on its way to a file; it has its name after finish() and not before (see
/// OutputFolder). What GDAL cannot do, and what does not arrive on the disk, are problems; they are final.
///
/// The same features give the same bytes: dates of writing are set to 1970. OpenFileGDB alone does not: it makes random
/// identifiers.
class OgrOutput {
public:
    /// REQUIRES: the format is of ogr_formats.
    static Result<std::unique_ptr<OgrOutput>> create(const TableTarget& target, const std::string& format,
                                                     OgrLayerPlan plan);

    OGRLayer& layer() { return *layer_; }
    /// Where the layer has put each field of the plan; none where the driver has no place for it.
    const std::vector<std::optional<int>>& fields() const { return fields_; }

    /// REQUIRES: a feature of the layer's definition.
    std::optional<Problem> add(OGRFeature& feature);
    std::optional<Problem> finish();
    ~OgrOutput();

private:
    OgrOutput(OutputFolder folder, std::string path, std::string format, OgrLayerPlan plan);
    std::optional<Problem> open();
    std::optional<Problem> add_field(const OGRFieldDefn& definition);
    std::optional<Problem> restart_transaction();
    Problem could_not(std::string_view what, OgrMessages& messages) const;
    std::optional<Problem> failure(std::string_view what, OgrMessages& messages) const;

    OutputFolder folder_;
    std::string path_;  ///< as given, for messages
    std::string format_;
    OgrLayerPlan plan_;
    OgrDataset dataset_;
    OGRLayer* layer_ = nullptr;  ///< the dataset's
    std::vector<std::optional<int>> fields_;
    std::int64_t features_ = 0;
    bool keeps_order_ = true;  ///< of the features; only a file without any need not
};

}  // namespace incursion
