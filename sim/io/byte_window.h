#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/result.h"
#include "sim/io/input_bytes.h"

namespace incursion {

/// Looks at the bytes of an input from front to back, as many at a time as are asked for, whatever blocks they come in.
class ByteWindow {
public:
    explicit ByteWindow(InputBytes& input) : input_{input} {}

    /// The next `size` bytes, fewer only at the end or where the input is damaged. Valid until the next call.
    std::string_view peek(std::size_t size);
    /// REQUIRES: the last peek() gave so many.
    void skip(std::size_t size);
    /// Of the next byte, from the beginning of the input.
    std::uint64_t offset() const { return offset_; }
    /// What is damaged, once it was reached.
    const std::optional<Problem>& problem() const { return problem_; }

private:
    InputBytes& input_;
    std::string kept_;
    std::size_t used_ = 0;  ///< of what is kept
    std::uint64_t offset_ = 0;
    bool at_end_ = false;
    std::optional<Problem> problem_;
};

/// Where a file or a network holds numbers in its own order.
enum class ByteOrder { little, big };

/// Unsigned, of at most eight bytes.
std::uint64_t number_in(std::string_view bytes, ByteOrder order);

}  // namespace incursion
