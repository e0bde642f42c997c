#include "sim/io/byte_window.h"

#include <algorithm>
#include <cassert>

namespace incursion {

std::string_view ByteWindow::peek(std::size_t size)
{
    constexpr std::size_t block = std::size_t{1} << 16U;
    while (kept_.size() - used_ < size && !at_end_) {
        if (used_ > block) {
            kept_.erase(0, used_);
            used_ = 0;
        }
        const auto more = input_.next(std::max(block, size));
        if (!more)
            problem_ = Problem{more.problem()};
        at_end_ = !more || more->empty();
        if (more)
            kept_ += *more;
    }
    return std::string_view{kept_}.substr(used_, size);
}

void ByteWindow::skip(std::size_t size)
{
    assert(size <= kept_.size() - used_);
    used_ += size;
    offset_ += size;
}

std::uint64_t number_in(std::string_view bytes, ByteOrder order)
{
    assert(bytes.size() <= 8);
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::size_t at = order == ByteOrder::big ? i : bytes.size() - 1 - i;
        value = value << 8U | static_cast<std::uint8_t>(bytes[at]);
    }
    return value;
}

}  // namespace incursion
