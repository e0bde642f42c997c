#include "sim/io/export_acmi.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "sim/io/export_acmi_text.h"
#include "sim/io/export_heights.h"
#include "sim/io/export_numbers.h"
#include "sim/io/export_output.h"
#include "sim/io/export_style.h"
#include "sim/io/write_visit_json.h"

namespace incursion {

namespace {

/// What comes first within one instant.
enum class AcmiRank { object, event, removal };

/// A recording as it is gathered: lines under their instants.
class AcmiRecording {
public:
    AcmiRecording(const ExportedIncident& incident, Diagnostics& diagnostics)
        : incident_{incident}, geoid_{incident.pressure_over_msl_m}
    {
        tell_of_heights(incident, AltitudeDatum::msl, geoid_, diagnostics);
        if (!incident.airspaces.empty() || !incident.plots.empty())
            diagnostics.note("", std::nullopt, "acmi",
                             "a recording has no place for borders and radar plots; they are "
                             "left out");
    }

    std::string text()
    {
        for (const ExportedTrack& track : incident_.tracks)
            add_track(track);
        for (const ExportedCrossing& crossing : incident_.crossings)
            add_event(crossing.end.time, crossing.foreign ? "Bookmark" : "Message", crossing.track, crossing.name);
        for (const ExportedCall& call : incident_.calls)
            add_event(call.span.from, "Message", call.track, call.name + ": " + call.report.call.text);
        for (const ExportedEvent& event : incident_.events)
            add_event(event.event.time, "Bookmark", event.track,
                      incident_.accounts[event.account].name + ": " + event.event.title);
        return joined();
    }

private:
    using Key = std::pair<Time, AcmiRank>;

    std::string place(const PathPoint& point, AltitudeDatum datum) const
    {
        return fmt::format("T={}|{}|{}", degrees_text(reported_lon(point.place)), degrees_text(point.place.lat_deg),
                           point.altitude_m ? metres_text(geoid_.above_sea_m(point.place, *point.altitude_m, datum))
                                            : "");
    }

    void add(Time time, AcmiRank rank, const std::string& line) { lines_[{time, rank}] += line + "\n"; }

    void add_track(const ExportedTrack& track)
    {
        const std::string& account = incident_.accounts[track.account].name;
        std::string label = track.title.empty() ? track.id : track.title;
        label += track.reconstructed ? " (reconstructed)" : "";
        ids_.emplace_back();
        for (const std::vector<PathPoint>& part : track.parts) {
            const std::string id = acmi_id(++objects_);
            ids_.back().emplace_back(part.front().time, id);
            std::string properties =
                fmt::format(",Type=Air+FixedWing,Name={},CallSign={},Label={},Coalition={},Color={}",
                            acmi_property(track.type.empty() ? track.id : track.type), acmi_property(track.id),
                            acmi_property(label), acmi_property(account), colour_of_account(track.account).acmi_name);
            if (!track.type_title.empty())
                properties += ",LongName=" + acmi_property(track.type_title);
            if (!track.state.empty())
                properties += ",Group=" + acmi_property(track.state);
            for (const PathPoint& point : part) {
                add(point.time, AcmiRank::object, id + "," + place(point, track.datum) + properties);
                properties.clear();
            }
            // Else Tacview takes what is removed for destroyed.
            add(part.back().time, AcmiRank::removal, "0,Event=LeftArea|" + id + "|\n-" + id);
        }
    }

    /// The object that a track is at an instant: that of the part which has begun last.
    std::string object_of(std::optional<std::size_t> track, Time time) const
    {
        std::string id;
        if (track)
            for (const auto& [from, object] : ids_[*track])
                if (from <= time || id.empty())
                    id = object;
        return id;
    }

    void add_event(Time time, const char* kind, std::optional<std::size_t> track, const std::string& text)
    {
        const std::string id = object_of(track, time);
        add(time, AcmiRank::event, fmt::format("0,Event={}|{}{}{}", kind, id, id.empty() ? "" : "|", acmi_event(text)));
    }

    std::string head(Time reference) const
    {
        std::string inputs = facts_as_text(incident_.facts);
        for (const InputSum& input : incident_.inputs)
            inputs +=
                fmt::format("\ninput: {}{}{}", input.path, input.sha256.empty() ? "" : ", SHA-256 ", input.sha256);
        for (const ExportedTrack& track : incident_.tracks)
            if (track.datum == AltitudeDatum::pressure)
                inputs += fmt::format("\naltitudes of {}: {}", track.id, datum_words(track.datum));
        std::string text = "\xEF\xBB\xBF";
        text += "FileType=text/acmi/tacview\nFileVersion=2.2\n";
        text += "0,ReferenceTime=" + format_time(reference).substr(0, 19) + "Z\n";
        text += "0,Title=" + acmi_property(incident_.title) + "\n0,Category=Airspace incident\n";
        text += "0,DataSource=Incursion\n0,DataRecorder=Incursion\n";
        if (!incident_.description.empty())
            text += "0,Briefing=" + acmi_property(incident_.description) + "\n";
        text += "0,Comments=" + acmi_property(inputs) + "\n";
        return text;
    }

    std::string places()
    {
        std::string text;
        for (const ExportedPlace& place : incident_.places) {
            const char* type = place.kind == "airfield" ? "Ground+Static+Aerodrome"
                               : place.kind == "radar"  ? "Ground+Static+Sensor"
                                                        : "Navaid+Static+Waypoint";
            text += fmt::format("{},T={}|{}|,Type={},Name={}\n", acmi_id(++objects_),
                                degrees_text(reported_lon(place.position)), degrees_text(place.position.lat_deg), type,
                                acmi_property(place.name));
        }
        return text;
    }

    std::string joined()
    {
        const Time first =
            lines_.empty() ? incident_.span.from : std::min(incident_.span.from, lines_.begin()->first.first);
        const Time reference = std::chrono::floor<std::chrono::seconds>(first);
        std::string text = head(reference) + "#0\n" + places();
        Time last = reference;
        for (const auto& [key, lines] : lines_) {
            if (key.first != last)
                text += "#" + seconds_after(reference, key.first) + "\n";
            last = key.first;
            text += lines;
        }
        return text;
    }

    const ExportedIncident& incident_;
    HeightChange geoid_;
    std::map<Key, std::string> lines_;
    std::vector<std::vector<std::pair<Time, std::string>>> ids_;  ///< of each track, its parts' beginnings and objects
    std::size_t objects_ = 0;
};

}  // namespace

std::string acmi_text(const ExportedIncident& incident, Diagnostics& diagnostics)
{
    return AcmiRecording{incident, diagnostics}.text();
}

std::optional<Problem> write_export_acmi(const TableTarget& target, const ExportedIncident& incident,
                                         Diagnostics& diagnostics)
{
    return write_export(target, acmi_text(incident, diagnostics));
}

std::optional<Problem> write_export_acmi_zip(const TableTarget& target, const ExportedIncident& incident,
                                             Diagnostics& diagnostics)
{
    return write_export(target, acmi_text(incident, diagnostics), "incident.txt.acmi");
}

}  // namespace incursion
