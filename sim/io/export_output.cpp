#include "sim/io/export_output.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "sim/io/export_acmi.h"
#include "sim/io/export_czml.h"
#include "sim/io/export_gpkg.h"
#include "sim/io/export_kml.h"
#include "sim/io/text_output.h"

namespace incursion {

namespace {

constexpr std::array outputs{
    IncidentOutput{"kml", "KML 2.2 with gx:Track, for Google Earth and others", ".kml", true, write_export_kml},
    IncidentOutput{"kmz", "the same, packed", ".kmz", false, write_export_kmz},
    IncidentOutput{"czml", "CZML, for Cesium", ".czml", true, write_export_czml},
    IncidentOutput{"acmi", "ACMI 2.2, for Tacview", ".txt.acmi .acmi", true, write_export_acmi},
    IncidentOutput{"zip.acmi", "the same, packed", ".zip.acmi", false, write_export_acmi_zip},
    IncidentOutput{"gpkg", "GeoPackage with a layer for each kind of thing, for QGIS and others", ".gpkg", false,
                   write_export_gpkg},
};

std::string lower_case(std::string text)
{
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

/// How many letters of the path are an ending of this output; 0 where none is.
std::size_t ending_length(const IncidentOutput& output, std::string_view path)
{
    std::size_t longest = 0;
    std::string_view endings = output.endings;
    while (!endings.empty()) {
        const std::size_t blank = endings.find(' ');
        const std::string_view ending = endings.substr(0, blank);
        endings.remove_prefix(blank == std::string_view::npos ? endings.size() : blank + 1);
        if (path.ends_with(ending))
            longest = std::max(longest, ending.size());
    }
    return longest;
}

std::string names()
{
    std::string list;
    for (const IncidentOutput& output : outputs)
        list += fmt::format("{}{}", list.empty() ? "" : ", ", output.name);
    return list;
}

const IncidentOutput* named(std::string name)
{
    name = lower_case(std::move(name));
    if (name.starts_with('.'))
        name.erase(0, 1);
    for (const IncidentOutput& output : outputs)
        if (output.name == name)
            return &output;
    return nullptr;
}

const IncidentOutput* fitting(const std::string& path)
{
    const IncidentOutput* best = nullptr;
    std::size_t length = 0;
    for (const IncidentOutput& output : outputs)
        if (const std::size_t fits = ending_length(output, lower_case(path)); fits > length) {
            best = &output;
            length = fits;
        }
    return best;
}

}  // namespace

std::span<const IncidentOutput> incident_outputs()
{
    return outputs;
}

Result<const IncidentOutput*> incident_output_of(const TableTarget& target)
{
    if (!target.format.empty()) {
        const IncidentOutput* output = named(target.format);
        if (output == nullptr)
            return Problem{fmt::format("'{}' is no format of incidents; there are: {}", target.format, names())};
        if (target.path == "-" && !output->is_text)
            return Problem{fmt::format("{} cannot be written to standard output; name a file with -o", output->name)};
        return output;
    }
    if (target.path == "-")
        return Problem{"standard output has no ending that tells the format; name it with -f (kml, czml or acmi), or "
                       "name a file with -o"};
    if (const IncidentOutput* output = fitting(target.path))
        return output;
    return Problem{
        fmt::format("no format is known by the ending of '{}'; add -f with one of: {}", target.path, names())};
}

std::optional<Problem> write_export(const TableTarget& target, std::string_view bytes, const std::string& zip_member)
{
    Result<TextOutput> created = TextOutput::create(target, zip_member);
    if (!created)
        return Problem{created.problem()};
    TextOutput output = std::move(created).value();
    output.text().append(bytes);
    return output.finish();
}

}  // namespace incursion
