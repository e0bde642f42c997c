#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "sim/io/input_bytes.h"

namespace incursion::test {

/// An input in memory, given out in blocks of at most `block` bytes. Each block is a copy of its own size, so that
/// reading beyond it shows under AddressSanitizer.
class MemoryBytes : public InputBytes {
public:
    MemoryBytes(std::string name, std::string_view text, std::size_t block = static_cast<std::size_t>(-1))
        : text_{text}, block_{block}
    {
        name_ = std::move(name);
    }

    Result<std::string_view> start() override { return text_.substr(0, 4096); }
    Result<std::string_view> next(std::size_t wanted) override { return give(std::min(wanted, block_)); }
    Result<std::string_view> rest(std::size_t max_bytes) override
    {
        if (text_.size() > max_bytes)
            return Problem{"too long"};
        return give(text_.size());
    }

private:
    std::string_view give(std::size_t size)
    {
        const std::string_view given = text_.substr(0, size);
        text_.remove_prefix(given.size());
        kept_ = std::make_unique<char[]>(given.size());
        if (!given.empty())
            std::memcpy(kept_.get(), given.data(), given.size());
        return {kept_.get(), given.size()};
    }

    std::string_view text_;
    std::size_t block_;
    std::unique_ptr<char[]> kept_;
};

}  // namespace incursion::test
