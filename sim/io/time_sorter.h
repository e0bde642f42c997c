#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sim/io/piece_writer.h"

namespace incursion {

/// Holds the fixes of inputs whose own order means nothing, and writes them track by track in the order of time (of one
/// instant, in the order of the input; tracks in that of their first fix in it).
class TimeSorter {
public:
    void add(const std::string& id, const Fix& fix, std::int64_t line);
    void write(AltitudeDatum datum, PieceWriter& writer) &&;

private:
    struct Entry {
        Fix fix;
        std::int64_t line = 0;
    };
    std::map<std::string, std::size_t> places_;
    std::vector<std::string> ids_;
    std::vector<std::vector<Entry>> tracks_;
};

}  // namespace incursion
