#include "sim/io/text_lines.h"

#include <algorithm>

namespace incursion {

namespace {

constexpr std::size_t line_block_bytes = std::size_t{1} << 20U;

std::string_view without_return(std::string_view line)
{
    line = line.substr(0, TextLines::most_line_bytes);
    while (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

}  // namespace

std::optional<std::string_view> TextLines::next()
{
    begun_.clear();
    bool has_begun = false;
    while (!block_.empty() || fill()) {
        const std::size_t end = std::min(block_.find('\n'), block_.size());
        const std::string_view part = block_.substr(0, end);
        const bool is_whole = end < block_.size();
        block_.remove_prefix(is_whole ? end + 1 : end);
        if (is_whole && !has_begun) {
            ++number_;
            return without_return(part);
        }
        has_begun = true;
        begun_.append(part.substr(0, most_line_bytes - begun_.size()));
        if (is_whole)
            break;
    }
    if (!has_begun || problem_)
        return std::nullopt;
    ++number_;
    return without_return(begun_);
}

/// False at the end.
bool TextLines::fill()
{
    if (ended_)
        return false;
    const auto more = input_->next(line_block_bytes);
    if (!more)
        problem_ = more.problem();
    ended_ = !more || more->empty();
    if (!ended_)
        block_ = *more;
    return !ended_;
}

}  // namespace incursion
