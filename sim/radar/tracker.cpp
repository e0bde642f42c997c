#include "sim/radar/tracker.h"

#include <cassert>
#include <cmath>
#include <utility>

#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

/// A measurement as it lies on the plane around an origin.
struct PlaneMeasurement {
    Eigen::Vector2d offset_m;
    Eigen::Matrix2d covariance_m2;
};

PlaneMeasurement on_plane(LonLat origin, const RadarMeasurement& measurement)
{
    const Inverse line = inverse(origin, measurement.place);
    const double azimuth_rad = line.azimuth.rad();
    // A direction at the measured place, carried back along the geodesic to the origin.
    const double back_rad = azimuth_rad - line.azimuth_end.rad();
    const double c = std::cos(back_rad), s = std::sin(back_rad);
    Eigen::Matrix2d rotation;
    rotation << c, s, -s, c;
    return {line.distance_m * Eigen::Vector2d{std::sin(azimuth_rad), std::cos(azimuth_rad)},
            rotation * measurement.covariance_m2 * rotation.transpose()};
}

/// One track as it grows.
class GrowingTrack {
public:
    GrowingTrack(const TrackerOptions& options, const RadarMeasurement& first, const RadarMeasurement& second)
        : options_{options}, time_{second.time}, origin_{first.place}, filter_{started(options, first, second)}
    {
        if (first.altitude_m)
            start_altitude(first.time, *first.altitude_m);
        add(second, std::nullopt);
    }

    void update(const RadarMeasurement& measurement)
    {
        const double later_s = to_seconds(measurement.time - time_);
        const PlaneMeasurement seen = on_plane(origin_, measurement);
        time_ = measurement.time;
        add(measurement, filter_.update(later_s, seen.offset_m, seen.covariance_m2));
    }

    void add_coasts(std::size_t missed) { coasts_ += missed; }

    SystemTrack finished(const std::string& id, AltitudeDatum datum) &&
    {
        Result<Track> track = Track::make(id, datum, std::move(fixes_));
        assert(track);
        return {std::move(track).value(), std::move(states_), coasts_};
    }

private:
    static ManoeuvreFilter started(const TrackerOptions& options, const RadarMeasurement& first,
                                   const RadarMeasurement& second)
    {
        const PlaneMeasurement seen = on_plane(first.place, second);
        return {options.motion, Eigen::Vector2d::Zero(), first.covariance_m2,
                seen.offset_m,  seen.covariance_m2,      to_seconds(second.time - first.time)};
    }

    void start_altitude(Time time, double altitude_m)
    {
        climb_.emplace(options_.climb, altitude_m);
        climb_time_ = altitude_time_ = time;
    }

    void follow_altitude(const RadarMeasurement& measurement)
    {
        const double oldest_s = (static_cast<double>(options_.max_coasts) + 1.5) * options_.scan_period_s;
        if (climb_ && to_seconds(measurement.time - altitude_time_) >= oldest_s)
            climb_.reset();
        if (climb_) {
            climb_->predict(to_seconds(measurement.time - climb_time_));
            climb_time_ = measurement.time;
        }
        if (!measurement.altitude_m)
            return;
        if (!climb_)
            return start_altitude(measurement.time, *measurement.altitude_m);
        climb_->correct(*measurement.altitude_m);
        altitude_time_ = measurement.time;
    }

    /// Moves the origin to where the aircraft now is.
    void recentre()
    {
        const Eigen::Vector2d moved_m = filter_.state().mean.head<2>();
        const double length_m = moved_m.norm();
        const Angle azimuth = Angle::radians(std::atan2(moved_m.x(), moved_m.y()));
        Angle azimuth_end;
        const LonLat place = GeodesicLine{origin_, azimuth, length_m}.at(length_m, azimuth_end);
        filter_.recentre(moved_m, azimuth_end - azimuth);
        origin_ = {wrapped_lon(place.lon_deg), place.lat_deg};
    }

    void add(const RadarMeasurement& measurement, std::optional<double> innovation_squared)
    {
        recentre();
        follow_altitude(measurement);
        const PlaneState state = filter_.state();
        fixes_.push_back({measurement.time, origin_, climb_ ? std::optional{climb_->altitude_m()} : std::nullopt,
                          std::sqrt(state.covariance.topLeftCorner<2, 2>().trace() / 2)});
        states_.push_back({state.mean.tail<2>(), state.covariance, filter_.manoeuvre_probability(), innovation_squared,
                           climb_ ? std::optional{climb_->altitude_error_m()} : std::nullopt});
    }

    const TrackerOptions& options_;
    Time time_;
    LonLat origin_;
    ManoeuvreFilter filter_;
    std::optional<ClimbFilter> climb_;
    Time climb_time_{};     ///< that the climb filter has gone on to
    Time altitude_time_{};  ///< of the last measured altitude
    std::vector<Fix> fixes_;
    std::vector<SystemState> states_;
    std::size_t coasts_ = 0;
};

/// Scans that brought nothing between two measurements.
std::size_t missed_scans(Duration between, double scan_period_s)
{
    const double scans = std::round(to_seconds(between) / scan_period_s);
    return scans > 1 ? static_cast<std::size_t>(scans) - 1 : 0;
}

}  // namespace

std::vector<SystemTrack> system_tracks(const std::string& id, AltitudeDatum datum,
                                       std::span<const RadarMeasurement> measurements, const TrackerOptions& options)
{
    assert(options.scan_period_s > 0);
    std::vector<SystemTrack> tracks;
    std::optional<GrowingTrack> growing;
    const auto finish = [&] {
        if (growing)
            tracks.push_back(std::move(*growing).finished(id, datum));
        growing.reset();
    };
    for (std::size_t i = 1; i < measurements.size(); ++i) {
        const std::size_t missed = missed_scans(measurements[i].time - measurements[i - 1].time, options.scan_period_s);
        if (missed > options.max_coasts) {
            finish();
            continue;
        }
        if (growing)
            growing->update(measurements[i]);
        else
            growing.emplace(options, measurements[i - 1], measurements[i]);
        growing->add_coasts(missed);
    }
    finish();
    return tracks;
}

}  // namespace incursion
