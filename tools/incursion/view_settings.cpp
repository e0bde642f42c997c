#include "tools/incursion/view_settings.h"

#include <array>
#include <cstdlib>
#include <optional>
#include <utility>

#include "render/view/look.h"
#include "tools/incursion/view_options.h"

namespace incursion {

namespace {

constexpr std::array remembered_switches{std::pair{Switch::sweep, "sweep"},
                                         std::pair{Switch::truth, "truth"},
                                         std::pair{Switch::range_rings, "range_rings"},
                                         std::pair{Switch::airspace_fill, "airspace_fill"},
                                         std::pair{Switch::border_buffer, "border_buffer"},
                                         std::pair{Switch::place_names, "place_names"},
                                         std::pair{Switch::history, "history"},
                                         std::pair{Switch::vectors, "vectors"},
                                         std::pair{Switch::data_blocks, "data_blocks"},
                                         std::pair{Switch::mute, "mute"}};

std::string text_at(const Settings& settings, const std::string& key)
{
    const auto found = settings.find(key);
    return found == settings.end() ? "" : found->second;
}

std::string folder_in(const char* variable)
{
    const char* value = std::getenv(variable);
    return value == nullptr || *value != '/' ? "" : value;
}

}  // namespace

std::string settings_path()
{
    std::string folder = folder_in("XDG_CONFIG_HOME");
    if (folder.empty() && !folder_in("HOME").empty())
        folder = folder_in("HOME") + "/.config";
    return folder.empty() ? "" : folder + "/incursion/replay.toml";
}

void remember_view(Settings& settings, const ViewState& view)
{
    settings["palette"] = name_of(view.palette);
    settings["layout"] = name_of(view.layout);
    settings["units"] = view.unit == LengthUnit::kilometre ? "km" : "nmi";
    settings["north"] = view.north == North::magnetic ? "magnetic" : "true";
    settings["page"] = view.page == SidePage::figures ? "figures" : "charts";
    for (const auto& [what, name] : remembered_switches)
        settings[name] = is_on(view, what) ? "on" : "off";
}

void restore_view(const Settings& settings, ViewState& view)
{
    if (const auto palette = palette_of(text_at(settings, "palette")))
        view.palette = *palette;
    if (const auto layout = layout_named(text_at(settings, "layout")))
        view.layout = *layout;
    if (const std::string unit = text_at(settings, "units"); !unit.empty())
        view.unit = unit == "km" ? LengthUnit::kilometre : LengthUnit::nautical_mile;
    if (const std::string north = text_at(settings, "north"); !north.empty())
        view.north = north == "magnetic" ? North::magnetic : North::true_north;
    if (const std::string page = text_at(settings, "page"); !page.empty())
        view.page = page == "figures" ? SidePage::figures : SidePage::charts;
    for (const auto& [what, name] : remembered_switches)
        if (const std::string text = text_at(settings, name); text == "on" || text == "off")
            set(view, what, text == "on");
}

}  // namespace incursion
