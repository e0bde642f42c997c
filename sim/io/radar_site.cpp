#include "sim/io/radar_site.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>

#include <fast_float/fast_float.h>
#include <fmt/format.h>

#include "sim/base/quantity.h"

namespace incursion {

namespace {

std::string_view site_part(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::optional<std::uint8_t> code_number(std::string_view text)
{
    std::uint8_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && !text.empty() ? std::optional{number}
                                                                                     : std::nullopt;
}

/// `25/10`, as numbers are spelt shortest.
std::optional<std::string> source_text(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    const auto area = code_number(site_part(text.substr(0, slash)));
    const auto system = code_number(site_part(text.substr(slash + 1)));
    return area && system ? std::optional{fmt::format("{}/{}", *area, *system)} : std::nullopt;
}

struct SiteDegrees {
    double value = 0;
    char hemisphere = 0;  ///< 0 where none is told
};

std::optional<SiteDegrees> site_degrees(std::string_view text)
{
    SiteDegrees degrees;
    if (!text.empty() && std::string_view{"NSEWnsew"}.find(text.back()) != std::string_view::npos) {
        degrees.hemisphere = static_cast<char>(text.back() & ~0x20);
        text = site_part(text.substr(0, text.size() - 1));
    }
    const auto [end, error] = fast_float::from_chars(text.data(), text.data() + text.size(), degrees.value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(degrees.value))
        return std::nullopt;
    if (degrees.hemisphere != 0 && degrees.value < 0)
        return std::nullopt;
    if (degrees.hemisphere == 'S' || degrees.hemisphere == 'W')
        degrees.value = -degrees.value;
    return degrees;
}

bool is_of_latitude(const SiteDegrees& degrees)
{
    return degrees.hemisphere == 'N' || degrees.hemisphere == 'S';
}

bool is_of_longitude(const SiteDegrees& degrees)
{
    return degrees.hemisphere == 'E' || degrees.hemisphere == 'W';
}

std::optional<LonLat> site_place(std::string_view first_text, std::string_view second_text)
{
    const auto first = site_degrees(first_text);
    const auto second = site_degrees(second_text);
    if (!first || !second)
        return std::nullopt;
    const bool latitude_first = is_of_latitude(*first) || is_of_longitude(*second);
    const bool longitude_first = is_of_longitude(*first) || is_of_latitude(*second);
    if (latitude_first && longitude_first)
        return std::nullopt;
    const LonLat place = latitude_first ? LonLat{second->value, first->value} : LonLat{first->value, second->value};
    return is_valid(place) ? std::optional{place} : std::nullopt;
}

}  // namespace

Result<std::pair<std::string, RadarSite>> parse_radar_site(std::string_view text)
{
    const auto refuse = [&](std::string_view what) {
        return Problem{fmt::format("'{}' is no place of a radar: {}; write it as 25/10=13.6,45.1,120 m (SAC/SIC, "
                                   "longitude, latitude, height of the antenna above the sea)",
                                   text, what)};
    };
    std::string source;
    std::string_view rest = text;
    if (const std::size_t equals = text.find('='); equals != std::string_view::npos) {
        const auto named = source_text(site_part(text.substr(0, equals)));
        if (!named)
            return refuse("what stands before '=' must be two numbers from 0 to 255 with a '/' between them");
        source = *named;
        rest = text.substr(equals + 1);
    }
    const std::size_t first = rest.find(',');
    const std::size_t second = first == std::string_view::npos ? first : rest.find(',', first + 1);
    if (second == std::string_view::npos)
        return refuse("it needs a longitude, a latitude and a height with commas between them");
    const auto place =
        site_place(site_part(rest.substr(0, first)), site_part(rest.substr(first + 1, second - first - 1)));
    if (!place)
        return refuse("its longitude and latitude are no place on Earth");
    const auto height = parse_quantity(site_part(rest.substr(second + 1)), Dimension::length);
    if (!height)
        return refuse(height.problem());
    return std::pair{source, RadarSite{*place, *height}};
}

}  // namespace incursion
