#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "render/view/build_scene.h"
#include "render/view/style.h"
#include "render/view/view_state.h"

namespace incursion {

// What the panels show at an instant, in words: panels only draw it. Every number is worked out here or in sim.

struct HeaderData {
    std::string title, date, clock;  ///< `24 November 2015`, `07:24:05`
    std::string clock_fraction;      ///< `.3`; dim beside the clock
    std::string radar;               ///< `radar assumed at the scope's centre, one turn in 5 s`
    std::string radar_short;         ///< the same where there is little room: `radar assumed, 5 s a turn`
    std::string state;               ///< `LIMA-2 inside TUR 12.4 s`, `LIMA-2 3.1 km to TUR`, ...
    StyleId state_style = StyleId::state_outside;
    std::string label;  ///< `reconstruction`; empty where not asked for
};

struct TrackRow {
    std::size_t track = 0;
    std::string label, level, speed, heading, border, range;  ///< in the units of the view; `-` where not known
    StyleId side = StyleId::side_1;
    LineStyle line = LineStyle::solid;
    bool is_selected = false, is_inside = false;
    bool is_seen = true;  ///< flies and was painted
};
struct TracksData {
    std::string level_unit, speed_unit, border_unit, range_unit;
    std::string count;
    std::vector<TrackRow> rows;  ///< shown ones, in the order of the scenario
};

struct Readout {
    std::string name, value, unit;
    StyleId style = StyleId::text_bright;
};
struct SelectedData {
    std::string label, title, position, age;  ///< `seen 2.1 s ago`
    StyleId side = StyleId::side_1;
    std::vector<Readout> readouts;  ///< level, ground speed, heading, to border, time to border, dwell
    /// A gauge of the distance to the border: from `gauge_from` far outside to deep inside, 0 to 1.
    bool has_gauge = false;
    float gauge_border = 0.5F, gauge_buffer = 0.4F, gauge_value = 0;
};

struct RadioLine {
    std::size_t call = 0;
    Time time{};
    std::string clock, who, channel, text;  ///< `07:24:04.7`, `Tower to LIMA-2`
    float opacity = 1;                      ///< older calls are dimmer
    bool is_speaking = false;
};
struct RadioData {
    std::string count;             ///< `7 of 10 calls made`
    std::vector<RadioLine> lines;  ///< made up to the instant, the newest first
    std::vector<float> envelope;   ///< of the newest call; empty where not known
    float spoken = 0;              ///< share of it that was heard, 0 to 1
};

struct ChartTick {
    float at = 0;  ///< 0 to 1 from the left or the bottom
    std::string text;
};
struct ChartLine {
    std::string label;  ///< `LIMA-2`, `stall`
    StyleId style = StyleId::side_1;
    LineStyle line = LineStyle::solid;
    std::vector<std::vector<Point>> parts;  ///< broken at gaps; x and y in [0, 1], y up
    std::string value;                      ///< at the cursor; empty where there is none
    bool is_selected = false;
};
struct ChartBand {  ///< from bottom to top
    float from = 0, to = 0;
    StyleId style = StyleId::chart_inside;
};
struct ChartLimit {
    float at = 0;
    std::string text;  ///< `stall 126 m/s`, `ceiling of TUR`
};
struct Chart {
    std::string title, unit;
    std::vector<ChartTick> x_ticks, y_ticks;
    std::vector<ChartBand> bands;
    std::vector<ChartLimit> limits;
    std::vector<ChartLine> lines;
};
struct ChartsData {
    TimeSpan span;              ///< of all charts
    float cursor = 0;           ///< 0 to 1
    std::vector<Chart> charts;  ///< distance to border, altitude, ground speed, dwell
};

struct AccountRow {
    std::size_t account = 0;
    std::string title, content;  ///< `4 aircraft, 10 calls`
    LineStyle line = LineStyle::solid;
    bool is_shown = true;
};

struct FigureRow {
    std::string name, value, beside;  ///< `dwell`, `17.000 s`, `claimed 17 s`
    std::optional<Time> moment;       ///< a click goes there
    bool is_heading = false;
    std::optional<std::size_t> track;
};

struct TimelineBar {
    float from = 0, to = 0;
    int lane = 0;
    StyleId style = StyleId::call;
    Time time{};
    std::string hint;
};
struct TimelineMark {
    float at = 0;
    StyleId style = StyleId::event;
    MomentKind kind = MomentKind::event;
    bool is_bookmark = false;
    std::size_t index = 0;  ///< of the bookmark
    Time time{};
    std::string hint;
};
struct TimelineData {
    TimeSpan span;
    float cursor = 0;
    std::optional<std::pair<float, float>> loop;
    std::vector<ChartTick> ticks;
    std::vector<TimelineBar> visits;  ///< spans inside foreign airspace, a lane for each track that has any
    std::vector<TimelineBar> calls;
    std::vector<TimelineMark> marks;
    std::string speed, state;  ///< `2x`, `paused`
    bool is_playing = false;
    double speed_factor = 1;
};

struct PanelData {
    HeaderData header;
    TracksData tracks;
    SelectedData selected;
    RadioData radio;
    ChartsData charts;
    std::vector<AccountRow> accounts;  ///< those that say anything
    std::vector<FigureRow> figures;
    TimelineData timeline;
    std::string
        status;  ///< the view's notice, else what is under the mouse: place, bearing and range from the radar, ...
    std::string caption;  ///< what is said just now, or the view's caption
};

/// Charts and figures that do not depend on the instant, kept between frames of one replay.
class PanelMemory;

PanelData build_panels(const Replay& replay, const ViewState& view, const FrameSize& frame, SweepMemory& sweep,
                       PanelMemory& memory);

}  // namespace incursion
