#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>

#include "sim/base/time.h"
#include "sim/geo/lon_lat.h"
#include "sim/model/texts.h"

namespace incursion {

/// What an instant is told by where it is no date and time.
enum class StepEvent { start, end, entry, exit, closest, call, event };

/// The instant of a step: one of its own, or that of something that happens, earlier or later by some time.
struct StepInstant {
    std::optional<Time> time;             ///< else:
    StepEvent event = StepEvent::start;   ///< of entries and exits, foreign ones by side, floor or ceiling
    std::size_t number = 1;               ///< the how manieth entry, exit, call or event, counted from 1
    Duration later{};                     ///< negative: before it
};

/// What a step points at.
struct PointAtAircraft {
    std::string aircraft;  ///< id
};
struct PointAtPlace {
    LonLat position;
};
struct PointAtBorder {
    std::string airspace;  ///< key: its border where it is nearest to the step's aircraft
};
enum class StepPanel { clock, tracks, selected, radio, charts, figures, accounts, timeline };
struct PointAtPanel {
    StepPanel panel = StepPanel::clock;
};
using PointAtThing = std::variant<std::monostate, PointAtAircraft, PointAtPlace, PointAtBorder, PointAtPanel>;

/// How the scope looks from a step on. What is absent stays as it was.
struct StepView {
    std::optional<double> range_m;         ///< positive
    std::optional<LonLat> centre;
    bool centre_on_aircraft = false;       ///< the middle of the scope is where the step's aircraft is at its instant
    std::optional<std::string> account;    ///< id of the only account shown; empty: all
    std::optional<double> speed;           ///< times as fast as the incident, from here on; positive
    std::optional<bool> shows_figures;     ///< the side panel's page: figures, or charts
};

/// One stop of a guided tour: `[[step]]`.
struct Step {
    StepInstant at;
    std::string aircraft;  ///< id: whose events `at` means, which is selected, which the border is nearest to; may be
                           ///< empty: that which the scope selects at first
    Texts title, text;
    PointAtThing point_at;
    StepView view;
    bool pauses = true;               ///< the clock stands while the text is shown
    std::optional<double> pause_s;    ///< how long, where nobody goes on by key or click; none: as long as it takes to read
    std::string path;                 ///< `step[2]`, for messages
};

}  // namespace incursion
