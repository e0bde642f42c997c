#include "sim/io/export_czml_packets.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "sim/io/write_visit_json.h"

namespace incursion {

namespace {

/// The double nearest to the decimal, so that its shortest form has no more digits; never a negative zero.
double to_parts(double number, double parts)
{
    return std::round(number * parts) / parts + 0.0;
}

CzmlJson rgba(const ExportColour& colour, int opacity)
{
    return {{"rgba", {colour.red, colour.green, colour.blue, opacity}}};
}

CzmlJson solid(const ExportColour& colour, int opacity)
{
    return {{"solidColor", {{"color", rgba(colour, opacity)}}}};
}

/// White with a rim of the colour, to be read on any ground.
CzmlJson label(const std::string& text, const ExportColour& rim, int size_px)
{
    return {{"text", clean_text(text)},
            {"font", fmt::format("{}px sans-serif", size_px)},
            {"fillColor", rgba(neutral_colour, 255)},
            {"outlineColor", rgba(rim, 255)},
            {"outlineWidth", 3},
            {"style", "FILL_AND_OUTLINE"},
            {"horizontalOrigin", "LEFT"},
            {"pixelOffset", {{"cartesian2", {12, 0}}}}};
}

/// In lines of some 48 letters, broken at blanks.
std::string in_lines(const std::string& text)
{
    constexpr std::size_t width = 48;
    std::string lines;
    std::size_t column = 0;
    for (const char c : text) {
        const bool breaks = c == ' ' && column >= width;
        lines += breaks ? '\n' : c;
        column = breaks || c == '\n' ? 0 : column + 1;
    }
    return lines;
}

CzmlJson flat_coordinates(const std::vector<LonLat>& places, bool closed)
{
    CzmlJson list = CzmlJson::array();
    for (std::size_t i = 0; i < places.size() - (closed ? 1 : 0); ++i) {
        list.push_back(to_parts(places[i].lon_deg, 1e9));
        list.push_back(to_parts(places[i].lat_deg, 1e9));
        list.push_back(0);
    }
    return list;
}

ExportFacts facts_of(const ExportedAirspace& airspace)
{
    ExportFacts facts;
    add_fact(facts, "owner", airspace.owner);
    add_fact(facts, "floor", format_vertical_limit(airspace.floor));
    add_fact(facts, "ceiling", format_vertical_limit(airspace.ceiling));
    add_fact(facts, "active", airspace.activation);
    add_fact(facts, "extent", "cut off at the surroundings of the incident; drawn on the ground");
    return facts;
}

}  // namespace

std::string czml_interval(Time from, Time to)
{
    return format_time(from) + "/" + format_time(to);
}

CzmlJson CzmlPackets::packet(const std::string& id, const std::string& name, std::optional<std::size_t> account,
                             const ExportFacts& facts) const
{
    CzmlJson packet{{"id", clean_text(id)}, {"name", clean_text(name)}};
    if (account)
        packet["parent"] = clean_text("account/" + incident_.accounts[*account].id);
    if (!facts.empty())
        packet["description"] = facts_as_html(facts);
    return packet;
}

AltitudeDatum CzmlPackets::datum_of(std::optional<std::size_t> track) const
{
    return track ? incident_.tracks[*track].datum : AltitudeDatum::msl;
}

void CzmlPackets::append_place(CzmlJson& coordinates, LonLat place, std::optional<double> altitude_m,
                               AltitudeDatum datum) const
{
    coordinates.push_back(to_parts(reported_lon(place), 1e9));
    coordinates.push_back(to_parts(place.lat_deg, 1e9));
    coordinates.push_back(altitude_m ? to_parts(geoid_.above_ellipsoid_m(place, *altitude_m, datum), 1e3) : 0.0);
}

void CzmlPackets::set_point(CzmlJson& packet, const PathPoint& at, AltitudeDatum datum, const ExportColour& colour,
                            int size) const
{
    CzmlJson coordinates = CzmlJson::array();
    append_place(coordinates, at.place, at.altitude_m, datum);
    packet["position"] = {{"cartographicDegrees", std::move(coordinates)}};
    packet["point"] = {{"color", rgba(colour, 255)},
                       {"outlineColor", rgba(rim_colour, 255)},
                       {"outlineWidth", 1},
                       {"pixelSize", size}};
    if (!at.altitude_m)
        packet["point"]["heightReference"] = "CLAMP_TO_GROUND";
}

CzmlJson CzmlPackets::samples(const std::vector<PathPoint>& part, AltitudeDatum datum) const
{
    const Time epoch = part.front().time;
    CzmlJson coordinates = CzmlJson::array();
    for (const PathPoint& point : part) {
        coordinates.push_back(to_seconds(point.time - epoch));
        append_place(coordinates, point.place, point.altitude_m, datum);
    }
    return {{"interpolationAlgorithm", "LINEAR"},
            {"interpolationDegree", 1},
            {"epoch", format_time(epoch)},
            {"cartographicDegrees", std::move(coordinates)}};
}

CzmlJson CzmlPackets::account(std::size_t account) const
{
    const ExportedAccount& told = incident_.accounts[account];
    CzmlJson packet = this->packet("account/" + told.id, told.name, std::nullopt, {});
    std::string html = facts_as_html(told.facts);
    for (const ExportedClaim& claim : incident_.claims)
        if (claim.account == account)
            html += "<p><b>claim: " + escaped_text(claim.name) + "</b><br>" + facts_as_html(claim.facts) + "</p>";
    if (!html.empty())
        packet["description"] = html;
    return packet;
}

CzmlJson CzmlPackets::track(const ExportedTrack& track) const
{
    const ExportColour& colour = colour_of_account(track.account);
    CzmlJson packet = this->packet("track/" + track.id, track.name, track.account, track.facts);
    CzmlJson available = CzmlJson::array(), positions = CzmlJson::array();
    bool has_all_heights = true;
    for (const std::vector<PathPoint>& part : track.parts) {
        available.push_back(czml_interval(part.front().time, part.back().time));
        CzmlJson position = CzmlJson::object();
        if (track.parts.size() > 1)
            position["interval"] = available.back();
        position.update(samples(part, track.datum));
        positions.push_back(std::move(position));
        for (const PathPoint& point : part)
            has_all_heights = has_all_heights && point.altitude_m;
    }
    packet["availability"] = available.size() == 1 ? available.front() : available;
    packet["position"] = positions.size() == 1 ? positions.front() : positions;
    packet["point"] = {{"color", rgba(colour, 255)},
                       {"outlineColor", rgba(neutral_colour, 255)},
                       {"outlineWidth", 1},
                       {"pixelSize", 9}};
    packet["label"] = label(track.name, colour, 14);
    if (!has_all_heights)
        packet["point"]["heightReference"] = packet["label"]["heightReference"] = "CLAMP_TO_GROUND";
    packet["path"] = {{"material", solid(colour, 200)},
                      {"width", 2},
                      {"leadTime", 0},
                      {"trailTime", to_seconds(track.span.length())}};
    return packet;
}

CzmlJson CzmlPackets::crossing(const ExportedCrossing& crossing, std::size_t number) const
{
    const ExportColour& colour = crossing.foreign ? entry_colour : neutral_colour;
    CzmlJson packet = this->packet(fmt::format("crossing/{}", number), crossing.name,
                                   incident_.tracks[crossing.track].account, crossing.facts);
    packet["availability"] = czml_interval(crossing.end.time, std::max(crossing.end.time, end_));
    set_point(packet, {crossing.end.time, crossing.end.place, crossing.end.altitude_m}, datum_of(crossing.track),
              colour, crossing.foreign ? 8 : 5);
    if (crossing.foreign)
        packet["label"] = label(crossing.name + "\n" + format_time_of_day(crossing.end.time, 3) + " UTC", colour, 13);
    return packet;
}

CzmlJson CzmlPackets::call(const ExportedCall& call, std::size_t number) const
{
    CzmlJson packet = this->packet(fmt::format("call/{}", number), call.name, call.account, call.facts);
    packet["availability"] = czml_interval(call.span.from, call.span.to);
    if (!call.at)
        return packet;
    set_point(packet, *call.at, datum_of(call.track), colour_of_account(call.account), 5);
    packet["label"] = label(call.name + ":\n" + in_lines(call.report.call.text), colour_of_account(call.account), 13);
    packet["label"]["verticalOrigin"] = "TOP";
    return packet;
}

CzmlJson CzmlPackets::event(const ExportedEvent& event, std::size_t number) const
{
    CzmlJson packet = this->packet(fmt::format("event/{}", number), event.event.title, event.account, event.facts);
    packet["availability"] = czml_interval(event.event.time, std::max(event.event.time, end_));
    if (!event.at)
        return packet;
    const ExportColour& colour = colour_of_account(event.account);
    set_point(packet, *event.at, event.place_told ? AltitudeDatum::msl : datum_of(event.track), colour, 7);
    packet["label"] = label(in_lines(event.event.title), colour, 13);
    packet["label"]["verticalOrigin"] = "BOTTOM";
    return packet;
}

CzmlJson CzmlPackets::plots(const ExportedPlots& plots) const
{
    CzmlJson packet =
        this->packet("plots/" + plots.name, plots.name, incident_.tracks[plots.track].account, plots.facts);
    CzmlJson available = CzmlJson::array(), positions = CzmlJson::array();
    bool on_ground = false;
    for (std::size_t i = 0; i < plots.fixes.size(); ++i) {
        const Fix& fix = plots.fixes[i];
        on_ground = on_ground || !fix.altitude_m;
        Time until = fix.time + seconds(plots.scan_period_s);
        if (i + 1 < plots.fixes.size())
            until = std::min(until, plots.fixes[i + 1].time);
        CzmlJson coordinates = CzmlJson::array();
        append_place(coordinates, fix.place, fix.altitude_m, plots.datum);
        available.push_back(czml_interval(fix.time, until));
        positions.push_back({{"interval", available.back()}, {"cartographicDegrees", std::move(coordinates)}});
    }
    packet["availability"] = std::move(available);
    packet["position"] = std::move(positions);
    packet["point"] = {{"color", rgba(colour_of_account(incident_.tracks[plots.track].account), 120)},
                       {"pixelSize", 5}};
    if (on_ground)
        packet["point"]["heightReference"] = "CLAMP_TO_GROUND";
    return packet;
}

CzmlJson CzmlPackets::place(const ExportedPlace& place, std::size_t number) const
{
    CzmlJson packet = this->packet(fmt::format("place/{}", number), place.name, std::nullopt, place.facts);
    set_point(packet, {{}, place.position, std::nullopt}, AltitudeDatum::msl, neutral_colour, 4);
    packet["label"] = label(place.name, rim_colour, 12);
    packet["label"]["heightReference"] = "CLAMP_TO_GROUND";
    return packet;
}

CzmlJson CzmlPackets::surface(const ExportedAirspace& airspace, std::size_t polygon) const
{
    CzmlJson packet = this->packet(fmt::format("airspace/{}/{}", airspace.place, polygon), airspace.key, std::nullopt,
                                   facts_of(airspace));
    const auto& rings = airspace.polygons[polygon].rings;
    packet["polygon"] = {{"positions", {{"cartographicDegrees", flat_coordinates(rings.front(), true)}}},
                         {"material", solid(border_colour, 24)}};
    CzmlJson holes = CzmlJson::array();
    for (std::size_t i = 1; i < rings.size(); ++i)
        holes.push_back(flat_coordinates(rings[i], true));
    if (!holes.empty())
        packet["polygon"]["holes"] = {{"cartographicDegrees", std::move(holes)}};
    return packet;
}

CzmlJson CzmlPackets::border(const ExportedAirspace& airspace, std::size_t line) const
{
    CzmlJson packet = this->packet(fmt::format("border/{}/{}", airspace.place, line), airspace.key + ", border",
                                   std::nullopt, facts_of(airspace));
    packet["polyline"] = {{"positions", {{"cartographicDegrees", flat_coordinates(airspace.lines[line], false)}}},
                          {"width", 1.5},
                          {"material", solid(border_colour, 220)},
                          {"clampToGround", true}};
    return packet;
}

}  // namespace incursion
