#include "sim/io/write_report_json.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "sim/io/json_parts.h"
#include "sim/io/write_claim_json.h"
#include "sim/io/write_evidence_json.h"
#include "sim/io/write_json.h"
#include "sim/io/write_scenario_json.h"
#include "sim/io/write_visit_json.h"

namespace incursion {

namespace {

using nlohmann::ordered_json;

ordered_json limits_json(const std::vector<LimitReached>& limits)
{
    ordered_json list = ordered_json::array();
    for (const LimitReached& limit : limits)
        list.push_back({{"start", format_time(limit.span.from)},
                        {"end", format_time(limit.span.to)},
                        {"duration_s", to_seconds(limit.span.length())},
                        {"path", limit.path},
                        {"limit", limit.limit},
                        {"asked", limit.asked},
                        {"possible", limit.possible}});
    return list;
}

ordered_json closest_approach_json(const std::vector<ClosestApproach>& approaches)
{
    ordered_json list = ordered_json::array();
    for (const ClosestApproach& approach : approaches)
        list.push_back({{"airspace", approach.airspace},
                        {"time", format_time(approach.time)},
                        {"distance_m", approach.distance_m}});
    return list;
}

ordered_json track_json(const TrackReport& track)
{
    ordered_json dwell = ordered_json::object();
    for (const auto& [airspace, time] : track.dwell)
        dwell[airspace] = to_seconds(time);
    ordered_json visits = ordered_json::array();
    for (const Visit& visit : track.visits)
        visits.push_back(visit_json(visit, track.track));

    ordered_json record{{"track", track.track},
                        {"account", or_null(track.account)},
                        {"title", or_null(track.title)},
                        {"type", or_null(track.type)},
                        {"state", or_null(track.state)},
                        {"flown", track.flown},
                        {"altitude_datum", name_of(track.datum)},
                        {"fixes", track.fixes},
                        {"start", format_time(track.span.from)},
                        {"end", format_time(track.span.to)},
                        {"duration_s", to_seconds(track.span.length())},
                        {"observed_s", to_seconds(track.observed)},
                        {"gap_s", to_seconds(track.gap)},
                        {"path_m", track.path_m},
                        {"dwell_s", std::move(dwell)},
                        {"foreign_s", to_seconds(track.foreign)},
                        {"closest_approach", closest_approach_json(track.closest_approach)},
                        {"visits", std::move(visits)},
                        {"limits", limits_json(track.limits)}};
    append(record, track.evidence);
    return record;
}

ordered_json call_json(const CallReport& report)
{
    ordered_json record{{"time", format_time(report.call.time)},
                        {"account", or_null(report.call.account)},
                        {"from", or_null(report.call.from)},
                        {"to", or_null(report.call.to)},
                        {"channel", or_null(report.call.channel)},
                        {"text", report.call.text},
                        {"airspace", or_null(report.airspace)},
                        {"distance_to_border_m", or_null(report.distance_to_border_m)},
                        {"time_to_border_s", or_null(report.time_to_border_s)}};
    append(record, report.call.evidence);
    return record;
}

ordered_json calls_json(const CallsReport& calls)
{
    ordered_json list = ordered_json::array();
    for (const CallReport& call : calls.list)
        list.push_back(call_json(call));
    return {{"count", calls.list.size()},
            {"span_s", to_seconds(calls.span)},
            {"intervals_s", calls.intervals_s},
            {"mean_interval_s", or_null(calls.mean_interval_s)},
            {"before_first_entry", calls.before_first_entry},
            {"list", std::move(list)}};
}

ordered_json events_json(const std::vector<Event>& events)
{
    ordered_json list = ordered_json::array();
    for (const Event& event : events) {
        ordered_json record{{"time", format_time(event.time)},
                            {"account", or_null(event.account)},
                            {"title", event.title},
                            {"lon", event.place ? ordered_json(reported_lon(*event.place)) : ordered_json(nullptr)},
                            {"lat", event.place ? ordered_json(event.place->lat_deg) : ordered_json(nullptr)},
                            {"alt_m", or_null(event.altitude_m)}};
        append(record, event.evidence);
        list.push_back(std::move(record));
    }
    return list;
}

}  // namespace

std::string report_json(const Report& report, Diagnostics& diagnostics)
{
    ordered_json tracks = ordered_json::array();
    for (const TrackReport& track : report.tracks)
        tracks.push_back(track_json(track));
    ordered_json claims = ordered_json::array();
    for (const ClaimReport& claim : report.claims)
        claims.push_back(claim_json(claim));

    const ordered_json document{
        {"schema", "incursion.report/1"},
        {"incursion", versions_json()},
        {"scenario", scenario_json(report, diagnostics)},
        {"accounts", accounts_json(report.accounts)},
        {"tracks", std::move(tracks)},
        {"calls", calls_json(report.calls)},
        {"events", events_json(report.events)},
        {"claims", std::move(claims)},
        {"radars", radars_json(report.radars)},
        {"uncertainties", uncertainties_json(report.uncertainties)},
        {"reaches", reaches_json(report.reaches)},
        {"borders", borders_json(report.borders)},
        {"warnings", warnings_json(report.warnings)}};
    return json_text(document);
}

}  // namespace incursion
