#include "sim/training/shown_tracks.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "sim/radar/tracker.h"
#include "sim/radar/tracker_input.h"
#include "sim/training/injected.h"

namespace incursion {

namespace {

/// A plot, and when it was made; Plot::time is when it is shown.
struct ShownPlot {
    Plot plot;
    Time made{};
};

class ShownPlots {
public:
    ShownPlots(const Lesson& lesson, const std::vector<Injected>& injected) : lesson_{lesson}, injected_{injected} {}

    /// Of one aircraft, ascending in the time shown and in the time made.
    std::vector<Plot> of(const std::vector<Plot>& plots, std::size_t aircraft, const std::string& id) const
    {
        std::vector<ShownPlot> changed;
        for (const Plot& plot : plots)
            if (plot.track == aircraft)
                add(plot, id, changed);
        std::stable_sort(changed.begin(), changed.end(), [](const ShownPlot& a, const ShownPlot& b) {
            return a.plot.time != b.plot.time ? a.plot.time < b.plot.time : a.made > b.made;
        });
        std::vector<Plot> shown;
        Time newest = Time::min();
        for (ShownPlot& one : changed)
            if (one.made > newest && one.plot.time < lesson_.span.to) {
                newest = one.made;
                shown.push_back(std::move(one.plot));
            }
        return shown;
    }

private:
    void add(const Plot& plot, const std::string& id, std::vector<ShownPlot>& changed) const
    {
        ShownPlot shown{plot, plot.time};
        for (const Injected& one : injected_) {
            const Inject& inject = lesson_.injects[one.inject];
            if (!one.span.contains(plot.time) || (!inject.aircraft.empty() && inject.aircraft != id))
                continue;
            if (inject.kind == InjectKind::drop_track)
                return;
            if (inject.kind == InjectKind::false_altitude && shown.plot.altitude_m)
                *shown.plot.altitude_m += inject.altitude_m;
            if (inject.kind == InjectKind::late_radar)
                shown.plot.time += seconds(inject.delay_s);
        }
        changed.push_back(std::move(shown));
    }

    const Lesson& lesson_;
    const std::vector<Injected>& injected_;
};

/// The plots that a piece was made of: one before its first fix, then one at each.
ShownTrack shown_track_of(const SystemTrack& piece, const std::vector<Plot>& plots, std::size_t aircraft,
                          const TrackerOptions& options)
{
    const TimeSpan span = piece.track.span();
    const auto at = [&](Time t) {
        return std::lower_bound(plots.begin(), plots.end(), t, [](const Plot& plot, Time x) { return plot.time < x; });
    };
    const std::vector<Plot> own{std::prev(at(span.from)), std::next(at(span.to))};
    ShownTrack shown;
    shown.aircraft = aircraft;
    // Rounding to whole scans, the tracker lets a track live as long as that.
    const double coasts_s = (static_cast<double>(options.max_coasts) + 1.5) * options.scan_period_s;
    shown.shown = {span.from, span.to + seconds(coasts_s)};
    if (auto track = plots_as_track(own, aircraft, "", piece.track.datum()))
        shown.plots = std::move(track).value();
    shown.system = piece.track;
    return shown;
}

Track called(const Track& track, const std::string& id)
{
    auto named = Track::make(id, track.datum(), {track.fixes().begin(), track.fixes().end()});
    return named ? std::move(named).value() : Track{};
}

}  // namespace

std::vector<ShownTrack> shown_tracks(const std::vector<Plot>& plots, const std::vector<Track>& tracks,
                                     const Lesson& lesson, const std::vector<Injected>& injected)
{
    const ShownPlots changed{lesson, injected};
    const TrackerOptions options = tracker_options(lesson.radar.type);
    std::vector<ShownTrack> shown;
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const std::vector<Plot> own = changed.of(plots, i, tracks[i].id());
        for (const SystemTrack& piece : system_tracks("", tracks[i].datum(), measurements_of(own, i), options))
            shown.push_back(shown_track_of(piece, own, i, options));
    }
    std::stable_sort(shown.begin(), shown.end(),
                     [](const ShownTrack& a, const ShownTrack& b) { return a.shown.from < b.shown.from; });
    for (std::size_t i = 0; i < shown.size(); ++i) {
        shown[i].number = fmt::format("A{:02}", i + 1);
        shown[i].plots = called(shown[i].plots, shown[i].number);
        shown[i].system = called(shown[i].system, shown[i].number);
    }
    return shown;
}

}  // namespace incursion
