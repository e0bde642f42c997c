#include "sim/io/ogr_cells.h"

#include <chrono>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

namespace incursion {

namespace {

// OGR's flags of time zones (ogr_feature.h, OGRField::Date): 0 unknown, 1 local, 100 UTC, and a quarter of an hour for
// each step from there.
constexpr int unknown_zone = 0;
constexpr int local_zone = 1;
constexpr int utc_zone = 100;

}  // namespace

std::string_view OgrCells::operator()(std::size_t field) const
{
    const int index = static_cast<int>(field);
    if (!feature_->IsFieldSetAndNotNull(index))
        return {};
    room_.clear();
    switch (feature_->GetFieldDefnRef(index)->GetType()) {
    case OFTString: return feature_->GetFieldAsString(index);
    case OFTInteger:
    case OFTInteger64:
        fmt::format_to(std::back_inserter(room_), "{}", std::int64_t{feature_->GetFieldAsInteger64(index)});
        break;
    case OFTReal: fmt::format_to(std::back_inserter(room_), "{}", feature_->GetFieldAsDouble(index)); break;
    case OFTDate:
    case OFTDateTime: return feature_->GetFieldAsString(index);
    default: break;
    }
    return room_;
}

std::vector<std::string_view> field_names(const OGRFeatureDefn& layer)
{
    std::vector<std::string_view> names;
    for (int i = 0; i < layer.GetFieldCount(); ++i)
        names.emplace_back(layer.GetFieldDefn(i)->GetNameRef());
    return names;
}

bool is_instant(const OGRFeatureDefn& layer, std::size_t field)
{
    return layer.GetFieldDefn(static_cast<int>(field))->GetType() == OFTDateTime;
}

Result<std::optional<Time>> instant_in(const OGRFeature& feature, std::size_t field, bool is_utc)
{
    const int index = static_cast<int>(field);
    if (!feature.IsFieldSetAndNotNull(index))
        return std::optional<Time>{};
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    float second = 0;
    int zone = 0;
    if (!feature.GetFieldAsDateTime(index, &year, &month, &day, &hour, &minute, &second, &zone))
        return Problem{"the time cannot be read"};
    if (zone == local_zone || (zone == unknown_zone && !is_utc))
        return Problem{"the time has no time zone; if it is UTC, say so (time = \"NAME:utc\")"};
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    // As far as nanoseconds since 1970 reach.
    if (!date.ok() || year < 1678 || year > 2261)
        return Problem{fmt::format("there is no day {}-{}-{} between the years 1678 and 2261", year, month, day)};
    // A float: seconds of a minute are good to 4 microseconds, and the formats hold milliseconds.
    const std::chrono::milliseconds milliseconds{std::lround(second * 1000.0F)};
    const std::chrono::minutes offset{zone == unknown_zone ? 0 : (zone - utc_zone) * 15};
    return std::optional{Time{std::chrono::sys_days{date}} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
                         milliseconds - offset};
}

}  // namespace incursion
