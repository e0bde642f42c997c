#include "sim/io/json_objects.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace incursion {

namespace {

constexpr std::size_t json_block_bytes = std::size_t{1} << 20U;
constexpr std::size_t most_object_bytes = std::size_t{1} << 29U;
constexpr std::size_t most_outer_bytes = std::size_t{1} << 20U;
constexpr std::size_t longest_key = 100;
constexpr char record_separator = '\x1E';

/// Does a byte mean something outside of texts?
bool is_structure(char c)
{
    return c == '"' || c == '{' || c == '}' || c == '[' || c == ']' || c == '\n' || c == record_separator;
}

bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

}  // namespace

Result<std::optional<JsonObjects::Object>> JsonObjects::next()
{
    if (std::exchange(is_given_, false))
        object_.clear();
    Found found = scan();
    while (found == Found::nothing) {
        keep();
        const auto block = input_->next(json_block_bytes);
        if (!block)
            return Problem{block.problem()};
        block_ = *block;
        at_ = kept_ = 0;
        if (!block_.empty()) {
            found = scan();
            continue;
        }
        if (depth_ == 0)
            return std::optional<Object>{};
        if (sequence_ != Sequence::lines && !separated_)
            return Problem{"the JSON is cut off here"};
        found = at_break(record_separator);
    }
    if (found == Found::problem)
        return Problem{problem_};
    is_given_ = true;
    return std::optional{Object{object_, object_line_, std::exchange(is_whole_, true)}};
}

/// Goes through the block up to the end of the next object.
JsonObjects::Found JsonObjects::scan()
{
    while (at_ < block_.size()) {
        if (in_string_) {
            skip_string();
            continue;
        }
        const char c = block_[at_];
        Found found = Found::nothing;
        if (c == '{' || c == '[') {
            found = at_bracket(c);
        } else if (c == '}' || c == ']') {
            found = at_closing();
        } else if (c == '\n' || c == record_separator) {
            found = at_break(c);
        } else if (c == '"' && depth_ > 0) {
            in_string_ = true;
            if (depth_ == 1)
                key_.clear();
            ++at_;
        } else if (!is_inside() && !is_blank(c) && (c != ',' || !in_features_)) {
            return fail(in_features_ ? "this is no feature; only objects may stand in `features`"
                                     : "this is no JSON object; is it the right file?");
        } else {
            ++at_;
            while (is_inside() && at_ < block_.size() && !is_structure(block_[at_]))
                ++at_;
        }
        if (found != Found::nothing)
            return found;
        if (object_.size() > most_object_bytes)
            return fail(fmt::format("an object is longer than {} bytes; is it the right file?", most_object_bytes));
    }
    return Found::nothing;
}

JsonObjects::Found JsonObjects::at_bracket(char bracket)
{
    if (!is_inside()) {
        if (bracket == '[')
            return fail("a JSON array stands where an object should; is it the right file?");
        kept_ = at_;
        object_line_ = line_;
        object_.clear();
        if (!in_features_) {
            outer_.clear();
            key_.clear();
            had_features_ = false;
        }
    }
    ++depth_;
    ++at_;
    if (bracket == '[' && depth_ == features_depth && !in_features_ && key_ == "features")
        open_features();
    return Found::nothing;
}

void JsonObjects::open_features()
{
    keep();
    if (!std::exchange(had_features_, true))
        outer_ = object_.substr(0, most_outer_bytes);
    object_.clear();
    in_features_ = true;
}

JsonObjects::Found JsonObjects::at_closing()
{
    if (depth_ == 0)
        return fail("a bracket is closed that was not opened");
    const bool was_inside = is_inside();
    ++at_;
    if (was_inside)
        keep();
    --depth_;
    if (in_features_ && !was_inside) {
        in_features_ = false;
        kept_ = at_ - 1;
        return Found::nothing;
    }
    const bool is_done = was_inside && !is_inside();
    return is_done && (in_features_ || !had_features_) ? Found::object : Found::nothing;
}

/// A line end or record separator.
JsonObjects::Found JsonObjects::at_break(char c)
{
    const bool ends = c == record_separator || sequence_ == Sequence::lines;
    Found found = Found::nothing;
    if (ends && depth_ > 0) {
        keep();
        depth_ = 0;
        in_features_ = had_features_ = in_string_ = is_whole_ = false;
        found = Found::object;
    }
    separated_ = separated_ || c == record_separator;
    line_ += c == '\n' ? 1 : 0;
    at_ = std::min(at_ + 1, block_.size());
    return found;
}

void JsonObjects::skip_string()
{
    const std::size_t begin = at_;
    std::size_t end = at_;
    for (; end < block_.size() && in_string_; ++end) {
        const char c = block_[end];
        if (std::exchange(escaped_, false))
            continue;
        if (c == '"') {
            in_string_ = false;
        } else if (c == '\\') {
            escaped_ = true;
        } else if (c == record_separator || (c == '\n' && sequence_ == Sequence::lines)) {
            in_string_ = false;  // no text holds these: the object is broken off
            break;
        } else if (c == '\n') {
            ++line_;
        }
    }
    at_ = end;
    if (depth_ == 1 && key_.size() < longest_key)
        key_.append(block_.substr(begin, end - begin - (in_string_ || end == begin ? 0 : 1)));
}

JsonObjects::Found JsonObjects::fail(std::string message)
{
    problem_ = std::move(message);
    return Found::problem;
}

/// Takes over what was read of an object and not kept yet.
void JsonObjects::keep()
{
    if (is_inside() && at_ > kept_) {
        const std::string_view more = block_.substr(kept_, at_ - kept_);
        if (in_features_ || !had_features_)
            object_ += more;
        else
            outer_ += more.substr(0, most_outer_bytes - std::min(most_outer_bytes, outer_.size()));
    }
    kept_ = at_;
}

}  // namespace incursion
