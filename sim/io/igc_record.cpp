#include "sim/io/igc_record.h"

#include <algorithm>

#include <fmt/format.h>

#include "sim/io/bad_rows.h"
#include "sim/io/day_clock.h"
#include "sim/io/minute_angle.h"
#include "sim/io/text_cells.h"

namespace incursion {

namespace {

// A4.1: B HHMMSS DDMMmmmN DDDMMmmmE V PPPPP GGGGG.
constexpr std::size_t b_record_bytes = 35;
constexpr IgcPlace b_time{1, 6}, b_lat{7, 8}, b_lon{15, 9}, b_validity{24, 1}, b_pressure{25, 5}, b_gnss{30, 5};

std::string_view part_at(std::string_view record, IgcPlace place)
{
    return record.substr(place.first, place.size);
}

/// What an extension says; empty where the record has none, or not all of it.
std::string_view extension_at(std::string_view record, const std::optional<IgcPlace>& place)
{
    return place && place->first + place->size <= record.size() ? part_at(record, *place) : std::string_view{};
}

/// Five characters: digits, or a minus sign for the first of them.
std::optional<double> igc_metres(std::string_view text)
{
    const bool negative = text.starts_with('-');
    const auto metres = number_of_digits(text.substr(negative ? 1 : 0));
    if (!metres)
        return std::nullopt;
    return negative ? 0.0 - *metres : *metres;
}

/// Of an angle without its letter at the end: degrees, two digits of minutes, their decimals, of which an extension
/// has more.
std::optional<double> igc_angle(std::string_view text, std::string_view more)
{
    const std::size_t degrees = text.size() - 6;
    std::string decimals{text.substr(degrees + 2, 3)};
    if (number_of_digits(more) || more.size() > 9)
        decimals += more;
    return angle_of_minutes(text.substr(0, degrees), text.substr(degrees, 2), decimals, text.back());
}

std::optional<Duration> igc_time(std::string_view whole, std::string_view decimals)
{
    return time_of_day(number_of_digits(decimals) ? fmt::format("{}.{}", whole, decimals) : std::string{whole});
}

}  // namespace

std::optional<IgcExtensions> igc_extensions(std::string_view record)
{
    constexpr std::size_t head = 3, each = 7;  // INN, then SSFFCCC
    const auto count = number_of_digits(record.substr(0, head).substr(1));
    if (!count || record.size() < head + *count * each)
        return std::nullopt;
    IgcExtensions extensions;
    for (std::size_t i = 0; i < *count; ++i) {
        const std::string_view text = record.substr(head + i * each, each);
        const auto first = number_of_digits(text.substr(0, 2)), last = number_of_digits(text.substr(2, 2));
        if (!first || !last || *first <= b_record_bytes || *last < *first)
            return std::nullopt;
        const IgcPlace place{*first - 1, *last - *first + 1};
        const std::string_view code = text.substr(4);
        if (code == "FXA")
            extensions.accuracy = place;
        else if (code == "TDS")
            extensions.seconds = place;
        else if (code == "LAD")
            extensions.lat = place;
        else if (code == "LOD")
            extensions.lon = place;
    }
    return extensions;
}

std::optional<IgcFix> igc_fix(std::string_view record, const IgcExtensions& extensions, std::int64_t line,
                              RowProblems& problems)
{
    if (record.size() < b_record_bytes) {
        problems.add(unreadable_record_kind, line, "the B record is cut off; dropped");
        return std::nullopt;
    }
    IgcFix fix;
    const auto time = igc_time(part_at(record, b_time), extension_at(record, extensions.seconds));
    if (!time) {
        problems.add(bad_time_kind, line, fmt::format("'{}' is no time of day; dropped", part_at(record, b_time)));
        return std::nullopt;
    }
    const char validity = record[b_validity.first];
    const auto lat = igc_angle(part_at(record, b_lat), extension_at(record, extensions.lat));
    const auto lon = igc_angle(part_at(record, b_lon), extension_at(record, extensions.lon));
    const auto pressure = igc_metres(part_at(record, b_pressure));
    const auto gnss = igc_metres(part_at(record, b_gnss));
    // The letters tell the two angles apart.
    const bool has_letters = std::string_view{"NS"}.find(part_at(record, b_lat).back()) != std::string_view::npos &&
                             std::string_view{"EW"}.find(part_at(record, b_lon).back()) != std::string_view::npos;
    if (!lat || !lon || !has_letters || !pressure || !gnss || (validity != 'A' && validity != 'V')) {
        problems.add(bad_number_kind, line,
                     fmt::format("'{}' is no position with altitudes; dropped", record.substr(b_lat.first, 28)));
        return std::nullopt;
    }
    fix.time = *time;
    fix.place = {*lon, *lat};
    fix.is_3d = validity == 'A';
    fix.pressure_m = *pressure;
    fix.gnss_m = *gnss;
    // No receiver is without error: nothing was known.
    const auto error_m = number_of_digits(extension_at(record, extensions.accuracy));
    if (error_m && *error_m > 0)
        fix.accuracy_m = *error_m / igc_deviations_in_accuracy;
    return fix;
}

std::optional<IgcHeader> igc_header(std::string_view record)
{
    // H, the source (F, O or P), three letters.
    constexpr std::size_t head = 5;
    if (record.size() < head || record.front() != 'H')
        return std::nullopt;
    const std::size_t colon = record.find(':', head);
    return IgcHeader{record.substr(2, 3), trimmed(record.substr(colon == std::string_view::npos ? head : colon + 1))};
}

std::optional<std::chrono::sys_days> igc_date(std::string_view record)
{
    std::string_view text = record.substr(std::min<std::size_t>(record.size(), 5));
    if (text.starts_with("DATE"))
        text.remove_prefix(4);
    if (text.starts_with(':'))
        text.remove_prefix(1);
    text = trimmed(text);
    const std::size_t end = text.find_first_of(", \t");
    return day_of_digits(text.substr(0, end));
}

}  // namespace incursion
