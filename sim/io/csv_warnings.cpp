#include "sim/io/csv_warnings.h"

#include <algorithm>

#include <fmt/format.h>

namespace incursion {

namespace {

constexpr long most_told = 20;

}  // namespace

void RowWarnings::add(const char* kind, int line, std::string message)
{
    auto found = std::find_if(kinds_.begin(), kinds_.end(), [&](const Kind& k) { return k.name == kind; });
    if (found == kinds_.end())
        found = kinds_.insert(kinds_.end(), Kind{kind, 0});
    if (++found->count <= most_told)
        diagnostics_->warning(file_, line, "", std::move(message));
}

void RowWarnings::finish()
{
    for (const Kind& kind : kinds_)
        if (kind.count > most_told)
            diagnostics_->warning(file_, std::nullopt, "",
                                  fmt::format("{} more {}, {} in all", kind.count - most_told, kind.name, kind.count));
}

}  // namespace incursion
