#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/result.h"
#include "sim/io/input_bytes.h"

namespace incursion {

/// The objects of a JSON text one after the other, so that a large one never has to be in memory: the elements of
/// `features` where the outermost object has such an array, else the outermost objects themselves. Only brackets and
/// quotes are looked at; whether an object is good JSON shows when it is parsed.
class JsonObjects {
public:
    /// How several outermost objects stand in the text.
    enum class Sequence {
        any,    ///< apart by blanks, or each behind a record separator (RFC 8142), after which a broken one ends
        lines,  ///< one on each line: a broken one ends with it
    };
    struct Object {
        std::string_view text;  ///< valid until the next call
        std::int64_t line = 0;  ///< that it begins on, from 1
        bool is_whole = true;   ///< false where its record or line ended too early
    };

    JsonObjects(InputBytes& input, Sequence sequence) : input_{&input}, sequence_{sequence} {}

    /// Nothing at the end. The problem tells what is no JSON, is cut off or damaged; what came before was good.
    Result<std::optional<Object>> next();
    /// The line that a problem stands on.
    std::int64_t line() const { return line_; }
    /// What stood around `features` so far, its elements left out; the first megabyte of it.
    std::string_view outer() const { return outer_; }

private:
    enum class Found { nothing, object, problem };

    Found scan();
    Found at_bracket(char bracket);
    Found at_closing();
    Found at_break(char c);
    Found fail(std::string message);
    void skip_string();
    void open_features();
    void keep();
    /// Is what is read part of an object, rather than between two?
    bool is_inside() const { return depth_ > (in_features_ ? features_depth : 0); }

    static constexpr int features_depth = 2;  ///< how many brackets are open between `{"features": [` and its elements

    InputBytes* input_;
    Sequence sequence_;
    std::string_view block_;
    std::size_t at_ = 0;
    std::size_t kept_ = 0;  ///< within the block: up to here it was kept or is not needed
    std::int64_t line_ = 1;
    std::int64_t object_line_ = 1;
    int depth_ = 0;
    bool in_string_ = false, escaped_ = false;
    bool in_features_ = false;
    bool had_features_ = false;  ///< of the outermost object that is open
    bool separated_ = false;     ///< a record separator was seen
    bool is_whole_ = true;
    bool is_given_ = false;  ///< the caller has had what object_ holds
    std::string key_;        ///< the last text directly in the outermost object
    std::string object_, outer_;
    std::string problem_;
};

}  // namespace incursion
