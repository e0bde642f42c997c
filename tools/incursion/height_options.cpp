#include "tools/incursion/height_options.h"

#include <charconv>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/base/quantity.h"
#include "tools/incursion/command.h"

namespace incursion {

namespace {

/// `1030 hPa`, `29.92 inHg`; a bare number is in hectopascals, as altimeter settings are told.
double parse_qnh_hpa(const std::string& text)
{
    double bare_hpa = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bare_hpa);
    const bool is_bare = error == std::errc{} && end == text.data() + text.size();
    const Result<double> pa = is_bare ? Result<double>{bare_hpa * 100} : parse_quantity(text, Dimension::pressure);
    if (!pa)
        throw WrongCall{"--qnh: " + pa.problem()};
    const double hpa = is_bare ? bare_hpa : *pa / 100;
    if (!is_possible_qnh(hpa))
        throw WrongCall{fmt::format("--qnh: no altimeter setting was ever {}; it lies between {} and {} hPa", text,
                                    least_qnh_hpa, greatest_qnh_hpa)};
    return hpa;
}

}  // namespace

void HeightOptions::setup(CLI::App& app)
{
    app.add_option("--qnh", qnh_,
                   "the altimeter setting, between heights above mean sea level and pressure altitudes or flight levels: "
                   "1030, 29.92inHg; 1013.25 hPa where nobody says")
        ->type_name("PRESSURE");
    app.add_option("--terrain", terrain_,
                   "heights of the ground, for limits above it: any raster that GDAL opens, in metres above mean sea "
                   "level")
        ->type_name("FILE");
}

HeightReading HeightOptions::reading() const
{
    HeightReading heights;
    put_into(heights);
    return heights;
}

bool HeightOptions::put_into(HeightReading& heights) const
{
    if (!qnh_.empty())
        heights.qnh_hpa = parse_qnh_hpa(qnh_);
    if (!terrain_.empty())
        heights.terrain_path = terrain_;
    return !terrain_.empty();
}

}  // namespace incursion
