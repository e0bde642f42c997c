#include "sim/io/asterix_item.h"

#include <algorithm>
#include <cassert>

#include <fmt/format.h>

namespace incursion {

namespace {

std::uint8_t octet_at(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint8_t>(bytes[at]);
}

bool has_more(std::uint8_t octet)
{
    return (octet & 1U) != 0;
}

/// The longest category has 49 fields, seven to an octet. More octets may name none; noise is not followed to its end.
constexpr std::size_t most_presence_octets = 64;

/// How many octets of presence bits there are; nothing where they do not end, or name more than any category has.
std::optional<std::size_t> presence_length(std::string_view bytes)
{
    for (std::size_t i = 0; i < std::min(bytes.size(), most_presence_octets); ++i)
        if (!has_more(octet_at(bytes, i)))
            return i + 1;
    return std::nullopt;
}

/// True if the bits name the field of that place, from 0: seven bits an octet, most significant first.
bool is_present(std::string_view presence, std::size_t place)
{
    const std::size_t octet = place / 7;
    return octet < presence.size() && (octet_at(presence, octet) & (0x80U >> (place % 7))) != 0;
}

std::optional<std::size_t> extended_length(std::size_t part, std::string_view bytes)
{
    for (std::size_t end = part; end <= bytes.size(); end += part)
        if (!has_more(octet_at(bytes, end - 1)))
            return end;
    return std::nullopt;
}

/// Calls `found(place, octets)` for every part that is present.
template <class Found>
std::optional<std::size_t> walk_parts(std::span<const AsterixField> parts, std::string_view bytes, const Found& found)
{
    const auto presence = presence_length(bytes);
    if (!presence)
        return std::nullopt;
    std::size_t end = *presence;
    for (std::size_t place = 0; place < 7 * *presence; ++place) {
        if (!is_present(bytes.substr(0, *presence), place))
            continue;
        const auto length = place < parts.size() ? length_of(parts[place], bytes.substr(end)) : std::nullopt;
        if (!length)
            return std::nullopt;
        found(place, bytes.substr(end, *length));
        end += *length;
    }
    return end;
}

std::string item_name(int item)
{
    return item == asterix_expansion_item ? "RE" : item == asterix_special_item ? "SP" : fmt::format("{:03}", item);
}

}  // namespace

std::optional<std::size_t> length_of(const AsterixField& field, std::string_view bytes)
{
    std::optional<std::size_t> length;
    switch (field.rule) {
    case AsterixRule::unused: break;
    case AsterixRule::fixed: length = field.size; break;
    case AsterixRule::extended: length = extended_length(field.size, bytes); break;
    case AsterixRule::counted:
        if (!bytes.empty())
            length = std::size_t{1} + std::size_t{octet_at(bytes, 0)} * field.size;
        break;
    case AsterixRule::compound: length = walk_parts(field.parts, bytes, [](std::size_t, std::string_view) {}); break;
    case AsterixRule::own_length:
        if (!bytes.empty() && octet_at(bytes, 0) > 0)
            length = octet_at(bytes, 0);
        break;
    }
    return length && *length <= bytes.size() ? length : std::nullopt;
}

std::string_view part_of(const AsterixField& field, std::string_view whole, std::size_t part)
{
    std::string_view octets;
    walk_parts(field.parts, whole, [&](std::size_t place, std::string_view found) {
        if (place == part)
            octets = found;
    });
    return octets;
}

std::uint64_t big_endian(std::string_view bytes)
{
    assert(bytes.size() <= 8);
    std::uint64_t value = 0;
    for (const char c : bytes)
        value = value << 8U | static_cast<std::uint8_t>(c);
    return value;
}

std::int64_t twos_complement(std::string_view bytes)
{
    if (bytes.empty())
        return 0;
    const auto shift = static_cast<unsigned>(64 - 8 * bytes.size());
    return static_cast<std::int64_t>(big_endian(bytes) << shift) >> shift;
}

Result<AsterixRecord> AsterixRecord::split(std::span<const AsterixField> profile, std::string_view bytes)
{
    assert(profile.size() <= most_fields);
    const auto presence = presence_length(bytes);
    if (!presence)
        return Problem{"its list of fields (FSPEC) does not end"};
    AsterixRecord record;
    record.profile_ = profile;
    record.size_ = *presence;
    for (std::size_t place = 0; place < 7 * *presence; ++place) {
        if (!is_present(bytes.substr(0, *presence), place))
            continue;
        if (place >= profile.size() || profile[place].rule == AsterixRule::unused)
            return Problem{fmt::format("it has a field number {}, to which nothing is assigned", place + 1)};
        const std::string_view rest = bytes.substr(record.size_);
        const auto length = length_of(profile[place], rest);
        if (!length)
            return Problem{fmt::format("its item {} does not fit into it", item_name(profile[place].item))};
        record.fields_[place] = rest.substr(0, *length);
        record.size_ += *length;
    }
    return record;
}

std::string_view AsterixRecord::operator[](int item) const
{
    const auto found =
        std::find_if(profile_.begin(), profile_.end(), [&](const auto& field) { return field.item == item; });
    return found != profile_.end() ? fields_[static_cast<std::size_t>(found - profile_.begin())] : std::string_view{};
}

std::string_view AsterixRecord::part(int item, std::size_t part) const
{
    const auto found =
        std::find_if(profile_.begin(), profile_.end(), [&](const auto& field) { return field.item == item; });
    return found != profile_.end() ? part_of(*found, fields_[static_cast<std::size_t>(found - profile_.begin())], part)
                                   : std::string_view{};
}

}  // namespace incursion
