#include "sim/io/write_claims_json.h"

#include <cmath>
#include <utility>

#include "sim/io/json_parts.h"
#include "sim/io/write_claim_json.h"
#include "sim/io/write_json.h"
#include "sim/io/write_scenario_json.h"

namespace incursion {

namespace {

using nlohmann::ordered_json;

ordered_json number(double value)
{
    return std::isfinite(value) ? ordered_json(value) : ordered_json(nullptr);
}

ordered_json range_json(NumberRange range)
{
    return {{"low", number(range.low)}, {"high", number(range.high)}};
}

ordered_json speeds_json(const SpeedRange& speeds)
{
    return {{"least_mps", or_null(speeds.least_tas_mps)}, {"greatest_mps", or_null(speeds.greatest_tas_mps)}};
}

ordered_json grid_json(const ClaimStudy& study)
{
    const CrossingGrid& grid = study.grid;
    ordered_json turns = ordered_json::array();
    for (const TurnFamily& turn : grid.turns)
        turns.push_back({{"radius_m", turn.radius_m}, {"speeds", speeds_json(turn.speeds)}});
    return {{"centre_lon", grid.centre.lon_deg},
            {"centre_lat", grid.centre.lat_deg},
            {"radius_m", grid.radius_m},
            {"step_m", grid.step_m},
            {"turn_step_m", grid.turn_step_m},
            {"directions", grid.directions},
            {"turns", std::move(turns)},
            {"paths", study.crossings.paths},
            {"crossings", study.crossings.list.size()}};
}

ordered_json figure_json(const StatedFigure& figure, std::size_t alone, const ClaimStudy& study)
{
    ordered_json claims = ordered_json::array();
    for (const std::size_t claim : figure.claims)
        claims.push_back(study.claims[claim]);
    const bool limits = figure.what == CrossingFigure::limits;
    return {{"what", name_of(figure.what)},
            {"text", figure.text},
            {"value", limits ? ordered_json(nullptr) : ordered_json(figure.value)},
            {"low", limits ? or_null(study.speeds.least_tas_mps) : number(figure.range.low)},
            {"high", limits ? or_null(study.speeds.greatest_tas_mps) : number(figure.range.high)},
            {"claims", std::move(claims)},
            {"true_of", alone}};
}

ordered_json contradiction_json(const Contradiction& contradiction)
{
    ordered_json misses = ordered_json::array();
    for (const NearMiss& miss : contradiction.misses)
        misses.push_back({{"figure", miss.figure},
                          {"greatest_below", or_null(miss.below)},
                          {"least_above", or_null(miss.above)}});
    return {{"figures", contradiction.figures}, {"misses", std::move(misses)}};
}

ordered_json feasible_json(const ReadingStudy& reading, const TrialCrossings& crossings)
{
    ordered_json list = ordered_json::array();
    for (const std::size_t i : reading.search.feasible) {
        const TrialCrossing& c = crossings.list[i];
        list.push_back({{"entry_lon", c.entry.lon_deg},
                        {"entry_lat", c.entry.lat_deg},
                        {"exit_lon", c.exit.lon_deg},
                        {"exit_lat", c.exit.lat_deg},
                        {"heading_deg", c.heading.deg()},
                        {"turn_radius_m", or_null(c.turn_radius_m)},
                        {"length_m", c.length_m},
                        {"depth_m", c.depth_m},
                        {"point_distance_m", or_null(c.point_distance_m)},
                        {"speed_mps", range_json(speeds_of(c, reading.search.figures).value())}});
    }
    return list;
}

ordered_json ranges_json(const std::optional<CrossingRanges>& ranges)
{
    if (!ranges)
        return nullptr;
    return {{"length_m", range_json(ranges->length_m)},
            {"depth_m", range_json(ranges->depth_m)},
            {"speed_mps", range_json(ranges->speed_mps)},
            {"dwell_s", range_json(ranges->dwell_s)},
            {"entry_lon", range_json(ranges->entry_lon_deg)},
            {"entry_lat", range_json(ranges->entry_lat_deg)}};
}

ordered_json reading_json(const ReadingStudy& reading, const ClaimStudy& study)
{
    ordered_json figures = ordered_json::array(), contradictions = ordered_json::array();
    ordered_json needed = ordered_json::array(), trade_offs = ordered_json::array();
    for (std::size_t i = 0; i < reading.search.figures.size(); ++i)
        figures.push_back(figure_json(reading.search.figures[i], reading.search.alone[i], study));
    for (const Contradiction& contradiction : reading.search.contradictions)
        contradictions.push_back(contradiction_json(contradiction));
    for (const NeededSpeed& n : reading.needed)
        needed.push_back({{"dwell", n.dwell},
                          {"figure", n.figure},
                          {"path_m", n.path_m},
                          {"at_least", n.at_least},
                          {"speed_mps", n.speed_mps},
                          {"range_mps", range_json(n.range_mps)},
                          {"stall_mass_kg", or_null(n.stall_mass_kg)}});
    for (const TradeOff& t : reading.trade_offs)
        trade_offs.push_back({{"figures", t.figures}, {"length_m", range_json(t.length_m)}});
    return {{"figures", std::move(figures)},
            {"feasible_turning", reading.search.feasible_turning},
            {"ranges", ranges_json(reading.search.ranges)},
            {"contradictions", std::move(contradictions)},
            {"needed_speeds", std::move(needed)},
            {"trade_offs", std::move(trade_offs)},
            {"feasible", feasible_json(reading, study.crossings)}};
}

ordered_json study_json(const ClaimStudy& study)
{
    ordered_json record{{"account", study.account},
                        {"aircraft", study.aircraft},
                        {"airspace", study.airspace},
                        {"type", or_null(study.type)},
                        {"claims", study.claims},
                        {"not_searched", or_null(study.not_searched)}};
    if (!study.not_searched.empty())
        return record;
    record["altitude_m"] = or_null(study.altitude_m);
    record["altitude_is_claimed"] = study.altitude_is_claimed;
    record["mass_kg"] = or_null(study.mass_kg);
    record["speeds"] = speeds_json(study.speeds);
    record["grid"] = grid_json(study);
    ordered_json readings = ordered_json::array();
    for (const ReadingStudy& reading : study.readings)
        readings.push_back(reading_json(reading, study));
    record["readings"] = std::move(readings);
    return record;
}

}  // namespace

std::string claims_json(const Report& report, const std::vector<ClaimStudy>& studies, Diagnostics& diagnostics)
{
    ordered_json claims = ordered_json::array(), list = ordered_json::array();
    for (const ClaimReport& claim : report.claims)
        claims.push_back(claim_json(claim));
    for (const ClaimStudy& study : studies)
        list.push_back(study_json(study));
    const ordered_json document{{"schema", "incursion.claims/1"},
                                {"incursion", versions_json()},
                                {"scenario", scenario_json(report, diagnostics)},
                                {"accounts", accounts_json(report.accounts)},
                                {"claims", std::move(claims)},
                                {"studies", std::move(list)}};
    return json_text(document);
}

}  // namespace incursion
