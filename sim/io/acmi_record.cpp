#include "sim/io/acmi_record.h"

#include <charconv>
#include <system_error>

#include "sim/io/text_cells.h"

namespace incursion {

namespace {

/// Of the first comma without a backslash before it.
std::size_t end_of_property(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ',')
            return i;
        i += text[i] == '\\' ? 1U : 0U;
    }
    return text.size();
}

}  // namespace

std::optional<std::uint64_t> parse_acmi_id(std::string_view text)
{
    const std::string_view digits = trimmed(text);
    std::uint64_t id = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id, 16);
    const bool good = error == std::errc{} && end == digits.data() + digits.size();
    return good ? std::optional{id} : std::nullopt;
}

bool AcmiProperties::next()
{
    if (is_last_ || rest_.empty())
        return false;
    const std::size_t end = end_of_property(rest_);
    const std::string_view property = rest_.substr(0, end);
    const std::size_t equals = property.find('=');
    name_ = trimmed(property.substr(0, equals));
    value_ = equals == std::string_view::npos ? std::string_view{} : property.substr(equals + 1);
    is_last_ = end >= rest_.size();
    rest_.remove_prefix(is_last_ ? rest_.size() : end + 1);
    return true;
}

std::string AcmiProperties::value() const
{
    std::string plain;
    for (std::size_t i = 0; i < value_.size(); ++i) {
        const char after = i + 1 < value_.size() ? value_[i + 1] : '\0';
        if (value_[i] == '\\' && (after == ',' || after == '\n' || after == '\\'))
            ++i;
        plain += value_[i];
    }
    return std::string{trimmed(plain)};
}

std::optional<AcmiTransform> parse_acmi_transform(std::string_view text)
{
    AcmiTransform transform;
    for (;;) {
        const std::size_t bar = text.find('|');
        const std::string_view field = trimmed(text.substr(0, bar));
        if (transform.count < transform.fields.size() && !field.empty()) {
            const auto number = parse_decimal_number(field);
            if (!number)
                return std::nullopt;
            transform.fields[transform.count] = number;
        }
        ++transform.count;
        if (bar == std::string_view::npos)
            return transform;
        text.remove_prefix(bar + 1);
    }
}

}  // namespace incursion
