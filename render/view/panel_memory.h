#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "render/view/panels.h"

namespace incursion {

/// What charts plot of an aircraft at an instant, in SI units.
struct TrackSample {
    Time time{};
    std::optional<double> border_m;  ///< to the foreign border, negative inside
    std::optional<double> altitude_m;
    double speed_mps = 0;
    double dwell_s = 0;
};
/// Ascending; a part for each stretch that was observed.
using TrackSeries = std::vector<std::vector<TrackSample>>;

/// Every instant of a few hundred evenly over the span, and the instants at which a foreign visit begins or ends:
/// there the distance is 0, where it was the border's side that was crossed.
TrackSeries sample_track(const Replay& replay, std::size_t track, TimeSpan span);

/// Charts and figures that do not depend on the instant, kept between frames of one replay. What it answers depends
/// on nothing but the replay and the question. Keeps a reference to the replay.
class PanelMemory {
public:
    explicit PanelMemory(const Replay& replay) : replay_{&replay} {}

    const TrackSeries& series(std::size_t track, TimeSpan span);

    /// Until the aircraft would meet the foreign border (inside: leave it) with the velocity it has at t.
    std::optional<double> time_to_border_s(std::size_t track, Time t);

    /// What charts depend on beside the replay and the instant.
    struct ChartKey {
        TimeSpan span;
        std::vector<std::size_t> tracks;
        std::optional<std::size_t> selected;
        LengthUnit unit{};
        double buffer_m = 0;
        friend bool operator==(const ChartKey&, const ChartKey&) = default;
    };
    /// The charts of that key if they are the last that were kept.
    const std::vector<Chart>* charts(const ChartKey& key) const;
    const std::vector<Chart>& keep_charts(ChartKey key, std::vector<Chart> charts);

    struct FigureKey {
        std::vector<bool> accounts_shown;
        LengthUnit unit{};
        friend bool operator==(const FigureKey&, const FigureKey&) = default;
    };
    const std::vector<FigureRow>* figures(const FigureKey& key) const;
    const std::vector<FigureRow>& keep_figures(FigureKey key, std::vector<FigureRow> rows);

private:
    const Replay* replay_;
    std::map<std::pair<std::size_t, TimeSpan>, TrackSeries> series_;
    std::map<std::pair<std::size_t, Time>, std::optional<double>> times_to_border_s_;
    std::optional<std::pair<ChartKey, std::vector<Chart>>> charts_;
    std::optional<std::pair<FigureKey, std::vector<FigureRow>>> figures_;
};

}  // namespace incursion
