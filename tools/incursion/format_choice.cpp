#include "tools/incursion/format_choice.h"

#include <filesystem>

#include "tools/incursion/command.h"

namespace incursion {

ReportFormat choose_format(const std::string& name, const std::string& output_path)
{
    if (!name.empty())
        return name == "json" ? ReportFormat::json : ReportFormat::text;
    std::string ending = std::filesystem::path{output_path}.extension().string();
    for (char& c : ending)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (ending == ".json")
        return ReportFormat::json;
    if (ending.empty() || ending == ".txt")
        return ReportFormat::text;
    throw WrongCall{"no format is known by the ending of '" + output_path + "'; add -f text or -f json"};
}

}  // namespace incursion
