#pragma once

#include <array>

#include "sim/base/time.h"
#include "sim/io/csv_time.h"

namespace incursion {

/// Reads the times of neighbouring rows: numbers since 1970 and RFC 3339 texts, in the forms that are usual. Remembers
/// the last date, which the next row mostly shares.
class PlainTimes {
public:
    explicit PlainTimes(const TimeCells& cells) : cells_{cells} {}

    /// The instant at `p`, as parse_time_cell finds it; goes behind it. False, with `p` anywhere, where it is not in a
    /// usual form. REQUIRES: 32 characters may be read from `p`.
    bool read(const char*& p, char delimiter, Time& time);

private:
    bool read_number(const char*& p, Time& time) const;
    bool read_text(const char*& p, char delimiter, Time& time);
    bool read_date(const char* p);

    TimeCells cells_;
    std::array<char, 10> date_{};  ///< as written
    Time midnight_{};              ///< with which it begins
};

}  // namespace incursion
