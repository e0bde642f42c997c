#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ogrsf_frmts.h>

#include "sim/base/diagnostics.h"
#include "sim/io/ogr_to_wgs84.h"
#include "sim/io/part_writer.h"
#include "sim/io/piece_writer.h"
#include "sim/io/property_columns.h"
#include "sim/io/time_sorter.h"
#include "sim/io/track_read_options.h"

namespace incursion {

/// What Z means in a layer.
struct OgrHeights {
    AltitudeDatum datum = AltitudeDatum::msl;
    double metres = 1;     ///< one unit
    bool is_told = false;  ///< by the reference system; else a custom
};
OgrHeights heights_of(const OGRSpatialReference* reference);

/// How the features of one layer are read.
struct OgrTrackColumns {
    std::optional<PropertyColumns> points;  ///< nothing where the fields tell no time: lines only
    std::optional<std::size_t> track;       ///< of lines
};
/// Nothing where the layer's kind of geometry and its fields cannot hold tracks; `said` tells why.
std::optional<OgrTrackColumns> track_columns_of(OGRLayer& layer, const TrackReadOptions& options,
                                                const std::string& file, Diagnostics& said);

/// Turns the features of one layer into fixes.
class OgrTrackLayer {
public:
    OgrTrackLayer(OgrTrackColumns columns, ToWgs84 way, OgrHeights heights, PieceWriter& writer, PartNames& names)
        : columns_{std::move(columns)}, way_{std::move(way)}, heights_{heights}, writer_{&writer}, parts_{writer, names}
    {
    }

    /// Points are held and sorted by time at the end: for formats that keep features in an order of their own.
    void sort_points() { sorter_.emplace(); }
    void read(const OGRFeature& feature, std::int64_t number);
    /// To be called behind the last feature.
    void finish();
    /// How many features were no points in time and no lines with measures.
    long untimed() const { return untimed_; }

private:
    void read_point(const OGRFeature& feature, const OGRPoint& point, std::int64_t number);
    void read_line(const OGRLineString& line, std::int64_t number);
    AltitudeDatum datum_of_points() const
    {
        return columns_.points && columns_.points->altitude ? columns_.points->altitude->datum : heights_.datum;
    }
    std::optional<LonLat> place_of(double x, double y, std::int64_t number);

    OgrTrackColumns columns_;
    ToWgs84 way_;
    OgrHeights heights_;
    PieceWriter* writer_;
    PartWriter parts_;
    std::optional<TimeSorter> sorter_;
    long untimed_ = 0;
    std::vector<double> x_, y_;
};

}  // namespace incursion
