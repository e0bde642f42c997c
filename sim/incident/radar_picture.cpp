#include "sim/incident/radar_picture.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sim/analysis/nearest_approach.h"
#include "sim/radar/beam.h"
#include "sim/radar/observe.h"
#include "sim/radar/tracker.h"
#include "sim/radar/tracker_input.h"

namespace incursion {

namespace {

double dwell_s(const TrackReport& report, const std::string& key)
{
    for (const auto& [airspace, dwell] : report.dwell)
        if (airspace == key)
            return to_seconds(dwell);
    return 0;
}

bool is_inside(const TrackReport& truth, const std::string& key, Time t)
{
    return std::any_of(truth.visits.begin(), truth.visits.end(), [&](const Visit& v) {
        return v.airspace == key && TimeSpan{v.entry.time, v.exit.time}.contains(t);
    });
}

/// One aircraft as one radar has it.
struct Picture {
    const Track& track;
    const TrackReport& truth;
    Belonging belonging;
    std::vector<BeamPass> passes;
    std::vector<Plot> plots;
    SeenAircraft seen;
    TrackReport by_plots;
    std::vector<TrackReport> by_tracker;
};

/// The pieces of a system track, each with a name of its own.
std::vector<Track> named_apart(std::vector<SystemTrack> pieces, const std::string& id)
{
    std::vector<Track> tracks;
    for (SystemTrack& piece : pieces) {
        const auto fixes = piece.track.fixes();
        auto track = tracks.empty() ? Result<Track>{std::move(piece.track)}
                                    : Track::make(fmt::format("{}/{}", id, tracks.size() + 1), piece.track.datum(),
                                                  {fixes.begin(), fixes.end()});
        if (track)
            tracks.push_back(std::move(track).value());
    }
    return tracks;
}

/// Airspaces with limits ask for altitudes; a radar that knows none cannot say whether the aircraft was inside.
TrackReport analysed(const Track& track, const Belonging& belonging, const AnalysisGround& ground)
{
    return limits_problem(track, ground.airspaces, ground.index, ground.options)
               ? TrackReport{}
               : analyse_track(track, belonging, ground);
}

Picture picture_of(std::size_t place, const std::vector<Plot>& all, std::size_t by, const Scenario& scenario,
                   const Track& track, const TrackReport& truth, const AnalysisGround& ground)
{
    const Radar& radar = scenario.radars[by];
    Picture picture{track, truth, belonging_of(scenario.aircraft[place]), {}, {}, {by, place, {}, {}}, {}, {}};
    picture.passes = beam_passes(track, scenario.legs, radar, scenario.span, ObserveOptions{}.unknown_altitude_m);
    for (const Plot& plot : all)
        if (plot.track == place)
            picture.plots.push_back(plot);
    const std::string id = radar.id + "/" + track.id();
    if (auto plotted = plots_as_track(all, place, id, track.datum()))
        picture.seen.plots = std::move(plotted).value();
    picture.by_plots = analysed(picture.seen.plots, picture.belonging, ground);
    picture.seen.system_tracks =
        named_apart(system_tracks(id, track.datum(), measurements_of(picture.plots, place), tracker_options(radar.type)),
                    id);
    for (const Track& system : picture.seen.system_tracks)
        picture.by_tracker.push_back(analysed(system, picture.belonging, ground));
    return picture;
}

std::set<std::string> keys_of(const Picture& picture)
{
    std::set<std::string> keys;
    const auto add = [&keys](const TrackReport& report) {
        for (const Visit& v : report.visits)
            if (v.foreign)
                keys.insert(v.airspace);
    };
    add(picture.truth);
    add(picture.by_plots);
    for (const TrackReport& report : picture.by_tracker)
        add(report);
    if (const ClosestApproach* nearest = nearest_approach(picture.truth))
        keys.insert(nearest->airspace);
    return keys;
}

void look_at_plots(RadarView& view, const Picture& picture, const AnalysisGround& ground)
{
    const AirspaceSet airspaces = airspaces_with_key(ground.airspaces, view.airspace);
    const BorderDistance& border = ground.distances.of(airspaces);
    double ranges_m = 0;
    for (const Plot& plot : picture.plots) {
        ranges_m += plot.range_m;
        view.greatest_range_m = std::max(view.greatest_range_m, plot.range_m);
        view.plots_inside += is_inside(picture.truth, view.airspace, plot.time) ? 1U : 0U;
        const AirspaceSet there = ground.index.airspaces_at(plot.place);
        if (!std::any_of(airspaces.begin(), airspaces.end(),
                         [&](AirspaceId a) { return std::binary_search(there.begin(), there.end(), a); }))
            continue;
        ++view.plots_shown_inside;
        const auto nearest = border.nearest(plot.place);
        if (!view.first_proof && nearest && nearest->distance_m > 3 * plot.accuracy_m)
            view.first_proof = plot.time;
    }
    if (!picture.plots.empty())
        view.cross_range_error_m = ranges_m / static_cast<double>(picture.plots.size());
}

RadarView view_of(const std::string& key, const Picture& picture, const Radar& radar, const AnalysisGround& ground)
{
    RadarView view;
    view.track = picture.track.id();
    view.airspace = key;
    for (const AirspaceId airspace : airspaces_with_key(ground.airspaces, key))
        view.foreign = view.foreign || is_foreign(ground.airspaces[airspace], picture.belonging);
    view.true_dwell_s = dwell_s(picture.truth, key);
    view.plot_dwell_s = dwell_s(picture.by_plots, key);
    for (const TrackReport& report : picture.by_tracker)
        view.system_dwell_s += dwell_s(report, key);
    view.scans = picture.passes.size();
    view.plots = picture.plots.size();
    for (const BeamPass& pass : picture.passes)
        view.scans_inside += is_inside(picture.truth, key, pass.time) ? 1U : 0U;
    for (const Visit& v : picture.truth.visits)
        if (v.airspace == key && !view.true_entry)
            view.true_entry = v.entry.time;
    look_at_plots(view, picture, ground);
    view.cross_range_error_m *= radar.type.azimuth_noise_rad;
    if (view.true_entry && view.first_proof && *view.first_proof >= *view.true_entry)
        view.seconds_to_proof = to_seconds(*view.first_proof - *view.true_entry);
    return view;
}

/// What a radar sees of each account's aircraft by themselves: accounts are versions of one incident, so an aircraft
/// garbles none of another account. Ascending in time within an account.
std::vector<Plot> plots_of(const Radar& radar, const Scenario& scenario, std::span<const Track> tracks)
{
    ObserveOptions options;
    options.legs = scenario.legs;
    std::map<std::string, std::vector<std::size_t>> of_accounts;
    for (std::size_t i = 0; i < tracks.size(); ++i)
        of_accounts[scenario.aircraft[i].account].push_back(i);
    std::vector<Plot> all;
    for (const auto& [account, places] : of_accounts) {
        std::vector<Track> flown;
        for (const std::size_t place : places)
            flown.push_back(tracks[place]);
        for (Plot& plot : observe(flown, radar, radar.terrain.get(), scenario.span, options, scenario.seed)) {
            plot.track = places[plot.track];
            all.push_back(std::move(plot));
        }
    }
    return all;
}

}  // namespace

RadarPicture radar_picture(std::size_t radar, const Scenario& scenario, std::span<const Track> tracks,
                           std::span<const TrackReport> truth, const AnalysisGround& ground)
{
    const Radar& one = scenario.radars[radar];
    RadarPicture made;
    made.report.radar = one;
    const std::vector<Plot> plots = plots_of(one, scenario, tracks);
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        Picture picture = picture_of(i, plots, radar, scenario, tracks[i], truth[i], ground);
        for (const std::string& key : keys_of(picture))
            made.report.views.push_back(view_of(key, picture, one, ground));
        if (picture.plots.empty())
            made.report.unseen.push_back(tracks[i].id());
        else
            made.seen.push_back(std::move(picture.seen));
    }
    return made;
}

}  // namespace incursion
