#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "sim/base/time.h"
#include "sim/io/chosen_altitude.h"
#include "sim/io/mixed_pieces.h"

namespace incursion {

/// What OpenSky knows of an aircraft at an instant, as far as fixes need it.
struct OpenSkyState {
    std::string_view icao24;
    std::optional<Time> position_time;  ///< when the position came, not when the row was made
    std::optional<double> lon_deg, lat_deg;
    Altitudes altitudes;
    bool is_on_ground = false;
};

/// Makes fixes of state vectors. A row a second holds the last position again until another comes, for up to 15 s: such
/// rows are counted as repeated.
class OpenSkyStates {
public:
    OpenSkyStates(const TrackReadOptions& options, TrackSink& sink)
        : altitude_{options, AltitudeDatum::pressure}, pieces_{sink, altitude_.datum()}
    {
    }

    /// `has_bad_cell`: something in it is neither absent nor what it should be.
    void add(OpenSkyState state, bool has_bad_cell, std::int64_t line);
    void finish(const TrackReadOptions& options, const std::string& file, Diagnostics& diagnostics);

    bool is_wanted() const { return pieces_.is_wanted(); }
    RowProblems& problems() { return pieces_.problems(); }

private:
    struct Position {
        Time time{};
        LonLat place;
        friend bool operator==(const Position&, const Position&) = default;
    };

    ChosenAltitude altitude_;
    MixedPieces pieces_;
    std::unordered_map<std::string, Position> last_;  // looked up, never walked
};

}  // namespace incursion
