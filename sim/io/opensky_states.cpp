#include "sim/io/opensky_states.h"

#include "sim/io/bad_rows.h"

namespace incursion {

void OpenSkyStates::add(OpenSkyState state, bool has_bad_cell, std::int64_t line)
{
    if (has_bad_cell) {
        problems().add(bad_number_kind, line, "the state vector holds what is no number or time of its kind; dropped");
        return;
    }
    // Heard of, but not where it was.
    if (!state.lon_deg || !state.lat_deg)
        return;
    if (state.icao24.empty()) {
        problems().add(unreadable_record_kind, line, "the state vector does not tell the aircraft; dropped");
        return;
    }
    if (!state.position_time) {
        problems().add(no_time_kind, line, "the position has no time of its own; dropped");
        return;
    }
    const LonLat place{*state.lon_deg, *state.lat_deg};
    if (!is_possible(place, line, problems()))
        return;
    const auto [found, fresh] = last_.try_emplace(std::string{state.icao24}, Position{*state.position_time, place});
    const Position position{*state.position_time, place};
    if (!fresh && found->second == position) {
        problems().add_repeated(1);
        return;
    }
    found->second = position;
    if (state.is_on_ground)
        state.altitudes = {};
    pieces_.add(state.icao24, {position.time, place, altitude_.of(state.altitudes), std::nullopt}, line);
}

void OpenSkyStates::finish(const TrackReadOptions& options, const std::string& file, Diagnostics& diagnostics)
{
    pieces_.finish();
    altitude_.tell(options, file, diagnostics);
}

}  // namespace incursion
