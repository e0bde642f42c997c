#include "sim/io/acmi_lines.h"

#include <algorithm>

namespace incursion {

namespace {

constexpr std::size_t acmi_block_bytes = std::size_t{1} << 16U;

/// An even number of backslashes stand for themselves.
bool goes_on(std::string_view text)
{
    const std::size_t last = text.find_last_not_of('\\');
    const std::size_t backslashes = text.size() - (last == std::string_view::npos ? 0 : last + 1);
    return backslashes % 2 == 1;
}

}  // namespace

bool AcmiLines::next()
{
    text_.clear();
    line_ = next_line_;
    is_too_long_ = false;
    bool any = append_stored_line();
    while (any && has_end_ && goes_on(text_)) {
        text_.back() = '\n';
        any = append_stored_line();
    }
    return !problem_ && (any || !text_.empty());
}

/// False where there is nothing more.
bool AcmiLines::append_stored_line()
{
    has_end_ = false;
    bool any = false;
    while (!has_end_) {
        if (block_.empty()) {
            const auto more = input_->next(acmi_block_bytes);
            if (!more)
                problem_ = more.problem();
            if (!more || more->empty())
                return any;
            block_ = *more;
        }
        const std::size_t end = block_.find('\n');
        append(block_.substr(0, end));
        any = true;
        has_end_ = end != std::string_view::npos;
        block_.remove_prefix(has_end_ ? end + 1 : block_.size());
    }
    ++next_line_;
    if (text_.ends_with('\r'))
        text_.pop_back();
    return true;
}

void AcmiLines::append(std::string_view bytes)
{
    const std::size_t room = most_bytes - text_.size();
    is_too_long_ = is_too_long_ || bytes.size() > room;
    text_.append(bytes.substr(0, std::min(room, bytes.size())));
}

}  // namespace incursion
