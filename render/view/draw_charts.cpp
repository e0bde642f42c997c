#include "render/view/chart_parts.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "render/view/look.h"
#include "render/view/nice_ticks.h"
#include "render/view/wording.h"
#include "sim/base/units.h"
#include "sim/flight/performance.h"

namespace incursion {

namespace {

constexpr int x_steps = 5, y_steps = 5;

using Value = std::function<std::optional<double>(const TrackSample&)>;

/// The least and greatest of what a chart must show, in the unit of its axis.
struct Extent {
    std::optional<double> least, greatest;

    void include(double value)
    {
        least = std::min(least.value_or(value), value);
        greatest = std::max(greatest.value_or(value), value);
    }
    void include(const TrackSeries& series, const Value& value)
    {
        for (const std::vector<TrackSample>& part : series)
            for (const TrackSample& sample : part)
                if (const std::optional<double> v = value(sample))
                    include(*v);
    }
    /// With a little air, and never flatter than `least_height`.
    ChartScale scale(TimeSpan span, double least_height) const
    {
        const double low = least.value_or(0), high = greatest.value_or(0);
        const double air = std::max(0.06 * (high - low), (least_height - (high - low)) / 2);
        return {span, low - air, high + air};
    }
};

class ChartDrawing {
public:
    ChartDrawing(const Replay& replay, const PanelMemory::ChartKey& key, PanelMemory& memory)
        : replay_{replay}, key_{key}
    {
        for (const std::size_t track : key.tracks)
            series_.push_back(memory.series(track, key.span));
    }

    Chart border() const;
    Chart altitude() const;
    Chart speed() const;
    Chart dwell() const;

private:
    Chart blank(std::string title, std::string unit, const ChartScale& scale) const;
    Extent extent(const Value& value) const;
    void add_lines(const Value& value, const ChartScale& scale, Chart& chart) const;
    const AircraftType* type() const;
    const TrackSeries* selected_series() const;

    const Replay& replay_;
    const PanelMemory::ChartKey& key_;
    std::vector<TrackSeries> series_;
};

Chart ChartDrawing::blank(std::string title, std::string unit, const ChartScale& scale) const
{
    Chart chart;
    chart.title = std::move(title);
    chart.unit = std::move(unit);
    for (const TimeTick& tick : time_ticks(key_.span, x_steps)) {
        const double share = to_seconds(tick.time - key_.span.from) / to_seconds(key_.span.length());
        chart.x_ticks.push_back({static_cast<float>(share), tick.text});
    }
    for (const Tick& tick : nice_ticks(scale.bottom(), scale.top(), y_steps))
        chart.y_ticks.push_back({scale.share_of_value(tick.value), tick.text});
    return chart;
}

Extent ChartDrawing::extent(const Value& value) const
{
    Extent extent;
    for (const TrackSeries& series : series_)
        extent.include(series, value);
    return extent;
}

void ChartDrawing::add_lines(const Value& value, const ChartScale& scale, Chart& chart) const
{
    for (std::size_t i = 0; i < key_.tracks.size(); ++i) {
        const std::size_t track = key_.tracks[i];
        ChartLine line;
        line.label = replay_.track_report(track).track;
        line.style = side_style(replay_.side_of_track(track));
        line.line = account_line(replay_.account_of_track(track));
        line.parts = scale.thinned(scale.pieces(series_[i], value));
        line.is_selected = key_.selected == track;
        chart.lines.push_back(std::move(line));
    }
}

/// Of the selected aircraft; null where it has none.
const AircraftType* ChartDrawing::type() const
{
    if (!key_.selected)
        return nullptr;
    const std::optional<AircraftType>& type = replay_.aircraft(*key_.selected).type;
    return type ? &*type : nullptr;
}

const TrackSeries* ChartDrawing::selected_series() const
{
    const auto found = std::find(key_.tracks.begin(), key_.tracks.end(), key_.selected);
    return found == key_.tracks.end() ? nullptr : &series_[static_cast<std::size_t>(found - key_.tracks.begin())];
}

/// Outside is up, inside is below the zero line. What is far outside is cut off, so that the border can be seen.
Chart ChartDrawing::border() const
{
    const Value value = [this](const TrackSample& sample) -> std::optional<double> {
        if (!sample.border_m)
            return std::nullopt;
        return length_in(key_.unit, *sample.border_m);
    };
    Extent range = extent(value);
    const double buffer = length_in(key_.unit, key_.buffer_m);
    range.include(0);
    Extent cut;
    cut.include(*range.least);
    cut.include(std::min(*range.greatest, std::max(4 * buffer, -8 * *range.least)));
    const ChartScale scale = cut.scale(key_.span, buffer);
    Chart chart = blank("distance to border", fmt::format("{}, inside below 0", length_unit(key_.unit)), scale);
    const float zero = scale.share_of_value(0);
    chart.bands = {{0, zero, StyleId::chart_inside}, {zero, scale.share_of_value(buffer), StyleId::chart_buffer}};
    chart.limits.push_back({zero, "border"});
    add_lines(value, scale, chart);
    return chart;
}

std::optional<double> limit_m(const VerticalLimit& limit)
{
    if (const Msl* msl = std::get_if<Msl>(&limit))
        return msl->m;
    if (const FlightLevel* level = std::get_if<FlightLevel>(&limit))
        return level->hundreds_of_feet * 100 * metres_per_foot;
    return std::nullopt;
}

Chart ChartDrawing::altitude() const
{
    const Value value = [this](const TrackSample& sample) -> std::optional<double> {
        if (!sample.altitude_m)
            return std::nullopt;
        return altitude_in(key_.unit, *sample.altitude_m);
    };
    std::vector<std::pair<double, std::string>> limits;
    const auto add_limit = [&](std::optional<double> m, const std::string& words) {
        if (m)
            limits.emplace_back(altitude_in(key_.unit, *m), words);
    };
    for (const std::size_t place : replay_.concerned_airspaces()) {
        const Airspace& airspace = replay_.airspaces().list[place];
        add_limit(limit_m(airspace.floor), "floor of " + airspace.key);
        add_limit(limit_m(airspace.ceiling), "ceiling of " + airspace.key);
    }
    if (const AircraftType* type = this->type())
        add_limit(type->ceiling_m, "ceiling of " + type->title);
    Extent range = extent(value);
    for (const auto& [at, words] : limits)
        range.include(at);
    const ChartScale scale = range.scale(key_.span, altitude_in(key_.unit, 300));
    Chart chart = blank("altitude", std::string{altitude_unit(key_.unit)}, scale);
    for (const auto& [at, words] : limits)
        chart.limits.push_back({scale.share_of_value(at), words});
    add_lines(value, scale, chart);
    return chart;
}

/// A limit of the type in still air, at the altitude of a sample.
using SpeedLimit = std::optional<double> SpeedRange::*;

Value limit_value(const AircraftType& type, LengthUnit unit, SpeedLimit limit)
{
    return [&type, unit, limit](const TrackSample& sample) -> std::optional<double> {
        if (!sample.altitude_m)
            return std::nullopt;
        const std::optional<double> mps = speed_range(type, *sample.altitude_m).*limit;
        return mps ? std::optional{speed_in(unit, *mps)} : std::nullopt;
    };
}

Chart ChartDrawing::speed() const
{
    const Value value = [this](const TrackSample& sample) -> std::optional<double> {
        return speed_in(key_.unit, sample.speed_mps);
    };
    Extent range = extent(value);
    const AircraftType* type = this->type();
    const TrackSeries* series = selected_series();
    const bool has_limits = type != nullptr && series != nullptr;
    std::vector<std::pair<std::string, Value>> limits;
    if (has_limits) {
        limits.emplace_back("stall", limit_value(*type, key_.unit, &SpeedRange::least_tas_mps));
        limits.emplace_back("maximum of the type", limit_value(*type, key_.unit, &SpeedRange::greatest_tas_mps));
        for (const auto& [words, limit] : limits)
            range.include(*series, limit);
    }
    const ChartScale scale = range.scale(key_.span, speed_in(key_.unit, 20));
    Chart chart = blank("ground speed", std::string{speed_unit(key_.unit)}, scale);
    add_lines(value, scale, chart);
    for (const auto& [words, limit] : limits) {
        ChartLine line{words, StyleId::chart_limit, LineStyle::dashed, scale.thinned(scale.pieces(*series, limit)), "",
                       false};
        if (!line.parts.empty())
            chart.lines.push_back(std::move(line));
    }
    return chart;
}

Chart ChartDrawing::dwell() const
{
    const Value value = [](const TrackSample& sample) -> std::optional<double> { return sample.dwell_s; };
    Extent range = extent(value);
    range.include(0);
    const double top = std::max(*range.greatest * 1.06, 10.0);
    const ChartScale scale{key_.span, 0, top};
    Chart chart = blank("time inside", "s", scale);
    add_lines(value, scale, chart);
    return chart;
}

}  // namespace

std::vector<Chart> draw_charts(const Replay& replay, const PanelMemory::ChartKey& key, PanelMemory& memory)
{
    const ChartDrawing drawing{replay, key, memory};
    return {drawing.border(), drawing.altitude(), drawing.speed(), drawing.dwell()};
}

void tell_limits_now(const Replay& replay, const PanelMemory::ChartKey& key, Time now, std::vector<Chart>& charts)
{
    if (!key.selected)
        return;
    const std::optional<Motion> motion = replay.outlook(*key.selected).motion_at(now);
    const std::optional<AircraftType>& type = replay.aircraft(*key.selected).type;
    if (!motion || !motion->altitude_m || !type)
        return;
    const SpeedRange range = speed_range(*type, *motion->altitude_m);
    for (ChartLine& line : charts[2].lines) {
        if (line.style != StyleId::chart_limit)
            continue;
        const std::optional<double> mps = line.label == "stall" ? range.least_tas_mps : range.greatest_tas_mps;
        if (mps)
            line.value = speed_number(key.unit, *mps);
    }
}

}  // namespace incursion
