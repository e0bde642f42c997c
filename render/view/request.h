#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "render/view/layout.h"
#include "render/view/view_state.h"

namespace incursion {

// What a person asks for, by mouse or key. Panels return requests; nothing changes while a frame is drawn.

struct SeekTo {
    Time time{};
};  ///< held within the span
struct PlayOrPause {};
struct SetPlaying {
    bool playing = false;
};
struct SetSpeed {
    double speed = 1;
};  ///< 0.1 to 100 either way
struct Faster {
    int steps = 1;
};  ///< along 0.1 0.2 0.5 1 2 5 10 20 50 100; negative: slower
struct Reverse {};
struct StepTime {
    Duration by{};
};  ///< pauses
struct StepTurn {
    int turns = 1;
};  ///< to the next or last instant at which the beam passes north; pauses
struct JumpMoment {
    int by = 1;
};  ///< next or previous entry, exit, event, call of what is shown, or bookmark
struct JumpToEnd {
    bool end = false;
};  ///< first or last instant
struct SetLoop {
    std::optional<TimeSpan> span;
};
struct LoopFrom {};  ///< the loop begins at the present instant
struct LoopTo {};    ///< it ends here
struct Select {
    std::optional<std::size_t> track;
};
struct SelectNext {
    int by = 1;
};
struct ShowAccount {
    std::size_t account = 0;
    bool shown = true;
};
struct ShowOnlyAccount {
    std::optional<std::size_t> account;
};                      ///< none: all
struct NextAccount {};  ///< all, then each alone in turn
struct Toggle {
    Switch what = Switch::sweep;
};
struct ZoomBy {
    double factor = 1;
    std::optional<Point> about;
};  ///< over 1 looks closer; about a place of the frame
struct PanBy {
    float dx_px = 0, dy_px = 0;
};
struct ResetScope {};  ///< first range and middle
struct CentreOnSelected {};
struct SetUnit {
    LengthUnit unit = LengthUnit::nautical_mile;
};
struct SetNorth {
    North north = North::true_north;
};
struct SetPalette {
    PaletteId palette = PaletteId::phosphor;
};
struct SetLayout {
    LayoutId layout = LayoutId::full;
};
struct SetPage {
    SidePage page = SidePage::charts;
};
struct SetRuler {
    std::optional<Ruler> ruler;
};
struct PointAt {
    std::optional<Point> pointer;
};
struct AddBookmark {
    std::string note;
};  ///< at the present instant
struct RemoveBookmark {
    std::size_t index = 0;
};

// For the window rather than the view; apply() passes over them.
struct AskBookmarkNote {};  ///< opens the field in which a bookmark's note is written
struct ToggleFullScreen {};
struct SavePicture {};
struct OpenFiles {
    std::vector<std::string> paths;
};
struct Quit {};

using Request = std::variant<SeekTo, PlayOrPause, SetPlaying, SetSpeed, Faster, Reverse, StepTime, StepTurn, JumpMoment,
                             JumpToEnd, SetLoop, LoopFrom, LoopTo, Select, SelectNext, ShowAccount, ShowOnlyAccount,
                             NextAccount, Toggle, ZoomBy, PanBy, ResetScope, CentreOnSelected, SetUnit, SetNorth,
                             SetPalette, SetLayout, SetPage, SetRuler, PointAt, AddBookmark, RemoveBookmark,
                             AskBookmarkNote, ToggleFullScreen, SavePicture, OpenFiles, Quit>;

/// The view after a request. ZoomBy and PanBy need to know the frame it was made in.
ViewState apply(const Replay& replay, ViewState view, const Request& request, const FrameSize& frame);

/// The view after so much time of the clock on the wall has passed: plays on, runs round the loop, and stops at
/// the ends of the span.
ViewState advance(const Replay& replay, ViewState view, double wall_s);

}  // namespace incursion
