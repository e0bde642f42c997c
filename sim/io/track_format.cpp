#include "sim/io/track_format.h"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "sim/io/acmi_format.h"
#include "sim/io/asterix_format.h"
#include "sim/io/csv_format.h"
#include "sim/io/datum_filter.h"
#include "sim/io/geojson_format.h"
#include "sim/io/gpx_format.h"
#include "sim/io/igc_format.h"
#include "sim/io/kml_format.h"
#include "sim/io/nmea_format.h"
#include "sim/io/ogr_format.h"
#include "sim/io/opensky_format.h"
#include "sim/io/readsb_format.h"
#include "sim/io/sbs_format.h"
#include "sim/io/toml_spelling.h"

namespace incursion {

namespace {

constexpr std::array formats{
    TrackFormat{"gpx", "GPX 1.1", ".gpx", fits_gpx, read_gpx},
    TrackFormat{"kml", "KML with gx:Track, KMZ", ".kml .kmz", fits_kml, read_kml},
    TrackFormat{"acmi", "Tacview ACMI 2", ".acmi", fits_acmi, read_acmi},
    TrackFormat{"readsb", "traces of readsb and tar1090", ".json", fits_readsb, read_readsb},
    TrackFormat{"opensky", "OpenSky state vectors, JSON or CSV", ".json .csv", fits_opensky, read_opensky},
    TrackFormat{"igc", "IGC flight recorders", ".igc", fits_igc, read_igc},
    TrackFormat{"nmea", "NMEA 0183 logs", ".nmea", fits_nmea, read_nmea},
    TrackFormat{"sbs", "SBS (BaseStation) messages", ".sbs .csv", fits_sbs, read_sbs},
    TrackFormat{"geojsonseq", "GeoJSON, a feature a line or record", ".geojsonl .geojsons", fits_geojson_sequence,
                read_geojson_sequence},
    TrackFormat{"geojson", "GeoJSON, MF-JSON", ".geojson .json", fits_geojson, read_geojson},
    TrackFormat{"asterix", "ASTERIX categories 021, 048 and 062, plain, in .ff and in recorded networks",
                ".ast .asterix .raw .ff .pcap .pcapng", fits_asterix, read_asterix},
    TrackFormat{"ogr", "GeoPackage, FlatGeobuf, Shapefile, Parquet by GDAL", ".gpkg .fgb .shp .parquet", fits_ogr,
                read_ogr},
    TrackFormat{"csv", "CSV or TSV", ".csv .tsv", fits_csv, read_csv},  // last, as it fits most
};

std::string all_formats()
{
    std::string list;
    for (const TrackFormat& format : formats)
        list += fmt::format("{}{} ({}: {})", list.empty() ? "" : ", ", format.name, format.title, format.endings);
    return list;
}

const TrackFormat* named_format(const std::string& input, const std::string& name, Diagnostics& diagnostics)
{
    const auto found =
        std::find_if(formats.begin(), formats.end(), [&](const auto& each) { return each.name == name; });
    if (found != formats.end())
        return &*found;
    std::vector<std::string> names;
    for (const TrackFormat& format : formats)
        names.emplace_back(format.name);
    diagnostics.error(
        input, std::nullopt, "",
        fmt::format("there is no format '{}'{}; the formats are: {}", name, did_you_mean(name, names), all_formats()));
    return nullptr;
}

}  // namespace

std::span<const TrackFormat> track_formats()
{
    return formats;
}

const TrackFormat* track_format_of(InputBytes& input, const TrackReadOptions& options, Diagnostics& diagnostics)
{
    if (!options.format.empty())
        return named_format(input.name(), options.format, diagnostics);
    const auto start = input.start();
    if (!start) {
        diagnostics.error(input.name(), std::nullopt, "", start.problem());
        return nullptr;
    }
    if (start->empty()) {
        diagnostics.error(input.name(), std::nullopt, "", "the file is empty");
        return nullptr;
    }
    const std::string ending = input.ending();
    const auto found =
        std::find_if(formats.begin(), formats.end(), [&](const auto& each) { return each.fits(ending, *start); });
    if (found != formats.end())
        return &*found;
    diagnostics.error(input.name(), std::nullopt, "",
                      fmt::format("this is no track file of a known format; the formats are: {}", all_formats()));
    return nullptr;
}

void read_with(const TrackFormat& format, InputBytes& input, const TrackReadOptions& options, TrackSink& sink,
               Diagnostics& diagnostics)
{
    if (!options.altitude) {
        format.read(input, options, sink, diagnostics);
        return;
    }
    DatumFilter chosen{*options.altitude, sink};
    format.read(input, options, chosen, diagnostics);
    chosen.finish(input.name(), diagnostics);
}

}  // namespace incursion
