#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/base/time.h"
#include "sim/geo/lon_lat.h"
#include "sim/io/row_problems.h"

namespace incursion {

/// A MSG line of the SBS (BaseStation) format, as far as fixes need it: woodair.net/sbs/article/
/// barebones42_socket_data.htm.
struct SbsMessage {
    int type = 0;            ///< 1 to 8
    std::string_view ident;  ///< the transponder's address in hexadecimal digits
    Time time{};
    std::optional<double> pressure_m;
    std::optional<LonLat> place;
    bool is_on_ground = false;
};

/// True if the line is a MSG (or MLAT) message of the type that brings positions or altitudes: 2, 3, 5, 6 or 7.
bool is_sbs_message(std::string_view line);

/// Nothing, with a problem at `line` where anything is lost by it, where the message has no ident, no time, or what it
/// has of them cannot be read. `cells` is room. REQUIRES: is_sbs_message(text).
std::optional<SbsMessage> sbs_message(std::string_view text, std::int64_t line, RowProblems& problems,
                                      std::vector<std::string_view>& cells);

}  // namespace incursion
