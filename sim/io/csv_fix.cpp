#include "sim/io/csv_fix.h"

#include <algorithm>
#include <cmath>
#include <system_error>

#include <fast_float/fast_float.h>
#include <fmt/format.h>

namespace incursion {

namespace {

constexpr std::size_t longest_time = 100;

template <class T>
using Cell = std::variant<T, BadRow>;

Cell<double> parse_number(std::string_view text, const char* what)
{
    std::string_view digits = text;
    if (digits.starts_with('+'))
        digits.remove_prefix(1);
    double value = 0;
    const auto [end, error] = fast_float::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc{} && end == digits.data() + digits.size() && std::isfinite(value) &&
        !digits.starts_with('+'))
        return value;
    const bool decimal_comma = text.find(',') != std::string_view::npos;
    return BadRow{"rows with a bad number", fmt::format("'{}' is no {}{}; row dropped", text.substr(0, 40), what,
                                                        decimal_comma ? " (decimals need a point)" : "")};
}

Cell<std::optional<double>> parse_metres(std::string_view text, const MetreColumn& column, const char* what)
{
    if (text.empty())
        return std::optional<double>{};
    const auto number = parse_number(text, what);
    if (const auto* bad = std::get_if<BadRow>(&number))
        return *bad;
    const double metres = *std::get_if<double>(&number) * column.metres;
    if (!std::isfinite(metres))
        return BadRow{"rows with a bad number", fmt::format("'{}' is no {}; row dropped", text.substr(0, 40), what)};
    return std::optional{metres};
}

Cell<LonLat> parse_place(std::string_view lon, std::string_view lat)
{
    if (lon.empty() || lat.empty())
        return BadRow{"rows without a position", "the position is missing; row dropped"};
    const auto x = parse_number(lon, "longitude");
    if (const auto* bad = std::get_if<BadRow>(&x))
        return *bad;
    const auto y = parse_number(lat, "latitude");
    if (const auto* bad = std::get_if<BadRow>(&y))
        return *bad;
    const LonLat place{*std::get_if<double>(&x), *std::get_if<double>(&y)};
    if (is_valid(place))
        return place;
    const bool swapped = std::abs(place.lat_deg) > 90 && std::abs(place.lon_deg) <= 90;
    return BadRow{"rows with an impossible position",
                  fmt::format("there is no place at longitude {}, latitude {}{}; row dropped", lon.substr(0, 40),
                              lat.substr(0, 40), swapped ? " (are the two columns swapped?)" : "")};
}

}  // namespace

std::variant<Fix, BadRow> parse_fix(const std::vector<std::string_view>& cells, const CsvFormat& format)
{
    const TrackColumns& columns = format.columns;
    Fix fix;
    if (cells[columns.time].size() > longest_time)
        return BadRow{"rows with a bad time", "the time is far too long; row dropped"};
    const auto time = parse_time_cell(cells[columns.time], columns.time_cells);
    if (!time)
        return BadRow{"rows with a bad time", time.problem() + "; row dropped"};
    fix.time = *time;
    const auto place = parse_place(cells[columns.lon], cells[columns.lat]);
    if (const auto* bad = std::get_if<BadRow>(&place))
        return *bad;
    fix.place = *std::get_if<LonLat>(&place);
    if (format.altitude) {
        const auto altitude = parse_metres(cells[format.altitude->index], *format.altitude, "altitude");
        if (const auto* bad = std::get_if<BadRow>(&altitude))
            return *bad;
        fix.altitude_m = *std::get_if<std::optional<double>>(&altitude);
    }
    if (columns.accuracy) {
        const auto accuracy = parse_metres(cells[columns.accuracy->index], *columns.accuracy, "accuracy");
        if (const auto* bad = std::get_if<BadRow>(&accuracy))
            return *bad;
        fix.accuracy_m = *std::get_if<std::optional<double>>(&accuracy);
        if (fix.accuracy_m && *fix.accuracy_m < 0)
            return BadRow{"rows with a bad number", "an accuracy cannot be negative; row dropped"};
    }
    return fix;
}

std::optional<BadRow> shape_problem(const CsvRows& rows, std::size_t width)
{
    const auto& cells = rows.cells();
    if (rows.broken())
        return BadRow{"rows with broken quotes", "a quote is not closed where its cell ends; row dropped"};
    const bool extra = cells.size() > width && std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(width),
                                                           cells.end(), [](auto cell) { return !cell.empty(); });
    if (cells.size() < width || extra)
        return BadRow{"rows of another width",
                      fmt::format("{} cells where the header has {}; row dropped", cells.size(), width)};
    return std::nullopt;
}

}  // namespace incursion
