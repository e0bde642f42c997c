#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace incursion {

/// Values that never change, in memory of their own or in somebody else's (a mapped file, say) that is kept alive as
/// long as any copy of the array. Copies share the values, so they are cheap, and threads may read them together.
template <class T>
class SharedArray {
public:
    SharedArray() = default;

    /// Takes the values over.
    explicit SharedArray(std::vector<T> values)
    {
        const auto owned = std::make_shared<const std::vector<T>>(std::move(values));
        values_ = *owned;
        keeper_ = owned;
    }

    /// REQUIRES: `values` stay where they are, unchanged, as long as `keeper` lives.
    SharedArray(std::span<const T> values, std::shared_ptr<const void> keeper)
        : values_{values}, keeper_{std::move(keeper)}
    {
    }

    std::size_t size() const { return values_.size(); }
    bool empty() const { return values_.empty(); }
    const T& operator[](std::size_t i) const { return values_[i]; }
    auto begin() const { return values_.begin(); }
    auto end() const { return values_.end(); }
    std::span<const T> span() const { return values_; }

private:
    std::span<const T> values_;
    std::shared_ptr<const void> keeper_;
};

/// Lists of values of various lengths, one after the other in two arrays.
template <class T>
struct SharedLists {
    SharedArray<std::uint32_t> begin;  ///< into `values`: where each list begins, and then where the last one ends
    SharedArray<T> values;

    /// How many lists there are.
    std::size_t size() const { return begin.empty() ? 0 : begin.size() - 1; }
    std::span<const T> operator[](std::size_t i) const
    {
        return values.span().subspan(begin[i], begin[i + 1] - begin[i]);
    }
};

}  // namespace incursion
