#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostics.h"

namespace incursion {

/// What was wrong with the rows (or points, or features) of one input: all are counted by kind, the first twenty of
/// each kind are kept with their line.
class RowProblems {
public:
    struct Told {
        std::int64_t line = 0;  ///< from 1; 0 where none is known
        std::string message;
    };
    struct Kind {
        std::string_view name;  ///< in the plural: `rows with a bad number`
        std::int64_t count = 0;
        std::vector<Told> told;
    };

    /// `kind` is a constant that outlives all problems.
    void add(std::string_view kind, std::int64_t line, std::string message);
    /// Rows that only repeat the fix before: harmless, counted apart.
    void add_repeated(std::int64_t count) { repeated_ += count; }
    /// Adds what was found in a later part of the same input.
    void append(RowProblems later);

    bool empty() const { return kinds_.empty(); }
    /// Of all kinds; repeated ones are not among them.
    std::int64_t count() const;
    std::int64_t repeated() const { return repeated_; }
    /// In the order in which the kinds first appeared.
    const std::vector<Kind>& kinds() const { return kinds_; }

    /// Warnings (or errors) at their lines, then how many more of each kind there were.
    void tell(const std::string& file, Severity severity, Diagnostics& diagnostics) const;

private:
    std::vector<Kind> kinds_;
    std::int64_t repeated_ = 0;
};

}  // namespace incursion
