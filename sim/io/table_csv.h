#pragma once

#include <memory>

#include "sim/base/result.h"
#include "sim/io/table.h"

namespace incursion {

/// A table as CSV; create_table says in which form.
Result<std::unique_ptr<TableWriter>> create_csv_table(const TableTarget& target, const TableLayout& layout);

}  // namespace incursion
