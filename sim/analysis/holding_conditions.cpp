#include "sim/analysis/holding_conditions.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace incursion {

namespace {

constexpr double half_nanosecond_s = 0.5e-9;

double seconds_of(double fraction, const LegPath& path)
{
    return fraction * to_seconds(path.duration()) + half_nanosecond_s;
}

/// A height above the ellipsoid as one above mean sea level, any other as it is.
double compared_height_m(AltitudeDatum datum, LonLat place, double altitude_m)
{
    return datum == AltitudeDatum::ellipsoid ? altitude_m - geoid_height_m(place).value_or(0) : altitude_m;
}

double over_msl_m(AltitudeDatum datum, const HeightReading& heights)
{
    return datum == AltitudeDatum::pressure ? heights.pressure_over_msl() : 0;
}

}  // namespace

bool is_held_at(const Airspace& airspace, const VerticalRange& range, const HeightReading& heights,
                AltitudeDatum datum, const PlaceInAir& at)
{
    if (airspace.activation && active_within(*airspace.activation, {at.time, at.time + Duration{1}}).empty())
        return false;
    if (!at.altitude_m || !range.limited())
        return true;
    const double height_m = compared_height_m(datum, at.place, *at.altitude_m);
    double ground_m = 0;
    if (range.follows_ground() && heights.terrain)
        ground_m = heights.terrain->height_m(at.place).value_or(0) + over_msl_m(datum, heights);
    return range.floor_m + (range.floor_above_ground ? ground_m : 0) <= height_m &&
           height_m < range.ceiling_m + (range.ceiling_above_ground ? ground_m : 0);
}

HoldingConditions::HoldingConditions(const Airspaces& airspaces, HeightReading heights)
    : airspaces_{airspaces}, heights_{std::move(heights)}
{
}

void HoldingConditions::begin(const Track& track)
{
    track_ = &track;
    fixes_ = track.fixes();
    active_.clear();
    unknown_ground_.reset();
    std::vector<VerticalRange>& ranges = ranges_of_[static_cast<std::size_t>(track.datum())];
    if (ranges.empty())
        for (const Airspace& airspace : airspaces_.list)
            ranges.push_back(vertical_range(airspace, track.datum(), heights_));
    ranges_ = &ranges;
}

bool HoldingConditions::has_any(AirspaceId airspace) const
{
    return (*ranges_)[airspace.index].limited() || airspaces_[airspace].activation.has_value();
}

double HoldingConditions::height_m(std::size_t fix) const
{
    return compared_height_m(track_->datum(), fixes_[fix].place, *fixes_[fix].altitude_m);
}

LegHeights HoldingConditions::heights_of(const LegPath& path, std::size_t leg) const
{
    return {path, height_m(leg), height_m(leg + 1), over_msl_m(track_->datum(), heights_), heights_.terrain.get()};
}

const std::vector<TimeSpan>& HoldingConditions::active_spans(AirspaceId airspace)
{
    const auto [found, fresh] = active_.try_emplace(airspace);
    if (fresh)
        found->second = active_within(*airspaces_[airspace].activation, track_->span());
    return found->second;
}

void HoldingConditions::find_parts(AirspaceId airspace, const LegPath& path, std::size_t leg,
                                   const LegStretch& stretch, std::vector<HeldPart>& parts)
{
    parts.clear();
    leg_parts_.clear();
    const VerticalRange& range = (*ranges_)[airspace.index];
    if (!range.limited())
        leg_parts_.push_back({stretch.u0, stretch.u1, {}, {}});
    else if (!find_leg_parts(range, heights_of(path, leg), stretch.u0, stretch.u1, leg_parts_) && !unknown_ground_)
        unknown_ground_ = {airspace, stretch.from, path.at(stretch.u0)};
    for (const LegPart& part : leg_parts_) {
        HeldPart held{part.from, part.to, stretch.from, stretch.to};
        if (part.in_by) {
            held.in = std::max(stretch.from, path.time_at(part.from));
            held.in_by = *part.in_by;
            held.in_error_s = seconds_of(part.in_half, path);
        }
        if (part.out_by) {
            held.out = std::min(stretch.to, path.time_at(part.to));
            held.out_by = *part.out_by;
            held.out_error_s = seconds_of(part.out_half, path);
        }
        if (held.in < held.out)
            add_active_parts(airspace, path, held, parts);
    }
}

void HoldingConditions::add_active_parts(AirspaceId airspace, const LegPath& path, const HeldPart& whole,
                                         std::vector<HeldPart>& parts)
{
    const auto add = [&](const HeldPart& part) {
        // Two ends within one tick of time are one instant, and nothing lies between.
        if (!parts.empty() && parts.back().out == part.in) {
            parts.back().to = part.to;
            parts.back().out = part.out;
            parts.back().out_by = part.out_by;
            parts.back().out_error_s = part.out_error_s;
        } else {
            parts.push_back(part);
        }
    };
    if (!airspaces_[airspace].activation)
        return add(whole);
    for (const TimeSpan& span : active_spans(airspace)) {
        HeldPart part = whole;
        if (span.from > part.in) {
            part.in = span.from;
            part.from = path.fraction_at(span.from);
            part.in_by = CrossedBy::activation;
            part.in_error_s = 0;
        }
        if (span.to < part.out) {
            part.out = span.to;
            part.to = path.fraction_at(span.to);
            part.out_by = CrossedBy::activation;
            part.out_error_s = 0;
        }
        if (part.in < part.out)
            add(part);
    }
}

CrossedBy HoldingConditions::nearest(AirspaceId airspace, const LegPath& path, std::size_t leg, double u, Time t)
{
    if (airspaces_[airspace].activation) {
        const auto& spans = active_spans(airspace);
        const bool at_end = std::any_of(spans.begin(), spans.end(),
                                        [&](const TimeSpan& span) { return span.from == t || span.to == t; });
        if (at_end || !(*ranges_)[airspace.index].limited())
            return CrossedBy::activation;
    }
    const LegHeights heights = heights_of(path, leg);
    const LimitsAt limits = limits_at((*ranges_)[airspace.index], heights, u);
    const double height_m = heights.from_m + (heights.to_m - heights.from_m) * u;
    return std::abs(height_m - limits.ceiling_m) < std::abs(height_m - limits.floor_m) ? CrossedBy::ceiling
                                                                                       : CrossedBy::floor;
}

}  // namespace incursion
