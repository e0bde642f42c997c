#include "sim/io/gpx_format.h"

#include <optional>
#include <string>

#include <fmt/format.h>

#include "sim/io/bad_rows.h"
#include "sim/io/piece_writer.h"
#include "sim/io/text_cells.h"
#include "sim/io/xml_reader.h"

namespace incursion {

namespace {

class GpxHandler : public XmlHandler {
public:
    GpxHandler(TrackSink& sink, std::string unnamed) : writer_{sink}, parts_{std::move(unnamed)} {}

    bool begin(const XmlPlace& place, const XmlAttributes& attributes) override
    {
        if (place.name == "trkpt" && place.parent == "trkseg")
            begin_point(place.line, attributes);
        else if (place.name == "trk")
            name_.clear();
        else if (place.name == "trkseg")
            fresh_segment_ = true;
        else if (place.name == "rtept" || place.name == "wpt")
            ++untimed_points_;
        return writer_.is_wanted();
    }

    bool end(const XmlPlace& place, std::string_view text) override
    {
        if (place.parent == "trkpt") {
            if (place.name == "time")
                time_.assign(trimmed(text));
            else if (place.name == "ele")
                elevation_.assign(trimmed(text));
        } else if (place.name == "trkpt" && place.parent == "trkseg") {
            end_point();
        } else if (place.name == "name" && place.parent == "trk") {
            name_.assign(trimmed(text));
        }
        return writer_.is_wanted();
    }

    void finish() { writer_.finish(); }
    long untimed_points() const { return untimed_points_; }

private:
    void begin_point(std::int64_t line, const XmlAttributes& attributes)
    {
        line_ = line;
        const char* const lon = attributes.find("lon");
        const char* const lat = attributes.find("lat");
        has_place_ = lon != nullptr && lat != nullptr;
        lon_.assign(has_place_ ? lon : "");
        lat_.assign(has_place_ ? lat : "");
        time_.clear();
        elevation_.clear();
    }

    void end_point()
    {
        const auto fix = checked_fix();
        if (!fix)
            return;
        if (fresh_segment_)
            writer_.begin(parts_.next(name_), AltitudeDatum::msl);
        fresh_segment_ = false;
        writer_.add(*fix, line_);
    }

    std::optional<Fix> checked_fix()
    {
        RowProblems& problems = writer_.problems();
        if (time_.empty()) {
            problems.add(no_time_kind, line_, "the point has no time; dropped");
            return std::nullopt;
        }
        const auto time = parse_time_text(time_, true);
        if (!time) {
            problems.add(bad_time_kind, line_, time.problem() + "; dropped");
            return std::nullopt;
        }
        if (!has_place_) {
            problems.add(no_position_kind, line_, "the point lacks lat or lon; dropped");
            return std::nullopt;
        }
        const auto lon = number(lon_, "longitude");
        const auto lat = number(lat_, "latitude");
        const auto elevation = elevation_.empty() ? std::nullopt : number(elevation_, "elevation");
        if (!lon || !lat || (!elevation_.empty() && !elevation) || !is_possible({*lon, *lat}, line_, problems))
            return std::nullopt;
        return Fix{*time, {*lon, *lat}, elevation, std::nullopt};
    }

    std::optional<double> number(std::string_view text, const char* what)
    {
        const auto value = parse_decimal_number(text);
        if (!value)
            writer_.problems().add(bad_number_kind, line_,
                                   fmt::format("'{}' is no {}; dropped", text.substr(0, 40), what));
        return value;
    }

    PieceWriter writer_;
    PartNames parts_;
    std::string name_;
    bool fresh_segment_ = true;
    // Of the point that is being read; strings keep their memory.
    std::int64_t line_ = 0;
    bool has_place_ = false;
    std::string lon_, lat_, time_, elevation_;
    long untimed_points_ = 0;
};

}  // namespace

bool fits_gpx(std::string_view ending, std::string_view start)
{
    return xml_root_fits("gpx", ".gpx", ending, start);
}

void read_gpx(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics)
{
    GpxHandler handler{sink, options.default_id.value_or(input.stem())};
    read_xml(input, handler, diagnostics);
    handler.finish();
    if (handler.untimed_points() > 0)
        diagnostics.note(input.name(), std::nullopt, "",
                         fmt::format("points of routes and waypoints are no recording and are not read: {}",
                                     handler.untimed_points()));
}

}  // namespace incursion
