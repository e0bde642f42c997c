#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/io/input_bytes.h"

namespace incursion {

/// The lines of an input one after the other, so that a large one never has to be in memory. They end with LF or CR LF,
/// the last one also with the input.
class TextLines {
public:
    /// Of a longer line only so much is given: no record of a track file is that long.
    static constexpr std::size_t most_line_bytes = std::size_t{1} << 16U;

    explicit TextLines(InputBytes& input) : input_{&input} {}

    /// Without its end, valid until the next call. Nothing at the end, and where the input is damaged: what stands of
    /// the line there is no line.
    std::optional<std::string_view> next();
    /// Of the line just given, from 1.
    std::int64_t number() const { return number_; }
    /// What is damaged, once next() gave nothing.
    const std::optional<std::string>& problem() const { return problem_; }

private:
    bool fill();

    InputBytes* input_;
    std::string_view block_;
    std::string begun_;  ///< the part of a line that stood in blocks before
    bool ended_ = false;
    std::int64_t number_ = 0;
    std::optional<std::string> problem_;
};

}  // namespace incursion
