#include "tests/bench/sets.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <string>

#include "sim/base/random.h"
#include "sim/geo/geodesic.h"
#include "tests/bench/airports.h"

namespace incursion::bench {

namespace {

constexpr double metres_in_degree = 111'195;  ///< of latitude, on the sphere of 6371 km
constexpr double cruise_mps = 240;
constexpr std::size_t wander_fixes = 300;

/// 2026-01-01T00:00:00Z.
constexpr std::int64_t first_second = 1'767'225'600;

Time at_second(std::int64_t second)
{
    return Time{std::chrono::seconds{second}};
}

/// The nearest whole multiple of 1e-7 degrees: the double that its decimal digits are read as.
double with_seven_decimals(double deg)
{
    return std::round(deg * 1e7) / 1e7;
}

LonLat displaced(LonLat place, double east_m, double north_m)
{
    const double shrink = std::max(0.01, std::cos(place.lat_deg * std::numbers::pi / 180));
    return {place.lon_deg + east_m / (metres_in_degree * shrink), place.lat_deg + north_m / metres_in_degree};
}

Fix fix_at(std::int64_t second, LonLat place, double altitude_m)
{
    const double lat_deg = std::clamp(with_seven_decimals(place.lat_deg), -90.0, 90.0);
    return {at_second(second), {wrapped_lon(with_seven_decimals(place.lon_deg)), lat_deg}, std::round(altitude_m), {}};
}

/// One flight of the dense and the sparse set; `random` goes on to its noise.
struct Flight {
    RandomStream random;
    GeodesicLine line{{0, 0}, {0, 0}};
    std::int64_t departure = 0;
    double cruise_m = 0;

    Flight(std::uint64_t seed, std::size_t i) : random{seed, "flight " + std::to_string(i)}
    {
        const auto count = static_cast<double>(airports.size());
        const auto from = static_cast<std::size_t>(random.uniform(0, count));
        const auto further = static_cast<std::size_t>(random.uniform(1, count));
        line = {airports[from], airports[(from + further) % airports.size()]};
        departure = first_second + static_cast<std::int64_t>(random.uniform(0, 86'400));
        cruise_m = 9'000 + 300 * std::floor(random.uniform(0, 12));
    }

    std::size_t fixes(std::int64_t step_s) const
    {
        return static_cast<std::size_t>(line.length_m() / (cruise_mps * static_cast<double>(step_s))) + 1;
    }

    /// Climbs and descends at 8 m/s.
    double altitude_m(double second) const
    {
        return std::max(0.0, std::min({cruise_m, 8 * second, 8 * (line.length_m() / cruise_mps - second)}));
    }
};

std::int64_t step_of(SetKind kind)
{
    return kind == SetKind::sparse ? 300 : 10;
}

char letter_of(SetKind kind)
{
    return kind == SetKind::dense ? 'd' : kind == SetKind::sparse ? 's' : 'w';
}

}  // namespace

std::size_t usual_fixes(SetKind kind)
{
    return kind == SetKind::dense ? 10'000'000 : kind == SetKind::sparse ? 340'000 : 3'000'000;
}

TrackSet::TrackSet(const SetOptions& options, std::vector<LonLat> border)
    : options_{options}, border_{std::move(border)}
{
    const bool wanders = options.kind == SetKind::wander;
    assert(!wanders || border_.size() >= 2);
    border_m_.assign(border_.empty() ? 0 : 1, 0.0);
    for (std::size_t i = 1; i < border_.size(); ++i)
        border_m_.push_back(border_m_.back() + distance_m(border_[i - 1], border_[i]));

    for (std::size_t made = 0; made < options.fixes; made += lengths_.back()) {
        const std::size_t whole =
            wanders ? wander_fixes : Flight{options.seed, lengths_.size()}.fixes(step_of(options.kind));
        lengths_.push_back(std::min(whole, options.fixes - made));
    }
}

Track TrackSet::track(std::size_t i) const
{
    return *Track::make(letter_of(options_.kind) + std::to_string(i), AltitudeDatum::msl,
                        options_.kind == SetKind::wander ? loops(i) : flight(i));
}

std::vector<Track> TrackSet::tracks() const
{
    std::vector<Track> tracks;
    for (std::size_t i = 0; i < size(); ++i)
        tracks.push_back(track(i));
    return tracks;
}

std::vector<Fix> TrackSet::flight(std::size_t i) const
{
    Flight flight{options_.seed, i};
    const std::int64_t step_s = step_of(options_.kind);
    std::vector<Fix> fixes;
    fixes.reserve(lengths_[i]);
    for (std::size_t n = 0; n < lengths_[i]; ++n) {
        const std::int64_t second = static_cast<std::int64_t>(n) * step_s;
        const double flown_s = static_cast<double>(second);
        const double east_m = 20 * flight.random.normal(), north_m = 20 * flight.random.normal();
        // The noise of the fixes between is drawn too, so that the sparse set is a part of the dense one.
        for (std::int64_t skipped = 10; skipped < step_s; skipped += 10) {
            flight.random.normal();
            flight.random.normal();
        }
        const LonLat place = displaced(flight.line.at(flown_s * cruise_mps), east_m, north_m);
        fixes.push_back(fix_at(flight.departure + second, place, flight.altitude_m(flown_s)));
    }
    return fixes;
}

/// A circle whose centre drifts beside the border, slower than the aircraft goes round: the track crosses itself.
std::vector<Fix> TrackSet::loops(std::size_t i) const
{
    RandomStream random{options_.seed, "wander " + std::to_string(i)};
    const double length_m = border_m_.back();
    const double drift_mps = random.uniform(-30, 30), radius_m = random.uniform(300, 2'000);
    const double turn = random.uniform() < 0.5 ? -1 : 1, first = random.uniform(0, 2 * std::numbers::pi);
    const double aside_east_m = random.normal() * 4'000, aside_north_m = random.normal() * 4'000;
    const double start_m = random.uniform() * length_m, speed_mps = random.uniform(40, 100);
    const std::int64_t departure = first_second + static_cast<std::int64_t>(random.uniform(0, 86'400));
    std::vector<Fix> fixes;
    fixes.reserve(lengths_[i]);
    for (std::size_t n = 0; n < lengths_[i]; ++n) {
        const double second = static_cast<double>(n);
        const double along_m = std::clamp(start_m + drift_mps * second, 0.0, length_m);
        const auto next = std::upper_bound(border_m_.begin() + 1, border_m_.end() - 1, along_m);
        const auto k = static_cast<std::size_t>(next - border_m_.begin());
        const double part = (along_m - border_m_[k - 1]) / std::max(border_m_[k] - border_m_[k - 1], 1e-3);
        const LonLat a = border_[k - 1], b = border_[k];
        const LonLat beside{a.lon_deg + part * (lon_near(b.lon_deg, a.lon_deg) - a.lon_deg),
                            a.lat_deg + part * (b.lat_deg - a.lat_deg)};
        const double angle = first + turn * second * speed_mps / radius_m;
        const double east_m = aside_east_m + radius_m * std::sin(angle) + 5 * random.normal();
        const double north_m = aside_north_m + radius_m * std::cos(angle) + 5 * random.normal();
        fixes.push_back(fix_at(departure + static_cast<std::int64_t>(n), displaced(beside, east_m, north_m), 3'000));
    }
    return fixes;
}

}  // namespace incursion::bench
