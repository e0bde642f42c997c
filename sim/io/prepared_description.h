#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "sim/io/prepared_borders.h"

namespace incursion {

/// The section of prepared borders that says what they were prepared from and whose they are: everything but rings and
/// index.
std::vector<std::byte> description_of(const PreparedFrom& from, const Airspaces& airspaces);

/// Reads it back; nothing where the bytes are no description.
struct Description {
    PreparedFrom from;
    Airspaces airspaces;  ///< without rings
};
std::optional<Description> read_description(std::span<const std::byte> bytes);

}  // namespace incursion
