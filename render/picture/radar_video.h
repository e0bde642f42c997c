#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace incursion {

/// What the radar's screen shows without targets: returns from the ground and noise, fainter with every turn of the
/// beam. A table of rows, one for each direction (clockwise from north), and cells outwards from the radar.
/// A pure function of the instant: each turn's noise comes from an integer hash, and what an earlier turn left has
/// fallen to nothing after `remembered_turns`, so that a row worked out from scratch equals one that was kept.
class RadarVideo {
public:
    static constexpr int rows = 1440;
    static constexpr int cells = 512;

    RadarVideo();

    /// Brings every row to the last turn in which the beam passed it. `turn`: whole turns so far, any sign;
    /// `azimuth_turns`: of the beam, in [0, 1).
    /// Returns the rows that changed as a half-open range; empty where none did.
    std::pair<int, int> update(std::int64_t turn, double azimuth_turns);

    /// Brightness, row by row.
    const std::vector<std::uint8_t>& brightness() const { return brightness_; }

private:
    void sweep_row(int row, std::int64_t turn);

    static constexpr int remembered_turns = 12;
    std::vector<std::uint8_t> ground_, brightness_;
    std::vector<std::int64_t> turn_of_row_;
    bool is_filled_ = false;
};

}  // namespace incursion
