#include "sim/io/export_acmi_text.h"

#include <fmt/format.h>

#include "sim/io/export_facts.h"

namespace incursion {

std::string acmi_property(std::string_view text)
{
    std::string escaped;
    for (const char c : clean_text(text)) {
        if (c == ',' || c == '\\' || c == '\n')
            escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string acmi_event(std::string_view text)
{
    std::string line;
    for (const char c : clean_text(text)) {
        if (c == '|')
            line += "\xC2\xA6";
        else
            line += c == '\n' ? ' ' : c;
    }
    return acmi_property(line);
}

std::string acmi_id(std::size_t number)
{
    return fmt::format("{:x}", number);
}

}  // namespace incursion
