#include "sim/io/declination.h"

#include <chrono>
#include <exception>
#include <filesystem>
#include <optional>
#include <system_error>
#include <vector>

#include <GeographicLib/MagneticModel.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/io/read_paths.h"

namespace incursion {

namespace {

constexpr int years_per_model = 5;

/// 2015.5 is the middle of 2015.
double decimal_year(Time time)
{
    using namespace std::chrono;
    const year y = year_month_day{floor<days>(time)}.year();
    const Time begin = sys_days{y / January / 1}, next = sys_days{(y + years{1}) / January / 1};
    return static_cast<int>(y) + to_seconds(time - begin) / to_seconds(next - begin);
}

std::optional<std::string> folder_with(const std::vector<std::string>& folders, const std::string& model)
{
    std::error_code code;
    for (const std::string& folder : folders)
        if (std::filesystem::is_regular_file(std::filesystem::path{folder} / (model + ".wmm"), code))
            return folder;
    return std::nullopt;
}

Result<Angle> declination_by(const std::string& model_name, const std::string& folder, LonLat place, double year)
{
    // The library throws for files that are missing, cut short or of another kind; it goes no further.
    try {
        const GeographicLib::MagneticModel model{model_name, folder};
        if (year < model.MinTime() || year > model.MaxTime())
            return Problem{fmt::format("the magnetic model {} in {} is for {} to {}, not for {:.1f}", model_name,
                                       folder, model.MinTime(), model.MaxTime(), year)};
        double east = 0, north = 0, up = 0, horizontal = 0, total = 0, declination_deg = 0, inclination_deg = 0;
        model(year, place.lat_deg, place.lon_deg, 0, east, north, up);
        GeographicLib::MagneticModel::FieldComponents(east, north, up, horizontal, total, declination_deg,
                                                      inclination_deg);
        return Angle::degrees(declination_deg);
    } catch (const std::exception& e) {
        return Problem{fmt::format("the magnetic model {} in {} cannot be used: {}; fetch it again with "
                                   "tools/fetch-magnetic",
                                   model_name, folder, e.what())};
    }
}

}  // namespace

Result<Angle> declination_at(LonLat place, Time time, const std::string& scenario)
{
    const double year = decimal_year(time);
    const int epoch = static_cast<int>(year) / years_per_model * years_per_model;
    const std::string model = fmt::format("wmm{}", epoch);
    const std::vector<std::string> folders = data_folders(scenario, "magnetic");
    const auto folder = folder_with(folders, model);
    if (!folder)
        return Problem{fmt::format("magnetic north is not known for {:.1f}: there is no {}.wmm in any of {}; add that "
                                   "model, or use true north",
                                   year, model, fmt::join(folders, ", "))};
    return declination_by(model, *folder, place, year);
}

}  // namespace incursion
