#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/io/csv_fix.h"
#include "sim/io/csv_plain_time.h"

namespace incursion {

/// Reads rows that are written plainly: as many cells as the header, no quotes, numbers and times in their usual forms.
/// Most rows of most files are, and are read some ten times as fast as by CsvRows and parse_fix, with the same results.
/// What is not surely understood is left to those.
class PlainRows {
public:
    /// Both must outlive it.
    PlainRows(const CsvFormat& format, std::string_view text);

    /// Reads the row that begins at `position` and goes behind it. False, with nothing changed but `fix`, where it is
    /// not plain, holds no fix, or is one of the last few of the text.
    bool read(std::size_t& position, Fix& fix);

    /// The track that the row just read names; empty where none.
    std::string_view track() const { return {track_, track_size_}; }
    /// True if it is the one set last.
    bool same_track() const { return same_track_; }
    /// The track to compare the next ones with; must outlive that.
    void set_track(std::string_view track);

private:
    enum class Part : std::uint8_t { none, time, lon, lat, altitude, accuracy, track };

    bool read_part(Part part, const char*& p, Fix& fix);
    bool read_metres(const char*& p, double unit_m, std::optional<double>& metres) const;
    bool read_track(const char*& p);
    const char* cell_end(const char* p) const;
    bool ends_cell(const char* p) const;

    std::vector<Part> parts_;  ///< by column
    bool usable_ = true;
    char delimiter_;
    double altitude_unit_m_ = 1, accuracy_unit_m_ = 1;
    const char* begin_;
    const char* end_;
    const char* last_line_end_ = nullptr;  ///< behind which there is room to read ahead; null where there is none
    PlainTimes times_;
    const char* track_ = nullptr;
    std::size_t track_size_ = 0;
    bool same_track_ = false;
    std::string_view known_track_;
    bool known_is_plain_ = false;
};

}  // namespace incursion
