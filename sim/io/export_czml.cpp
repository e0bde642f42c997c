#include "sim/io/export_czml.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/io/export_czml_packets.h"
#include "sim/io/export_output.h"

namespace incursion {

namespace {

CzmlJson document_packet(const ExportedIncident& incident, const TimeSpan& span)
{
    // So that all of it lasts two minutes, or as long as it did if that is less.
    constexpr double shown_s = 120;
    std::string html = facts_as_html(incident.facts);
    for (const InputSum& input : incident.inputs)
        html += facts_as_html({{"input", input.path + (input.sha256.empty() ? "" : ", SHA-256 " + input.sha256)}});
    return {{"id", "document"},
            {"name", clean_text(incident.title)},
            {"version", "1.0"},
            {"description", html},
            {"clock",
             {{"interval", czml_interval(span.from, span.to)},
              {"currentTime", format_time(span.from)},
              {"multiplier", std::max(1.0, std::round(to_seconds(span.length()) / shown_s))},
              {"range", "LOOP_STOP"},
              {"step", "SYSTEM_CLOCK_MULTIPLIER"}}}};
}

class CzmlLines {
public:
    void add(const CzmlJson& packet)
    {
        text_ += text_.empty() ? "[\n" : ",\n";
        text_ += packet.dump(-1, ' ', false, CzmlJson::error_handler_t::replace);
    }
    std::string finished() && { return std::move(text_) + "\n]\n"; }

private:
    std::string text_;
};

}  // namespace

std::string czml_text(const ExportedIncident& incident, Diagnostics& diagnostics)
{
    const HeightChange geoid{incident.pressure_over_msl_m};
    tell_of_heights(incident, AltitudeDatum::ellipsoid, geoid, diagnostics);
    const TimeSpan span = span_of_things(incident);
    const CzmlPackets packets{incident, geoid, span.to};
    CzmlLines lines;
    lines.add(document_packet(incident, span));
    for (std::size_t i = 0; i < incident.accounts.size(); ++i)
        lines.add(packets.account(i));
    for (const ExportedTrack& track : incident.tracks)
        if (!track.parts.empty())
            lines.add(packets.track(track));
    for (std::size_t i = 0; i < incident.crossings.size(); ++i)
        lines.add(packets.crossing(incident.crossings[i], i));
    for (std::size_t i = 0; i < incident.calls.size(); ++i)
        lines.add(packets.call(incident.calls[i], i));
    for (std::size_t i = 0; i < incident.events.size(); ++i)
        lines.add(packets.event(incident.events[i], i));
    for (const ExportedPlots& plots : incident.plots)
        lines.add(packets.plots(plots));
    for (std::size_t i = 0; i < incident.places.size(); ++i)
        lines.add(packets.place(incident.places[i], i));
    for (const ExportedAirspace& airspace : incident.airspaces) {
        for (std::size_t i = 0; i < airspace.polygons.size(); ++i)
            lines.add(packets.surface(airspace, i));
        for (std::size_t i = 0; i < airspace.lines.size(); ++i)
            lines.add(packets.border(airspace, i));
    }
    return std::move(lines).finished();
}

std::optional<Problem> write_export_czml(const TableTarget& target, const ExportedIncident& incident,
                                         Diagnostics& diagnostics)
{
    return write_export(target, czml_text(incident, diagnostics));
}

}  // namespace incursion
