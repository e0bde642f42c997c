#include "render/view/request.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/view/projection.h"
#include "render/view/shown.h"
#include "render/view/sweep.h"

namespace incursion {

namespace {

constexpr double least_speed = 0.1, greatest_speed = 100;
constexpr std::array speed_ladder{0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0};
constexpr double least_range_m = 500, greatest_range_m = 5'000'000;
/// The middle of the scope stays where the plane about the radar still has a place for it.
constexpr double farthest_middle_m = 10'000'000;

Time held_in(TimeSpan span, Time t)
{
    return std::clamp(t, span.from, span.to);
}

/// What apply does, request by request.
class Applying {
public:
    Applying(const Replay& replay, ViewState& view, const FrameSize& frame)
        : replay_{replay}, view_{view}, frame_{frame}
    {
    }

    void operator()(const SeekTo& request) { seek(request.time); }
    void operator()(const PlayOrPause&) { play(!view_.playing); }
    void operator()(const SetPlaying& request) { play(request.playing); }
    void operator()(const SetSpeed& request) { set_speed(request.speed); }
    void operator()(const Faster& request);
    void operator()(const Reverse&) { view_.speed = -view_.speed; }
    void operator()(const StepTime& request);
    void operator()(const StepTurn& request);
    void operator()(const JumpMoment& request);
    void operator()(const JumpToEnd& request) { seek(request.end ? span().to : span().from); }
    void operator()(const SetLoop& request) { set_loop(request.span); }
    void operator()(const LoopFrom&);
    void operator()(const LoopTo&);
    void operator()(const Select& request);
    void operator()(const SelectNext& request);
    void operator()(const ShowAccount& request);
    void operator()(const ShowOnlyAccount& request);
    void operator()(const NextAccount&);
    void operator()(const Toggle& request) { set(view_, request.what, !is_on(view_, request.what)); }
    void operator()(const ZoomBy& request);
    void operator()(const PanBy& request);
    void operator()(const ResetScope&);
    void operator()(const CentreOnSelected&);
    void operator()(const SetUnit& request) { view_.unit = request.unit; }
    void operator()(const SetNorth& request) { view_.north = request.north; }
    void operator()(const SetPalette& request) { view_.palette = request.palette; }
    void operator()(const SetLayout& request) { view_.layout = request.layout; }
    void operator()(const SetPage& request) { view_.page = request.page; }
    void operator()(const SetRuler& request);
    void operator()(const PointAt& request) { view_.pointer = request.pointer; }
    void operator()(const AddBookmark& request);
    void operator()(const RemoveBookmark& request);
    void operator()(const AskBookmarkNote&) {}
    void operator()(const ToggleFullScreen&) {}
    void operator()(const SavePicture&) {}
    void operator()(const OpenFiles&) {}
    void operator()(const Quit&) {}

private:
    TimeSpan span() const { return replay_.span(); }
    std::size_t account_count() const { return replay_.report().accounts.size(); }
    ScopeMapping mapping() const { return {replay_.radar().site, view_, layout_of(view_.layout, frame_)}; }
    void seek(Time t) { view_.time = held_in(span(), t); }
    void play(bool playing);
    void set_speed(double speed);
    void set_loop(std::optional<TimeSpan> loop);
    void show_accounts(std::vector<bool> shown);
    void set_middle(PlanePoint middle);

    const Replay& replay_;
    ViewState& view_;
    const FrameSize& frame_;
};

/// Played out, it begins again from the other end.
void Applying::play(bool playing)
{
    view_.playing = playing;
    if (!playing || view_.loop)
        return;
    if (view_.speed > 0 && view_.time >= span().to)
        view_.time = span().from;
    else if (view_.speed < 0 && view_.time <= span().from)
        view_.time = span().to;
}

void Applying::set_speed(double speed)
{
    if (speed > 0)
        view_.speed = std::clamp(speed, least_speed, greatest_speed);
    else if (speed < 0)
        view_.speed = -std::clamp(-speed, least_speed, greatest_speed);
}

/// Between two rungs the next one is that above or below.
void Applying::operator()(const Faster& request)
{
    double speed = std::abs(view_.speed);
    for (int i = 0; i < std::min(std::abs(request.steps), static_cast<int>(speed_ladder.size())); ++i) {
        if (request.steps > 0) {
            const auto above = std::upper_bound(speed_ladder.begin(), speed_ladder.end(), speed);
            speed = above == speed_ladder.end() ? greatest_speed : *above;
        } else {
            const auto at = std::lower_bound(speed_ladder.begin(), speed_ladder.end(), speed);
            speed = at == speed_ladder.begin() ? least_speed : *(at - 1);
        }
    }
    view_.speed = std::copysign(speed, view_.speed);
}

void Applying::operator()(const StepTime& request)
{
    view_.playing = false;
    // Held before it is added, so that no step leaves the range of Time.
    const Duration longest = span().length();
    seek(view_.time + std::clamp(request.by, -longest, longest));
}

void Applying::operator()(const StepTurn& request)
{
    view_.playing = false;
    if (request.turns == 0)
        return;
    const ScopeRadar& radar = replay_.radar();
    std::int64_t turn = turn_at(radar, view_.time);
    if (request.turns < 0 && turn_start(radar, turn) < view_.time)
        ++turn;  // the turn that is under way begins before now
    const std::int64_t longest = span().length() / radar.turn + 1;
    seek(turn_start(radar, turn + std::clamp<std::int64_t>(request.turns, -longest, longest)));
}

void Applying::operator()(const JumpMoment& request)
{
    std::vector<Time> instants;
    const auto add = [&](Time t) {
        if (held_in(span(), t) == t)
            instants.push_back(t);
    };
    for (const Moment& moment : replay_.moments())
        if (is_moment_shown(replay_, view_, moment))
            add(moment.time);
    for (const Bookmark& bookmark : view_.bookmarks)
        add(bookmark.time);
    std::sort(instants.begin(), instants.end());
    instants.erase(std::unique(instants.begin(), instants.end()), instants.end());
    if (request.by > 0) {
        const auto after = std::upper_bound(instants.begin(), instants.end(), view_.time);
        if (after != instants.end())
            view_.time = *(after + std::min<std::ptrdiff_t>(request.by, instants.end() - after) - 1);
    } else if (request.by < 0) {
        const auto here = std::lower_bound(instants.begin(), instants.end(), view_.time);
        if (here != instants.begin())
            view_.time = *(here - std::min(-std::ptrdiff_t{request.by}, here - instants.begin()));
    }
}

void Applying::set_loop(std::optional<TimeSpan> loop)
{
    if (!loop) {
        view_.loop.reset();
        return;
    }
    const Time a = held_in(span(), loop->from), b = held_in(span(), loop->to);
    if (a == b)
        view_.loop.reset();
    else
        view_.loop = TimeSpan{std::min(a, b), std::max(a, b)};
}

void Applying::operator()(const LoopFrom&)
{
    if (view_.time >= span().to)
        return;
    const bool keeps_end = view_.loop && view_.loop->to > view_.time;
    view_.loop = TimeSpan{view_.time, keeps_end ? view_.loop->to : span().to};
}

void Applying::operator()(const LoopTo&)
{
    if (view_.time <= span().from)
        return;
    const bool keeps_start = view_.loop && view_.loop->from < view_.time;
    view_.loop = TimeSpan{keeps_start ? view_.loop->from : span().from, view_.time};
}

void Applying::operator()(const Select& request)
{
    if (!request.track || (*request.track < replay_.track_count() && is_track_shown(replay_, view_, *request.track)))
        view_.selected = request.track;
}

void Applying::operator()(const SelectNext& request)
{
    const std::vector<std::size_t> shown = shown_tracks(replay_, view_);
    if (shown.empty() || request.by == 0)
        return;
    const auto count = static_cast<std::ptrdiff_t>(shown.size());
    const std::size_t selected = view_.selected.value_or(0);
    const auto here = std::lower_bound(shown.begin(), shown.end(), selected);
    std::ptrdiff_t place = here - shown.begin();
    const bool is_listed = view_.selected && here != shown.end() && *here == selected;
    if (!is_listed && request.by > 0)
        --place;  // the first step leads to the one that stands here
    place = (place + request.by % count + count) % count;
    view_.selected = shown[static_cast<std::size_t>((place + count) % count)];
}

/// All shown is told by an empty list.
void Applying::show_accounts(std::vector<bool> shown)
{
    if (std::find(shown.begin(), shown.end(), false) == shown.end())
        shown.clear();
    view_.accounts_shown = std::move(shown);
}

void Applying::operator()(const ShowAccount& request)
{
    if (request.account >= account_count())
        return;
    std::vector<bool> shown(account_count());
    for (std::size_t i = 0; i < shown.size(); ++i)
        shown[i] = is_account_shown(view_, i);
    shown[request.account] = request.shown;
    show_accounts(std::move(shown));
}

void Applying::operator()(const ShowOnlyAccount& request)
{
    if (request.account && *request.account >= account_count())
        return;
    std::vector<bool> shown(account_count(), !request.account);
    if (request.account)
        shown[*request.account] = true;
    show_accounts(std::move(shown));
}

/// All, the first alone, ..., the last alone, all; from any other choice to all.
void Applying::operator()(const NextAccount&)
{
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < account_count(); ++i)
        if (is_account_shown(view_, i))
            shown.push_back(i);
    std::optional<std::size_t> next;
    if (shown.size() == account_count() && account_count() > 1)
        next = 0;
    else if (shown.size() == 1 && shown.front() + 1 < account_count())
        next = shown.front() + 1;
    (*this)(ShowOnlyAccount{next});
}

void Applying::set_middle(PlanePoint middle)
{
    const double off_m = std::hypot(middle.east_m, middle.north_m);
    if (!std::isfinite(off_m))
        return;
    const double share = off_m > farthest_middle_m ? farthest_middle_m / off_m : 1;
    view_.middle = {middle.east_m * share, middle.north_m * share};
}

void Applying::operator()(const ZoomBy& request)
{
    if (!(request.factor > 0) || !std::isfinite(request.factor))
        return;
    const double range_m = std::clamp(view_.range_m / request.factor, least_range_m, greatest_range_m);
    if (!request.about) {
        view_.range_m = range_m;
        return;
    }
    const PlanePoint place = mapping().plane_from(*request.about);
    view_.range_m = range_m;
    const PlanePoint now_there = mapping().plane_from(*request.about);
    set_middle({view_.middle.east_m + place.east_m - now_there.east_m,
                view_.middle.north_m + place.north_m - now_there.north_m});
}

/// What is on the glass follows the hand.
void Applying::operator()(const PanBy& request)
{
    const ScopeMapping scope = mapping();
    set_middle({view_.middle.east_m - scope.m_from_px(static_cast<double>(request.dx_px)),
                view_.middle.north_m + scope.m_from_px(static_cast<double>(request.dy_px))});
}

void Applying::operator()(const ResetScope&)
{
    view_.range_m = std::clamp(replay_.first_range_m(), least_range_m, greatest_range_m);
    view_.middle = first_middle(replay_);
}

/// Where the scope shows it; nothing moves if it is not to be seen.
void Applying::operator()(const CentreOnSelected&)
{
    const std::optional<std::size_t> selected = shown_selection(replay_, view_);
    if (!selected)
        return;
    SweepMemory sweep{replay_};
    if (const std::optional<Paint> paint = sweep.last_paint(*selected, view_.time, !is_on(view_, Switch::sweep)))
        set_middle(paint->at);
}

void Applying::operator()(const SetRuler& request)
{
    const auto is_sound = [&](const RulerEnd& end) {
        return end.track ? *end.track < replay_.track_count() : is_valid(end.place);
    };
    if (!request.ruler || (is_sound(request.ruler->from) && is_sound(request.ruler->to)))
        view_.ruler = request.ruler;
}

void Applying::operator()(const AddBookmark& request)
{
    const auto after = std::upper_bound(view_.bookmarks.begin(), view_.bookmarks.end(), view_.time,
                                        [](Time t, const Bookmark& bookmark) { return t < bookmark.time; });
    view_.bookmarks.insert(after, Bookmark{view_.time, request.note});
}

void Applying::operator()(const RemoveBookmark& request)
{
    if (request.index < view_.bookmarks.size())
        view_.bookmarks.erase(view_.bookmarks.begin() + static_cast<std::ptrdiff_t>(request.index));
}

/// Forwards, a loop holds the instants from its start up to, not including, its end; backwards, the other way round.
Time run_round(TimeSpan loop, Time t, Duration by)
{
    const bool forwards = by >= Duration{0};
    if (t < loop.from || t > loop.to)
        t = forwards ? loop.from : loop.to;
    const Duration length = loop.length();
    const Duration done = forwards ? t - loop.from : loop.to - t;
    const Duration now = (done + (forwards ? by : -by) % length) % length;
    return forwards ? loop.from + now : loop.to - now;
}

}  // namespace

ViewState apply(const Replay& replay, ViewState view, const Request& request, const FrameSize& frame)
{
    std::visit(Applying{replay, view, frame}, request);
    return view;
}

ViewState advance(const Replay& replay, ViewState view, double wall_s)
{
    if (!view.playing || !(wall_s > 0))
        return view;
    constexpr double longest_s = 1e7;  // of the wall's clock; keeps every sum within the range of Time
    const Duration by = seconds(std::min(wall_s, longest_s) * view.speed);
    if (by == Duration{0})
        return view;
    if (view.loop && !view.loop->empty()) {
        view.time = run_round(*view.loop, view.time, by);
        return view;
    }
    const TimeSpan span = replay.span();
    if (by >= span.to - view.time || by <= span.from - view.time) {
        view.time = by > Duration{0} ? span.to : span.from;
        view.playing = false;
        return view;
    }
    view.time += by;
    return view;
}

}  // namespace incursion
