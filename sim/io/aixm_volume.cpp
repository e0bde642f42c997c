#include "sim/io/aixm_volume.h"

#include <utility>

#include <fmt/format.h>

#include "sim/io/aixm_shape.h"
#include "sim/io/aixm_slices.h"
#include "sim/io/openair_limit.h"
#include "sim/io/ring_operations.h"
#include "sim/io/text_cells.h"

namespace incursion {

namespace {

constexpr int deepest_contributors = 8;
constexpr long most_components = 1000;

/// The words for limits that are no numbers.
std::optional<std::string> limit_of_word(std::string_view text)
{
    if (text == "GND" || text == "SFC")
        return "SFC";
    if (text == "UNL")
        return "UNL";
    if (text.empty() || text == "FLOOR" || text == "CEILING")  // those of the airspace, which has no others
        return "";
    return std::nullopt;
}

/// SFC, MSL and STD as limit_text takes them; nothing for zeros that no altitude of a track is counted from.
std::optional<std::string_view> aixm_datum(std::string_view reference, std::string_view unit)
{
    if (reference == "STD" || unit == "FL" || unit == "SM")
        return "STD";
    if (reference == "SFC")
        return "GND";
    return reference == "MSL" || reference.empty() ? std::optional{std::string_view{"MSL"}} : std::nullopt;
}

}  // namespace

std::vector<AixmVolume> AixmVolumes::of_slice(const XmlNode& slice, int depth)
{
    std::vector<AixmVolume> all;
    for (const XmlNode& property : slice.children) {
        const XmlNode* component =
            property.name == "geometryComponent" ? property.find("AirspaceGeometryComponent") : nullptr;
        if (component == nullptr)
            continue;
        if (++components_ > most_components) {
            if (components_ == most_components + 1)
                findings_.error(component->line,
                                "it is made of more than a thousand parts; do they refer in a circle?");
            return all;
        }
        const std::string_view operation = component->text_at("operation");
        for (AixmVolume& part : of_component(*component, depth))
            combine(all, std::move(part), operation, component->line);
    }
    return all;
}

std::vector<AixmVolume> AixmVolumes::of_component(const XmlNode& component, int depth)
{
    const XmlNode* property = component.find("theAirspaceVolume");
    const XmlNode* volume = property == nullptr ? nullptr : property->find("AirspaceVolume");
    if (volume == nullptr && property != nullptr)
        volume = links_.find("AirspaceVolume", property->attribute("href"));
    if (volume == nullptr) {
        findings_.error(component.line, "its volume is not in this file");
        return {};
    }
    AixmVolume own{{}, limit(*volume, "lowerLimit"), limit(*volume, "upperLimit")};
    if (const XmlNode* dependency = volume->find("contributorAirspace/AirspaceVolumeDependency"))
        return of_contributor(*dependency, own, depth);
    if (volume->find("horizontalProjection") == nullptr) {
        findings_.error(volume->line, volume->find("centreline") != nullptr
                                          ? "a volume along a centreline is not read; draw it as a surface"
                                          : "a volume has no horizontal projection");
        return {};
    }
    own.rings = projection(*volume);
    return {std::move(own)};
}

std::vector<AixmVolume> AixmVolumes::of_contributor(const XmlNode& dependency, const AixmVolume& own, int depth)
{
    const XmlNode* reference = dependency.find("theAirspace");
    const std::string_view id = reference == nullptr ? "" : reference->attribute("href");
    const XmlNode* airspace = links_.find("Airspace", id);
    const XmlNode* slice = airspace == nullptr ? nullptr : baseline_of(*airspace);
    if (slice == nullptr || depth == deepest_contributors) {
        findings_.error(dependency.line, fmt::format("the airspace '{}' that it is made of is not in this file", id));
        return {};
    }
    auto volumes = of_slice(*slice, depth + 1);
    if (dependency.text_at("dependency") == "HORZ_PROJECTION")
        for (AixmVolume& volume : volumes) {
            volume.floor = own.floor;
            volume.ceiling = own.ceiling;
        }
    return volumes;
}

std::vector<Ring> AixmVolumes::projection(const XmlNode& volume)
{
    const XmlNode& property = *volume.find("horizontalProjection");
    const XmlNode* surface = nullptr;
    for (const char* name : {"Surface", "ElevatedSurface", "Polygon"})
        if (surface == nullptr)
            surface = property.attribute("href").empty() ? property.find(name)
                                                         : links_.find(name, property.attribute("href"));
    if (surface == nullptr) {
        findings_.error(property.line, fmt::format("its surface '{}' is not in this file", property.attribute("href")));
        return {};
    }
    return AixmShape{links_, edges_, findings_}.rings_of(*surface, volume.attribute("srsName"));
}

std::string AixmVolumes::limit(const XmlNode& volume, const char* name)
{
    const XmlNode* node = volume.find(name);
    if (node == nullptr)
        return "";
    if (const auto word = limit_of_word(node->text))
        return *word;
    const std::string_view reference = volume.text_at(fmt::format("{}Reference", name)), unit = node->attribute("uom");
    const auto value = parse_decimal_number(node->text);
    const auto datum = aixm_datum(reference, unit);
    const bool is_known = unit == "FT" || unit == "M" || unit == "FL" || unit == "SM";
    if (!value || !datum || !is_known) {
        findings_.error(
            node->line,
            datum ? fmt::format("{} '{}' in '{}' is not read; write a number in FT, M, FL or SM", name,
                                node->text.substr(0, 40), unit)
                  : fmt::format("{} above '{}' is not read, since tracks do not count altitudes from it; write "
                                "it above MSL, SFC or STD",
                                name, reference));
        return "";
    }
    if (reference.empty() && *datum == "MSL")
        findings_.warning(node->line, fmt::format("{} does not say from where; it is read as above MSL", name));
    const auto text = limit_text(unit == "FL" ? *value * 100 : *value, unit == "M" || unit == "SM", *datum);
    if (!text) {
        findings_.error(node->line, text.problem());
        return "";
    }
    if (!text->warning.empty())
        findings_.warning(node->line, text->warning);
    return text->text;
}

void AixmVolumes::combine(std::vector<AixmVolume>& all, AixmVolume part, std::string_view operation, long line)
{
    const bool unites = operation.empty() || operation == "BASE" || operation == "UNION";
    if (!unites && operation != "SUBTR" && operation != "INTERS") {
        findings_.error(line, fmt::format("the operation '{}' on its parts is not known", operation));
        return;
    }
    const auto way = unites                 ? AreaOperation::unite
                     : operation == "SUBTR" ? AreaOperation::subtract
                                            : AreaOperation::intersect;
    bool is_done = false;
    for (AixmVolume& volume : all) {
        const bool is_level = volume.floor == part.floor && volume.ceiling == part.ceiling;
        const bool takes_all =
            (part.floor.empty() || part.floor == "SFC") && (part.ceiling.empty() || part.ceiling == "UNL");
        if (!is_level && unites)
            continue;
        if (!is_level && !takes_all) {
            findings_.error(line, "taking away a part between other limits is not read; draw what is left as volumes");
            return;
        }
        auto rings = combined_rings(volume.rings, part.rings, way);
        if (!rings) {
            findings_.error(line,
                            "its parts cannot be put together, as a ring crosses itself or holds a pole; draw what "
                            "they make together");
            return;
        }
        volume.rings = std::move(*rings);
        is_done = true;
    }
    if (unites && !is_done)
        all.push_back(std::move(part));
}

}  // namespace incursion
