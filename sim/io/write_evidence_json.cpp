#include "sim/io/write_evidence_json.h"

#include <utility>

#include "sim/base/angle.h"
#include "sim/io/json_parts.h"
#include "sim/io/write_visit_json.h"

namespace incursion {

namespace {

using nlohmann::ordered_json;

double degrees_of(double rad)
{
    return Angle::radians(rad).deg();
}

ordered_json radar_json(const Radar& radar)
{
    const RadarType& type = radar.type;
    ordered_json record{{"radar", radar.id},
                        {"title", or_null(radar.title)},
                        {"account", or_null(radar.account)},
                        {"type", type.id},
                        {"lon", reported_lon(radar.site)},
                        {"lat", radar.site.lat_deg},
                        {"antenna_m", radar.antenna_m},
                        {"scan_period_s", type.scan_period_s},
                        {"range_noise_m", type.range_noise_m},
                        {"azimuth_noise_deg", degrees_of(type.azimuth_noise_rad)},
                        {"range_bias_m", radar.range_bias_m},
                        {"azimuth_bias_deg", degrees_of(radar.azimuth_bias_rad)}};
    append(record, radar.evidence);
    return record;
}

ordered_json view_json(const RadarView& view)
{
    return {{"track", view.track},
            {"airspace", view.airspace},
            {"foreign", view.foreign},
            {"true_dwell_s", view.true_dwell_s},
            {"plot_dwell_s", view.plot_dwell_s},
            {"system_dwell_s", view.system_dwell_s},
            {"scans", view.scans},
            {"plots", view.plots},
            {"scans_inside", view.scans_inside},
            {"plots_inside", view.plots_inside},
            {"plots_shown_inside", view.plots_shown_inside},
            {"true_entry", time_or_null(view.true_entry)},
            {"first_proof", time_or_null(view.first_proof)},
            {"seconds_to_proof_s", or_null(view.seconds_to_proof)},
            {"greatest_range_m", view.greatest_range_m},
            {"cross_range_error_m", view.cross_range_error_m}};
}

ordered_json probability_json(const Probability& p)
{
    return {{"value", p.value}, {"low95", p.low}, {"high95", p.high}};
}

ordered_json distribution_json(const Distribution& d)
{
    if (d.count == 0)
        return nullptr;
    return {{"count", d.count},
            {"median", d.median},
            {"p05", d.p05},
            {"p25", d.p25},
            {"p75", d.p75},
            {"p95", d.p95},
            {"mean", d.mean},
            {"median_low95", d.median_low},
            {"median_high95", d.median_high}};
}

ordered_json accuracy_json(const Uncertainty& u)
{
    static constexpr const char* of_fixes[] = {"white", "drift", "ignored"};
    return {{"white_m", u.accuracy.white_m},
            {"drift_m", u.accuracy.drift_m},
            {"drift_time_s", u.accuracy.drift_time_s},
            {"bias_m", u.accuracy.bias_m},
            {"clock_s", u.accuracy.clock_s},
            {"altitude_m", u.accuracy.altitude_m},
            {"of_fixes", of_fixes[static_cast<std::size_t>(u.accuracy.of_fixes)]},
            {"border_m", u.border_m}};
}

ordered_json uncertainty_json(const Uncertainty& u)
{
    ordered_json along = ordered_json::array(), claims = ordered_json::array();
    for (const ProbabilityAt& at : u.along)
        along.push_back({format_time(at.time), at.inside});
    for (const ClaimProbability& c : u.claims)
        claims.push_back({{"claim", c.claim},
                          {"what", c.what},
                          {"reading", or_null(c.reading)},
                          {"holds", probability_json(c.holds)}});
    return {{"track", u.track},
            {"airspace", u.airspace},
            {"accuracy", accuracy_json(u)},
            {"replicas", u.replicas},
            {"verdict", name_of(u.verdict)},
            {"inside", probability_json(u.inside)},
            {"dwell_s", distribution_json(u.dwell_s)},
            {"dwell_if_inside_s", distribution_json(u.dwell_if_inside_s)},
            {"reference", format_time(u.reference)},
            {"entry_s", distribution_json(u.entry_s)},
            {"exit_s", distribution_json(u.exit_s)},
            {"max_depth_m", distribution_json(u.depth_m)},
            {"closest_m", distribution_json(u.closest_m)},
            {"claims", std::move(claims)},
            {"inside_along", std::move(along)}};
}

ordered_json variants_json(const std::vector<BorderVariant>& variants)
{
    ordered_json list = ordered_json::array();
    for (const BorderVariant& v : variants) {
        ordered_json record{{"border", v.id},
                            {"title", or_null(v.title)},
                            {"edges", v.edges == EdgeReading::straight ? "straight" : "geodesic"},
                            {"date", or_null(v.date)},
                            {"licence", or_null(v.licence)}};
        append(record, v.evidence);
        list.push_back(std::move(record));
    }
    return list;
}

ordered_json verdict_json(const BorderVerdict& v, const BorderVariant& variant)
{
    if (!v.known)
        return {{"border", variant.id}, {"inside", nullptr}};
    return {{"border", variant.id},         {"inside", v.inside},
            {"dwell_s", v.dwell_s},         {"entry_time", time_or_null(v.entry)},
            {"max_depth_m", v.max_depth_m}, {"closest_m", v.closest_m}};
}

ordered_json row_json(const BorderRow& row, const std::vector<BorderVariant>& variants)
{
    ordered_json verdicts = ordered_json::array();
    for (std::size_t i = 0; i < row.verdicts.size(); ++i)
        verdicts.push_back(verdict_json(row.verdicts[i], variants[i]));
    return {{"track", row.track},
            {"airspace", row.airspace},
            {"unanimous", row.unanimous},
            {"least_dwell_s", row.least_dwell_s},
            {"greatest_dwell_s", row.greatest_dwell_s},
            {"apart_m", or_null(row.apart_m)},
            {"apart_lon", row.apart_m ? ordered_json(reported_lon(row.apart_at)) : ordered_json(nullptr)},
            {"apart_lat", row.apart_m ? ordered_json(row.apart_at.lat_deg) : ordered_json(nullptr)},
            {"apart_border", or_null(row.apart_variant)},
            {"verdicts", std::move(verdicts)}};
}

ordered_json avoidance_json(const Avoidance& a)
{
    ordered_json record{{"track", a.track},
                        {"airspace", a.airspace},
                        {"entry_time", format_time(a.entry)},
                        {"last_turn_time", time_or_null(a.turn)},
                        {"last_call_time", time_or_null(a.call)}};
    if (!a.turn)
        return record;
    record["side"] = a.side == TurnSide::left ? "left" : "right";
    record["heading_deg"] = a.heading.deg();
    record["bank_deg"] = degrees_of(a.bank_rad);
    record["load_factor"] = a.load_factor;
    record["roll_rate_degps"] = degrees_of(a.roll_rate_radps);
    record["reaction_s"] = a.reaction_s;
    record["lon"] = reported_lon(a.place);
    record["lat"] = a.place.lat_deg;
    record["distance_to_border_m"] = a.distance_to_border_m;
    record["clearance_m"] = a.clearance_m;
    record["tas_mps"] = a.tas_mps;
    return record;
}

ordered_json timing_json(const CallTiming& t)
{
    return {{"call", t.call},
            {"lon", t.place ? ordered_json(reported_lon(*t.place)) : ordered_json(nullptr)},
            {"lat", t.place ? ordered_json(t.place->lat_deg) : ordered_json(nullptr)},
            {"alt_m", or_null(t.altitude_m)},
            {"heading_for_border", t.heading_for_border},
            {"airspace", or_null(t.airspace)},
            {"before_entry_s", or_null(t.before_entry_s)},
            {"before_last_call_s", or_null(t.before_last_call_s)}};
}

ordered_json rule_json(const RuleCheck& check)
{
    return {{"rule", check.rule},
            {"track", or_null(check.track)},
            {"airspace", or_null(check.airspace)},
            {"call", or_null(check.call)},
            {"event", or_null(check.event)},
            {"time", time_or_null(check.time)},
            {"finding", name_of(check.finding)},
            {"asked", or_null(check.asked)},
            {"found", or_null(check.found)},
            {"unit", or_null(check.unit)},
            {"text", check.text}};
}

template <class List, class Writer>
ordered_json list_json(const List& list, Writer writer)
{
    ordered_json records = ordered_json::array();
    for (const auto& one : list)
        records.push_back(writer(one));
    return records;
}

}  // namespace

ordered_json radars_json(const std::vector<RadarReport>& radars)
{
    return list_json(radars, [](const RadarReport& report) {
        ordered_json record = radar_json(report.radar);
        record["views"] = list_json(report.views, view_json);
        record["unseen"] = report.unseen;
        return record;
    });
}

ordered_json uncertainties_json(const std::vector<Uncertainty>& uncertainties)
{
    return list_json(uncertainties, uncertainty_json);
}

ordered_json reaches_json(const std::vector<ReachReport>& reaches)
{
    return list_json(reaches, [](const ReachReport& reach) {
        return ordered_json{{"track", reach.track},
                            {"airspace", reach.airspace},
                            {"of", reach.of},
                            {"greatest_speed_mps", reach.greatest_speed_mps},
                            {"speed_basis", reach.speed_basis},
                            {"definite_s", reach.definite_s},
                            {"possible_s", reach.possible_s},
                            {"spans", list_json(reach.spans, [](const ReachSpan& s) {
                                 return ordered_json{{"start", format_time(s.span.from)},
                                                     {"end", format_time(s.span.to)},
                                                     {"inside", name_of(s.inside)}};
                             })}};
    });
}

ordered_json borders_json(const std::optional<BorderComparison>& borders)
{
    if (!borders)
        return nullptr;
    return {{"window_m", borders->window_m},
            {"variants", variants_json(borders->variants)},
            {"rows", list_json(borders->rows, [&](const BorderRow& row) { return row_json(row, borders->variants); })}};
}

ordered_json warnings_json(const WarningReport& warnings)
{
    return {{"avoidances", list_json(warnings.avoidances, avoidance_json)},
            {"calls", list_json(warnings.calls, timing_json)},
            {"rules", list_json(warnings.rules, rule_json)}};
}

}  // namespace incursion
