#include "tools/incursion/format_choice.h"

#include <filesystem>

#include "tools/incursion/command.h"

namespace incursion {

ReportFormat choose_format(const std::string& name, const std::string& output_path, HtmlToo html)
{
    if (!name.empty())
        return name == "json" ? ReportFormat::json : name == "html" ? ReportFormat::html : ReportFormat::text;
    std::string ending = std::filesystem::path{output_path}.extension().string();
    for (char& c : ending)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (ending == ".json")
        return ReportFormat::json;
    if (ending.empty() || ending == ".txt")
        return ReportFormat::text;
    if (html == HtmlToo::yes && (ending == ".html" || ending == ".htm"))
        return ReportFormat::html;
    throw WrongCall{"no format is known by the ending of '" + output_path + "'; add -f text" +
                    (html == HtmlToo::yes ? ", -f json or -f html" : " or -f json")};
}

}  // namespace incursion
