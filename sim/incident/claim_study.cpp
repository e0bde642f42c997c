#include "sim/incident/claim_study.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "sim/analysis/track_path.h"
#include "sim/evidence/refine_crossings.h"
#include "sim/flight/performance.h"

namespace incursion {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::size_t enough_examples = 50;
constexpr double least_radius_m = 10'000, greatest_radius_m = 400'000;

/// A claim of no time inside is one of no crossing.
bool speaks_of_crossing(const Claim& claim)
{
    if (claim.dwell && !(claim.dwell->readings.front().value > 0))
        return false;
    return !claim.aircraft.empty() && !claim.airspace.empty() &&
           (claim.dwell || claim.depth || claim.length || claim.speed);
}

bool is_about_path(CrossingFigure what)
{
    return what == CrossingFigure::depth || what == CrossingFigure::point_distance || what == CrossingFigure::length;
}

/// The account's own aircraft and track.
struct Subject {
    const Aircraft* aircraft = nullptr;
    const Track* track = nullptr;
    const TrackReport* report = nullptr;
};

Subject subject_of(const ClaimStudy& study, const Scenario& scenario, const Incident& incident)
{
    for (std::size_t i = 0; i < scenario.aircraft.size(); ++i)
        if (scenario.aircraft[i].id == study.aircraft && scenario.aircraft[i].account == study.account)
            return {&scenario.aircraft[i], &incident.tracks[i], &incident.report.tracks[i]};
    return {};
}

/// Where the track first enters the airspace, or comes nearest to it.
std::optional<Time> moment_of(const Subject& s, const std::string& airspace)
{
    if (s.report == nullptr)
        return std::nullopt;
    for (const Visit& v : s.report->visits)
        if (v.airspace == airspace)
            return v.entry.time;
    for (const ClosestApproach& c : s.report->closest_approach)
        if (c.airspace == airspace)
            return c.time;
    return std::nullopt;
}

std::vector<Claim> claims_of(const ClaimStudy& study, const Scenario& scenario, const StudyOptions& options)
{
    std::vector<Claim> claims;
    for (const std::size_t i : study.claims) {
        claims.push_back(scenario.claims[i]);
        if (options.depth_from)
            claims.back().depth_from = options.depth_from;
    }
    return claims;
}

/// Studies of nothing yet, each with its claims.
std::vector<ClaimStudy> group(const Scenario& scenario)
{
    std::vector<ClaimStudy> studies;
    for (std::size_t i = 0; i < scenario.claims.size(); ++i) {
        const Claim& claim = scenario.claims[i];
        if (!speaks_of_crossing(claim))
            continue;
        auto same = std::find_if(studies.begin(), studies.end(), [&](const ClaimStudy& s) {
            return s.account == claim.account && s.aircraft == claim.aircraft && s.airspace == claim.airspace;
        });
        if (same == studies.end()) {
            ClaimStudy study;
            study.account = claim.account;
            study.aircraft = claim.aircraft;
            study.airspace = claim.airspace;
            same = studies.insert(studies.end(), std::move(study));
        }
        same->claims.push_back(i);
    }
    return studies;
}

void take_altitude_and_limits(ClaimStudy& study, const std::vector<Claim>& claims, const Subject& s)
{
    for (const Claim& claim : claims)
        if (claim.altitude && !study.altitude_m) {
            study.altitude_m = claim.altitude->readings.front().value;
            study.altitude_is_claimed = true;
        }
    const auto moment = moment_of(s, study.airspace);
    if (!study.altitude_m && moment && s.track->fixes().size() > 1)
        study.altitude_m = TrackPath{*s.track, LegReading::geodesic}.altitude_at(*moment);
    if (s.aircraft == nullptr || !s.aircraft->type)
        return;
    study.type = s.aircraft->type->id;
    study.mass_kg = s.aircraft->type->mass_kg;
    if (study.altitude_m)
        study.speeds = speed_range(*s.aircraft->type, *study.altitude_m);
}

std::vector<StatedFigure> figures_of(const ClaimStudy& study, const std::vector<Claim>& claims, std::size_t reading)
{
    std::vector<StatedFigure> figures = stated_figures(claims, reading);
    if (study.speeds.least_tas_mps || study.speeds.greatest_tas_mps)
        figures.push_back({CrossingFigure::limits, study.type, 0, {0, infinity}, {}});
    return figures;
}

/// The greatest length or depth that is claimed in any reading, and the narrowest that one of them allows.
struct Extent {
    double greatest_m = 0, narrowest_m = infinity;
};

Extent extent_of(const std::vector<Claim>& claims, std::size_t readings)
{
    Extent extent;
    for (std::size_t i = 0; i < readings; ++i)
        for (const StatedFigure& figure : stated_figures(claims, i))
            if (is_about_path(figure.what)) {
                extent.greatest_m = std::max(extent.greatest_m, figure.value);
                extent.narrowest_m = std::min(extent.narrowest_m, figure.range.high - figure.range.low);
            }
    return extent;
}

void lay_grid(ClaimStudy& study, const std::vector<Claim>& claims, std::size_t readings, const Subject& s,
              const StudyOptions& options)
{
    CrossingGrid& grid = study.grid;
    if (options.centre)
        grid.centre = *options.centre;
    else if (const auto moment = moment_of(s, study.airspace))
        grid.centre = TrackPath{*s.track, LegReading::geodesic}.at(*moment);
    Extent extent = extent_of(claims, readings);
    if (s.report != nullptr)
        for (const Visit& visit : s.report->visits)
            if (visit.airspace == study.airspace)
                extent.greatest_m = std::max(extent.greatest_m, visit.path_m / 2);
    grid.radius_m = options.radius_m.value_or(std::clamp(4 * extent.greatest_m, least_radius_m, greatest_radius_m));
    grid.step_m = options.step_m.value_or(std::clamp(extent.narrowest_m, grid.radius_m / 1000, grid.radius_m / 100));
    grid.turn_step_m = std::max(grid.step_m, grid.radius_m / 100);
    grid.directions = options.directions;
    grid.straight_speeds = study.speeds;
    for (const Claim& claim : claims)
        if (claim.depth_from)
            grid.point = claim.depth_from;
    for (const double times : {0.25, 0.5, 1.0, 2.0}) {
        TurnFamily turn{times * grid.radius_m, {}};
        if (s.aircraft != nullptr && s.aircraft->type && study.altitude_m) {
            const auto speeds = turning_speed_range(*s.aircraft->type, *study.altitude_m, turn.radius_m);
            if (!speeds)
                continue;
            turn.speeds = *speeds;
        }
        if (options.turns)
            grid.turns.push_back(turn);
    }
}

/// Why these claims cannot be searched for; empty where they can.
std::string obstacle(const ClaimStudy& study, const std::vector<Claim>& claims, std::size_t readings, const Subject& s,
                     const AnalysisGround& ground, const StudyOptions& options)
{
    std::optional<LonLat> point;
    for (const Claim& claim : claims) {
        if (claim.depth_from && point && !(*point == *claim.depth_from))
            return "depths are told from different points";
        if (claim.depth_from)
            point = claim.depth_from;
    }
    for (std::size_t i = 0; i < readings; ++i)
        if (figures_of(study, claims, i).size() > greatest_figure_count)
            return "more than " + std::to_string(greatest_figure_count) + " figures are claimed";
    for (const AirspaceId id : airspaces_with_key(ground.airspaces, study.airspace)) {
        if (ground.airspaces[id].has_limits())
            return "the airspace has a floor or a ceiling";
        if (ground.airspaces[id].activation)
            return "the airspace is active only at times";
    }
    if (!options.centre && (!moment_of(s, study.airspace) || s.track->fixes().size() < 2))
        return "the account has no track near the airspace; name a centre to search around";
    if (std::abs(study.grid.centre.lat_deg) > 80)
        return "it lies too near a pole";
    return {};
}

NumberRange length_with(const TrialCrossings& crossings, const std::vector<StatedFigure>& figures)
{
    NumberRange range{infinity, -infinity};
    for (const TrialCrossing& c : crossings.list)
        if (speeds_of(c, figures))
            range = {std::min(range.low, c.length_m), std::max(range.high, c.length_m)};
    return range;
}

void add_trade_offs(ReadingStudy& study, const TrialCrossings& crossings)
{
    const std::vector<StatedFigure>& figures = study.search.figures;
    TradeOff all;
    std::vector<StatedFigure> together;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (!is_about_path(figures[i].what))
            continue;
        all.figures.push_back(i);
        together.push_back(figures[i]);
        TradeOff one{{i}, figures[i].range};
        if (figures[i].what != CrossingFigure::length)
            one.length_m = length_with(crossings, {figures[i]});
        if (one.length_m.low <= one.length_m.high)
            study.trade_offs.push_back(one);
    }
    all.length_m = length_with(crossings, together);
    if (all.figures.size() > 1 && all.length_m.low <= all.length_m.high)
        study.trade_offs.push_back(all);
}

void add_needed(ReadingStudy& study, const Aircraft* aircraft, std::optional<double> altitude_m)
{
    const std::vector<StatedFigure>& figures = study.search.figures;
    for (std::size_t dwell = 0; dwell < figures.size(); ++dwell) {
        const StatedFigure& time = figures[dwell];
        if (time.what != CrossingFigure::dwell || !(time.value > 0))
            continue;
        for (const TradeOff& path : study.trade_offs) {
            if (path.figures.size() > 1)
                continue;
            const StatedFigure& figure = figures[path.figures.front()];
            NeededSpeed needed{dwell, path.figures.front(), path.length_m.low, figure.what != CrossingFigure::length,
                               0, {}, {}};
            if (!needed.at_least)
                needed.path_m = figure.value;
            needed.speed_mps = needed.path_m / time.value;
            needed.range_mps = {path.length_m.low / time.range.high, infinity};
            if (!needed.at_least && time.range.low > 0)
                needed.range_mps.high = path.length_m.high / time.range.low;
            if (aircraft != nullptr && aircraft->type && altitude_m)
                needed.stall_mass_kg = stall_mass_kg(*aircraft->type, *altitude_m, needed.speed_mps);
            study.needed.push_back(needed);
        }
    }
}

/// Figures of one kind that have no number in common need no search.
bool cannot_be(const std::vector<StatedFigure>& figures)
{
    for (const StatedFigure& a : figures)
        for (const StatedFigure& b : figures)
            if (a.what == b.what && a.range.low > b.range.high)
                return true;
    return false;
}

/// Searches, then looks between the paths for every contradiction that the grid alone leaves, until each has stood.
CrossingSearch search_and_refine(ClaimStudy& study, const std::vector<StatedFigure>& figures,
                                 const AnalysisGround& ground)
{
    std::set<std::vector<std::size_t>> looked_at;
    CrossingSearch found = search_crossings(study.crossings.list, figures);
    for (bool again = true; again;) {
        again = false;
        for (const Contradiction& contradiction : found.contradictions) {
            if (!looked_at.insert(contradiction.figures).second)
                continue;
            std::vector<StatedFigure> sought;
            for (const std::size_t i : contradiction.figures)
                sought.push_back(figures[i]);
            again = again || (!cannot_be(sought) &&
                              refine_crossings(study.crossings, sought, study.airspace, study.grid, ground) > 0);
        }
        if (again)
            found = search_crossings(study.crossings.list, figures);
    }
    // A few show that it can be, but not how differently.
    if (!found.feasible.empty() && found.feasible.size() < enough_examples &&
        refine_crossings(study.crossings, figures, study.airspace, study.grid, ground) > 0)
        found = search_crossings(study.crossings.list, figures);
    return found;
}

void search(ClaimStudy& study, const Scenario& scenario, const Incident& incident, const AnalysisGround& ground,
            const StudyOptions& options)
{
    const std::vector<Claim> claims = claims_of(study, scenario, options);
    const Subject s = subject_of(study, scenario, incident);
    std::size_t readings = 1;
    for (const Claim& claim : claims)
        readings = std::max(readings, claim.reading_count());
    take_altitude_and_limits(study, claims, s);
    if (s.track == nullptr || s.track->fixes().size() > 1)
        lay_grid(study, claims, readings, s, options);
    study.not_searched = obstacle(study, claims, readings, s, ground, options);
    if (!study.not_searched.empty())
        return;
    study.crossings = try_crossings(study.airspace, study.grid, ground);
    for (std::size_t i = 0; i < readings; ++i) {
        ReadingStudy reading;
        reading.search = search_and_refine(study, figures_of(study, claims, i), ground);
        add_trade_offs(reading, study.crossings);
        add_needed(reading, s.aircraft, study.altitude_m);
        study.readings.push_back(std::move(reading));
    }
}

}  // namespace

std::vector<ClaimStudy> study_claims(const Scenario& scenario, const Incident& incident, const AnalysisGround& ground,
                                     const StudyOptions& options)
{
    std::vector<ClaimStudy> studies = group(scenario);
    for (ClaimStudy& study : studies)
        search(study, scenario, incident, ground, options);
    return studies;
}

}  // namespace incursion
