#include "sim/io/nmea_epoch.h"

#include <cmath>

#include <fmt/format.h>

#include "sim/io/bad_rows.h"
#include "sim/io/day_clock.h"
#include "sim/io/text_cells.h"

namespace incursion {

namespace {

/// Which field of a sentence holds the time.
std::size_t time_field(std::string_view type)
{
    return type == "GGA" || type == "GNS" || type == "RMC" || type == "GST" || type == "ZDA" ? 1
           : type == "GLL"                                                                   ? 5
                                                                                             : 0;
}

void take_place(const NmeaSentence& sentence, std::size_t first, bool goes_before, std::int64_t line, NmeaEpoch& epoch,
                RowProblems& problems)
{
    const auto place = nmea_place(sentence, first);
    if (!place) {
        problems.add(bad_number_kind, line,
                     fmt::format("'{},{},{},{}' is no latitude and longitude; dropped", sentence.field(first),
                                 sentence.field(first + 1), sentence.field(first + 2), sentence.field(first + 3)));
        return;
    }
    if (!epoch.place || goes_before)
        epoch.place = place;
    if (epoch.line == 0)
        epoch.line = line;
}

/// Above mean sea level, and the geoid above the ellipsoid.
void take_altitudes(std::string_view altitude, std::string_view separation, NmeaEpoch& epoch)
{
    epoch.altitudes.msl_m = parse_decimal_number(altitude);
    const auto geoid_m = parse_decimal_number(separation);
    if (epoch.altitudes.msl_m && geoid_m && std::isfinite(*epoch.altitudes.msl_m + *geoid_m))
        epoch.altitudes.ellipsoid_m = *epoch.altitudes.msl_m + *geoid_m;
}

/// $--GGA,hhmmss.ss,lat,N,lon,E,quality,satellites,hdop,altitude,M,separation,M,age,station
void add_gga(const NmeaSentence& sentence, std::int64_t line, NmeaEpoch& epoch, RowProblems& problems)
{
    const std::string_view quality = sentence.field(6);
    if (quality.empty() || quality == "0") {
        epoch.is_void = true;
        return;
    }
    epoch.is_measured = epoch.is_measured && quality != "6" && quality != "7" && quality != "8";
    if (epoch.altitudes.msl_m)  // of a second talker
        return;
    take_place(sentence, 2, true, line, epoch, problems);
    take_altitudes(sentence.field(9), sentence.field(11), epoch);
}

/// $--GNS,hhmmss.ss,lat,N,lon,E,modes,satellites,hdop,altitude,separation,age,station: a mode for each system, N is
/// none.
void add_gns(const NmeaSentence& sentence, std::int64_t line, NmeaEpoch& epoch, RowProblems& problems)
{
    const std::string_view modes = sentence.field(6);
    if (modes.find_first_not_of('N') == std::string_view::npos) {
        epoch.is_void = true;
        return;
    }
    epoch.is_measured = epoch.is_measured && modes.find_first_of("ADPRF") != std::string_view::npos;
    if (epoch.altitudes.msl_m)
        return;
    take_place(sentence, 2, true, line, epoch, problems);
    take_altitudes(sentence.field(9), sentence.field(10), epoch);
}

/// $--RMC,hhmmss.ss,status,lat,N,lon,E,knots,course,ddmmyy,variation,E,mode,status
void add_rmc(const NmeaSentence& sentence, std::int64_t line, NmeaEpoch& epoch, RowProblems& problems)
{
    // The clock of a receiver without a fix may stand anywhere.
    if (sentence.field(2) != "A") {
        epoch.is_void = true;
        return;
    }
    take_place(sentence, 3, false, line, epoch, problems);
    if (const auto day = day_of_digits(sentence.field(9))) {
        epoch.day = day;
        epoch.has_day_of_fix = true;
    } else if (!sentence.field(9).empty()) {
        problems.add(bad_time_kind, line, fmt::format("'{}' is no date; it is not used", sentence.field(9)));
    }
}

/// $--GLL,lat,N,lon,E,hhmmss.ss,status,mode
void add_gll(const NmeaSentence& sentence, std::int64_t line, NmeaEpoch& epoch, RowProblems& problems)
{
    if (sentence.field(6) == "A")
        take_place(sentence, 1, false, line, epoch, problems);
    else
        epoch.is_void = true;
}

/// $--GST,hhmmss.ss,rms,semi-major,semi-minor,orientation,lat,lon,altitude: standard deviations in metres
void add_gst(const NmeaSentence& sentence, NmeaEpoch& epoch)
{
    const auto lat_m = parse_decimal_number(sentence.field(6)), lon_m = parse_decimal_number(sentence.field(7));
    // More than half way round the Earth is no deviation.
    constexpr double most_m = 2e7;
    if (lat_m && lon_m && *lat_m >= 0 && *lon_m >= 0 && *lat_m <= most_m && *lon_m <= most_m)
        epoch.accuracy_m = std::sqrt((*lat_m * *lat_m + *lon_m * *lon_m) / 2);
}

/// $--ZDA,hhmmss.ss,day,month,year,zone,minutes
void add_zda(const NmeaSentence& sentence, std::int64_t line, NmeaEpoch& epoch, RowProblems& problems)
{
    const auto day = number_of_digits(sentence.field(2)), month = number_of_digits(sentence.field(3)),
               year = number_of_digits(sentence.field(4));
    if (sentence.field(2).empty() && sentence.field(4).empty())
        return;
    constexpr unsigned earliest_year = 1980, latest_year = 2200;
    const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(year.value_or(0))},
                                           std::chrono::month{month.value_or(0)}, std::chrono::day{day.value_or(0)}};
    if (!day || !month || !year || *year < earliest_year || *year > latest_year || !date.ok())
        problems.add(bad_time_kind, line,
                     fmt::format("'{},{},{}' is no date; it is not used", sentence.field(2), sentence.field(3),
                                 sentence.field(4)));
    else if (!epoch.has_day_of_fix)
        epoch.day = date;
}

}  // namespace

bool concerns_fix(const NmeaSentence& sentence, std::optional<Duration>& time)
{
    const std::size_t field = time_field(sentence.type);
    time = field > 0 ? time_of_day(sentence.field(field)) : std::nullopt;
    return field > 0;
}

void add_to_epoch(const NmeaSentence& sentence, std::int64_t line, NmeaEpoch& epoch, RowProblems& problems)
{
    const std::string_view type = sentence.type;
    if (type == "GGA")
        add_gga(sentence, line, epoch, problems);
    else if (type == "GNS")
        add_gns(sentence, line, epoch, problems);
    else if (type == "RMC")
        add_rmc(sentence, line, epoch, problems);
    else if (type == "GLL")
        add_gll(sentence, line, epoch, problems);
    else if (type == "GST")
        add_gst(sentence, epoch);
    else if (type == "ZDA")
        add_zda(sentence, line, epoch, problems);
}

}  // namespace incursion
