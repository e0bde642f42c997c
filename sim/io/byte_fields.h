#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace incursion {

/// Puts numbers and texts one after the other into bytes, in the order of this machine.
class ByteFieldWriter {
public:
    template <class T>
    void number(T value)
    {
        static_assert(std::is_arithmetic_v<T>);
        append(std::as_bytes(std::span{&value, 1}));
    }
    void text(std::string_view text)
    {
        number(static_cast<std::uint32_t>(text.size()));
        append(std::as_bytes(std::span{text.data(), text.size()}));
    }
    std::span<const std::byte> bytes() const { return bytes_; }

private:
    void append(std::span<const std::byte> bytes) { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }

    std::vector<std::byte> bytes_;
};

/// Takes them out again. Past the end there are zeros and empty texts; then the reader has failed.
class ByteFieldReader {
public:
    explicit ByteFieldReader(std::span<const std::byte> bytes) : left_{bytes} {}

    template <class T>
    T number()
    {
        static_assert(std::is_arithmetic_v<T>);
        T value{};
        const std::span<const std::byte> bytes = take(sizeof value);
        if (!bytes.empty())
            std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }
    std::string text()
    {
        const std::span<const std::byte> bytes = take(number<std::uint32_t>());
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }
    /// False where more was asked for than there is.
    bool is_good() const { return is_good_; }
    /// True once all is taken.
    bool is_at_end() const { return left_.empty(); }

private:
    std::span<const std::byte> take(std::size_t count)
    {
        if (count > left_.size()) {
            is_good_ = false;
            left_ = {};
            return {};
        }
        const auto taken = left_.first(count);
        left_ = left_.subspan(count);
        return taken;
    }

    std::span<const std::byte> left_;
    bool is_good_ = true;
};

}  // namespace incursion
