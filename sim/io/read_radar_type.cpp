#include "sim/io/read_radar_type.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "sim/base/angle.h"
#include "sim/io/read_sourced_number.h"
#include "sim/io/toml_document.h"

namespace incursion {

namespace {

using Member = std::variant<double RadarType::*, std::optional<double> RadarType::*>;

/// A number of a type: where it is kept, what it measures (nothing: a bare number), and the range (SI units) beyond
/// which it must be a slip of unit or digit. The ranges leave room beyond every radar built so far.
struct RadarNumberKey {
    const char* key;
    Member member;
    std::optional<Dimension> dimension;
    double low, high;   ///< both included
    const char* range;  ///< for the message
};

const double degree = Angle::degrees(1).rad();

const RadarNumberKey radar_number_keys[] = {
    {"scan_period", &RadarType::scan_period_s, Dimension::time, 0.01, 600, "0.01 and 600 s"},
    {"beam_width", &RadarType::beam_width_rad, Dimension::angle, 0.01 * degree, 90 * degree, "0.01 and 90 deg"},
    {"min_range", &RadarType::min_range_m, Dimension::length, 0, 1e5, "0 and 100 km"},
    {"max_range", &RadarType::max_range_m, Dimension::length, 100, 5e6, "100 m and 5000 km"},
    {"range_noise", &RadarType::range_noise_m, Dimension::length, 0, 2e4, "0 and 20 km"},
    {"azimuth_noise", &RadarType::azimuth_noise_rad, Dimension::angle, 0, 10 * degree, "0 and 10 deg"},
    {"range_resolution", &RadarType::range_resolution_m, Dimension::length, 0.1, 2e4, "0.1 m and 20 km"},
    {"max_elevation", &RadarType::max_elevation_rad, Dimension::angle, 0.1 * degree, 90 * degree, "0.1 and 90 deg"},
    {"height_noise", &RadarType::height_noise_m, Dimension::length, 0, 1e4, "0 and 10 km"},
    {"height_step", &RadarType::height_step_m, Dimension::length, 0.1, 1e3, "0.1 and 1000 m"},
    {"detection", &RadarType::detection, std::nullopt, 1e-6, 1, "1e-6 and 1"},
    {"detection_range", &RadarType::detection_range_m, Dimension::length, 100, 5e6, "100 m and 5000 km"},
    {"reference_cross_section", &RadarType::reference_cross_section_m2, Dimension::area, 1e-4, 1e4,
     "0.0001 and 10000 m2"},
    {"false_alarm", &RadarType::false_alarm, std::nullopt, 1e-15, 0.1, "1e-15 and 0.1"},
};

void read_number(TomlReader& root, const RadarNumberKey& number, RadarType& type)
{
    auto table = root.table(number.key);
    if (!table)
        return;
    const auto value = number.dimension ? table->quantity("value", *number.dimension) : table->number("value");
    if (value && !(number.low <= *value && *value <= number.high))
        table->error("value", fmt::format("this must lie between {}", number.range));
    else if (value)
        std::visit([&](auto member) { type.*member = *value; }, number.member);
    type.numbers.push_back(read_sourced_number(*table, number.key));
}

void check_together(TomlReader& root, const RadarType& type)
{
    if (type.min_range_m >= type.max_range_m && root.has("min_range") && root.has("max_range"))
        root.error("min_range", "this is not below max_range");
    if (type.is_secondary)
        for (const char* key : {"detection_range", "reference_cross_section", "false_alarm"})
            if (root.has(key))
                root.error(key, "a secondary radar hears transponders; this belongs to a primary one");
    if (!type.is_secondary) {
        root.need({"detection", "detection_range"});
        if (root.has("height_step"))
            root.error("height_step", "only transponders report heights in steps; this belongs to a secondary radar");
        if (root.has("detection") && !(type.false_alarm < type.detection && type.detection < 1))
            root.error("detection", "of a primary radar this must lie above false_alarm and below 1");
    }
}

}  // namespace

std::optional<RadarType> read_radar_type(const std::string& path, Diagnostics& diagnostics)
{
    return read_toml_document(path, diagnostics, [](TomlReader& root) {
        RadarType type;
        root.need({"id", "title", "scan_period", "beam_width", "max_range", "range_noise", "azimuth_noise",
                   "range_resolution"});
        type.id = root.text("id").value_or("");
        type.title = root.text("title").value_or("");
        type.is_secondary = root.flag("secondary").value_or(false);
        if (root.has("id") && type.id.empty())
            root.error("id", "a type needs an id, as terminal");
        for (const RadarNumberKey& number : radar_number_keys)
            root.has(number.key);
        for (const std::string& key : root.keys_in_file()) {
            const auto* const number = std::find_if(std::begin(radar_number_keys), std::end(radar_number_keys),
                                                    [&](const RadarNumberKey& n) { return key == n.key; });
            if (number != std::end(radar_number_keys))
                read_number(root, *number, type);
        }
        check_together(root, type);
        root.finish();
        return std::optional{std::move(type)};
    });
}

}  // namespace incursion
