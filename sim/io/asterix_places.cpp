#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "sim/base/units.h"
#include "sim/io/asterix_reader.h"
#include "sim/io/bad_rows.h"

namespace incursion {

namespace {

constexpr std::string_view no_height_kind = "radar reports without a height";
constexpr std::string_view too_high_kind = "radar reports higher than their range";

/// Categories that could hold positions of aircraft, and are not read here.
bool may_hold_aircraft(std::uint8_t category)
{
    constexpr std::array<std::uint8_t, 12> held{1, 3, 10, 11, 15, 17, 18, 20, 30, 31, 129, 205};
    return std::find(held.begin(), held.end(), category) != held.end();
}

}  // namespace

AsterixReader::Site& AsterixReader::site_of(AsterixSource source)
{
    const auto [found, fresh] = sites_.try_emplace(source);
    if (fresh) {
        auto given = options_.radar_sites.find(text_of(source));
        if (given == options_.radar_sites.end())
            given = options_.radar_sites.find("");
        if (given != options_.radar_sites.end()) {
            found->second.frame.emplace(given->second);
            found->second.is_given = true;
        }
    }
    return found->second;
}

void AsterixReader::take_site(const ToldSite& told)
{
    Site& site = site_of(told.source);
    if (site.is_given)
        return;
    site.frame.emplace(RadarSite{told.place, told.height_m});
    for (const Waiting& each : std::exchange(site.waiting, {})) {
        if (each.is_sign) {
            tracks_.take_sign(each.report, each.time);
            continue;
        }
        --site.unplaced;
        place_by_radar(each.report, each.time, each.line, *site.frame);
    }
}

void AsterixReader::place(const AsterixReport& report, Time time, std::int64_t line)
{
    if (report.place) {
        has_placed_ = true;
        if (is_possible(*report.place, line, sink_.problems()))
            tracks_.take(report, time, *report.place, line, sink_.problems());
        return;
    }
    Site& site = site_of(report.source);
    if (site.frame)
        return place_by_radar(report, time, line, *site.frame);
    ++site.unplaced;
    if (site.waiting.size() < most_waiting)
        site.waiting.push_back({report, time, line});
}

void AsterixReader::place_by_radar(const AsterixReport& report, Time time, std::int64_t line, const RadarFrame& frame)
{
    has_placed_ = true;
    RowProblems& problems = sink_.problems();
    std::optional<LonLat> place;
    if (report.slant) {
        // The height of a 3D radar, else the flight level as if the air were standard.
        const auto height_m = report.msl_m ? report.msl_m : report.pressure_m;
        const auto whose = [&] {
            return fmt::format("a report of radar {} at {:.2f} nmi", text_of(report.source),
                               report.slant->range_m / metres_per_nautical_mile);
        };
        if (!height_m) {
            problems.add(no_height_kind, line,
                         whose() + " has no height, so that its slant range may end anywhere above; dropped");
            return;
        }
        place = frame.at_slant_range(report.slant->range_m, report.slant->azimuth, *height_m);
        if (!place) {
            problems.add(
                too_high_kind, line,
                fmt::format("{} is {:.0f} m high, which its range does not reach; dropped", whose(), *height_m));
            return;
        }
    } else if (report.plane) {
        place = frame.at_plane(report.plane->x_m, report.plane->y_m);
    }
    if (place && is_possible(*place, line, problems))
        tracks_.take(report, time, *place, line, problems);
}

void AsterixReader::tell_unplaced(const std::string& input, Diagnostics& diagnostics) const
{
    std::string sources;
    std::string example;
    std::int64_t count = 0;
    for (const auto& [source, site] : sites_) {
        if (site.unplaced == 0)
            continue;
        count += site.unplaced;
        sources += fmt::format("{}{} ({})", sources.empty() ? "" : ", ", text_of(source), site.unplaced);
        if (example.empty())
            example = text_of(source);
    }
    if (count == 0)
        return;
    std::string message = fmt::format(
        "{} reports tell only where they are from their radar (or from the centre of their system), and nobody tells "
        "where that is: SAC/SIC {}; give its place with --radar-site \"{}=LON,LAT,HEIGHT\", as in "
        "\"25/10=13.6,45.1,120 m\"",
        count, sources, example);
    if (has_placed_)
        diagnostics.warning(input, std::nullopt, "", std::move(message));
    else
        diagnostics.error(input, std::nullopt, "", std::move(message));
}

void AsterixReader::tell_passed_over(const std::string& input, Diagnostics& diagnostics) const
{
    const auto note = [&](std::int64_t count, std::string_view what) {
        if (count > 0)
            diagnostics.note(input, std::nullopt, "", fmt::format("{} {}", count, what));
    };
    const auto doubtful = [&](AsterixDoubt doubt) { return doubtful_.at(static_cast<std::size_t>(doubt)); };
    note(doubtful(AsterixDoubt::simulated), "reports of simulated or test targets left out");
    note(doubtful(AsterixDoubt::monitor), "reports of fixed transponders that monitor the system left out");
    note(doubtful(AsterixDoubt::ghost), "reports of ghosts (reflections) left out");
    note(doubtful(AsterixDoubt::extrapolated), "reports left out whose places nobody measured (coasting)");
    note(without_place_, "reports without a place passed over (ends of tracks, lost detections)");
    for (const auto& [category, count] : other_categories_)
        if (may_hold_aircraft(category))
            note(count, fmt::format("data blocks of category {:03} stepped over; read are 021, 048 and 062", category));
    if (old_adsb_)
        diagnostics.note(
            input, std::nullopt, "",
            fmt::format("category 021 is read by its edition {}, as by 2.x it makes no sense", name_of(*old_adsb_)));
    note(days_.mistrusted(), "reports tell another hour than when they were received; their day goes by --date and by "
                             "the reports before");
}

void AsterixReader::finish(const std::string& input, Diagnostics& diagnostics)
{
    if (lacks_day_) {
        diagnostics.error(input, std::nullopt, "",
                          "its reports tell only the time of day; give the day of the first one with --date, as in "
                          "--date 2015-11-24");
        return;
    }
    tell_unplaced(input, diagnostics);
    tell_passed_over(input, diagnostics);
    tracks_.finish(input, sink_, diagnostics);
}

}  // namespace incursion
