#include "sim/radar/observe.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

#include <fmt/format.h>

#include "sim/base/random.h"
#include "sim/geo/geodesic.h"
#include "sim/geo/local_frame.h"
#include "sim/radar/beam.h"
#include "sim/radar/detection.h"

namespace incursion {

namespace {

/// Times in which an aircraft is not seen: a two-state process with exponential lengths, begun in its steady state.
class Dropouts {
public:
    Dropouts(const Radar& radar, RandomStream chance, Time start) : radar_{radar}, chance_{chance}, until_{start}
    {
        const double share = radar.dropouts_per_s * radar.dropout_s;
        is_out_ = chance_.uniform() < share / (1 + share);
        until_ += drawn_length();
    }

    /// REQUIRES: instants do not descend.
    bool is_out_at(Time t)
    {
        while (until_ <= t) {
            is_out_ = !is_out_;
            until_ += drawn_length();
        }
        return is_out_;
    }

private:
    Duration drawn_length()
    {
        const double mean_s = is_out_ ? radar_.dropout_s : 1 / radar_.dropouts_per_s;
        // A nanosecond at least, so that time goes on; a year at most, so that it can be counted.
        return seconds(std::clamp(-mean_s * std::log(1 - chance_.uniform()), 1e-9, 3e7));
    }

    const Radar& radar_;
    RandomStream chance_;
    bool is_out_ = false;
    Time until_;
};

bool is_in_sight(const Radar& radar, const Terrain* terrain, const BeamPass& pass)
{
    const RadarType& type = radar.type;
    return pass.range_m > 0 && pass.range_m >= type.min_range_m && pass.range_m <= type.max_range_m &&
           !(type.max_elevation_rad && pass.elevation_rad > *type.max_elevation_rad) &&
           line_of_sight(radar.site, radar.antenna_m, pass.place, pass.height_m, terrain);
}

struct PlaceAtHeight {
    LonLat place;
    double over_ground_m = 0;  ///< from the site, in the plane that touches the Earth there
    double up_m = 0;           ///< above that plane
};

/// Where a slant range and an azimuth meet a height. A height out of reach lies straight above or below.
PlaceAtHeight place_at_height(const Radar& radar, double range_m, double azimuth_rad, double height_m)
{
    const LocalFrame frame{radar.site, radar.antenna_m};
    double up_m = 0, over_ground_m = 0;
    Geodetic found;
    for (int i = 0; i < 12; ++i) {  // each turn leaves range / radius of the error: 1e-6 m after 12 at 2,000 km
        over_ground_m = std::sqrt(std::max(0.0, range_m * range_m - up_m * up_m));
        found = geodetic_from_ecef(
            frame.ecef_from_enu({over_ground_m * std::sin(azimuth_rad), over_ground_m * std::cos(azimuth_rad), up_m}));
        up_m = std::clamp(up_m + height_m - found.height_m, -range_m, range_m);
    }
    return {found.place, over_ground_m, up_m};
}

/// The standard deviation of the range over the ground. With g^2 = r^2 - u^2 it is g dg = r dr - u du. Overhead, where
/// that has no bounds, an error e of r or u moves the place by the root of 2 r e, so g is taken as no less.
double along_ground_m(const RadarType& type, double range_m, const PlaceAtHeight& at)
{
    const double step_m = type.height_step_m.value_or(0);
    const double height_m = std::hypot(type.height_noise_m.value_or(0), step_m / std::sqrt(12.0));
    const double least_m = std::sqrt(2 * range_m * (type.range_noise_m + height_m));
    const double over_ground_m = std::max(at.over_ground_m, least_m);
    if (!(over_ground_m > 0))
        return type.range_noise_m;
    return std::hypot(range_m * type.range_noise_m, at.up_m * height_m) / over_ground_m;
}

void locate(const Radar& radar, Plot& plot)
{
    double along_m = radar.type.range_noise_m, cross_m = plot.range_m * radar.type.azimuth_noise_rad;
    if (plot.altitude_m) {
        const PlaceAtHeight at = place_at_height(radar, plot.range_m, plot.azimuth_rad, *plot.altitude_m);
        plot.place = at.place;
        along_m = along_ground_m(radar.type, plot.range_m, at);
        cross_m = at.over_ground_m * radar.type.azimuth_noise_rad;
    } else {
        plot.place = direct(radar.site, Angle::radians(plot.azimuth_rad), plot.range_m);
    }
    plot.accuracy_m = std::sqrt((along_m * along_m + cross_m * cross_m) / 2);
    const Eigen::Vector2d along{std::sin(plot.azimuth_rad), std::cos(plot.azimuth_rad)};
    const Eigen::Vector2d cross{along.y(), -along.x()};
    plot.covariance_m2 = along_m * along_m * along * along.transpose() + cross_m * cross_m * cross * cross.transpose();
}

/// What a plot measures; `errors` are standard normal, of range, azimuth and height.
Plot measured(const Radar& radar, std::size_t track, const BeamPass& pass, bool has_altitude,
              const Eigen::Vector3d& errors)
{
    const RadarType& type = radar.type;
    Plot plot;
    plot.radar = radar.id;
    plot.track = track;
    plot.scan = pass.scan;
    plot.time = pass.time;
    plot.range_m = std::max(0.0, pass.range_m + radar.range_bias_m + type.range_noise_m * errors.x());
    plot.azimuth_rad = pass.azimuth_rad + radar.azimuth_bias_rad + type.azimuth_noise_rad * errors.y();
    if (has_altitude && (type.height_noise_m || type.height_step_m)) {
        double height_m = pass.height_m + radar.height_bias_m + type.height_noise_m.value_or(0) * errors.z();
        if (type.height_step_m && *type.height_step_m > 0)
            height_m = *type.height_step_m * std::round(height_m / *type.height_step_m);
        plot.altitude_m = height_m;
    }
    return plot;
}

void observe_one(const Track& track, std::size_t index, const Radar& radar, const Terrain* terrain, TimeSpan span,
                 const ObserveOptions& options, std::uint64_t seed, std::vector<Plot>& plots)
{
    const auto passes = beam_passes(track, options.legs, radar, span, options.unknown_altitude_m);
    if (passes.empty())
        return;
    const double cross_section_m2 = index < options.cross_sections_m2.size() ? options.cross_sections_m2[index]
                                                                             : radar.type.reference_cross_section_m2;
    RandomStream chance{seed, fmt::format("plots of {} by {}", track.id(), radar.id)};
    std::optional<Dropouts> dropouts;
    if (radar.dropouts_per_s > 0 && radar.dropout_s > 0)
        dropouts.emplace(radar, RandomStream{seed, fmt::format("dropouts of {} by {}", track.id(), radar.id)},
                         passes.front().time);
    for (const BeamPass& pass : passes) {
        // Drawn for every pass, seen or not, so that a lost plot shifts nothing after it.
        const double echo = chance.uniform(), loss = chance.uniform();
        Eigen::Vector3d errors;
        for (double& error : errors)
            error = chance.normal();
        const bool is_out = dropouts && dropouts->is_out_at(pass.time);
        if (!is_out && loss >= radar.detection_loss && is_in_sight(radar, terrain, pass) &&
            echo < detection_probability(radar.type, pass.range_m, cross_section_m2))
            plots.push_back(measured(radar, index, pass, track.has_altitudes(), errors));
    }
}

bool garble(const RadarType& type, const Plot& a, const Plot& b)
{
    const double turn = 2 * std::numbers::pi;
    const double apart_rad = std::abs(std::remainder(a.azimuth_rad - b.azimuth_rad, turn));
    return std::abs(a.range_m - b.range_m) < type.range_resolution_m && apart_rad < type.beam_width_rad;
}

/// Merges a group that garbles into its first plot (primary), or takes its altitudes (secondary).
/// REQUIRES: plots in the order of time; the members' places in the list ascend and are of one turn.
void resolve(const RadarType& type, std::vector<Plot>& plots, const std::vector<std::size_t>& group,
             std::vector<char>& is_gone)
{
    if (group.size() < 2)
        return;
    Plot& first = plots[group.front()];
    double range_m = 0, after_rad = 0;
    for (const std::size_t member : group) {
        range_m += plots[member].range_m;
        after_rad += std::remainder(plots[member].azimuth_rad - first.azimuth_rad, 2 * std::numbers::pi);
        plots[member].altitude_m.reset();
    }
    if (type.is_secondary)
        return;
    for (const std::size_t member : group)
        first.track = std::min(first.track, plots[member].track);
    const auto count = static_cast<double>(group.size());
    first.range_m = range_m / count;
    first.azimuth_rad += after_rad / count;
    for (std::size_t i = 1; i < group.size(); ++i)
        is_gone[group[i]] = 1;
}

void resolve_garble(const Radar& radar, std::vector<Plot>& plots)
{
    const Duration half_turn = seconds(radar.type.scan_period_s / 2);
    std::vector<char> is_taken(plots.size(), 0), is_gone(plots.size(), 0);
    for (std::size_t i = 0; i < plots.size(); ++i) {
        if (is_taken[i])
            continue;
        std::vector<std::size_t> group{i};
        for (std::size_t j = i + 1; j < plots.size() && plots[j].time - plots[i].time < half_turn; ++j)
            if (!is_taken[j] && garble(radar.type, plots[i], plots[j])) {
                is_taken[j] = 1;
                group.push_back(j);
            }
        resolve(radar.type, plots, group, is_gone);
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < plots.size(); ++i)
        if (!is_gone[i]) {
            if (kept != i)
                plots[kept] = std::move(plots[i]);
            ++kept;
        }
    plots.resize(kept);
}

}  // namespace

std::vector<Plot> observe(std::span<const Track> tracks, const Radar& radar, const Terrain* terrain, TimeSpan span,
                          const ObserveOptions& options, std::uint64_t seed)
{
    std::vector<Plot> plots;
    for (std::size_t i = 0; i < tracks.size(); ++i)
        observe_one(tracks[i], i, radar, terrain, span, options, seed, plots);
    std::sort(plots.begin(), plots.end(),
              [](const Plot& a, const Plot& b) { return std::tie(a.time, a.track) < std::tie(b.time, b.track); });
    resolve_garble(radar, plots);
    for (Plot& plot : plots)
        locate(radar, plot);
    return plots;
}

Result<Track> plots_as_track(std::span<const Plot> plots, std::size_t track, std::string id, AltitudeDatum datum)
{
    std::vector<Fix> fixes;
    for (const Plot& plot : plots)
        if (plot.track == track)
            fixes.push_back({plot.time, plot.place, plot.altitude_m, plot.accuracy_m});
    return Track::make(std::move(id), datum, std::move(fixes));
}

}  // namespace incursion
