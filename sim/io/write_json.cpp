#include "sim/io/write_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace incursion {

namespace {

using nlohmann::ordered_json;

constexpr std::size_t line_width = 100;

std::string number_text(double value)
{
    if (!std::isfinite(value))
        return "null";
    if (value == 0)
        return "0.0";  // no negative zero
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    std::string text{buffer.data(), end};
    if (text.find_first_of(".e") == std::string::npos)
        text += ".0";
    return text;
}

std::string string_text(const std::string& value)
{
    return ordered_json(value).dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::string scalar_text(const ordered_json& value)
{
    if (value.is_number_float())
        return number_text(value.get<double>());
    if (value.is_string())
        return string_text(value.get_ref<const std::string&>());
    return value.dump();
}

/// All of a container on one line; empty where it holds another container that is not empty.
std::string flat_text(const ordered_json& container)
{
    std::string text;
    for (const auto& item : container.items()) {
        if (item.value().is_structured() && !item.value().empty())
            return {};
        text += text.empty() ? "" : ", ";
        if (container.is_object())
            text += string_text(item.key()) + ": ";
        text += item.value().is_structured() ? (item.value().is_object() ? "{}" : "[]") : scalar_text(item.value());
    }
    return container.is_object() ? "{" + text + "}" : "[" + text + "]";
}

/// `column` is where the value begins on its line.
void write(std::string& out, const ordered_json& value, std::size_t indent, std::size_t column)
{
    if (!value.is_structured()) {
        out += scalar_text(value);
        return;
    }
    const std::string flat = flat_text(value);
    if (!flat.empty() && column + flat.size() <= line_width) {
        out += flat;
        return;
    }
    const std::string inner(indent + 2, ' ');
    out += value.is_object() ? "{" : "[";
    std::string_view separator = "\n";
    for (const auto& item : value.items()) {
        out += separator;
        out += inner;
        const std::string key = value.is_object() ? string_text(item.key()) + ": " : std::string{};
        out += key;
        write(out, item.value(), inner.size(), inner.size() + key.size());
        separator = ",\n";
    }
    out += '\n';
    out.append(indent, ' ');
    out += value.is_object() ? "}" : "]";
}

}  // namespace

std::string json_text(const ordered_json& document)
{
    std::string text;
    write(text, document, 0, 0);
    return text + "\n";
}

}  // namespace incursion
