#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <ogr_feature.h>

#include "sim/io/table.h"

namespace incursion {

/// The columns of a table as fields of one of OGR's formats; table_ogr.h says in which form.
class OgrTableFields {
public:
    /// REQUIRES: the format is of ogr_formats.
    OgrTableFields(std::span<const TableColumn> columns, const std::string& format);

    /// In order: for each column one, or for an instant two where the format has a date and time.
    std::vector<std::unique_ptr<OGRFieldDefn>> definitions() const;

    /// Puts a row's cells into a feature, null where nothing is known. `places` are where the layer has the fields of
    /// definitions(), if it has them. REQUIRES: as many cells as columns, each of its column's type or nothing.
    void set(OGRFeature& feature, std::span<const TableCell> cells, std::span<const std::optional<int>> places) const;

private:
    bool has_datetime(const TableColumn& column) const { return datetimes_ && column.type == CellType::time; }

    std::vector<TableColumn> columns_;
    bool datetimes_ = false;
    bool integers_of_64_bits_ = false;
    bool booleans_ = false;
};

}  // namespace incursion
