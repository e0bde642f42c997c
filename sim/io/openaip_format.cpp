#include "sim/io/openaip_format.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <simdjson.h>

#include "sim/io/geojson_values.h"
#include "sim/io/json_values.h"
#include "sim/io/openaip_values.h"

namespace incursion {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

/// simdjson counts bytes in 32 bits.
constexpr std::size_t most_openaip_bytes = 0xfff00000U;

std::optional<Ring> ring_from_json(const element& value)
{
    simdjson::dom::array positions;
    if (value.get(positions) != simdjson::SUCCESS)
        return std::nullopt;
    Ring ring;
    for (const element each : positions) {
        const auto position = json_position(each);
        if (!position)
            return std::nullopt;
        ring.points.push_back(position->place);
    }
    return ring;
}

bool add_polygon_rings(const element& value, std::vector<Ring>& rings)
{
    simdjson::dom::array list;
    if (value.get(list) != simdjson::SUCCESS)
        return false;
    for (const element each : list) {
        auto ring = ring_from_json(each);
        if (!ring)
            return false;
        rings.push_back(std::move(*ring));
    }
    return true;
}

/// The rings of a GeoJSON Polygon or MultiPolygon.
Result<std::vector<Ring>> rings_from_json(const object& item)
{
    object geometry;
    element coordinates;
    if (item["geometry"].get(geometry) != simdjson::SUCCESS ||
        geometry["coordinates"].get(coordinates) != simdjson::SUCCESS)
        return Problem{"it has no geometry; an airspace needs a Polygon"};
    const std::string type{json_text(geometry, "type").value_or("")};
    std::vector<Ring> rings;
    bool good = type == "Polygon" && add_polygon_rings(coordinates, rings);
    simdjson::dom::array polygons;
    if (type == "MultiPolygon" && coordinates.get(polygons) == simdjson::SUCCESS) {
        good = true;
        for (const element polygon : polygons)
            good = good && add_polygon_rings(polygon, rings);
    } else if (type != "Polygon") {
        return Problem{fmt::format("its geometry is a '{}'; an airspace needs a Polygon", type.substr(0, 40))};
    }
    if (!good || rings.empty())
        return Problem{"its coordinates are no longitudes and latitudes of rings"};
    return rings;
}

class OpenAipReader {
public:
    OpenAipReader(const std::string& file, Diagnostics& diagnostics) : file_{file}, diagnostics_{diagnostics} {}

    std::vector<AirspaceRecord> read(std::string_view text)
    {
        const simdjson::padded_string padded{text};
        text_ = std::string_view{padded};
        counted_ = text_.data();
        simdjson::ondemand::parser parser;
        simdjson::ondemand::document document;
        if (parser.iterate(padded).get(document) || !read_document(document))
            fail();
        tell_unknown();
        return std::move(records_);
    }

private:
    bool read_document(simdjson::ondemand::document& document)
    {
        simdjson::ondemand::json_type type{};
        if (document.type().get(type))
            return false;
        if (type == simdjson::ondemand::json_type::array) {
            simdjson::ondemand::array items;
            return !document.get_array().get(items) && read_items(items) && is_ended(document);
        }
        simdjson::ondemand::object page;
        if (document.get_object().get(page))
            return false;
        bool has_items = false;
        for (auto member : page) {
            std::string_view name;
            if (member.unescaped_key().get(name))
                return false;
            simdjson::ondemand::array items;
            if (name == "items" || name == "features") {
                if (member.value().get_array().get(items) || !read_items(items))
                    return false;
                has_items = true;
            } else if (!is_sound_json(member.value())) {
                return false;
            }
        }
        if (!has_items)
            read_item(text_);
        return is_ended(document);
    }

    static bool is_ended(simdjson::ondemand::document& document)
    {
        return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
    }

    bool read_items(simdjson::ondemand::array& items)
    {
        for (auto item : items) {
            simdjson::ondemand::object object;
            std::string_view raw;
            if (item.get_object().get(object) || object.raw_json().get(raw))
                return false;
            line_ += std::count(counted_, raw.data(), '\n');
            counted_ = raw.data();
            read_item(raw);
        }
        return true;
    }

    void read_item(std::string_view raw)
    {
        object item;
        if (parser_.parse(raw.data(), raw.size()).get(item) != simdjson::SUCCESS) {
            error("", "this is no good JSON");
            return;
        }
        object properties = item;
        if (json_text(item, "type") == "Feature" && item["properties"].get(properties) != simdjson::SUCCESS) {
            error("", "the feature has no properties");
            return;
        }
        AirspaceRecord record;
        record.line = static_cast<long>(line_);
        record.name = json_text(properties, "name").value_or("");
        record.designator = record.name;
        record.type = openaip_type(properties);
        record.icao_class = openaip_class(properties);
        record.country = json_text(properties, "country").value_or("");
        auto rings = rings_from_json(item);
        if (!rings)
            error(record.name, rings.problem());
        const bool has_floor = set_limit(properties, "lowerLimit", "lowerCeiling", record.name, record.floor);
        const bool has_ceiling = set_limit(properties, "upperLimit", "upperCeiling", record.name, record.ceiling);
        tell_other_limit(properties, "lowerLimitMin", "lowerLimit", record.name, record.floor);
        tell_other_limit(properties, "upperLimitMax", "upperLimit", record.name, record.ceiling);
        const bool has_hours = set_hours(properties, record);
        if (!rings || !has_floor || !has_ceiling || !has_hours)
            return;
        record.rings = std::move(rings).value();
        records_.push_back(std::move(record));
    }

    bool set_limit(const object& properties, const char* name, const char* other_name, const std::string& airspace,
                   std::string& limit)
    {
        auto read = openaip_limit(properties, name, other_name);
        if (!read) {
            error(airspace, read.problem());
            return false;
        }
        if (!read->warning.empty())
            diagnostics_.warning(file_, static_cast<int>(line_), airspace, read->warning);
        limit = read->text;
        return true;
    }

    void tell_other_limit(const object& properties, const char* name, const char* used, const std::string& airspace,
                          const std::string& limit)
    {
        element other;
        if (properties[name].get(other) == simdjson::SUCCESS && !other.is_null())
            diagnostics_.warning(file_, static_cast<int>(line_), airspace,
                                 fmt::format("{} is not applied; {} '{}' is used alone", name, used, limit));
    }

    bool set_hours(const object& properties, AirspaceRecord& record)
    {
        const auto hours = openaip_hours(properties);
        if (!hours) {
            error(record.name, hours.problem());
            return false;
        }
        record.activation = hours->activation;
        by_notam_ += hours->by_notam ? 1 : 0;
        by_sun_ += hours->by_sun ? 1 : 0;
        not_on_holidays_ += hours->not_on_holidays ? 1 : 0;
        return true;
    }

    void tell_unknown()
    {
        if (by_sun_ > 0)
            diagnostics_.warning(
                file_, std::nullopt, "",
                fmt::format("airspaces that open at sunrise or close at sunset: {}; they are taken as active "
                            "from midnight, or to midnight (UTC)",
                            by_sun_));
        if (by_notam_ > 0)
            diagnostics_.note(
                file_, std::nullopt, "",
                fmt::format("airspaces that are active by NOTAM, of which the file knows none: {}; they are "
                            "taken as always active",
                            by_notam_));
        if (not_on_holidays_ > 0)
            diagnostics_.note(
                file_, std::nullopt, "",
                fmt::format("airspaces that are not active on public holidays, which are not known: {}; those "
                            "are taken as ordinary days",
                            not_on_holidays_));
    }

    void error(const std::string& airspace, std::string message)
    {
        diagnostics_.error(file_, static_cast<int>(line_), airspace, std::move(message));
    }

    void fail()
    {
        diagnostics_.error(file_, static_cast<int>(line_), "",
                           "the JSON is broken behind here, or holds no list of airspaces; what follows is not read");
    }

    const std::string& file_;
    Diagnostics& diagnostics_;
    simdjson::dom::parser parser_;
    std::string_view text_;
    const char* counted_ = nullptr;  ///< up to here line ends are counted
    std::int64_t line_ = 1;
    long by_notam_ = 0, by_sun_ = 0, not_on_holidays_ = 0;
    std::vector<AirspaceRecord> records_;
};

}  // namespace

bool fits_openaip(std::string_view ending, std::string_view start)
{
    const std::size_t first = start.find_first_not_of(" \t\r\n");
    if ((ending != ".json" && ending != ".geojson" && !ending.empty()) || first == std::string_view::npos ||
        (start[first] != '{' && start[first] != '['))
        return false;
    const auto has = [&](std::string_view key) { return start.find(key) != std::string_view::npos; };
    // Not the name of a limit alone, which any GeoJSON may have as text.
    return (has("\"_id\"") && has("\"icaoClass\"")) ||
           (has("\"referenceDatum\"") &&
            (has("\"upperLimit\"") || has("\"lowerLimit\"") || has("\"upperCeiling\"") || has("\"lowerCeiling\"")));
}

std::vector<AirspaceRecord> read_openaip(InputBytes& input, EdgeReading, Diagnostics& diagnostics)
{
    const auto text = input.rest(most_openaip_bytes);
    if (!text) {
        diagnostics.error(input.name(), std::nullopt, "", text.problem());
        return {};
    }
    return OpenAipReader{input.name(), diagnostics}.read(*text);
}

}  // namespace incursion
