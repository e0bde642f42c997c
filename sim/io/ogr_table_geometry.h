#pragma once

#include <memory>
#include <span>
#include <string>

#include <ogr_geometry.h>

#include "sim/io/table.h"

namespace incursion {

/// The geometries of a table's rows in one of OGR's formats; table_ogr.h says in which form.
class OgrTableGeometry {
public:
    OgrTableGeometry(RowShape shape, const std::string& format) : shape_{shape}, heights_always_{format == "FlatGeobuf"}
    {
    }

    /// Of the layer.
    OGRwkbGeometryType type() const;
    /// Null where rows have no shape. REQUIRES: points as the shape asks for.
    std::unique_ptr<OGRGeometry> make(std::span<const PathPoint> points) const;

private:
    RowShape shape_;
    bool heights_always_;  ///< every row needs heights; NaN where they are not known
};

}  // namespace incursion
