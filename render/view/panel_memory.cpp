#include "render/view/panel_memory.h"

#include <algorithm>

#include "sim/analysis/crossings.h"

namespace incursion {

namespace {

constexpr int samples_in_span = 400;  // about a chart's width in pixels
// Of each kind; what is forgotten is worked out again.
constexpr std::size_t series_kept = 64, times_kept = 4096;

/// An instant to sample, and whether the border's side is crossed just then.
struct Instant {
    Time time{};
    bool on_border = false;
};

std::vector<Instant> instants_of(const TrackReport& report, TimeSpan span)
{
    std::vector<Instant> instants;
    const Duration length = span.length();
    for (int i = 0; i <= samples_in_span; ++i) {
        // In two parts, so that no product leaves the range of a duration.
        const Duration past = length / samples_in_span * i + length % samples_in_span * i / samples_in_span;
        instants.push_back({span.from + past});
    }
    const auto add_end = [&](const VisitEnd& end) {
        if (end.by == CrossedBy::side) {
            instants.push_back({end.time, true});
            return;
        }
        // Through floor or ceiling the distance jumps: both sides of the jump.
        instants.push_back({end.time - Duration{1}});
        instants.push_back({end.time});
    };
    for (const Visit& visit : report.visits)
        if (visit.foreign) {
            add_end(visit.entry);
            add_end(visit.exit);
        }
    std::stable_sort(instants.begin(), instants.end(), [](const Instant& a, const Instant& b) {
        return a.time != b.time ? a.time < b.time : a.on_border > b.on_border;
    });
    const auto same = [](const Instant& a, const Instant& b) { return a.time == b.time; };
    instants.erase(std::unique(instants.begin(), instants.end(), same), instants.end());
    return instants;
}

std::optional<TrackSample> sample_at(const Replay& replay, std::size_t track, Instant instant)
{
    const TrackOutlook& outlook = replay.outlook(track);
    const std::optional<Motion> motion = outlook.motion_at(instant.time);
    if (!motion)
        return std::nullopt;
    TrackSample sample{instant.time, std::nullopt, motion->altitude_m, motion->speed_mps,
                       to_seconds(foreign_dwell_until(replay.track_report(track), instant.time))};
    if (instant.on_border)
        sample.border_m = 0;
    else if (const std::optional<ForeignBorder> border = outlook.border_at(instant.time))
        sample.border_m = border->distance_m;
    return sample;
}

}  // namespace

TrackSeries sample_track(const Replay& replay, std::size_t track, TimeSpan span)
{
    TrackSeries series;
    const TrackReport& report = replay.track_report(track);
    const std::vector<Instant> instants = instants_of(report, span);
    for (const TimeSpan& observed : observed_spans(replay.outlook(track).track(), replay.scenario().max_gap)) {
        const TimeSpan part{std::max(observed.from, span.from), std::min(observed.to, span.to)};
        if (part.to < part.from)
            continue;
        std::vector<TrackSample> samples;
        const auto add = [&](Instant instant) {
            if (const auto sample = sample_at(replay, track, instant))
                samples.push_back(*sample);
        };
        const auto first = std::lower_bound(instants.begin(), instants.end(), part.from,
                                            [](const Instant& i, Time t) { return i.time < t; });
        if (first == instants.end() || first->time > part.from)
            add({part.from});
        auto instant = first;
        for (; instant != instants.end() && instant->time <= part.to; ++instant)
            add(*instant);
        if (samples.empty() || samples.back().time < part.to)
            add({part.to});
        if (samples.size() > 1)
            series.push_back(std::move(samples));
    }
    return series;
}

const TrackSeries& PanelMemory::series(std::size_t track, TimeSpan span)
{
    const std::pair key{track, span};
    const auto found = series_.find(key);
    if (found != series_.end())
        return found->second;
    if (series_.size() >= series_kept)
        series_.clear();
    return series_.emplace(key, sample_track(*replay_, track, span)).first->second;
}

std::optional<double> PanelMemory::time_to_border_s(std::size_t track, Time t)
{
    const std::pair key{track, t};
    const auto found = times_to_border_s_.find(key);
    if (found != times_to_border_s_.end())
        return found->second;
    if (times_to_border_s_.size() >= times_kept)
        times_to_border_s_.clear();
    return times_to_border_s_.emplace(key, replay_->outlook(track).time_to_border_s(t)).first->second;
}

const std::vector<Chart>* PanelMemory::charts(const ChartKey& key) const
{
    return charts_ && charts_->first == key ? &charts_->second : nullptr;
}

const std::vector<Chart>& PanelMemory::keep_charts(ChartKey key, std::vector<Chart> charts)
{
    return charts_.emplace(std::move(key), std::move(charts)).second;
}

const std::vector<FigureRow>* PanelMemory::figures(const FigureKey& key) const
{
    return figures_ && figures_->first == key ? &figures_->second : nullptr;
}

const std::vector<FigureRow>& PanelMemory::keep_figures(FigureKey key, std::vector<FigureRow> rows)
{
    return figures_.emplace(std::move(key), std::move(rows)).second;
}

}  // namespace incursion
