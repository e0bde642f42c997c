#include "render/view/replay.h"

#include <algorithm>
#include <set>
#include <utility>

#include "render/view/scope_site.h"
#include "render/view/sweep.h"
#include "sim/analysis/nearest_approach.h"

namespace incursion {

Replay::Replay(Scenario scenario, std::shared_ptr<const OwnedGround> ground)
    : scenario_{std::move(scenario)}, ground_{std::move(ground)}
{
}

Replay::~Replay() = default;

std::unique_ptr<Replay> Replay::make_on(Scenario scenario, std::shared_ptr<const OwnedGround> ground,
                                        Diagnostics& diagnostics)
{
    std::unique_ptr<Replay> replay{new Replay{std::move(scenario), std::move(ground)}};
    return replay->fly(diagnostics) ? std::move(replay) : nullptr;
}

std::unique_ptr<Replay> Replay::make(Scenario scenario, Airspaces airspaces, Diagnostics& diagnostics)
{
    auto ground = std::make_shared<OwnedGround>(std::move(airspaces), crossing_options_of(scenario), ClosestTo::each_key);
    return make_on(std::move(scenario), std::move(ground), diagnostics);
}

std::unique_ptr<Replay> Replay::make_from_tracks(Scenario scenario, Airspaces airspaces, Diagnostics& diagnostics)
{
    auto ground = std::make_shared<OwnedGround>(std::move(airspaces), crossing_options_of(scenario), ClosestTo::nearest);
    return make_on(std::move(scenario), std::move(ground), diagnostics);
}

std::unique_ptr<Replay> Replay::make_from_plots(Scenario scenario, Airspaces airspaces, std::vector<Track> plots,
                                                Diagnostics& diagnostics)
{
    auto ground = std::make_shared<OwnedGround>(std::move(airspaces), crossing_options_of(scenario), ClosestTo::nearest);
    return make_from_plots(std::move(scenario), std::move(ground), std::move(plots), diagnostics);
}

std::unique_ptr<Replay> Replay::make_from_plots(Scenario scenario, const Replay& earlier, std::vector<Track> plots,
                                                Diagnostics& diagnostics)
{
    return make_from_plots(std::move(scenario), earlier.ground_, std::move(plots), diagnostics);
}

std::unique_ptr<Replay> Replay::make_from_plots(Scenario scenario, std::shared_ptr<const OwnedGround> ground,
                                                std::vector<Track> plots, Diagnostics& diagnostics)
{
    // Radars and rules are for the picture alone: nothing is observed, no call is judged.
    std::vector<Radar> radars = std::exchange(scenario.radars, {});
    std::optional<WarningRules> rules = std::exchange(scenario.rules, {});
    std::unique_ptr<Replay> replay = make_on(std::move(scenario), std::move(ground), diagnostics);
    if (!replay)
        return nullptr;
    replay->scenario_.radars = std::move(radars);
    replay->scenario_.rules = std::move(rules);
    for (std::size_t i = 0; i < plots.size(); ++i)
        replay->incident_.seen.push_back({0, i, std::move(plots[i]), {}});
    replay->find_concerned();
    replay->place_radar();
    return replay;
}

bool Replay::fly(Diagnostics& diagnostics)
{
    auto incident = run_incident(scenario_, ground_->analysis, diagnostics);
    if (!incident)
        return false;
    incident_ = std::move(*incident);
    for (std::size_t i = 0; i < incident_.tracks.size(); ++i)
        outlooks_.push_back(std::make_unique<TrackOutlook>(incident_.tracks[i], belonging_of(scenario_.aircraft[i]),
                                                           ground_->analysis));
    find_sides();
    find_moments();
    find_concerned();
    place_radar();
    return true;
}

void Replay::set_options(ReplayOptions options)
{
    options_ = std::move(options);
}

const Airspaces& Replay::airspaces() const
{
    return ground_->airspaces;
}

bool Replay::has_map_of(const Replay& other) const
{
    return ground_ == other.ground_ && concerned_ == other.concerned_ && radar_.site == other.radar_.site &&
           scenario_.places.size() == other.scenario_.places.size();
}

const BorderIndex& Replay::index() const
{
    return ground_->index;
}

const BorderDistances& Replay::distances() const
{
    return ground_->distances;
}

const TrackOutlook& Replay::outlook(std::size_t track) const
{
    return *outlooks_[track];
}

const CallSound* Replay::call_sound(std::size_t call) const
{
    return call < options_.call_sounds.size() && options_.call_sounds[call].length_s > 0 ? &options_.call_sounds[call]
                                                                                         : nullptr;
}

void Replay::find_sides()
{
    for (const TrackReport& track : report().tracks) {
        auto side = std::find(sides_.begin(), sides_.end(), track.state);
        if (side == sides_.end())
            side = sides_.insert(sides_.end(), track.state);
        side_of_track_.push_back(static_cast<std::size_t>(side - sides_.begin()));
        const auto& accounts = report().accounts;
        const auto account =
            std::find_if(accounts.begin(), accounts.end(), [&](const Account& a) { return a.id == track.account; });
        account_of_track_.push_back(account == accounts.end() ? 0
                                                              : static_cast<std::size_t>(account - accounts.begin()));
    }
}

void Replay::find_moments()
{
    for (std::size_t i = 0; i < track_count(); ++i)
        for (const Visit& visit : report().tracks[i].visits) {
            if (!visit.foreign)
                continue;
            const std::string& account = report().tracks[i].account;
            if (visit.entry.by != CrossedBy::start)
                moments_.push_back({visit.entry.time, MomentKind::entry,
                                    report().tracks[i].track + " enters " + visit.airspace, account, i, 0});
            if (visit.exit.by != CrossedBy::end)
                moments_.push_back({visit.exit.time, MomentKind::exit,
                                    report().tracks[i].track + " leaves " + visit.airspace, account, i, 0});
        }
    const auto& calls = report().calls.list;
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const Call& call = calls[i].call;
        moments_.push_back({call.time, MomentKind::call, call.from + (call.to.empty() ? "" : " to " + call.to),
                            call.account, track_of(call.to), i});
    }
    for (std::size_t i = 0; i < report().events.size(); ++i) {
        const Event& event = report().events[i];
        moments_.push_back({event.time, MomentKind::event, event.title, event.account, std::nullopt, i});
    }
    std::stable_sort(moments_.begin(), moments_.end(),
                     [](const Moment& a, const Moment& b) { return a.time < b.time; });
}

std::optional<std::size_t> Replay::track_of(const std::string& id) const
{
    for (std::size_t i = 0; i < track_count(); ++i)
        if (report().tracks[i].track == id)
            return i;
    return std::nullopt;
}

void Replay::find_concerned()
{
    std::set<std::string> keys;
    for (const TrackReport& track : report().tracks) {
        for (const Visit& visit : track.visits)
            if (visit.foreign)
                keys.insert(visit.airspace);
        if (const ClosestApproach* nearest = nearest_approach(track))
            keys.insert(nearest->airspace);
    }
    if (track_count() == 0 && scenario_.rules && !scenario_.rules->airspace.empty())
        keys.insert(scenario_.rules->airspace);
    concerned_.clear();
    for (std::size_t i = 0; i < airspaces().list.size(); ++i)
        if (keys.contains(airspaces().list[i].key))
            concerned_.push_back(i);
}

void Replay::place_radar()
{
    const ScopeSite site = scope_site_of(*this);
    first_range_m_ = site.range_m;
    first_centre_ = site.centre;
    radar_.site = site.centre;
    radar_.north_at = span().from;
    if (!scenario_.radars.empty())
        take_radar_of_scenario();
}

void Replay::take_radar_of_scenario()
{
    const auto& radars = scenario_.radars;
    auto chosen = std::find_if(radars.begin(), radars.end(), [&](const Radar& radar) {
        return scenario_.scope && radar.id == scenario_.scope->radar;
    });
    if (chosen == radars.end())
        chosen = radars.begin();
    radar_ = {chosen->site, seconds(chosen->type.scan_period_s), chosen->north_at, false, chosen->id};
    plots_.assign(track_count(), nullptr);
    for (const SeenAircraft& seen : incident_.seen)
        if (seen.radar == static_cast<std::size_t>(chosen - radars.begin()))
            plots_[seen.track] = &seen.plots;
}

const Fix* Replay::plot_in_turn(std::size_t track, std::int64_t turn) const
{
    if (plots_[track] == nullptr)
        return nullptr;
    const auto plots = plots_[track]->fixes();
    const auto plot = std::lower_bound(plots.begin(), plots.end(), turn_start(radar_, turn),
                                       [](const Fix& fix, Time t) { return fix.time < t; });
    return plot != plots.end() && plot->time < turn_start(radar_, turn + 1) ? &*plot : nullptr;
}

}  // namespace incursion
