#include "sim/model/texts.h"

#include <algorithm>
#include <array>

namespace incursion {

const std::string& in_language(const Texts& texts, std::string_view language)
{
    static const std::string none;
    const std::array<std::string_view, 4> wanted{language, language.substr(0, language.find('-')), "", "en"};
    for (const std::string_view tag : wanted) {
        const auto found = std::find_if(texts.list.begin(), texts.list.end(),
                                        [&](const Texts::In& in) { return in.language == tag; });
        if (found != texts.list.end())
            return found->text;
    }
    return texts.empty() ? none : texts.list.front().text;
}

}  // namespace incursion
