#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace incursion {

/// Why something could not be had, in words for the user: what is wrong, and what to do.
struct Problem {
    std::string message;
};

/// A value, or the reason why there is none. (g++ 12 has no std::expected in C++20.)
template <class T>
class Result {
public:
    Result(T value) : content_{std::move(value)} {}
    Result(Problem problem) : content_{std::move(problem)} {}

    bool has_value() const { return std::holds_alternative<T>(content_); }
    explicit operator bool() const { return has_value(); }

    /// REQUIRES: has_value().
    const T& value() const&
    {
        assert(has_value());
        return *std::get_if<T>(&content_);
    }
    T&& value() &&
    {
        assert(has_value());
        return std::move(*std::get_if<T>(&content_));
    }
    const T& operator*() const& { return value(); }
    const T* operator->() const { return &value(); }

    /// REQUIRES: !has_value().
    const std::string& problem() const
    {
        assert(!has_value());
        return std::get_if<Problem>(&content_)->message;
    }

private:
    std::variant<T, Problem> content_;
};

}  // namespace incursion
