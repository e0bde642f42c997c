#include "sim/io/track_output.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/io/acmi_output.h"
#include "sim/io/asterix_output.h"
#include "sim/io/geojson_output.h"
#include "sim/io/gpx_output.h"
#include "sim/io/igc_output.h"
#include "sim/io/kml_output.h"
#include "sim/io/ogr_formats.h"
#include "sim/io/toml_spelling.h"
#include "sim/io/write_tracks.h"

namespace incursion {

namespace {

constexpr std::string_view of_gdal = "ogr";

std::optional<Problem> write_table_of_fixes(const TableTarget& target, std::span<const Track> tracks, Diagnostics&)
{
    TableTarget table = target;
    if (table.format == of_gdal)
        table.format.clear();  // the ending tells which of GDAL's
    return write_tracks(table, tracks);
}

constexpr std::array outputs{
    TrackOutput{"csv", "CSV, a row for each fix", ".csv", write_table_of_fixes},
    TrackOutput{"jsonl", "JSON Lines, a fix each", ".jsonl .ndjson", write_table_of_fixes},
    TrackOutput{"gpx", "GPX 1.1", ".gpx", write_gpx},
    TrackOutput{"kml", "KML with gx:Track", ".kml", write_kml},
    TrackOutput{"kmz", "KML in a zip", ".kmz", write_kmz},
    TrackOutput{"geojson", "GeoJSON, lines with coordTimes", ".geojson .json", write_geojson},
    TrackOutput{"geojsonseq", "the same, a feature a line", ".geojsonl .geojsons", write_geojson_sequence},
    TrackOutput{"acmi", "Tacview ACMI 2.2", ".txt.acmi .zip.acmi .acmi", write_acmi},
    TrackOutput{"igc", "IGC, one track a file", ".igc", write_igc},
    TrackOutput{"asterix", "ASTERIX CAT062 system tracks", ".ast .asterix", write_asterix},
    TrackOutput{of_gdal, "GeoPackage, FlatGeobuf, Shapefile and what else GDAL writes; or name its driver",
                ".gpkg .fgb .shp", write_table_of_fixes},
};

std::string in_small_letters(std::string_view text)
{
    std::string small{text};
    for (char& c : small)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return small;
}

const TrackOutput* output_named(std::string_view name)
{
    const auto found =
        std::find_if(outputs.begin(), outputs.end(), [&](const TrackOutput& each) { return each.name == name; });
    return found == outputs.end() ? nullptr : &*found;
}

bool has_ending(std::string_view path, std::string_view endings)
{
    while (!endings.empty()) {
        const std::string_view ending = endings.substr(0, endings.find(' '));
        if (path.ends_with(ending))
            return true;
        endings.remove_prefix(std::min(ending.size() + 1, endings.size()));
    }
    return false;
}

const TrackOutput* output_of_path(const std::string& path)
{
    const std::string small = in_small_letters(path);
    const auto found = std::find_if(outputs.begin(), outputs.end(),
                                    [&](const TrackOutput& each) { return has_ending(small, each.endings); });
    if (found != outputs.end())
        return &*found;
    return ogr_format_of_path(path) ? output_named(of_gdal) : nullptr;
}

std::string all_outputs()
{
    std::string list;
    for (const TrackOutput& output : outputs)
        list += fmt::format("{}{} ({}: {})", list.empty() ? "" : ", ", output.name, output.title, output.endings);
    return list;
}

}  // namespace

std::span<const TrackOutput> track_outputs()
{
    return outputs;
}

const TrackOutput* track_output_of(const TableTarget& target, Diagnostics& diagnostics)
{
    const auto fail = [&](std::string what) {
        diagnostics.error(target.path, std::nullopt, "",
                          fmt::format("{}; the formats are: {}", std::move(what), all_outputs()));
        return nullptr;
    };
    if (target.format.empty() && target.path == "-")
        return fail("standard output has no ending that tells the format; name one");
    if (target.format.empty()) {
        const TrackOutput* output = output_of_path(target.path);
        return output != nullptr ? output : fail("its ending does not tell the format; name one");
    }
    if (const TrackOutput* output = output_named(in_small_letters(target.format)))
        return output;
    if (ogr_format_of_name(target.format))
        return output_named(of_gdal);
    std::vector<std::string> names;
    for (const TrackOutput& output : outputs)
        names.emplace_back(output.name);
    return fail(fmt::format("there is no format '{}' of tracks that is written{}", target.format,
                            did_you_mean(target.format, names)));
}

}  // namespace incursion
