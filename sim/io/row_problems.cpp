#include "sim/io/row_problems.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace incursion {

namespace {

constexpr std::size_t most_told = 20;

RowProblems::Kind& kind_named(std::vector<RowProblems::Kind>& kinds, std::string_view name)
{
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.name == name; });
    return found != kinds.end() ? *found : kinds.emplace_back(RowProblems::Kind{name, 0, {}});
}

Diagnostic at_line(const std::string& file, Severity severity, std::int64_t line, std::string message)
{
    const auto place = line > 0 ? std::optional{static_cast<int>(line)} : std::nullopt;
    return {severity, file, place, "", std::move(message)};
}

}  // namespace

void RowProblems::add(std::string_view kind, std::int64_t line, std::string message)
{
    Kind& found = kind_named(kinds_, kind);
    if (++found.count <= static_cast<std::int64_t>(most_told))
        found.told.push_back({line, std::move(message)});
}

void RowProblems::append(RowProblems later)
{
    for (Kind& kind : later.kinds_) {
        Kind& found = kind_named(kinds_, kind.name);
        found.count += kind.count;
        for (Told& told : kind.told)
            if (found.told.size() < most_told)
                found.told.push_back(std::move(told));
    }
    repeated_ += later.repeated_;
}

std::int64_t RowProblems::count() const
{
    std::int64_t sum = 0;
    for (const Kind& kind : kinds_)
        sum += kind.count;
    return sum;
}

void RowProblems::tell(const std::string& file, Severity severity, Diagnostics& diagnostics) const
{
    for (const Kind& kind : kinds_)
        for (const Told& told : kind.told)
            diagnostics.add(at_line(file, severity, told.line, told.message));
    for (const Kind& kind : kinds_)
        if (const auto told = static_cast<std::int64_t>(kind.told.size()); kind.count > told)
            diagnostics.add(at_line(file, severity, 0,
                                    fmt::format("{} more {}, {} in all", kind.count - told, kind.name, kind.count)));
    if (repeated_ > 0)
        diagnostics.note(file, std::nullopt, "", fmt::format("rows that only repeat the fix before: {} dropped", repeated_));
}

}  // namespace incursion
