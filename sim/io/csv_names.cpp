#include "sim/io/csv_names.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "sim/base/units.h"

namespace incursion {

namespace {

/// A name without its unit, and the unit.
template <class Unit>
struct Split {
    std::string_view stem;
    std::optional<Unit> unit;
};

template <class Unit>
struct Suffix {
    std::string_view text;
    Unit unit;
};

template <class Unit, std::size_t n>
Split<Unit> split_unit(std::string_view plain, const std::array<Suffix<Unit>, n>& suffixes)
{
    for (const auto& suffix : suffixes)
        if (plain.size() > suffix.text.size() && plain.ends_with(suffix.text))
            return {plain.substr(0, plain.size() - suffix.text.size()), suffix.unit};
    return {plain, std::nullopt};
}

constexpr std::array time_suffixes{
    Suffix<int>{"_s", 9},       Suffix<int>{"_sec", 9},    Suffix<int>{"_seconds", 9},
    Suffix<int>{"_ms", 6},      Suffix<int>{"_millis", 6}, Suffix<int>{"_milliseconds", 6},
    Suffix<int>{"_us", 3},      Suffix<int>{"_micros", 3}, Suffix<int>{"_ns", 0},
    Suffix<int>{"_nanos", 0},
};

constexpr std::array length_suffixes{
    Suffix<double>{"_m", 1},      Suffix<double>{"_meter", 1},  Suffix<double>{"_metre", 1},
    Suffix<double>{"_meters", 1}, Suffix<double>{"_metres", 1}, Suffix<double>{"_ft", metres_per_foot},
    Suffix<double>{"_foot", metres_per_foot}, Suffix<double>{"_feet", metres_per_foot},
};

template <std::size_t n>
std::optional<int> place_in(const std::array<std::string_view, n>& names, std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional{static_cast<int>(found - names.begin())};
}

// OpenSky documents both as seconds of the position itself, where `time` is that of the snapshot
// (openskynetwork.github.io: REST API, state vectors; historical data, state_vectors_data4).
constexpr std::array<std::string_view, 2> position_times{"time_position", "lastposupdate"};
constexpr std::array<std::string_view, 17> time_stems{
    "time",  "timestamp", "datetime",  "date_time",      "utc",   "instant",    "epoch",    "unix",      "unixtime",
    "unix_time", "unix_timestamp", "posix", "posix_time", "snapshot_time", "snapshot", "fix_time", "iso_time"};

constexpr std::array<std::string_view, 12> msl_stems{
    "alt", "altitude", "alt_msl", "altitude_msl", "msl", "msl_alt", "msl_altitude", "amsl", "alt_amsl", "altitude_amsl",
    "ele", "elevation"};
constexpr std::array<std::string_view, 13> ellipsoid_stems{
    "geo_altitude", "geoaltitude", "geo_alt", "geom_alt", "geom_altitude", "alt_geom", "altitude_geom", "hae",
    "alt_hae", "altitude_hae", "height_above_ellipsoid", "ellipsoid_height", "geometric_altitude"};
constexpr std::array<std::string_view, 11> pressure_stems{
    "baro_altitude", "baroaltitude", "baro_alt", "alt_baro", "altitude_baro", "barometric_altitude",
    "pressure_altitude", "pressure_alt", "alt_pressure", "altitude_pressure", "alt_std"};
constexpr std::array<std::string_view, 6> accuracy_stems{"accuracy",          "horizontal_accuracy", "hacc",
                                                         "position_accuracy", "accuracy_horizontal", "sigma"};

std::optional<AltitudeDatum> datum_of(std::string_view stem)
{
    if (place_in(msl_stems, stem))
        return AltitudeDatum::msl;
    if (place_in(ellipsoid_stems, stem))
        return AltitudeDatum::ellipsoid;
    if (place_in(pressure_stems, stem))
        return AltitudeDatum::pressure;
    return std::nullopt;
}

/// Names whose publisher documents the unit.
std::optional<double> documented_unit(std::string_view plain, bool opensky)
{
    // OpenSky historical data, state_vectors_data4: metres.
    if (plain == "baroaltitude" || plain == "geoaltitude")
        return 1.0;
    // OpenSky REST API: metres; but others use these names too, so the rest of the header must agree.
    if (opensky && (plain == "baro_altitude" || plain == "geo_altitude"))
        return 1.0;
    // readsb, README-json.md: feet.
    if (plain == "alt_baro" || plain == "alt_geom")
        return metres_per_foot;
    return std::nullopt;
}

}  // namespace

std::string plain_name(std::string_view name)
{
    std::string plain;
    bool gap = false;
    for (const char c : name) {
        const bool upper = c >= 'A' && c <= 'Z';
        if (!upper && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
            gap = true;
            continue;
        }
        if (gap && !plain.empty())
            plain += '_';
        gap = false;
        plain += upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return plain;
}

std::optional<TimeName> time_name(std::string_view plain)
{
    if (const auto place = place_in(position_times, plain))
        return TimeName{*place, 9, false};
    auto [stem, power] = split_unit(plain, time_suffixes);
    bool utc = stem == "utc";
    if (stem.ends_with("_utc") || stem.starts_with("utc_")) {
        utc = true;
        stem = stem.ends_with("_utc") ? stem.substr(0, stem.size() - 4) : stem.substr(4);
    }
    const auto place = place_in(time_stems, stem);
    if (!place)
        return std::nullopt;
    const bool counts_seconds = stem == "epoch" || stem.starts_with("unix") || stem.starts_with("posix");
    if (!power && counts_seconds)
        power = 9;
    return TimeName{2 + *place, power, utc};
}

std::optional<AltitudeName> altitude_name(std::string_view plain, bool opensky)
{
    // Hundreds of feet above the 1013.25 hPa level, by its definition (ICAO Annex 11, chapter 1).
    if (plain == "flight_level" || plain == "flightlevel" || plain == "fl")
        return AltitudeName{AltitudeDatum::pressure, 100 * metres_per_foot};
    if (const auto datum = datum_of(plain))
        return AltitudeName{*datum, documented_unit(plain, opensky)};
    const auto [stem, metres] = split_unit(plain, length_suffixes);
    const auto datum = datum_of(stem);
    return datum ? std::optional{AltitudeName{*datum, metres}} : std::nullopt;
}

std::optional<AccuracyName> accuracy_name(std::string_view plain)
{
    const auto [stem, metres] = split_unit(plain, length_suffixes);
    return place_in(accuracy_stems, stem) ? std::optional{AccuracyName{metres}} : std::nullopt;
}

const std::vector<std::string>& lon_names()
{
    static const std::vector<std::string> names{"lon", "longitude", "lng", "long", "lon_deg", "longitude_deg", "x"};
    return names;
}

const std::vector<std::string>& lat_names()
{
    static const std::vector<std::string> names{"lat", "latitude", "lat_deg", "latitude_deg", "y"};
    return names;
}

const std::vector<std::string>& track_names()
{
    // `track` comes last: beside an aircraft's address it is the direction it flies.
    static const std::vector<std::string> names{"track_id", "trackid", "flight_id", "flightid",     "id",
                                                "icao24",   "icao",    "hex",       "callsign",     "flight",
                                                "aircraft", "name",    "tail",      "registration", "track"};
    return names;
}

}  // namespace incursion
