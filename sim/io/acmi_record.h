#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace incursion {

/// The id of an object: up to 64 bits in hexadecimal. Nothing where it is none.
std::optional<std::uint64_t> parse_acmi_id(std::string_view text);

/// Walks through the properties behind an id: `T=1|2|3,Name=A\, B`. A comma behind a backslash belongs to a value.
class AcmiProperties {
public:
    explicit AcmiProperties(std::string_view text) : rest_{text} {}

    /// Goes to the next property; false at the end. What has no `=` has an empty value.
    bool next();
    std::string_view name() const { return name_; }
    /// As it is written.
    std::string_view raw_value() const { return value_; }
    /// With backslashes before commas, line ends and backslashes taken away.
    std::string value() const;
    /// True for the last one of the line.
    bool is_last() const { return is_last_; }

private:
    std::string_view rest_, name_, value_;
    bool is_last_ = false;
};

/// The first fields of a transform (`T`): longitude, latitude, altitude. Those that are left empty, or left out at the
/// end, are as they were.
struct AcmiTransform {
    std::array<std::optional<double>, 3> fields{};
    std::size_t count = 0;  ///< of all fields, those of attitude included
};
/// Nothing where one of the three is no number.
std::optional<AcmiTransform> parse_acmi_transform(std::string_view text);

}  // namespace incursion
