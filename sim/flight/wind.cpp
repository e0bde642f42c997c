#include "sim/flight/wind.h"

#include <cmath>
#include <cstddef>

namespace incursion {

namespace {

WindVector components(const WindLayer& layer)
{
    return {-layer.speed_mps * std::sin(layer.from.rad()), -layer.speed_mps * std::cos(layer.from.rad())};
}

double along(WindVector wind, Angle direction)
{
    return wind.east_mps * std::sin(direction.rad()) + wind.north_mps * std::cos(direction.rad());
}

/// To the right of the direction.
double across(WindVector wind, Angle direction)
{
    return wind.east_mps * std::cos(direction.rad()) - wind.north_mps * std::sin(direction.rad());
}

}  // namespace

WindVector wind_at(const Wind& wind, double altitude_m)
{
    const auto& layers = wind.layers;
    if (layers.empty())
        return {};
    if (altitude_m <= layers.front().altitude_m)
        return components(layers.front());
    std::size_t above = 1;
    while (above < layers.size() && layers[above].altitude_m < altitude_m)
        ++above;
    if (above == layers.size())
        return components(layers.back());
    const WindVector low = components(layers[above - 1]);
    const WindVector high = components(layers[above]);
    const double share =
        (altitude_m - layers[above - 1].altitude_m) / (layers[above].altitude_m - layers[above - 1].altitude_m);
    return {low.east_mps + share * (high.east_mps - low.east_mps),
            low.north_mps + share * (high.north_mps - low.north_mps)};
}

GroundVelocity ground_from_air(double airspeed_mps, Angle heading, WindVector wind)
{
    const double east = airspeed_mps * std::sin(heading.rad()) + wind.east_mps;
    const double north = airspeed_mps * std::cos(heading.rad()) + wind.north_mps;
    return {std::hypot(east, north), wrapped_to_circle(Angle::radians(std::atan2(east, north)))};
}

std::optional<TrackSolution> heading_for_track(Angle track, double airspeed_mps, WindVector wind)
{
    const double sideways = across(wind, track);
    if (std::abs(sideways) > airspeed_mps)
        return std::nullopt;
    const double forward = std::sqrt(airspeed_mps * airspeed_mps - sideways * sideways);
    const double ground_speed = forward + along(wind, track);
    if (ground_speed <= 0)
        return std::nullopt;
    return TrackSolution{wrapped_to_circle(track + Angle::radians(std::atan2(-sideways, forward))), ground_speed};
}

std::optional<double> airspeed_for_ground_speed(double ground_speed_mps, Angle heading, WindVector wind)
{
    const double sideways = across(wind, heading);
    if (std::abs(sideways) > ground_speed_mps)
        return std::nullopt;
    const double airspeed =
        std::sqrt(ground_speed_mps * ground_speed_mps - sideways * sideways) - along(wind, heading);
    return airspeed > 0 ? std::optional{airspeed} : std::nullopt;
}

}  // namespace incursion
