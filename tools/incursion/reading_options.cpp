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
    return options;
}

bool ReadingOptions::was_given() const
{
    return !options_.format.empty() || !options_.layer.empty() || !columns_.empty() || !altitude_.empty() ||
           max_speed_ != usual_max_speed || strict_ || repair_;
}

double parse_positive(const std::string& option, const std::string& text, Dimension dimension)
{
    const Result<double> quantity = parse_quantity(text, dimension);
    if (!quantity || !(*quantity > 0))
        throw WrongCall{fmt::format("{}: {}", option, quantity ? "it must be more than nothing" : quantity.problem())};
    return *quantity;
}

}  // namespace incursion
