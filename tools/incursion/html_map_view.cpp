#include "tools/incursion/html_map_view.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

constexpr double radians = std::numbers::pi / 180;
constexpr double mean_radius_m = 6371008.8;  // of WGS-84, (2a + b) / 3

/// East and north of a place, in metres.
SvgPoint offset(LonLat from, LonLat to)
{
    const Inverse way = inverse(from, to);
    return {way.distance_m * std::sin(way.azimuth.rad()), way.distance_m * std::cos(way.azimuth.rad())};
}

/// The middle of the box around places as seen from one of them: twice, for the box turns with its middle.
LonLat middle_of(const std::vector<LonLat>& places)
{
    LonLat middle = places.front();
    for (int turn = 0; turn < 3; ++turn) {
        SvgPoint least{0, 0}, most{0, 0};
        bool first = true;
        for (const LonLat& place : places) {
            const SvgPoint at = offset(middle, place);
            least = first ? at : SvgPoint{std::min(least.x, at.x), std::min(least.y, at.y)};
            most = first ? at : SvgPoint{std::max(most.x, at.x), std::max(most.y, at.y)};
            first = false;
        }
        const double east = (least.x + most.x) / 2, north = (least.y + most.y) / 2;
        middle = direct(middle, Angle::radians(std::atan2(east, north)), std::hypot(east, north));
    }
    middle.lon_deg = wrapped_lon(middle.lon_deg);
    return middle;
}

}  // namespace

MapView::MapView(LonLat middle, double half_width_m, double width, double height)
    : middle_{middle},
      width_{width},
      height_{height},
      scale_{width / (2 * half_width_m)},
      sin_lat_{std::sin(middle.lat_deg * radians)},
      cos_lat_{std::cos(middle.lat_deg * radians)}
{
    exact_within_rad_ = std::min(3.0, 2 * radius_m() / mean_radius_m);
}

double MapView::radius_m() const
{
    return std::hypot(width_, height_) / 2 / scale_;
}

SvgPoint MapView::at(LonLat place) const
{
    const double lat = place.lat_deg * radians, turn = (place.lon_deg - middle_.lon_deg) * radians;
    const double east = std::cos(lat) * std::sin(turn);
    const double north = cos_lat_ * std::sin(lat) - sin_lat_ * std::cos(lat) * std::cos(turn);
    const double up = sin_lat_ * std::sin(lat) + cos_lat_ * std::cos(lat) * std::cos(turn);
    const double arc = std::atan2(std::hypot(east, north), up);
    SvgPoint m{0, 0};
    if (arc <= exact_within_rad_) {
        m = offset(middle_, place);
    } else if (const double level = std::hypot(east, north); level > 0) {
        m = {arc * mean_radius_m * east / level, arc * mean_radius_m * north / level};
    } else {
        m = {0, arc * mean_radius_m};  // the antipode: anywhere far off
    }
    return {width_ / 2 + m.x * scale_, height_ / 2 - m.y * scale_};
}

bool MapView::shows(SvgPoint point, double margin) const
{
    return point.x >= -margin && point.x <= width_ + margin && point.y >= -margin && point.y <= height_ + margin;
}

LonLat MapView::place_at(SvgPoint point) const
{
    const double east = (point.x - width_ / 2) / scale_, north = (height_ / 2 - point.y) / scale_;
    LonLat place = direct(middle_, Angle::radians(std::atan2(east, north)), std::hypot(east, north));
    place.lon_deg = wrapped_lon(place.lon_deg);
    return place;
}

LonLatBox lon_lat_box(const MapView& view)
{
    const double middle = view.middle().lon_deg;
    LonLatBox box{middle, 90, middle, -90};
    constexpr int steps = 24;
    for (int i = 0; i <= steps; ++i)
        for (int j = 0; j <= steps; ++j) {
            const LonLat place = view.place_at({view.width() * i / steps, view.height() * j / steps});
            const double lon = lon_near(place.lon_deg, middle);
            box = {std::min(box.west, lon), std::min(box.south, place.lat_deg), std::max(box.east, lon),
                   std::max(box.north, place.lat_deg)};
        }
    for (const double pole : {90.0, -90.0})
        if (view.shows(view.at({middle, pole}))) {
            box.west = middle - 180;
            box.east = middle + 180;
            (pole > 0 ? box.north : box.south) = pole;
        }
    return box;
}

MapView view_of(const std::vector<LonLat>& places, double width, double height, double margin,
                double least_half_width_m)
{
    const LonLat middle = middle_of(places);
    double half_width_m = least_half_width_m;
    for (const LonLat& place : places) {
        const SvgPoint at = offset(middle, place);
        half_width_m =
            std::max({half_width_m, std::abs(at.x) * (1 + margin), std::abs(at.y) * (1 + margin) * width / height});
    }
    return {middle, half_width_m, width, height};
}

}  // namespace incursion
