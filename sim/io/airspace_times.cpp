#include "sim/io/airspace_times.h"

#include <cstddef>
#include <string>

#include "sim/io/text_cells.h"

namespace incursion {

TimeSpan unbounded_span()
{
    using namespace std::chrono;
    return {Time{sys_days{year{1678} / January / 1}}, Time{sys_days{year{2261} / December / 31}}};
}

Result<Time> parse_airspace_time(std::string_view text, bool is_utc)
{
    std::string whole{trimmed(text)};
    constexpr std::size_t up_to_hours = 11, up_to_minutes = 16;
    const bool ends_day = whole.size() >= up_to_minutes && whole.compare(up_to_hours, 5, "24:00") == 0;
    if (ends_day)
        whole[up_to_hours] = whole[up_to_hours + 1] = '0';
    if (whole.size() == up_to_minutes || (whole.size() > up_to_minutes && whole[up_to_minutes] != ':'))
        whole.insert(up_to_minutes, ":00");
    const auto time = parse_time_text(whole, is_utc);
    if (!time)
        return Problem{time.problem()};
    return ends_day ? *time + std::chrono::hours{24} : *time;
}

}  // namespace incursion
