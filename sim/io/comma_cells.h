#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace incursion {

/// The cells of a line between its commas, without blanks around them, into `cells`, whose memory is used again. No
/// more than `most`: what follows is passed over.
void split_at_commas(std::string_view line, std::size_t most, std::vector<std::string_view>& cells);

}  // namespace incursion
