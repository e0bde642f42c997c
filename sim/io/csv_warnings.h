#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/base/diagnostics.h"

namespace incursion {

/// Warnings about the rows of one file: the first twenty of each kind are told singly, the rest are counted.
class RowWarnings {
public:
    RowWarnings(std::string file, Diagnostics& diagnostics) : file_{std::move(file)}, diagnostics_{&diagnostics} {}

    /// `kind` names what the counted ones have in common: `rows with a bad number`.
    void add(const char* kind, int line, std::string message);
    /// Tells the counts. Call it once, at the end.
    void finish();

private:
    struct Kind {
        std::string name;
        long count = 0;
    };
    std::string file_;
    Diagnostics* diagnostics_;
    std::vector<Kind> kinds_;
};

}  // namespace incursion
