#include "sim/io/kml_format.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sim/io/bad_rows.h"
#include "sim/io/kml_coordinates.h"
#include "sim/io/piece_writer.h"
#include "sim/io/text_cells.h"
#include "sim/io/xml_reader.h"

namespace incursion {

namespace {

/// A `when` or a `coord`, or what is wrong with it.
template <class T>
struct Part {
    std::optional<T> value;
    std::unique_ptr<const std::string> problem;  ///< a pointer, as there are many and it is seldom needed
    std::int64_t line = 0;
};

constexpr std::string_view blanks = " \t\r\n";

Part<Time> parse_when(std::string_view text, std::int64_t line)
{
    const auto time = parse_time_text(text, false);
    if (time)
        return {*time, nullptr, line};
    return {std::nullopt, std::make_unique<const std::string>(time.problem() + "; dropped"), line};
}

Part<KmlPosition> parse_coord(std::string_view text, std::string_view separators, std::int64_t line)
{
    if (const auto position = parse_kml_position(text, separators))
        return {position, nullptr, line};
    auto problem = fmt::format("'{}' is no longitude, latitude and altitude; dropped", trimmed(text).substr(0, 60));
    return {std::nullopt, std::make_unique<const std::string>(std::move(problem)), line};
}

bool is_absolute(std::string_view mode)
{
    return trimmed(mode) == "absolute";
}

class KmlHandler : public XmlHandler {
public:
    KmlHandler(TrackSink& sink, std::string unnamed) : writer_{sink}, parts_{std::move(unnamed)} {}

    bool begin(const XmlPlace& place, const XmlAttributes&) override
    {
        if (place.name == "Folder" || place.name == "Document") {
            containers_.emplace_back();
        } else if (place.name == "Placemark") {
            placemark_ = {};
        } else if (place.name == "MultiTrack") {
            multi_ = true;
            interpolate_ = false;
            id_ = std::nullopt;
        } else if (place.name == "Track") {
            whens_.clear();
            coords_.clear();
            absolute_ = false;
            track_line_ = place.line;
        } else if (place.name == "Point") {
            absolute_ = false;
        }
        return writer_.is_wanted();
    }

    bool end(const XmlPlace& place, std::string_view text) override
    {
        if (place.parent == "Track")
            end_in_track(place, text);
        else if (place.name == "Track")
            end_track();
        else if (place.parent == "Point" || place.parent == "TimeStamp" || place.parent == "MultiTrack")
            end_in_placemark(place, text);
        else if (place.name == "MultiTrack")
            multi_ = false;
        else if (place.name == "name" && place.parent == "Placemark")
            placemark_.name = trimmed(text);
        else if (place.name == "name" && !containers_.empty() &&
                 (place.parent == "Folder" || place.parent == "Document"))
            containers_.back() = trimmed(text);
        else if (place.name == "Placemark")
            end_placemark(place.line);
        else if ((place.name == "Folder" || place.name == "Document") && !containers_.empty())
            containers_.pop_back();
        return writer_.is_wanted();
    }

    void finish() { writer_.finish(); }
    long untimed_placemarks() const { return untimed_placemarks_; }
    long unknown_altitudes() const { return unknown_altitudes_; }

private:
    void end_in_track(const XmlPlace& place, std::string_view text)
    {
        if (place.name == "when")
            whens_.push_back(parse_when(text, place.line));
        else if (place.name == "coord")
            coords_.push_back(parse_coord(text, blanks, place.line));
        else if (place.name == "altitudeMode")
            absolute_ = is_absolute(text);
    }

    void end_in_placemark(const XmlPlace& place, std::string_view text)
    {
        if (place.parent == "MultiTrack" && place.name == "interpolate")
            interpolate_ = trimmed(text) == "1" || trimmed(text) == "true";
        else if (place.parent == "TimeStamp" && place.name == "when")
            placemark_.when = parse_when(text, place.line);
        else if (place.parent == "Point" && place.name == "coordinates")
            placemark_.coord = parse_coord(text, ",", place.line);
        else if (place.parent == "Point" && place.name == "altitudeMode")
            absolute_ = is_absolute(text);
    }

    void end_track()
    {
        placemark_.has_track = true;
        if (whens_.size() != coords_.size()) {
            writer_.problems().add(unpaired_kind, track_line_,
                                   fmt::format("the track has {} times and {} positions, so that nobody knows which "
                                               "belong together; dropped",
                                               whens_.size(), coords_.size()));
            return;
        }
        if (whens_.empty())
            return;
        if (!multi_ || !interpolate_ || !id_)
            id_ = parts_.next(placemark_.name);
        writer_.begin(*id_, AltitudeDatum::msl);
        for (std::size_t i = 0; i < whens_.size(); ++i)
            add(whens_[i], coords_[i], coords_[i].line);
    }

    void end_placemark(std::int64_t line)
    {
        if (placemark_.when && placemark_.coord) {
            writer_.begin(folder_name(), AltitudeDatum::msl);
            add(*placemark_.when, *placemark_.coord, line);
        } else if (!placemark_.has_track) {
            ++untimed_placemarks_;
        }
    }

    /// Of the innermost folder or document that has a name.
    std::string folder_name() const
    {
        for (auto at = containers_.rbegin(); at != containers_.rend(); ++at)
            if (!at->empty())
                return *at;
        return "";
    }

    void add(const Part<Time>& when, const Part<KmlPosition>& coord, std::int64_t line)
    {
        RowProblems& problems = writer_.problems();
        if (!when.value) {
            problems.add(bad_time_kind, when.line, *when.problem);
        } else if (!coord.value) {
            problems.add(bad_number_kind, coord.line, *coord.problem);
        } else if (is_possible(coord.value->place, coord.line, problems)) {
            const bool known = absolute_ && coord.value->altitude_m;
            unknown_altitudes_ += coord.value->altitude_m && !absolute_ ? 1 : 0;
            writer_.add({*when.value, coord.value->place, known ? coord.value->altitude_m : std::nullopt, std::nullopt},
                        line);
        }
    }

    struct Placemark {
        std::string name;
        bool has_track = false;
        std::optional<Part<Time>> when;
        std::optional<Part<KmlPosition>> coord;
    };

    PieceWriter writer_;
    PartNames parts_;
    std::vector<std::string> containers_;  ///< names of the open folders and documents
    Placemark placemark_;
    bool multi_ = false, interpolate_ = false, absolute_ = false;
    std::optional<std::string> id_;  ///< of the last Track of an open MultiTrack
    std::int64_t track_line_ = 0;
    std::vector<Part<Time>> whens_;
    std::vector<Part<KmlPosition>> coords_;
    long untimed_placemarks_ = 0, unknown_altitudes_ = 0;
};

}  // namespace

bool fits_kml(std::string_view ending, std::string_view start)
{
    return xml_root_fits("kml", ".kml", ending, start);
}

void read_kml(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics)
{
    KmlHandler handler{sink, options.default_id.value_or(input.stem())};
    read_xml(input, handler, diagnostics);
    handler.finish();
    if (handler.untimed_placemarks() > 0)
        diagnostics.note(input.name(), std::nullopt, "",
                         fmt::format("placemarks without times are no recording and are not read: {}",
                                     handler.untimed_placemarks()));
    if (handler.unknown_altitudes() > 0)
        diagnostics.note(
            input.name(), std::nullopt, "",
            fmt::format("altitudes whose altitudeMode is not absolute are left out: {}", handler.unknown_altitudes()));
}

}  // namespace incursion
