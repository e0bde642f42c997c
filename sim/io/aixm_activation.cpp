#include "sim/io/aixm_activation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>

#include <fmt/format.h>

#include "sim/io/airspace_times.h"
#include "sim/io/text_cells.h"
#include "sim/model/activation_bounds.h"

namespace incursion {

namespace {

constexpr std::array<std::string_view, 7> aixm_days{"MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"};
constexpr unsigned all_days = 0x7f;
constexpr Duration day_length = std::chrono::hours{24};
/// Over these years dates that come back every year are laid out.
constexpr int first_year = 1960, last_year = 2100;
/// Of one time slice: those of two thousand timesheets of a season.
constexpr std::size_t most_weekly_hours = 300'000;

/// Hours on some days in the time of the sheet, from midnight: 0 <= from < 24 h, from < to <= from + 24 h.
struct SheetHours {
    unsigned days = 0;
    Duration from{}, to{};
};

/// Days moved by one, Sunday to Monday.
unsigned days_later(unsigned days, int by)
{
    return (by > 0 ? days << 1U | days >> 6U : days >> 1U | days << 6U) & all_days;
}

/// The same in UTC, where the sheet's time is ahead of it by `offset`.
WeeklyHours in_utc(SheetHours hours, Duration offset, const TimeSpan& within)
{
    const Duration length = hours.to - hours.from;
    hours.from -= offset;
    if (hours.from < Duration{0}) {
        hours.from += day_length;
        hours.days = days_later(hours.days, -1);
    } else if (hours.from >= day_length) {
        hours.from -= day_length;
        hours.days = days_later(hours.days, 1);
    }
    const Duration to = hours.from + length;
    return {static_cast<std::uint8_t>(hours.days), hours.from, to > day_length ? to - day_length : to, within};
}

/// One timesheet.
class AixmSheet {
public:
    AixmSheet(const XmlNode& sheet, const TimeSpan& validity, AixmFindings& findings)
        : sheet_{sheet}, validity_{validity}, findings_{findings}
    {
    }

    void add_to(Activation& activation)
    {
        if (sheet_.text_at("excluded") == "YES") {
            tell("hours that are excluded are not left out");
            return;
        }
        if (sheet_.text_at("daylightSavingAdjust") == "YES")
            tell("hours that change with daylight saving are read as they stand, which is for winter");
        offset_ = offset();
        const auto hours = hours_of_sheet();
        const auto seasons = seasons_of_sheet();
        for (const TimeSpan& season : seasons)
            for (const SheetHours& each : hours) {
                const TimeSpan within = common_span(season, validity_);
                if (!within.empty())
                    activation.weekly.push_back(in_utc(each, offset_, within));
            }
        if (activation.weekly.size() > most_weekly_hours && !findings_.is_broken)
            findings_.error(sheet_.line,
                            fmt::format("the timesheets up to here make more than {} weekly hours, those of a season "
                                        "counted for every year; take out some",
                                        most_weekly_hours));
    }

private:
    void tell(std::string message) { findings_.warning(sheet_.line, std::move(message)); }

    Duration offset()
    {
        std::string_view reference = sheet_.text_at("timeReference");
        if (reference.empty() || reference == "UTC")
            return {};
        const auto hours = reference.starts_with("UTC") ? parse_decimal_number(reference.substr(3)) : std::nullopt;
        if (hours && std::abs(*hours) <= 14)
            return std::chrono::minutes{std::lround(*hours * 60)};
        tell(fmt::format("the time reference '{}' is not known; the hours are read as UTC", reference));
        return {};
    }

    /// Nothing for days that cannot be known.
    std::optional<unsigned> days_named(std::string_view name)
    {
        if (name.empty() || name == "ANY")
            return all_days;
        const auto found = std::find(aixm_days.begin(), aixm_days.end(), name);
        if (found != aixm_days.end())
            return 1U << (found - aixm_days.begin());
        if (name == "WORK_DAY" || name == "BUSY_FRI") {
            tell(fmt::format("'{}' is read as {}, since holidays are not known", name,
                             name == "WORK_DAY" ? "Monday to Friday" : "Friday"));
            return name == "WORK_DAY" ? 0x1fU : 0x10U;
        }
        tell(fmt::format("when '{}' is cannot be known; these hours are left out", name));
        return std::nullopt;
    }

    Duration end_of(const char* time, const char* event, Duration otherwise)
    {
        if (const auto name = sheet_.text_at(event); !name.empty()) {
            tell(fmt::format("{} '{}' is not worked out; the hours reach to midnight", event, name));
            return otherwise;
        }
        const std::string_view text = sheet_.text_at(time);
        if (text.empty())
            return otherwise;
        const auto clock = parse_airspace_time(fmt::format("1970-01-01T{}", text), true);
        if (clock)
            return clock->time_since_epoch();
        findings_.error(sheet_.line, fmt::format("'{}' is no time of day", text));
        return otherwise;
    }

    std::vector<SheetHours> hours_of_sheet()
    {
        const auto first = days_named(sheet_.text_at("day"));
        if (!first)
            return {};
        const Duration from = std::min(end_of("startTime", "startEvent", Duration{0}), day_length - Duration{1});
        const Duration to = end_of("endTime", "endEvent", day_length);
        const std::string_view until = sheet_.text_at("dayTil");
        const auto last = until.empty() ? first : days_named(until);
        if (!last)
            return {};
        if (*last == *first || *first == all_days || *last == all_days)
            return {{*first, from, to > from ? to : to + day_length}};
        // One stretch from the first day to the last.
        std::vector<SheetHours> stretch{{*first, from, day_length}};
        for (unsigned day = days_later(*first, 1); day != *last && (day & *first) == 0; day = days_later(day, 1))
            stretch.push_back({day, Duration{0}, day_length});
        if (to > Duration{0})
            stretch.push_back({*last, Duration{0}, to});
        return stretch;
    }

    /// `01-10`, the first of October.
    std::optional<std::chrono::month_day> date(const char* name)
    {
        const std::string_view text = sheet_.text_at(name);
        if (text.empty())
            return std::nullopt;
        const auto day = parse_decimal_number(text.substr(0, 2));
        const auto month = text.size() == 5 && text[2] == '-' ? parse_decimal_number(text.substr(3)) : std::nullopt;
        if (day && month && *day >= 1 && *day <= 31 && *month >= 1 && *month <= 12)
            return std::chrono::month{static_cast<unsigned>(*month)} / std::chrono::day{static_cast<unsigned>(*day)};
        tell(fmt::format("the date '{}' is not worked out; the hours count all the year", text));
        return std::nullopt;
    }

    std::vector<TimeSpan> seasons_of_sheet()
    {
        using namespace std::chrono;
        const auto start = date("startDate"), end = date("endDate");
        if (!start || !end)
            return {validity_};
        const auto year_of = [](Time time) { return static_cast<int>(year_month_day{floor<days>(time)}.year()); };
        const int begins = year_of(validity_.from), ends = year_of(validity_.to);
        if (begins < first_year || ends > last_year)
            tell(fmt::format("hours of a season are laid out from {} to {} only, and its validity reaches beyond",
                             first_year, last_year));
        // The 29th of February is the last of it in other years.
        const auto day_in = [](int y, month_day date) {
            const year_month_day day = year{y} / date;
            return sys_days{day.ok() ? day : year_month_day{year{y} / date.month() / std::chrono::last}};
        };
        std::vector<TimeSpan> seasons;
        // From the year before, whose winter may end in the first one, to that behind, which begins earlier east of
        // UTC.
        for (int y = std::max(begins, first_year) - 1; y <= std::min(ends + 1, last_year); ++y) {
            const sys_days to = day_in(*end < *start ? y + 1 : y, *end) + days{1};
            seasons.push_back({Time{day_in(y, *start)} - offset_, Time{to} - offset_});
        }
        return seasons;
    }

    const XmlNode& sheet_;
    const TimeSpan& validity_;
    AixmFindings& findings_;
    Duration offset_{};
};

/// The levels of an activation are the airspace's own where they name its floor and ceiling.
bool has_own_levels(const XmlNode& activation)
{
    for (const XmlNode& levels : activation.children) {
        if (levels.name != "levels")
            continue;
        const std::string_view upper = levels.text_at("AirspaceLayer/upperLimit");
        const std::string_view lower = levels.text_at("AirspaceLayer/lowerLimit");
        if ((!upper.empty() && upper != "CEILING") || (!lower.empty() && lower != "FLOOR"))
            return true;
    }
    return false;
}

void add_activation(const XmlNode& node, const TimeSpan& validity, AixmFindings& findings, Activation& activation)
{
    const std::string_view status = node.text_at("status");
    if (status == "AVBL_FOR_ACTIVATION")
        findings.warning(node.line,
                         "it may be activated, by NOTAM, of which the file knows none; it is taken as active");
    if (has_own_levels(node))
        findings.warning(node.line, "the levels of this activation are not applied; it holds from floor to ceiling");
    bool is_bound = false;
    for (const XmlNode& interval : node.children)
        if (interval.name == "timeInterval")
            for (const XmlNode& sheet : interval.children) {
                if (activation.weekly.size() > most_weekly_hours)
                    return;
                AixmSheet{sheet, validity, findings}.add_to(activation);
                is_bound = true;
            }
    if (!is_bound)
        activation.spans.push_back(validity);
}

}  // namespace

std::optional<Activation> activation_of_slice(const XmlNode& slice, const TimeSpan& validity, AixmFindings& findings)
{
    Activation activation;
    bool has_active = false, is_always_inactive = false, is_sometimes_inactive = false;
    long line = slice.line;
    for (const XmlNode& property : slice.children) {
        const XmlNode* node = property.name == "activation" ? property.find("AirspaceActivation") : nullptr;
        if (node == nullptr)
            continue;
        if (node->text_at("status") == "INACTIVE") {
            line = node->line;
            (node->find("timeInterval") == nullptr ? is_always_inactive : is_sometimes_inactive) = true;
            continue;
        }
        has_active = true;
        add_activation(*node, validity, findings, activation);
    }
    if (has_active || is_always_inactive)
        return activation;
    if (is_sometimes_inactive)
        findings.warning(line, "hours when it is inactive are not left out, as none says when it is active");
    return std::nullopt;
}

}  // namespace incursion
