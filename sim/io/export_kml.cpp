#include "sim/io/export_kml.h"

#include <algorithm>

#include "sim/io/export_kml_things.h"
#include "sim/io/export_numbers.h"
#include "sim/io/export_output.h"
#include "sim/io/text_pieces.h"

namespace incursion {

namespace {

/// From above, so that what is near the incident fills the view.
void add_view(XmlText& xml, const ExportBox& box)
{
    constexpr double metres_per_degree = 111'195;
    xml.open("LookAt");
    xml.element("longitude", degrees_text(wrapped_lon((box.west_deg + box.east_deg) / 2)));
    xml.element("latitude", degrees_text((box.south_deg + box.north_deg) / 2));
    xml.element("altitude", "0");
    xml.element("heading", "0");
    xml.element("tilt", "0");
    xml.element("range", decimal_text((box.north_deg - box.south_deg) * metres_per_degree, 0));
    xml.element("altitudeMode", "clampToGround");
    xml.close();
}

/// A folder of the things of a list that belong, each added by `add`; none where there are none.
template <class Things, class Belongs, class Add>
void add_folder(XmlText& xml, const char* name, const Things& things, const Belongs& belongs, const Add& add,
                bool is_hidden = false)
{
    if (std::none_of(things.begin(), things.end(), belongs))
        return;
    xml.open("Folder");
    xml.element("name", name);
    if (is_hidden)
        xml.element("visibility", "0");
    for (const auto& thing : things)
        if (belongs(thing))
            add(thing);
    xml.close();
}

std::string account_description(const ExportedIncident& incident, std::size_t account)
{
    std::string html = facts_as_html(incident.accounts[account].facts);
    for (const ExportedClaim& claim : incident.claims)
        if (claim.account == account)
            html += "<p><b>claim: " + escaped_text(claim.name) + "</b><br>" + facts_as_html(claim.facts) + "</p>";
    return html;
}

void add_account(XmlText& xml, KmlThings& things, const ExportedIncident& incident, std::size_t account)
{
    const auto of_track = [&](const auto& thing) { return incident.tracks[thing.track].account == account; };
    const auto of_account = [&](const auto& thing) { return thing.account == account; };
    xml.open("Folder");
    xml.element("name", incident.accounts[account].name);
    xml.element("open", "1");
    xml.element_if("description", account_description(incident, account));
    add_folder(
        xml, "Tracks", incident.tracks,
        [&](const ExportedTrack& track) { return track.account == account && !track.parts.empty(); },
        [&](const ExportedTrack& track) { things.add_track(track); });
    add_folder(xml, "Crossings", incident.crossings, of_track,
               [&](const ExportedCrossing& crossing) { things.add_crossing(crossing); });
    add_folder(xml, "Calls", incident.calls, of_account, [&](const ExportedCall& call) { things.add_call(call); });
    add_folder(xml, "Events", incident.events, of_account,
               [&](const ExportedEvent& event) { things.add_event(event); });
    add_folder(
        xml, "Radar plots", incident.plots, of_track, [&](const ExportedPlots& plots) { things.add_plots(plots); },
        true);
    xml.close();
}

std::string document_description(const ExportedIncident& incident)
{
    std::string html = facts_as_html(incident.facts);
    for (const InputSum& input : incident.inputs)
        html += facts_as_html({{"input", input.path + (input.sha256.empty() ? "" : ", SHA-256 " + input.sha256)}});
    return html;
}

}  // namespace

std::string kml_text(const ExportedIncident& incident, Diagnostics& diagnostics)
{
    XmlText xml;
    KmlThings things{xml, incident, diagnostics};
    xml.open("kml", "xmlns=\"http://www.opengis.net/kml/2.2\" xmlns:gx=\"http://www.google.com/kml/ext/2.2\"");
    xml.open("Document");
    xml.element("name", incident.title);
    xml.element("open", "1");
    xml.element("description", document_description(incident));
    if (incident.box)
        add_view(xml, *incident.box);
    const TimeSpan span = span_of_things(incident);
    xml.open("TimeSpan");
    xml.element("begin", format_time(span.from));
    xml.element("end", format_time(span.to));
    xml.close();
    things.add_styles();
    for (std::size_t i = 0; i < incident.accounts.size(); ++i)
        add_account(xml, things, incident, i);
    const auto all = [](const auto&) { return true; };
    add_folder(xml, "Airspaces", incident.airspaces, all,
               [&](const ExportedAirspace& airspace) { things.add_airspace(airspace); });
    add_folder(xml, "Places", incident.places, all, [&](const ExportedPlace& place) { things.add_place(place); });
    xml.close();
    xml.close();
    return xml.text();
}

std::optional<Problem> write_export_kml(const TableTarget& target, const ExportedIncident& incident,
                                        Diagnostics& diagnostics)
{
    return write_export(target, kml_text(incident, diagnostics));
}

std::optional<Problem> write_export_kmz(const TableTarget& target, const ExportedIncident& incident,
                                        Diagnostics& diagnostics)
{
    return write_export(target, kml_text(incident, diagnostics), "doc.kml");
}

}  // namespace incursion
