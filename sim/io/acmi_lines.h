#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/io/input_bytes.h"

namespace incursion {

/// Walks through the lines of a text recording of Tacview: ended by LF or CRLF; a backslash before the line end joins
/// the next line on, with a line feed between.
class AcmiLines {
public:
    /// Longer lines lose what is behind.
    static constexpr std::size_t most_bytes = std::size_t{1} << 20U;

    /// The input is used as long as this lives.
    explicit AcmiLines(InputBytes& input) : input_{&input} {}

    /// Goes to the next line; false at the end.
    bool next();

    /// Of the line, until the next one is asked for.
    std::string_view text() const { return text_; }
    /// Where it begins, from 1.
    std::int64_t line() const { return line_; }
    /// False where the input ends within it, or right behind it.
    bool has_end() const { return has_end_; }
    bool is_too_long() const { return is_too_long_; }
    /// What is damaged, once next() is false.
    const std::optional<std::string>& problem() const { return problem_; }

private:
    bool append_stored_line();
    void append(std::string_view bytes);

    InputBytes* input_;
    std::string_view block_;  ///< what was read and not walked through
    std::string text_;
    std::int64_t line_ = 0, next_line_ = 1;
    bool has_end_ = false, is_too_long_ = false;
    std::optional<std::string> problem_;
};

}  // namespace incursion
