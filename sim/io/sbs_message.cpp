#include "sim/io/sbs_message.h"

#include <array>
#include <string>

#include <fmt/format.h>

#include "sim/base/units.h"
#include "sim/io/bad_rows.h"
#include "sim/io/comma_cells.h"
#include "sim/io/text_cells.h"

namespace incursion {

namespace {

// Field 1 is the word MSG; from 0 here.
enum SbsField {
    sbs_word,
    sbs_type,
    sbs_session,
    sbs_aircraft,
    sbs_ident,
    sbs_flight,
    sbs_made_date,
    sbs_made_time,
    sbs_logged_date,
    sbs_logged_time,
    sbs_callsign,
    sbs_altitude,
    sbs_speed,
    sbs_track,
    sbs_lat,
    sbs_lon,
    sbs_climb,
    sbs_squawk,
    sbs_alert,
    sbs_emergency,
    sbs_spi,
    sbs_on_ground,
    sbs_fields
};

/// `MSG,3,`
std::string_view behind_word(std::string_view line)
{
    for (const std::string_view word : {"MSG,", "MLAT,"})
        if (line.starts_with(word))
            return line.substr(word.size());
    return {};
}

/// `2008/11/28` or `2008-11-28`, and `23:48:18.611`.
Result<Time> sbs_time(std::string_view date, std::string_view time)
{
    constexpr std::size_t longest = 40;
    std::string text = fmt::format("{}T{}Z", date.substr(0, longest), time.substr(0, longest));
    for (const std::size_t at : {std::size_t{4}, std::size_t{7}})
        if (at < text.size() && text[at] == '/')
            text[at] = '-';
    return parse_time(text);
}

/// When the receiver made the message; when it was logged where that is missing in part.
std::optional<Time> sbs_message_time(const std::vector<std::string_view>& cells, std::int64_t line,
                                     RowProblems& problems)
{
    const bool is_made = !cells[sbs_made_date].empty() && !cells[sbs_made_time].empty();
    const std::string_view date = cells[is_made ? sbs_made_date : sbs_logged_date];
    const std::string_view clock = cells[is_made ? sbs_made_time : sbs_logged_time];
    if (date.empty() || clock.empty()) {
        problems.add(no_time_kind, line,
                     "the message has neither a date and time of its own nor of its logging; dropped");
        return std::nullopt;
    }
    const auto time = sbs_time(date, clock);
    constexpr Time latest{std::chrono::hours{24 * 365 * 200L}};
    if (!time || *time < Time{} || *time > latest) {
        problems.add(bad_time_kind, line,
                     fmt::format("'{} {}' is no time; dropped", date.substr(0, 40), clock.substr(0, 40)));
        return std::nullopt;
    }
    return *time;
}

/// False, with a problem, where something stands there that is no number.
bool read_sbs_numbers(const std::vector<std::string_view>& cells, std::int64_t line, RowProblems& problems,
                      SbsMessage& message)
{
    constexpr std::array fields{sbs_altitude, sbs_lat, sbs_lon};
    std::array<std::optional<double>, fields.size()> numbers;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::string_view cell = cells[fields[i]];
        numbers[i] = parse_decimal_number(cell);
        if (!numbers[i] && !cell.empty()) {
            problems.add(bad_number_kind, line, fmt::format("'{}' is no number; dropped", cell.substr(0, 40)));
            return false;
        }
    }
    if (numbers[0])
        message.pressure_m = *numbers[0] * metres_per_foot;
    if (numbers[1] && numbers[2])
        message.place = LonLat{*numbers[2], *numbers[1]};
    return true;
}

}  // namespace

bool is_sbs_message(std::string_view line)
{
    const std::string_view rest = behind_word(line);
    return rest.size() > 1 && rest[1] == ',' && std::string_view{"23567"}.find(rest[0]) != std::string_view::npos;
}

std::optional<SbsMessage> sbs_message(std::string_view text, std::int64_t line, RowProblems& problems,
                                      std::vector<std::string_view>& cells)
{
    split_at_commas(text, sbs_fields, cells);
    SbsMessage message;
    message.type = cells[sbs_type].front() - '0';
    // With the comma behind it: a number may be cut off too.
    const std::size_t last_needed = message.type <= 3 ? sbs_lon : sbs_altitude;
    if (cells.size() <= last_needed + 1) {
        problems.add(unreadable_record_kind, line, "the message is cut off; dropped");
        return std::nullopt;
    }
    cells.resize(sbs_fields);
    message.ident = cells[sbs_ident];
    if (message.ident.empty()) {
        problems.add(unreadable_record_kind, line, "the message does not tell the aircraft; dropped");
        return std::nullopt;
    }
    if (!read_sbs_numbers(cells, line, problems, message))
        return std::nullopt;
    // Types 5 to 7 may have no altitude, and then say nothing.
    if (message.type > 3 && !message.pressure_m)
        return std::nullopt;
    const auto time = sbs_message_time(cells, line, problems);
    if (!time)
        return std::nullopt;
    message.time = *time;
    const std::string_view on_ground = cells[sbs_on_ground];
    message.is_on_ground = on_ground == "-1" || on_ground == "1";
    return message;
}

}  // namespace incursion
