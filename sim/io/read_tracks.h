#pragma once

#include <string>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/io/track_read_options.h"
#include "sim/model/track.h"

namespace incursion {

/// Reads the tracks of a file in any of the formats of track_format.h, packed or not (input_bytes.h); `-` is standard
/// input. Of an archive all files are read, and fixes of one id are one track.
/// CSV and TSV: a header row, a delimiter of `,` `;` or tab, quotes as in RFC 4180, lines that begin with `#` skipped.
/// Columns are known by their usual names in any case. Units are never
/// guessed: an altitude column tells its unit in its name (`alt_m`, `altitude_ft`) or is one whose unit its
/// publisher documents (OpenSky's baroaltitude and geoaltitude in metres, readsb's alt_baro and alt_geom in
/// feet). Of several altitudes, mean sea level goes before ellipsoid before pressure, and a note says so.
/// Times are RFC 3339 with Z or an offset (without one only in a column named utc), or numbers since 1970: in
/// the unit that the column's name tells (`time_s`, `epoch`, `unix`, `..._ms`), else in seconds from 1e8 to
/// below 1e11 and in milliseconds from there to 1e13; other numbers are refused. Decimals are read exactly, to
/// the nearest nanosecond. Positions are degrees on WGS-84.
/// A row that cannot be read, or a fix that cannot be right (clean_track.h), is dropped with a warning: at most 20 of a
/// kind are told singly, then how many more. Fixes that repeat an instant and place of their track are dropped with one
/// note. Where options.dirty refuses, these warnings are errors. Tracks come in the order of their first row.
/// Returns no track, with an error, if anything of the input cannot be read, its columns are unclear or no row remains.
std::vector<Track> read_tracks(const std::string& path, const TrackReadOptions& options, Diagnostics& diagnostics);

}  // namespace incursion
