#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ogrsf_frmts.h>

#include "sim/base/result.h"
#include "sim/io/ogr_session.h"
#include "sim/io/ogr_table_fields.h"
#include "sim/io/output_folder.h"
#include "sim/io/table.h"

namespace incursion {

/// A GeoPackage of several layers in WGS-84 on its way to its place (see OutputFolder). The same rows give the same
/// bytes: its date is 1970. The first problem is kept and told by finish(); what is added after it is passed over.
class GpkgFile {
public:
    static Result<std::unique_ptr<GpkgFile>> create(const TableTarget& target);
    ~GpkgFile();

    /// A new layer, to which rows are added from now on. wkbNone: without shapes.
    void begin_layer(const std::string& name, const std::vector<TableColumn>& columns, OGRwkbGeometryType geometry);
    /// A row of the layer begun last; without a shape where the geometry is null.
    void add(const std::vector<TableCell>& cells, std::unique_ptr<OGRGeometry> geometry);
    std::optional<Problem> finish();

private:
    GpkgFile(OutputFolder folder, std::string path) : folder_{std::move(folder)}, path_{std::move(path)} {}
    void open();
    void keep(std::string_view what, OgrMessages& messages, bool failed);

    OutputFolder folder_;
    std::string path_;  ///< as given, for messages
    OgrDataset dataset_;
    OGRLayer* layer_ = nullptr;  ///< the dataset's
    std::optional<OgrTableFields> fields_;
    std::vector<std::optional<int>> places_;  ///< of the fields
    std::optional<Problem> problem_;
};

}  // namespace incursion
