#include "sim/io/read_radars.h"

#include <algorithm>
#include <memory>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "sim/io/read_aircraft.h"
#include "sim/io/read_evidence.h"
#include "sim/io/read_paths.h"
#include "sim/io/read_radar_type.h"
#include "sim/io/read_terrain.h"

namespace incursion {

namespace {

/// Types read so far by file; nothing where a file had problems, which are told once.
using KnownTypes = std::map<std::string, std::optional<RadarType>>;

RadarType read_type_of_radar(TomlReader& table, KnownTypes& known, std::vector<std::string>& inputs)
{
    const auto name = table.text("type");
    if (!name)
        return {};
    const auto path = find_type_file(table.file(), *name, radar_types);
    if (!path) {
        table.error("type", path.problem());
        return {};
    }
    if (!known.contains(*path)) {
        add_input(inputs, *path);
        known.emplace(*path, read_radar_type(*path, table.diagnostics()));
    }
    return known.at(*path).value_or(RadarType{});
}

/// What this radar does otherwise than its type.
void read_overrides(TomlReader& table, RadarType& type)
{
    type.scan_period_s = table.quantity("scan_period", Dimension::time, Sign::positive).value_or(type.scan_period_s);
    type.range_noise_m =
        table.quantity("range_noise", Dimension::length, Sign::not_negative).value_or(type.range_noise_m);
    type.azimuth_noise_rad =
        table.quantity("azimuth_noise", Dimension::angle, Sign::not_negative).value_or(type.azimuth_noise_rad);
    if (const auto noise = table.quantity("height_noise", Dimension::length, Sign::not_negative))
        type.height_noise_m = noise;
}

void read_losses(TomlReader& table, Radar& radar)
{
    const auto interval = table.quantity("dropout_interval", Dimension::time, Sign::positive);
    const auto length = table.quantity("dropout", Dimension::time, Sign::positive);
    table.only_with("dropout_interval", {"dropout"});
    table.only_with("dropout", {"dropout_interval"});
    if (interval && length) {
        radar.dropouts_per_s = 1 / *interval;
        radar.dropout_s = *length;
    }
    radar.detection_loss = table.number("detection_loss", Sign::not_negative).value_or(0);
    if (radar.detection_loss > 1)
        table.error("detection_loss", "this is a probability and must lie between 0 and 1");
}

/// REQUIRES: site and type of the radar are read.
void read_terrain_of(TomlReader& table, Radar& radar, std::vector<std::string>& inputs)
{
    const auto named = table.text("terrain");
    if (!named)
        return;
    radar.terrain_path = path_beside(table.file(), *named);
    Result<Terrain> terrain = read_terrain(radar.terrain_path, radar.site, radar.type.max_range_m);
    if (!terrain)
        return table.error("terrain", terrain.problem());
    radar.terrain = std::make_shared<const Terrain>(std::move(terrain).value());
    add_input(inputs, radar.terrain_path);
}

Radar read_radar(TomlReader& table, KnownTypes& known, const TimeSpan& span, std::vector<std::string>& inputs)
{
    table.need({"id", "type", "position", "antenna"});
    Radar radar;
    radar.path = table.path();
    radar.id = table.text("id").value_or("");
    radar.title = table.text("title").value_or("");
    radar.account = table.text("account").value_or("");
    radar.type = read_type_of_radar(table, known, inputs);
    read_overrides(table, radar.type);
    radar.site = table.position("position").value_or(LonLat{});
    radar.antenna_m = table.quantity("antenna", Dimension::length).value_or(0);
    radar.north_at = table.time("north_at").value_or(span.from);
    radar.range_bias_m = table.quantity("range_bias", Dimension::length).value_or(0);
    radar.azimuth_bias_rad = table.quantity("azimuth_bias", Dimension::angle).value_or(0);
    radar.height_bias_m = table.quantity("height_bias", Dimension::length).value_or(0);
    read_losses(table, radar);
    read_terrain_of(table, radar, inputs);
    radar.evidence = read_evidence(table);
    table.finish();
    return radar;
}

}  // namespace

std::vector<Radar> read_radars(std::vector<TomlReader>& tables, const TimeSpan& span, std::vector<std::string>& inputs)
{
    KnownTypes known;
    std::vector<Radar> radars;
    for (TomlReader& table : tables)
        radars.push_back(read_radar(table, known, span, inputs));
    return radars;
}

}  // namespace incursion
