#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace incursion {

/// ` (did you mean 'x'?)` with the candidate nearest in spelling (edits and swaps of neighbouring letters), if
/// one is near enough to be meant; else nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace incursion
