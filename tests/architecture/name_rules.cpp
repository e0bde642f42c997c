#include "tests/architecture/rules.h"
#include "tests/architecture/source_tree.h"

#include <algorithm>
#include <map>
#include <regex>
#include <sstream>

namespace incursion::architecture {

Violations type_name_violations(const std::filesystem::path& root)
{
    // Types of a namespace begin their line; members are indented.
    static const std::regex type{R"rx(^(?:enum )?(?:struct|class) (\w+)(?: final)?(?: :.*|\s*\{.*)?$)rx"};
    std::map<std::string, std::string> places;
    Violations violations;
    for (const SourceFile& file : cpp_below(root, {"sim", "render", "tools"})) {
        if (!file.path.ends_with(".h"))
            continue;
        std::istringstream lines{code_of(file)};
        int number = 0;
        std::smatch match;
        for (std::string line; std::getline(lines, line);) {
            ++number;
            if (!std::regex_match(line, match, type))
                continue;
            const std::string place = file.path + ":" + std::to_string(number);
            const auto [known, fresh] = places.try_emplace(match[1].str(), place);
            if (!fresh)
                violations.push_back(place + ": there is another type '" + match[1].str() + "' at " + known->second);
        }
    }
    return violations;
}

}  // namespace incursion::architecture
