#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "sim/geo/lon_lat.h"

namespace incursion {

// NMEA 0183 (IEC 61162-1) on a line: `$GPGGA,...*47`. Fields of the sentences as in gpsd.gitlab.io/gpsd/NMEA.html.

/// A sentence of a standard talker: five letters, then fields. Valid as long as the line is.
struct NmeaSentence {
    std::string_view talker;  ///< two letters: `GP`
    std::string_view type;    ///< three: `GGA`
    bool has_checksum = false;

    /// From 1; empty where there is none.
    std::string_view field(std::size_t number) const { return number < fields.size() ? fields[number] : ""; }

    static constexpr std::size_t most_fields = 24;
    std::array<std::string_view, most_fields> fields{};  ///< the address, then the fields
};

/// What stands on a line.
enum class NmeaLine {
    other,  ///< none of them: proprietary sentences, AIS, blank lines, remarks
    sentence,
    bad_checksum,
    broken,  ///< other characters than a sentence may have
};

/// Finds the sentence of a line behind whatever stands before it: a tag block (`\s:..*hh\`), the time of a logger.
NmeaLine find_nmea_sentence(std::string_view line, NmeaSentence& sentence);

/// `ddmm.mmmm` and `N` or `S`, `dddmm.mmmm` and `E` or `W`: two fields each, from `first` on. Nothing where it is no
/// place.
std::optional<LonLat> nmea_place(const NmeaSentence& sentence, std::size_t first);

}  // namespace incursion
