#include "tools/incursion/reading_options.h"

#include <cstddef>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/io/track_format.h"
#include "tools/incursion/command.h"

namespace incursion {

namespace {

std::string format_names()
{
    std::string names;
    for (const TrackFormat& format : track_formats())
        names += fmt::format("{}{}", names.empty() ? "" : ", ", format.name);
    return names;
}

}  // namespace

void ReadingOptions::setup_source(CLI::App& app)
{
    app.add_option("--input-format", options_.format,
                   fmt::format("{}; recognised by content and name where absent", format_names()))
        ->type_name("FORMAT");
    app.add_option("--columns", columns_,
                   "which column holds what: time=t:ms,lon=x,lat=y,alt=h:ft:pressure,track=id,accuracy=a:m; those "
                   "that are left out are found by their usual names")
        ->type_name("ROLE=NAME,...")
        ->delimiter(',')
        ->allow_extra_args(false);
    app.add_option("--input-layer", options_.layer, "of OGR sources of tracks: the layer")->type_name("NAME");
    app.add_option("--altitude", altitude_,
                   "of several altitudes, those from which zero to read: msl, pressure (1013.25 hPa) or ellipsoid; "
                   "where absent, the best there are, and a note says which")
        ->type_name("ZERO")
        ->check(CLI::IsMember({"msl", "pressure", "ellipsoid"}));
    app.add_option("--date", date_, "of formats that tell only the time of day (ASTERIX): the day of the first report, "
                                    "in UTC: 2015-11-24")
        ->type_name("DAY");
    app.add_option("--radar-site", radar_sites_,
                   "of radar data that tell range and azimuth: where a radar is, '25/10=13.6,45.1,120 m' (SAC/SIC, "
                   "longitude, latitude, height of the antenna above mean sea level), or without 25/10= for all; may be "
                   "repeated")
        ->type_name("SITE")
        ->allow_extra_args(false);
}

void ReadingOptions::setup_cleaning(CLI::App& app)
{
    app.add_option("--max-speed", max_speed_, "a fix that could only be reached faster is wrong and dropped; or none")
        ->type_name("SPEED")
        ->capture_default_str();
    auto* strict = app.add_flag("--strict", strict_, "a fix that is wrong makes its whole input fail");
    app.add_flag("--repair", repair_, "sort fixes by time and drop repeated ones before they are judged")
        ->excludes(strict);
}

TrackReadOptions ReadingOptions::options() const
{
    TrackReadOptions options = options_;
    if (max_speed_ != "none")
        options.max_speed_mps = parse_positive("--max-speed", max_speed_, Dimension::speed);
    options.dirty = strict_ ? DirtyFixes::refuse : repair_ ? DirtyFixes::repair : DirtyFixes::drop;
    for (const std::string& column : columns_) {
        const std::size_t equals = column.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == column.size())
            throw WrongCall{fmt::format("--columns: '{}' does not name a column; write time=NAME", column)};
        options.columns[column.substr(0, equals)] = column.substr(equals + 1);
    }
    for (const auto datum : {AltitudeDatum::msl, AltitudeDatum::pressure, AltitudeDatum::ellipsoid})
        if (altitude_ == name_of(datum))
            options.altitude = datum;
    if (!date_.empty()) {
        const Result<Time> day = parse_time(date_ + "T00:00:00Z");
        if (!day)
            throw WrongCall{fmt::format("--date: '{}' is no day; write it as 2015-11-24", date_)};
        options.day = *day;
    }
    for (const std::string& text : radar_sites_) {
        const auto site = parse_radar_site(text);
        if (!site)
            throw WrongCall{"--radar-site: " + site.problem()};
        options.radar_sites.insert(*site);
    }
    return options;
}

bool ReadingOptions::was_given() const
{
    return !options_.format.empty() || !options_.layer.empty() || !columns_.empty() || !altitude_.empty() ||
           !date_.empty() || !radar_sites_.empty() || max_speed_ != usual_max_speed || strict_ || repair_;
}

double parse_positive(const std::string& option, const std::string& text, Dimension dimension)
{
    const Result<double> quantity = parse_quantity(text, dimension);
    if (!quantity || !(*quantity > 0))
        throw WrongCall{fmt::format("{}: {}", option, quantity ? "it must be more than nothing" : quantity.problem())};
    return *quantity;
}

}  // namespace incursion
