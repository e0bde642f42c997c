#include "tools/incursion/window_settings.h"

#include <charconv>
#include <filesystem>
#include <string>
#include <system_error>

#include "tools/incursion/view_settings.h"

namespace incursion {

namespace {

std::optional<int> number_at(const Settings& settings, const std::string& key)
{
    const auto found = settings.find(key);
    if (found == settings.end())
        return std::nullopt;
    const std::string& text = found->second;
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

constexpr int least_size = 320, greatest_size = 16384;

int size_at(const Settings& settings, const std::string& key, int usual)
{
    const int size = number_at(settings, key).value_or(usual);
    return size >= least_size && size <= greatest_size ? size : usual;
}

}  // namespace

WindowPlace window_place_of(const Settings& settings)
{
    WindowPlace place;
    place.width = size_at(settings, "window_width", place.width);
    place.height = size_at(settings, "window_height", place.height);
    place.x = number_at(settings, "window_x");
    place.y = number_at(settings, "window_y");
    const auto maximised = settings.find("window_maximised");
    place.is_maximised = maximised != settings.end() && maximised->second == "on";
    return place;
}

void remember_window(Settings& settings, const Window& window)
{
    const WindowPlace place = window.place();
    settings["window_width"] = std::to_string(place.width);
    settings["window_height"] = std::to_string(place.height);
    if (place.x && place.y) {
        settings["window_x"] = std::to_string(*place.x);
        settings["window_y"] = std::to_string(*place.y);
    }
    settings["window_maximised"] = place.is_maximised ? "on" : "off";
}

std::optional<Problem> keep_settings(const Settings& settings)
{
    std::error_code ignored;  // the writer tells what is wrong with the folder
    std::filesystem::create_directories(std::filesystem::path{settings_path()}.parent_path(), ignored);
    return write_settings(settings_path(), settings);
}

}  // namespace incursion
