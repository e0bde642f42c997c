#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/time.h"
#include "sim/geo/lon_lat.h"
#include "sim/io/row_problems.h"

namespace incursion {

// Records of IGC files, a line each: FAI, Technical Specification for GNSS Flight Recorders, second edition with
// amendment 6 (2020), appendix A; sections by its numbers.

/// Where a value stands in a B record, from 0.
struct IgcPlace {
    std::size_t first = 0, size = 0;
};

/// What an I record says about the B records (A3.3), as far as fixes need it; codes by A7.
struct IgcExtensions {
    std::optional<IgcPlace> accuracy;  ///< FXA
    std::optional<IgcPlace> seconds;   ///< TDS: decimals of the second
    std::optional<IgcPlace> lat, lon;  ///< LAD, LOD: decimals of the minute from the fourth on
};

/// Nothing where it breaks off, or an extension would stand before the 36th byte or end before it begins.
std::optional<IgcExtensions> igc_extensions(std::string_view record);

/// A B record (A4.1).
struct IgcFix {
    Duration time{};  ///< of day
    LonLat place;
    bool is_3d = true;  ///< validity A rather than V: 2D, or no GNSS data at all
    double pressure_m = 0, gnss_m = 0;
    std::optional<double> accuracy_m;  ///< one standard deviation
};

/// Nothing, with a problem at `line`, where it is cut off or something else than digits stands where they should.
std::optional<IgcFix> igc_fix(std::string_view record, const IgcExtensions& extensions, std::int64_t line,
                              RowProblems& problems);

/// An H record (A3.2): `HFGIDGLIDERID: D-1234` is the code GID with the value `D-1234`. Blanks around a value are left
/// out. Without a colon the value is all behind the code.
struct IgcHeader {
    std::string_view code, value;
};
std::optional<IgcHeader> igc_header(std::string_view record);

/// The date of `HFDTE160701`, `HFDTE:160701`, `HFDTEDATE:160701`, `HFDTEDATE: 160701,02`.
std::optional<std::chrono::sys_days> igc_date(std::string_view record);

/// FXA is an estimated position error in metres to a probability of "2-Sigma (95.45%)" (A7). In two dimensions these
/// are two things, of which the first is taken: half of it is one standard deviation. Were it the radius that
/// holds 95.45 %, it would be 2.486 deviations, and one of them smaller.
inline constexpr double igc_deviations_in_accuracy = 2;

}  // namespace incursion
