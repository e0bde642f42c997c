#include "sim/io/ogr_track_layer.h"

#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "sim/io/bad_rows.h"
#include "sim/io/csv_time.h"
#include "sim/io/ogr_cells.h"

namespace incursion {

namespace {

bool is_one_of(OGRwkbGeometryType type, OGRwkbGeometryType a, OGRwkbGeometryType b)
{
    const auto flat = wkbFlatten(type);
    return flat == a || flat == b;
}

/// Z in metres; nothing where the point has none or it is not finite.
std::optional<double> height_of(const OGRPoint& point, const OgrHeights& heights)
{
    if (!point.Is3D() || !std::isfinite(point.getZ()))
        return std::nullopt;
    return point.getZ() * heights.metres;
}

}  // namespace

OgrHeights heights_of(const OGRSpatialReference* reference)
{
    if (reference == nullptr)
        return {};
    if (reference->IsCompound())
        return {AltitudeDatum::msl, reference->GetTargetLinearUnits("VERT_CS"), true};
    if (reference->GetAxesCount() == 3)
        return {AltitudeDatum::ellipsoid, 1, true};
    return {};
}

std::optional<OgrTrackColumns> track_columns_of(OGRLayer& layer, const TrackReadOptions& options,
                                                const std::string& file, Diagnostics& said)
{
    const OGRFeatureDefn& fields = *layer.GetLayerDefn();
    const OGRwkbGeometryType type = fields.GetGeomType();
    const auto names = field_names(fields);
    OgrTrackColumns columns{std::nullopt, track_property(names, options.columns)};
    if (is_one_of(type, wkbPoint, wkbUnknown)) {
        layer.ResetReading();
        const OGRFeatureUniquePtr first{layer.GetNextFeature()};
        layer.ResetReading();
        const OGRGeometry* geometry = first ? first->GetGeometryRef() : nullptr;
        std::optional<OgrCells> cells;
        if (first)
            cells.emplace(*first);
        const bool has_height = OGR_GT_HasZ(type) || (geometry != nullptr && geometry->Is3D());
        columns.points = find_property_columns(
            names, options, has_height, [&](std::size_t i) { return cells ? (*cells)(i) : std::string_view{}; }, file,
            said);
        if (columns.points || wkbFlatten(type) == wkbPoint)
            return columns.points ? std::optional{std::move(columns)} : std::nullopt;
    }
    if (wkbFlatten(type) == wkbUnknown || (is_one_of(type, wkbLineString, wkbMultiLineString) && OGR_GT_HasM(type)))
        return columns;
    said.error(
        file, std::nullopt, layer.GetName(),
        fmt::format("the layer holds {}; tracks are points with a time field or lines with measures (M) that are "
                    "seconds since 1970",
                    OGRGeometryTypeToName(type)));
    return std::nullopt;
}

void OgrTrackLayer::read(const OGRFeature& feature, std::int64_t number)
{
    const OGRGeometry* geometry = feature.GetGeometryRef();
    if (geometry == nullptr || geometry->IsEmpty()) {
        writer_->problems().add(no_position_kind, number, "the feature has no position; dropped");
        return;
    }
    const auto type = wkbFlatten(geometry->getGeometryType());
    if (type == wkbPoint && columns_.points) {
        read_point(feature, *geometry->toPoint(), number);
    } else if ((type == wkbLineString || type == wkbMultiLineString) && geometry->IsMeasured()) {
        parts_.begin_line(columns_.track ? std::string{OgrCells{feature}(*columns_.track)} : "", heights_.datum);
        if (type == wkbLineString)
            read_line(*geometry->toLineString(), number);
        else
            for (const OGRLineString* part : *geometry->toMultiLineString())
                read_line(*part, number);
    } else {
        ++untimed_;
    }
}

void OgrTrackLayer::finish()
{
    if (sorter_)
        std::move(*sorter_).write(datum_of_points(), *writer_);
    writer_->finish();
}

void OgrTrackLayer::read_point(const OGRFeature& feature, const OGRPoint& point, std::int64_t number)
{
    const PropertyColumns& columns = *columns_.points;
    std::optional<Time> known_time;
    if (is_instant(*feature.GetDefnRef(), columns.time)) {
        const auto time = instant_in(feature, columns.time, columns.time_cells.utc);
        if (!time || !*time) {
            if (time)
                writer_->problems().add(no_time_kind, number, "the feature has no time; dropped");
            else
                writer_->problems().add(bad_time_kind, number, time.problem() + "; dropped");
            return;
        }
        known_time = *time;
    }
    const auto place = place_of(point.getX(), point.getY(), number);
    if (!place)
        return;
    const OgrCells cells{feature};
    // Where fields hold altitudes of another datum, Z is likely to be one of them.
    const bool may_be_other = columns.other_altitudes && !heights_.is_told;
    const auto height_m = may_be_other ? std::nullopt : height_of(point, heights_);
    const auto fix =
        property_fix(columns, {*place, height_m, known_time, number}, std::cref(cells), writer_->problems());
    if (!fix)
        return;
    std::string id{columns.track ? cells(*columns.track) : ""};
    if (sorter_) {
        sorter_->add(id, *fix, number);
        return;
    }
    writer_->begin(std::move(id), datum_of_points());
    writer_->add(*fix, number);
}

void OgrTrackLayer::read_line(const OGRLineString& line, std::int64_t number)
{
    parts_.begin_part();
    OGRPoint point;
    for (int i = 0; i < line.getNumPoints() && writer_->is_wanted(); ++i) {
        line.getPoint(i, &point);
        const auto time = parse_time_cell(fmt::format("{}", point.getM()), {});
        if (!time) {
            writer_->problems().add(bad_time_kind, number, time.problem() + "; dropped");
            continue;
        }
        if (const auto place = place_of(point.getX(), point.getY(), number);
            place && is_possible(*place, number, writer_->problems()))
            parts_.add({*time, *place, height_of(point, heights_), std::nullopt}, number);
    }
}

std::optional<LonLat> OgrTrackLayer::place_of(double x, double y, std::int64_t number)
{
    if (!way_.transformed())
        return LonLat{x, y};
    x_.assign(1, x);
    y_.assign(1, y);
    if (!way_.transform(x_, y_))
        return LonLat{x_[0], y_[0]};
    writer_->problems().add(impossible_position_kind, number,
                            fmt::format("({}, {}) has no place in WGS-84; dropped", x, y));
    return std::nullopt;
}

}  // namespace incursion
