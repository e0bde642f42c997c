#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "sim/io/asterix_item.h"

namespace incursion {

/// The editions of category 021 that differ in their profile. A file does not tell which one it follows. What is said
/// of 2.1 to 2.6 holds for all of them: item 271 of 2.1 ends otherwise when its last bit is set.
enum class AdsbEdition { edition_2, edition_0_26, edition_0_23 };

/// `2.x`, `0.26`, `0.23`.
std::string_view name_of(AdsbEdition edition);

// Every field of a category with its length, in the order of the profile (UAP), after EUROCONTROL's specifications of
// the categories: 021 (SPEC-0149-12) editions 2.1 to 2.6, 0.26 and 0.23; 034 (SPEC-0149-2b) 1.29; 048 (SPEC-0149-4)
// 1.32; 062 (SPEC-0149-9) 1.20.

std::span<const AsterixField> profile_021(AdsbEdition edition);
std::span<const AsterixField> profile_034();
std::span<const AsterixField> profile_048();
std::span<const AsterixField> profile_062();

}  // namespace incursion
