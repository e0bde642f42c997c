#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "sim/base/result.h"

namespace incursion {

// Records of EUROCONTROL's ASTERIX (EUROCONTROL-SPEC-0149, part 1): presence bits, seven an octet (the FSPEC), then the
// fields that they name, in the order of the category's profile (UAP). Nothing in a record tells the length of a field
// that is not known, so the rule of every field of a category must be.

/// How long a field is.
enum class AsterixRule : std::uint8_t {
    unused,      ///< a place in the profile to which nothing is assigned
    fixed,       ///< `size` octets
    extended,    ///< parts of `size` octets, each of which tells in its last bit whether another follows
    counted,     ///< an octet that tells how many parts of `size` octets follow
    compound,    ///< presence bits, seven an octet, then those of `parts` that they name
    own_length,  ///< an octet that tells the length, itself counted
};

struct AsterixField {
    int item = 0;  ///< as the specification numbers it: 105 is I062/105
    AsterixRule rule = AsterixRule::unused;
    std::uint8_t size = 0;
    std::span<const AsterixField> parts{};
};

/// Numbers that stand for the reserved expansion field and the special purpose field.
inline constexpr int asterix_expansion_item = 1001;
inline constexpr int asterix_special_item = 1002;

/// The octets that the field takes at the beginning of `bytes`; nothing where there are too few of them, or where they
/// break the rule.
std::optional<std::size_t> length_of(const AsterixField& field, std::string_view bytes);

/// One part of a compound field whose octets are `whole`; empty where it is not present.
std::string_view part_of(const AsterixField& field, std::string_view whole, std::size_t part);

/// Unsigned, most significant octet first. REQUIRES: at most eight octets.
std::uint64_t big_endian(std::string_view bytes);
/// The same in two's complement. Of no octets it is 0.
std::int64_t twos_complement(std::string_view bytes);

/// One record cut into its fields. Looks at bytes that somebody else holds.
class AsterixRecord {
public:
    /// The record at the beginning of `bytes`. A problem names the field that cannot be.
    static Result<AsterixRecord> split(std::span<const AsterixField> profile, std::string_view bytes);

    /// In octets.
    std::size_t size() const { return size_; }
    /// The octets of a field, empty where the record has none of that number.
    std::string_view operator[](int item) const;
    /// The octets of one part of a compound field, from 0.
    std::string_view part(int item, std::size_t part) const;

private:
    // Seven for each octet of presence bits; the longest profile, that of category 021, has 49.
    static constexpr std::size_t most_fields = 56;

    std::span<const AsterixField> profile_;
    std::array<std::string_view, most_fields> fields_{};
    std::size_t size_ = 0;
};

}  // namespace incursion
