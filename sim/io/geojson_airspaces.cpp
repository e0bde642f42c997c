#include "sim/io/geojson_airspaces.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <unordered_set>
#include <utility>

#include <ogr_feature.h>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>
#include <simdjson.h>

#include "sim/io/geojson_values.h"
#include "sim/io/ogr_session.h"

namespace incursion {

namespace {

namespace json = simdjson::ondemand;

/// simdjson counts bytes in 32 bits.
constexpr std::uintmax_t largest_file = 0xfff00000U;

bool is_any_of(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// True where nothing follows that could be part of the text.
bool is_at_end(json::document& document)
{
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

struct ReleaseDefinition {
    void operator()(OGRFeatureDefn* definition) const { definition->Release(); }
};

/// Reads one file. Every function returns false where it is not surely plain; the reading then ends.
/// Every byte is looked at: simdjson checks nothing of a value that is passed over.
class PlainGeoJson {
public:
    PlainGeoJson(const AirspaceSource& source, AirspaceBuilder& builder) : source_{source}, builder_{builder}
    {
        definition_.reset(new OGRFeatureDefn{"airspaces"});
        definition_->Reference();
        for (const std::string* name :
             {&source.key, &source.owner, &source.floor, &source.ceiling, &source.activation}) {
            OGRFieldDefn field{name->c_str(), OFTString};
            definition_->AddFieldDefn(&field);
        }
    }

    bool read(json::document& document)
    {
        json::object collection;
        bool is_collection = false, has_features = false;
        if (document.get_object().get(collection))
            return false;
        for (auto member : collection) {
            std::string_view name;
            if (member.unescaped_key().get(name))
                return false;
            // Names of other members are those of other formats that are GeoJSON too, in a way.
            const bool good =
                name == "type" ? !std::exchange(is_collection, true) && is_text(member.value(), "FeatureCollection")
                : name == "features" ? !std::exchange(has_features, true) && read_features(member.value())
                : name == "crs"      ? is_crs84(member.value())
                                : is_any_of(name, {"name", "description", "bbox"}) && is_sound_json(member.value());
            if (!good)
                return false;
        }
        return is_collection && has_features && is_at_end(document) && ids_are_plain();
    }

private:
    bool read_features(JsonValue value)
    {
        json::array features;
        if (value.get_array().get(features))
            return false;
        for (auto feature : features) {
            json::object object;
            if (feature.get_object().get(object) || !read_feature(object))
                return false;
            ++features_;
        }
        return features_ > 0;
    }

    bool read_feature(json::object object)
    {
        OGRFeature feature{definition_.get()};
        bool has_type = false, has_properties = false, has_geometry = false, has_id = false;
        for (auto member : object) {
            std::string_view name;
            if (member.unescaped_key().get(name))
                return false;
            const bool good =
                name == "type"         ? !std::exchange(has_type, true) && is_text(member.value(), "Feature")
                : name == "properties" ? !std::exchange(has_properties, true) && read_fields(member.value(), feature)
                : name == "geometry"   ? !std::exchange(has_geometry, true) && read_geometry(member.value(), feature)
                : name == "id"         ? !std::exchange(has_id, true) && read_id(member.value())
                                       : name == "bbox" && is_sound_json(member.value());
            if (!good)
                return false;
        }
        if (!has_type || !has_properties || !has_geometry)
            return false;
        builder_.add(feature);
        return true;
    }

    bool read_id(JsonValue value)
    {
        std::uint64_t id = 0;
        constexpr std::uint64_t most = std::uint64_t{1} << 53;
        return !value.get_uint64().get(id) && id < most && ids_.insert(id).second;
    }

    /// Numbers that are told apart, for all features or for none: otherwise OGR gives out new ones, or says something.
    bool ids_are_plain() const { return ids_.empty() || ids_.size() == features_; }

    bool read_fields(JsonValue value, OGRFeature& feature)
    {
        json::object properties;
        if (value.get_object().get(properties))
            return false;
        const std::array names{&source_.key, &source_.owner, &source_.floor, &source_.ceiling, &source_.activation};
        std::array<bool, names.size()> found{};
        for (auto member : properties) {
            std::string_view name;
            if (member.unescaped_key().get(name))
                return false;
            if (std::none_of(names.begin(), names.end(),
                             [&](const std::string* n) { return !n->empty() && *n == name; })) {
                if (!is_sound_json(member.value()))
                    return false;
                continue;
            }
            const std::string field{name};
            std::string_view text;
            if (member.value().get_string().get(text) || may_be_a_date(text))
                return false;
            for (std::size_t i = 0; i < names.size(); ++i)
                if (*names[i] == field) {
                    if (std::exchange(found[i], true))
                        return false;
                    feature.SetField(static_cast<int>(i), std::string{text}.c_str());
                }
        }
        for (std::size_t i = 0; i < names.size(); ++i)
            if (!names[i]->empty() && !found[i])
                return false;
        return true;
    }

    /// A field of dates is no text to OGR, and a date alone may be written otherwise by it.
    static bool may_be_a_date(std::string_view text)
    {
        return text.find_first_of("0123456789") != std::string_view::npos &&
               text.find_first_of("/-:") != std::string_view::npos;
    }

    bool read_geometry(JsonValue value, OGRFeature& feature)
    {
        json::object object;
        if (value.get_object().get(object))
            return false;
        std::string type;
        std::unique_ptr<OGRGeometry> geometry;
        for (auto member : object) {
            std::string_view name;
            if (member.unescaped_key().get(name))
                return false;
            if (name == "type" && type.empty()) {
                std::string_view text;
                if (member.value().get_string().get(text))
                    return false;
                type = text;
            } else if (name == "coordinates" && !geometry && !type.empty()) {
                // Where the type follows after the coordinates it is not known what these are.
                geometry = type == "Polygon" ? read_polygon(member.value()) : read_multi_polygon(member.value(), type);
                if (!geometry)
                    return false;
            } else {
                return false;
            }
        }
        feature.SetGeometryDirectly(geometry.release());
        return feature.GetGeometryRef() != nullptr;
    }

    std::unique_ptr<OGRGeometry> read_multi_polygon(JsonValue value, const std::string& type)
    {
        json::array polygons;
        if (type != "MultiPolygon" || value.get_array().get(polygons))
            return nullptr;
        auto result = std::make_unique<OGRMultiPolygon>();
        for (auto element : polygons) {
            auto polygon = read_polygon(element);
            if (!polygon || result->addGeometryDirectly(polygon.release()) != OGRERR_NONE)
                return nullptr;
        }
        return result->IsEmpty() ? nullptr : std::move(result);
    }

    std::unique_ptr<OGRGeometry> read_polygon(JsonValue value)
    {
        json::array rings;
        if (value.get_array().get(rings))
            return nullptr;
        auto polygon = std::make_unique<OGRPolygon>();
        for (auto element : rings) {
            if (!read_ring(element))
                return nullptr;
            auto ring = std::make_unique<OGRLinearRing>();
            ring->setPoints(static_cast<int>(x_.size()), x_.data(), y_.data());
            polygon->addRingDirectly(ring.release());
        }
        return polygon->IsEmpty() ? nullptr : std::move(polygon);
    }

    bool read_ring(JsonValue value)
    {
        json::array positions;
        if (value.get_array().get(positions))
            return false;
        x_.clear();
        y_.clear();
        for (auto position : positions) {
            json::array numbers;
            if (position.get_array().get(numbers))
                return false;
            std::array<double, 2> place{};
            std::size_t count = 0;
            for (auto number : numbers)
                if (count == place.size() || number.get_double().get(place[count++]))
                    return false;
            if (count < place.size())
                return false;
            x_.push_back(place[0]);
            y_.push_back(place[1]);
        }
        return !x_.empty() && x_.size() < most_points;
    }

    static constexpr std::size_t most_points = 0x3fffffff;

    const AirspaceSource& source_;
    AirspaceBuilder& builder_;
    std::unique_ptr<OGRFeatureDefn, ReleaseDefinition> definition_;
    std::unordered_set<std::uint64_t> ids_;
    std::size_t features_ = 0;
    std::vector<double> x_, y_;  // kept between rings, so that memory is asked for once
};

}  // namespace

std::optional<std::vector<Airspace>> read_plain_geojson(const AirspaceSource& source, Findings& findings)
{
    std::error_code code;
    if (!source.layer.empty() || !source.where.empty() || !std::filesystem::is_regular_file(source.path, code) ||
        std::filesystem::file_size(source.path, code) > largest_file)
        return std::nullopt;
    simdjson::padded_string text;
    if (simdjson::padded_string::load(source.path).get(text))
        return std::nullopt;
    json::parser parser;
    json::document document;
    if (parser.iterate(text).get(document))
        return std::nullopt;
    OgrMessages messages;
    OGRSpatialReference wgs84;
    wgs84.SetWellKnownGeogCS("WGS84");
    auto rings = RingReader::make(&wgs84);
    if (!rings)
        return std::nullopt;
    const auto field = [](int place, const std::string& name) {
        return name.empty() ? std::nullopt : std::optional{place};
    };
    Findings found{source.path, {}};
    AirspaceBuilder builder{
        {0, field(1, source.owner), field(2, source.floor), field(3, source.ceiling), field(4, source.activation)},
        std::move(rings).value(),
        found};
    if (!PlainGeoJson{source, builder}.read(document) || !messages.take().empty())
        return std::nullopt;
    std::vector<Airspace> airspaces = std::move(builder).finish();
    for (const Diagnostic& diagnostic : found.diagnostics.list())
        if (diagnostic.severity != Severity::note)
            return std::nullopt;
    for (const Diagnostic& diagnostic : found.diagnostics.list())
        findings.diagnostics.add(diagnostic);
    return airspaces;
}

}  // namespace incursion
