#include "tools/incursion/replay_source.h"

#include <algorithm>
#include <utility>

#include "sim/analysis/nearest_approach.h"
#include "sim/io/declination.h"

namespace incursion {

std::unique_ptr<Replay> ReplaySource::load(Diagnostics& diagnostics, Verbosity verbosity) const
{
    std::optional<SourcedScenario> read = source_.read(diagnostics, verbosity);
    if (!read)
        return nullptr;
    auto replay = is_scenario()
                      ? Replay::make(std::move(read->scenario), std::move(read->airspaces), diagnostics)
                      : Replay::make_from_tracks(std::move(read->scenario), std::move(read->airspaces), diagnostics);
    if (!replay)
        return nullptr;
    ReplayOptions options;
    const Result<Angle> declination = declination_at(replay->radar().site, replay->span().from, first_file());
    if (declination)
        options.declination = declination.value();
    else
        diagnostics.note("", std::nullopt, "", "bearings are from true north only: " + declination.problem());
    replay->set_options(std::move(options));
    return replay;
}

namespace {

const Visit* first_foreign_visit(const TrackReport& track)
{
    const auto visit = std::find_if(track.visits.begin(), track.visits.end(), [](const Visit& v) { return v.foreign; });
    return visit == track.visits.end() ? nullptr : &*visit;
}

void add_instants(NamedInstants& named, const TrackReport& track)
{
    if (const Visit* visit = first_foreign_visit(track); visit != nullptr && !named.entry) {
        named.entry = visit->entry.time;
        named.exit = visit->exit.time;
    }
    if (const ClosestApproach* nearest = nearest_approach(track); nearest != nullptr && !named.closest)
        named.closest = nearest->time;
}

}  // namespace

NamedInstants named_instants(const Replay& replay, const ViewState& view)
{
    NamedInstants named;
    named.span = replay.span();
    if (view.selected)
        add_instants(named, replay.track_report(*view.selected));
    for (std::size_t i = 0; i < replay.track_count(); ++i)
        if (is_track_shown(replay, view, i))
            add_instants(named, replay.track_report(i));
    return named;
}

}  // namespace incursion
