#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "render/view/replay.h"
#include "sim/model/bookmark.h"

namespace incursion {

enum class LengthUnit { nautical_mile, kilometre };
enum class North { true_north, magnetic };
enum class PaletteId { phosphor, amber, daylight, colour_blind, print };
enum class LayoutId {
    full,      ///< scope and all panels
    scope,     ///< the scope alone, with clock and caption
    vertical,  ///< one column, for pictures higher than wide
    exercise,  ///< the scope and the trainee's desk; only in an exercise
};
/// Which page the right column of the full layout shows.
enum class SidePage { charts, figures };

/// What can be switched on and off.
enum class Switch {
    sweep,  ///< radar picture; off: everything is shown as it is at the instant
    truth,  ///< the true position as a ghost beside the radar's
    range_rings,
    airspace_fill,
    border_buffer,
    place_names,
    history,
    vectors,
    data_blocks,
    mute,
    help,
    caption,  ///< caption line and source label in the picture
};

/// A place on the scope's plane: metres east and north of the radar, azimuthal equidistant.
struct PlanePoint {
    double east_m = 0, north_m = 0;
    friend constexpr bool operator==(const PlanePoint&, const PlanePoint&) = default;
};

/// Range and bearing line: from one place to another, each fixed or riding on a track.
struct RulerEnd {
    LonLat place;
    std::optional<std::size_t> track;
    friend bool operator==(const RulerEnd&, const RulerEnd&) = default;
};
struct Ruler {
    RulerEnd from, to;
    friend bool operator==(const Ruler&, const Ruler&) = default;
};

/// Pixels of the frame, from its upper left corner.
struct Point {
    float x = 0, y = 0;
    friend constexpr bool operator==(const Point&, const Point&) = default;
};

/// All that a person chooses: a plain value that panels read and requests change (see request.h).
struct ViewState {
    // The instant.
    Time time{};
    bool playing = false;
    double speed = 1;  ///< times as fast as the incident; negative backwards
    std::optional<TimeSpan> loop;

    // The scope.
    double range_m = 50'000;  ///< from the middle of the scope to its rim
    PlanePoint middle;        ///< of the scope, on the plane about the radar
    LengthUnit unit = LengthUnit::nautical_mile;
    North north = North::true_north;
    double buffer_m = 0;                  ///< of borders; 0 takes what suits the range
    std::vector<bool> switches;           ///< by Switch; see is_on
    std::vector<bool> accounts_shown;     ///< by place in Report::accounts; empty: all
    std::optional<std::size_t> selected;  ///< track
    std::optional<Ruler> ruler;
    std::optional<Point> pointer;  ///< the mouse, while it is over the frame

    // The frame.
    PaletteId palette = PaletteId::phosphor;
    LayoutId layout = LayoutId::full;
    SidePage page = SidePage::charts;
    std::string caption;      ///< burned in where not empty, beside the label
    std::string notice;       ///< said for a while in the status line, in place of what is under the mouse
    bool is_labelled = true;  ///< says "reconstruction" where something was flown from a plan
    bool is_film = false;     ///< nobody is at the controls: there are none in the picture
    /// A trainee is at the scope: nothing is told that has to be judged from the radar's picture, as how far an
    /// aircraft is from the border or that it is inside.
    bool is_exercise = false;

    std::vector<Bookmark> bookmarks;  ///< ascending in time
};

bool is_on(const ViewState& view, Switch what);
void set(ViewState& view, Switch what, bool on);
bool is_account_shown(const ViewState& view, std::size_t account);
/// Of a track: its account is shown.
bool is_track_shown(const Replay& replay, const ViewState& view, std::size_t track);

/// Where the middle of the scope is at first, on the plane about the radar.
PlanePoint first_middle(const Replay& replay);

/// What a replay opens with: its start, everything in view, the first aircraft with a foreign visit (else the
/// nearest to a foreign border, else the first) selected.
ViewState first_view(const Replay& replay);

}  // namespace incursion
