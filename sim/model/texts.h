#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace incursion {

/// The same words in one or more languages, in the order of the file.
struct Texts {
    struct In {
        std::string language;  ///< a BCP 47 tag in small letters, `en`, `pt-br`; empty where the file names none
        std::string text;
    };
    std::vector<In> list;

    bool empty() const { return list.empty(); }
};

/// The words in a language, else in its primary language (`pt` of `pt-br`), else those that name no language, else
/// in English, else the first; empty where there are none.
const std::string& in_language(const Texts& texts, std::string_view language);

}  // namespace incursion
