#include "sim/io/geojson_values.h"

namespace incursion {

namespace {

namespace json = simdjson::ondemand;

/// Deeper values OGR's parser may refuse.
constexpr int deepest_value = 16;

bool is_sound(JsonValue value, int depth)
{
    json::json_type type{};
    if (depth > deepest_value || value.type().get(type))
        return false;
    switch (type) {
    case json::json_type::object: {
        json::object object;
        if (value.get_object().get(object))
            return false;
        for (auto member : object) {
            std::string_view name;
            if (member.unescaped_key().get(name) || !is_sound(member.value(), depth + 1))
                return false;
        }
        return true;
    }
    case json::json_type::array: {
        json::array array;
        if (value.get_array().get(array))
            return false;
        for (auto element : array)
            if (!is_sound(element, depth + 1))
                return false;
        return true;
    }
    case json::json_type::string: return !value.get_string().error();
    case json::json_type::number: return !value.get_double().error();
    case json::json_type::boolean: return !value.get_bool().error();
    case json::json_type::null: {
        bool is_null = false;  // what begins with n need not be one
        return !value.is_null().get(is_null) && is_null;
    }
    }
    return false;
}

bool has_name_crs84(JsonValue value)
{
    json::object properties;
    if (value.get_object().get(properties))
        return false;
    int members = 0;
    for (auto member : properties) {
        std::string_view name;
        if (member.unescaped_key().get(name) || name != "name" ||
            !is_text(member.value(), "urn:ogc:def:crs:OGC:1.3:CRS84"))
            return false;
        ++members;
    }
    return members == 1;
}

}  // namespace

bool is_text(JsonValue value, std::string_view expected)
{
    std::string_view text;
    return !value.get_string().get(text) && text == expected;
}

bool is_sound_json(JsonValue value)
{
    return is_sound(value, 0);
}

bool is_crs84(JsonValue value)
{
    json::object crs;
    if (value.get_object().get(crs))
        return false;
    bool good = true;
    int members = 0;
    for (auto member : crs) {
        std::string_view name;
        if (member.unescaped_key().get(name))
            return false;
        ++members;
        if (name == "type")
            good = good && is_text(member.value(), "name");
        else if (name == "properties")
            good = good && has_name_crs84(member.value());
        else
            return false;
    }
    return good && members == 2;
}

}  // namespace incursion
