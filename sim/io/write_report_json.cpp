#include "sim/io/write_report_json.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "sim/io/json_parts.h"
#include "sim/io/sha256.h"
#include "sim/io/versions.h"
#include "sim/io/write_evidence_json.h"
#include "sim/io/write_json.h"
#include "sim/io/write_visit_json.h"

namespace incursion {

namespace {

using nlohmann::ordered_json;

ordered_json inputs_json(const Report& report, Diagnostics& diagnostics)
{
    std::vector<std::string> paths;
    if (!report.path.empty())
        paths.push_back(report.path);
    for (const std::string& path : report.inputs)
        if (std::find(paths.begin(), paths.end(), path) == paths.end())
            paths.push_back(path);

    ordered_json list = ordered_json::array();
    for (const std::string& path : paths) {
        const Result<std::string> sum = sha256_of_file(path);
        if (!sum)
            diagnostics.warning(path, std::nullopt, "", sum.problem() + "; the report lists it without one");
        list.push_back({{"path", path}, {"sha256", sum ? ordered_json(*sum) : ordered_json(nullptr)}});
    }
    return list;
}

ordered_json scenario_json(const Report& report, Diagnostics& diagnostics)
{
    return {{"title", report.title},
            {"description", or_null(report.description)},
            {"path", report.path},
            {"seed", report.seed},
            {"inputs", inputs_json(report, diagnostics)},
            {"start", format_time(report.span.from)},
            {"end", format_time(report.span.to)},
            {"edges", report.edges == EdgeReading::straight ? "straight" : "geodesic"},
            {"legs", report.legs == LegReading::straight ? "straight" : "geodesic"}};
}

ordered_json accounts_json(const std::vector<Account>& accounts)
{
    ordered_json list = ordered_json::array();
    for (const Account& account : accounts) {
        ordered_json record{{"id", account.id}, {"title", account.title}};
        append(record, account.evidence);
        list.push_back(std::move(record));
    }
    return list;
}

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

ordered_json claim_json(const ClaimReport& report)
{
    ordered_json figures = ordered_json::array();
    for (const ClaimFigure& figure : report.figures)
        figures.push_back({{"what", figure.what},
                           {"unit", or_null(figure.unit)},
                           {"claimed", figure.claimed},
                           {"reading", or_null(figure.reading)},
                           {"half_step", figure.half_step},
                           {"found", or_null(figure.found)},
                           {"holds", figure.found ? ordered_json(figure.holds) : ordered_json(nullptr)},
                           {"track", or_null(figure.track)},
                           {"lon", figure.place ? ordered_json(reported_lon(*figure.place)) : ordered_json(nullptr)},
                           {"lat", figure.place ? ordered_json(figure.place->lat_deg) : ordered_json(nullptr)},
                           {"claimed_time", time_or_null(figure.claimed_time)},
                           {"found_time", time_or_null(figure.found_time)}});
    ordered_json arithmetic = ordered_json::array();
    for (const SpeedArithmetic& sum : report.arithmetic)
        arithmetic.push_back({{"basis", sum.basis},
                              {"path_m", sum.path_m},
                              {"dwell_s", sum.dwell_s},
                              {"speed_mps", sum.speed_mps},
                              {"altitude_m", sum.altitude_m},
                              {"least_speed_mps", or_null(sum.least_speed_mps)},
                              {"greatest_speed_mps", or_null(sum.greatest_speed_mps)}});
    ordered_json record{{"claim", or_null(report.claim.path)},
                        {"account", or_null(report.claim.account)},
                        {"aircraft", or_null(report.claim.aircraft)},
                        {"airspace", or_null(report.claim.airspace)},
                        {"figures", std::move(figures)},
                        {"arithmetic", std::move(arithmetic)}};
    append(record, report.claim.evidence);
    return record;
}

}  // namespace

std::string report_json(const Report& report, Diagnostics& diagnostics)
{
    const Versions made_with = versions();
    ordered_json tracks = ordered_json::array();
    for (const TrackReport& track : report.tracks)
        tracks.push_back(track_json(track));
    ordered_json claims = ordered_json::array();
    for (const ClaimReport& claim : report.claims)
        claims.push_back(claim_json(claim));

    const ordered_json document{
        {"schema", "incursion.report/1"},
        {"incursion", {{"version", made_with.incursion}, {"gdal", made_with.gdal}, {"proj", made_with.proj}}},
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
