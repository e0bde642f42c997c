#include "sim/io/join_tables.h"

#include "sim/io/join_ogr_tables.h"
#include "sim/io/join_text_tables.h"

namespace incursion {

std::optional<Problem> join_tables(const std::vector<std::string>& parts, const TableTarget& target)
{
    if (parts.empty())
        return Problem{"there are no tables to join; name at least one"};
    const Result<std::string> format = table_format_of(target);
    if (!format)
        return Problem{format.problem()};
    if (is_joined_as_text(*format))
        return join_text_tables(parts, target, *format);
    return join_ogr_tables(parts, target, *format);
}

}  // namespace incursion
