#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "sim/base/result.h"
#include "sim/border/border_index.h"

namespace incursion {

/// The arrays that a BorderIndex and its edges are made of, as bytes, so that a file can hold them and be mapped. They
/// are for machines that order bytes, and lay out structures, as the one that made them.
struct BorderImage {
    /// Counts up with every change of what the arrays hold or mean: an image of another layout is of no use.
    static constexpr std::uint32_t layout = 1;
    static constexpr std::size_t array_count = 10;
    static constexpr std::size_t alignment = 8;  ///< of the first byte of each array

    EdgeReading reading = EdgeReading::straight;
    std::array<std::span<const std::byte>, array_count> arrays;
};

/// The image of an index; good as long as the index lives.
BorderImage image_of(const BorderIndex& index);

/// The index that an image shows, without copying: it reads the image's bytes, and keeps `keeper` alive for them.
/// Every place and number that a question to the index follows is checked, in parallel: whatever the bytes are, the
/// index answers without leaving its arrays. (That the answers are right is for a checksum to tell.)
/// The problem says what does not fit.
/// REQUIRES: the first byte of each array lies on a multiple of BorderImage::alignment.
Result<std::shared_ptr<const BorderIndex>> index_from(const BorderImage& image, std::size_t airspace_count,
                                                      std::shared_ptr<const void> keeper);

}  // namespace incursion
