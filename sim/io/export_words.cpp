#include "sim/io/export_words.h"

#include <algorithm>

#include <fmt/format.h>

namespace incursion {

namespace {

constexpr double words_per_second = 2.5;
constexpr double least_call_s = 3;

std::string seconds_words(double s)
{
    return fmt::format("{:.3f} s", s);
}

std::string metres_words(double m)
{
    return fmt::format("{:.0f} m", m);
}

/// `17 s`, `2754.3 m`, `10`; a number that was computed, to a tenth.
std::string number_words(double number, const std::string& unit)
{
    return fmt::format("{:.1f}{}{}", number, unit.empty() ? "" : " ", unit);
}

std::string altitude_words(const std::optional<double>& altitude_m, AltitudeDatum datum)
{
    return altitude_m ? fmt::format("{:.0f} {}", *altitude_m, datum_words(datum)) : "";
}

std::string_view by_words(CrossedBy by)
{
    switch (by) {
    case CrossedBy::side: return "through a side";
    case CrossedBy::floor: return "through the floor";
    case CrossedBy::ceiling: return "through the ceiling";
    case CrossedBy::start: return "no crossing: the observation begins inside";
    case CrossedBy::end: return "no crossing: the observation ends inside";
    case CrossedBy::activation: return "no crossing: the airspace's hours begin or end around it";
    }
    return "";
}

std::string bound_words(const ClaimFigure& figure)
{
    const std::string found = figure.found ? number_words(*figure.found, figure.unit) : "nothing to compare";
    return fmt::format("claimed {}, found {}{}{}: {}", figure.reading, found, figure.track.empty() ? "" : " in ",
                       figure.track, figure.holds ? "holds" : "does not hold");
}

}  // namespace

std::string instant_words(Time time)
{
    std::string text = format_time(time);
    text[10] = ' ';
    return text.substr(0, 23) + " UTC";
}

Duration time_to_say(std::string_view text)
{
    const auto blanks = std::count_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; });
    return seconds(std::max(least_call_s, static_cast<double>(blanks + 1) / words_per_second));
}

ExportedTrack track_of_report(const TrackReport& report, const Aircraft& aircraft)
{
    ExportedTrack track;
    track.id = report.track;
    track.reconstructed = report.flown;
    track.name = report.flown ? report.track + " (reconstructed)" : report.track;
    track.title = report.title;
    track.type = report.type;
    track.type_title = aircraft.type ? aircraft.type->title : "";
    track.state = report.state;
    track.datum = report.datum;
    track.span = report.span;
    track.observed = report.observed;
    track.gap = report.gap;
    track.path_m = report.path_m;
    add_fact(track.facts, "aircraft", report.title);
    add_fact(track.facts, "type", track.type_title);
    add_fact(track.facts, "state", report.state);
    add_fact(track.facts, "motion",
             report.flown ? "reconstructed: flown from a plan by the simulator, not recorded" : "as recorded");
    add_fact(track.facts, "altitudes", std::string{datum_words(report.datum)});
    for (const auto& [airspace, dwell] : report.dwell)
        if (!airspace.empty())
            add_fact(track.facts, "inside " + airspace, seconds_words(to_seconds(dwell)));
    if (report.gap > Duration{})
        add_fact(track.facts, "not observed", seconds_words(to_seconds(report.gap)));
    add_fact(track.facts, "same machine as", aircraft.same_as);
    add_evidence(track.facts, report.evidence);
    return track;
}

std::string crossing_name(std::string_view track, const Visit& visit, bool entry)
{
    const CrossedBy by = entry ? visit.entry.by : visit.exit.by;
    if (by == CrossedBy::start)
        return fmt::format("{} is inside {} when its track begins", track, visit.airspace);
    if (by == CrossedBy::end)
        return fmt::format("{} is inside {} when its track ends", track, visit.airspace);
    if (by == CrossedBy::activation)
        return fmt::format("{} is in {} when it {} active", track, visit.airspace, entry ? "becomes" : "ceases to be");
    return fmt::format("{} {} {}", track, entry ? "enters" : "leaves", visit.airspace);
}

ExportFacts crossing_facts(const ExportedTrack& track, const Visit& visit, bool entry)
{
    const VisitEnd& end = entry ? visit.entry : visit.exit;
    ExportFacts facts;
    add_fact(facts, "time", instant_words(end.time));
    add_fact(facts, "how", std::string{by_words(end.by)});
    add_fact(facts, "airspace", visit.airspace + (visit.foreign ? " (foreign)" : " (own or permitted)"));
    add_fact(facts, "altitude", altitude_words(end.altitude_m, track.datum));
    add_fact(facts, "inside for", seconds_words(to_seconds(visit.duration())));
    add_fact(facts, "path inside", metres_words(visit.path_m));
    add_fact(facts, "greatest depth", metres_words(visit.max_depth_m) + " at " + instant_words(visit.max_depth_time));
    if (track.reconstructed)
        add_fact(facts, "motion", "reconstructed: follows from the flight plan");
    return facts;
}

std::string call_name(const Call& call)
{
    return call.to.empty() ? call.from : fmt::format("{} to {}", call.from, call.to);
}

ExportFacts call_facts(const CallReport& report)
{
    const Call& call = report.call;
    ExportFacts facts;
    add_fact(facts, "words", call.text);
    add_fact(facts, "time", instant_words(call.time));
    add_fact(facts, "from", call.from);
    add_fact(facts, "to", call.to);
    add_fact(facts, "channel", call.channel);
    add_fact(facts, "language", call.language);
    if (report.distance_to_border_m)
        add_fact(facts, "distance to " + report.airspace, metres_words(*report.distance_to_border_m));
    if (report.time_to_border_s)
        add_fact(facts, "time to " + report.airspace, number_words(*report.time_to_border_s, "s"));
    add_evidence(facts, call.evidence);
    return facts;
}

ExportFacts event_facts(const Event& event, bool is_placed)
{
    ExportFacts facts;
    add_fact(facts, "time", instant_words(event.time));
    add_fact(facts, "aircraft", event.aircraft);
    add_fact(facts, "by", event.by);
    if (!event.place)
        add_fact(facts, "place",
                 is_placed ? "not told: drawn where the aircraft's track is at that instant" : "not told");
    add_evidence(facts, event.evidence);
    return facts;
}

std::string claim_name(const Claim& claim)
{
    if (claim.aircraft.empty())
        return claim.airspace.empty() ? "claim" : claim.airspace;
    return claim.airspace.empty() ? claim.aircraft : fmt::format("{}, {}", claim.aircraft, claim.airspace);
}

ExportFacts claim_facts(const ClaimReport& report)
{
    ExportFacts facts;
    for (const ClaimFigure& figure : report.figures) {
        std::string what = figure.what;
        std::replace(what.begin(), what.end(), '_', ' ');
        add_fact(facts, what, bound_words(figure));
    }
    add_evidence(facts, report.claim.evidence);
    return facts;
}

std::string_view kind_name(PlaceKind kind)
{
    switch (kind) {
    case PlaceKind::town: return "town";
    case PlaceKind::airfield: return "airfield";
    case PlaceKind::mark: return "mark";
    }
    return "";
}

ExportFacts radar_facts(const Radar& radar)
{
    ExportFacts facts;
    add_fact(facts, "radar", radar.title);
    add_fact(facts, "type", radar.type.title);
    add_fact(facts, "antenna", metres_words(radar.antenna_m) + " above mean sea level");
    add_evidence(facts, radar.evidence);
    return facts;
}

ExportFacts plots_facts(const Radar& radar, std::size_t plots)
{
    ExportFacts facts;
    add_fact(facts, "radar", radar.title);
    add_fact(facts, "plots", fmt::format("{}, simulated with the radar's errors", plots));
    return facts;
}

ExportFacts incident_facts(const Report& report, const std::string& version)
{
    ExportFacts facts;
    add_fact(facts, "about", report.description);
    add_fact(facts, "times", "UTC");
    add_fact(facts, "borders",
             report.edges == EdgeReading::straight ? "sides straight in longitude and latitude (RFC 7946)"
                                                   : "sides are WGS-84 geodesics");
    add_fact(facts, "legs",
             report.legs == LegReading::geodesic ? "WGS-84 geodesics at constant ground speed"
                                                 : "straight in longitude and latitude");
    add_fact(facts, "made by", "Incursion " + version);
    return facts;
}

}  // namespace incursion
