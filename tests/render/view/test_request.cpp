#include "render/view/request.h"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "render/view/projection.h"
#include "render/view/sweep.h"
#include "sim/base/random.h"
#include "tests/render/view/panel_cases.h"

using namespace incursion;
using incursion::test::at_second;

namespace {

const Replay& square()
{
    static const std::unique_ptr<Replay> replay = test::square_replay();
    return *replay;
}

constexpr FrameSize frame{};

ViewState at(double s)
{
    return test::square_view(square(), s);
}

ViewState after(ViewState view, const Request& request)
{
    return apply(square(), std::move(view), request, frame);
}

double seconds_in(const ViewState& view)
{
    return to_seconds(view.time - at_second(0));
}

double second_after(double s, const Request& request)
{
    return seconds_in(after(at(s), request));
}

ViewState played(ViewState view, double speed, double wall_s)
{
    view.playing = true;
    view.speed = speed;
    return advance(square(), view, wall_s);
}

}  // namespace

TEST_CASE("seeking stays within the span")
{
    CHECK(second_after(10, SeekTo{at_second(500)}) == 500);
    CHECK(second_after(10, SeekTo{at_second(-3)}) == 0);
    CHECK(second_after(10, SeekTo{at_second(5000)}) == 1200);
    CHECK(second_after(10, SeekTo{Time::max()}) == 1200);
    CHECK(second_after(10, JumpToEnd{true}) == 1200);
    CHECK(second_after(10, JumpToEnd{false}) == 0);
}

TEST_CASE("play and pause are each other's inverse")
{
    const ViewState playing = after(at(10), PlayOrPause{});
    CHECK(playing.playing);
    CHECK_FALSE(after(playing, PlayOrPause{}).playing);
    CHECK(after(at(10), SetPlaying{true}).playing);
    CHECK_FALSE(after(playing, SetPlaying{false}).playing);
}

TEST_CASE("played out, it begins again from the other end")
{
    CHECK(second_after(1200, PlayOrPause{}) == 0);
    ViewState backwards = at(0);
    backwards.speed = -1;
    CHECK(seconds_in(after(backwards, SetPlaying{true})) == 1200);
    CHECK(second_after(1200, SetPlaying{false}) == 1200);
}

TEST_CASE("speed is held between 0.1 and 100 either way")
{
    CHECK(after(at(0), SetSpeed{3}).speed == 3);
    CHECK(after(at(0), SetSpeed{0.01}).speed == 0.1);
    CHECK(after(at(0), SetSpeed{1e9}).speed == 100);
    CHECK(after(at(0), SetSpeed{-1e9}).speed == -100);
    CHECK(after(at(0), SetSpeed{-0.01}).speed == -0.1);
    CHECK(after(at(0), SetSpeed{0}).speed == 1);
    CHECK(after(at(0), SetSpeed{std::nan("")}).speed == 1);
}

TEST_CASE("faster and slower go along a ladder of speeds, in the direction of playing")
{
    CHECK(after(at(0), Faster{}).speed == 2);
    CHECK(after(at(0), Faster{-1}).speed == 0.5);
    CHECK(after(at(0), Faster{3}).speed == 10);
    CHECK(after(at(0), Faster{100}).speed == 100);
    CHECK(after(at(0), Faster{-100}).speed == 0.1);
    CHECK(after(after(at(0), SetSpeed{3}), Faster{}).speed == 5);
    CHECK(after(after(at(0), SetSpeed{3}), Faster{-1}).speed == 2);
    CHECK(after(after(at(0), SetSpeed{-2}), Faster{}).speed == -5);
    CHECK(after(after(at(0), Faster{2}), Faster{-2}).speed == 1);
}

TEST_CASE("reverse turns the direction, and back")
{
    CHECK(after(at(0), Reverse{}).speed == -1);
    CHECK(after(after(at(0), Reverse{}), Reverse{}).speed == 1);
}

TEST_CASE("a step moves by its time and pauses")
{
    ViewState playing = at(10);
    playing.playing = true;
    const ViewState stepped = after(playing, StepTime{seconds(0.5)});
    CHECK(seconds_in(stepped) == 10.5);
    CHECK_FALSE(stepped.playing);
    CHECK(seconds_in(after(stepped, StepTime{seconds(-0.5)})) == 10);
    CHECK(second_after(10, StepTime{seconds(-60)}) == 0);
    CHECK(second_after(10, StepTime{Duration::max()}) == 1200);
    CHECK(second_after(10, StepTime{Duration::min()}) == 0);
}

TEST_CASE("a turn's step goes to the next or last instant at which the beam points north")
{
    // The assumed radar turns once in 5 s and points north at the start.
    CHECK(second_after(7, StepTurn{1}) == 10);
    CHECK(second_after(7, StepTurn{-1}) == 5);
    CHECK(second_after(10, StepTurn{1}) == 15);
    CHECK(second_after(10, StepTurn{-1}) == 5);
    CHECK(second_after(7, StepTurn{3}) == 20);
    CHECK(second_after(7, StepTurn{-100}) == 0);
    CHECK(second_after(1199, StepTurn{2'000'000'000}) == 1200);
    ViewState playing = at(7);
    playing.playing = true;
    CHECK_FALSE(after(playing, StepTurn{1}).playing);
    const ViewState stepped = after(at(7), StepTurn{1});
    CHECK(beam_turns(square().radar(), stepped.time) == 0);
}

TEST_CASE("jumps go from moment to moment, strictly onwards")
{
    // Calls at 50, 80, 90 and 300 s, in at 100 s, the event at 700 s, out at 1,100 s.
    std::vector<double> visited;
    ViewState view = at(0);
    for (int i = 0; i < 9; ++i) {
        view = after(view, JumpMoment{1});
        visited.push_back(std::round(seconds_in(view) * 1e6) / 1e6);
    }
    CHECK(visited == std::vector<double>{50, 80, 90, 100, 300, 700, 1100, 1100, 1100});
    CHECK(seconds_in(after(view, JumpMoment{-1})) == 700);
    CHECK(second_after(0, JumpMoment{-1}) == 0);
    CHECK(second_after(0, JumpMoment{2}) == 80);
    CHECK(second_after(85, JumpMoment{-2}) == 50);
}

TEST_CASE("jumps pass over hidden accounts, find bookmarks, and keep playing")
{
    ViewState view = after(at(85), ShowAccount{1, false});
    view.playing = true;
    CHECK(seconds_in(after(view, JumpMoment{1})) == Approx(100).margin(1e-6));
    CHECK(after(view, JumpMoment{1}).playing);
    view.bookmarks = {{at_second(86), "here"}};
    CHECK(seconds_in(after(view, JumpMoment{1})) == 86);
}

TEST_CASE("a loop lies within the span, in order, and is never empty")
{
    CHECK(after(at(0), SetLoop{TimeSpan{at_second(10), at_second(20)}}).loop == TimeSpan{at_second(10), at_second(20)});
    CHECK(after(at(0), SetLoop{TimeSpan{at_second(20), at_second(10)}}).loop == TimeSpan{at_second(10), at_second(20)});
    CHECK(after(at(0), SetLoop{TimeSpan{at_second(-20), at_second(1e6)}}).loop == square().span());
    CHECK_FALSE(after(at(0), SetLoop{TimeSpan{at_second(10), at_second(10)}}).loop);
    CHECK_FALSE(after(after(at(10), LoopFrom{}), SetLoop{}).loop);
}

TEST_CASE("a loop's ends are set where the clock stands")
{
    ViewState view = after(at(100), LoopFrom{});
    CHECK(view.loop == TimeSpan{at_second(100), at_second(1200)});
    view.time = at_second(200);
    view = after(view, LoopTo{});
    CHECK(view.loop == TimeSpan{at_second(100), at_second(200)});
    view.time = at_second(50);
    CHECK(after(view, LoopTo{}).loop == TimeSpan{at_second(0), at_second(50)});
    view.time = at_second(300);
    CHECK(after(view, LoopFrom{}).loop == TimeSpan{at_second(300), at_second(1200)});
    CHECK_FALSE(after(at(1200), LoopFrom{}).loop);
    CHECK_FALSE(after(at(0), LoopTo{}).loop);
}

TEST_CASE("only an aircraft that is there and shown can be selected")
{
    CHECK(after(at(0), Select{1}).selected == 1U);
    CHECK_FALSE(after(at(0), Select{}).selected);
    CHECK(after(at(0), Select{2}).selected == 0U);
    CHECK(after(after(at(0), ShowAccount{1, false}), Select{1}).selected == 0U);
}

TEST_CASE("the next and last aircraft are found in a ring of those shown")
{
    CHECK(after(at(0), SelectNext{1}).selected == 1U);
    CHECK(after(at(0), SelectNext{2}).selected == 0U);
    CHECK(after(at(0), SelectNext{-1}).selected == 1U);
    CHECK(after(after(at(0), Select{}), SelectNext{1}).selected == 0U);
    CHECK(after(after(at(0), Select{}), SelectNext{-1}).selected == 1U);
    CHECK(after(after(at(0), ShowAccount{0, false}), SelectNext{1}).selected == 1U);
    CHECK(after(after(at(0), ShowAccount{1, false}), SelectNext{1}).selected == 0U);
}

TEST_CASE("accounts are hidden and shown again, and the aircraft selected is selected again")
{
    const ViewState hidden = after(at(0), ShowAccount{0, false});
    CHECK_FALSE(is_account_shown(hidden, 0));
    CHECK(is_account_shown(hidden, 1));
    const ViewState again = after(hidden, ShowAccount{0, true});
    CHECK(is_account_shown(again, 0));
    CHECK(again.selected == 0U);
    CHECK(after(at(0), ShowAccount{2, false}).accounts_shown == at(0).accounts_shown);
    const ViewState only = after(at(0), ShowOnlyAccount{1});
    CHECK_FALSE(is_account_shown(only, 0));
    CHECK(is_account_shown(only, 1));
    CHECK(is_account_shown(after(only, ShowOnlyAccount{}), 0));
    CHECK(after(only, ShowOnlyAccount{7}).accounts_shown == only.accounts_shown);
}

TEST_CASE("the next account is each alone in turn, then all")
{
    const auto shown = [](const ViewState& view) {
        return std::pair{is_account_shown(view, 0), is_account_shown(view, 1)};
    };
    ViewState view = after(at(0), NextAccount{});
    CHECK(shown(view) == std::pair{true, false});
    view = after(view, NextAccount{});
    CHECK(shown(view) == std::pair{false, true});
    view = after(view, NextAccount{});
    CHECK(shown(view) == std::pair{true, true});
}

TEST_CASE("every switch is turned and turned back")
{
    for (int i = 0; i <= static_cast<int>(Switch::caption); ++i) {
        const Switch what = static_cast<Switch>(i);
        CAPTURE(i);
        const ViewState turned = after(at(0), Toggle{what});
        CHECK(is_on(turned, what) != is_on(at(0), what));
        CHECK(is_on(after(turned, Toggle{what}), what) == is_on(at(0), what));
    }
}

TEST_CASE("zooming keeps the place under the pointer, and back restores the scope")
{
    const Layout layout = layout_of(LayoutId::full, frame);
    const Point pointer{layout.scope_centre.x + 100, layout.scope_centre.y - 60};
    const LonLat site = square().radar().site;
    const auto place_under = [&](const ViewState& view) {
        return ScopeMapping{site, view, layout}.plane_from(pointer);
    };
    const ViewState closer = after(at(0), ZoomBy{2, pointer});
    CHECK(closer.range_m == at(0).range_m / 2);
    CHECK(place_under(closer).east_m == Approx(place_under(at(0)).east_m));
    CHECK(place_under(closer).north_m == Approx(place_under(at(0)).north_m));
    const ViewState back = after(closer, ZoomBy{0.5, pointer});
    CHECK(back.range_m == at(0).range_m);
    CHECK(back.middle.east_m == Approx(0).margin(1e-6));
    CHECK(back.middle.north_m == Approx(0).margin(1e-6));
    CHECK(after(at(0), ZoomBy{2, std::nullopt}).middle == at(0).middle);
}

TEST_CASE("range is held between 500 m and 5,000 km, and what is no factor does nothing")
{
    CHECK(after(at(0), ZoomBy{1e9, std::nullopt}).range_m == 500);
    CHECK(after(at(0), ZoomBy{1e-9, std::nullopt}).range_m == 5'000'000);
    for (const double factor : {0.0, -2.0, std::nan(""), std::numeric_limits<double>::infinity()})
        CHECK(after(at(0), ZoomBy{factor, std::nullopt}).range_m == at(0).range_m);
}

TEST_CASE("panning takes the map along with the hand")
{
    const Layout layout = layout_of(LayoutId::full, frame);
    const ViewState panned = after(at(0), PanBy{layout.scope_radius_px, layout.scope_radius_px / 2});
    // A radius to the right: what stood a range to the west of the middle comes into it; half a range from above.
    CHECK(panned.middle.east_m == Approx(-at(0).range_m));
    CHECK(panned.middle.north_m == Approx(at(0).range_m / 2));
    const ViewState back = after(panned, PanBy{-layout.scope_radius_px, -layout.scope_radius_px / 2});
    CHECK(back.middle.east_m == Approx(0).margin(1e-6));
    CHECK(back.middle.north_m == Approx(0).margin(1e-6));
    const ViewState reset = after(after(panned, ZoomBy{3, std::nullopt}), ResetScope{});
    CHECK(reset.middle == PlanePoint{});
    CHECK(reset.range_m == square().first_range_m());
}

TEST_CASE("the scope centres on the selected aircraft as the radar shows it")
{
    const ViewState centred = after(at(600), CentreOnSelected{});
    SweepMemory sweep{square()};
    const auto paint = sweep.last_paint(0, at_second(600), false);
    REQUIRE(paint);
    CHECK(centred.middle == paint->at);
    ViewState nobody = at(600);
    nobody.selected.reset();
    CHECK(after(nobody, CentreOnSelected{}).middle == nobody.middle);
}

TEST_CASE("units, north, palette, layout, page and pointer are what was asked for")
{
    CHECK(after(at(0), SetUnit{LengthUnit::nautical_mile}).unit == LengthUnit::nautical_mile);
    CHECK(after(at(0), SetNorth{North::magnetic}).north == North::magnetic);
    CHECK(after(at(0), SetPalette{PaletteId::print}).palette == PaletteId::print);
    CHECK(after(at(0), SetLayout{LayoutId::vertical}).layout == LayoutId::vertical);
    CHECK(after(at(0), SetPage{SidePage::figures}).page == SidePage::figures);
    CHECK(after(at(0), PointAt{Point{3, 4}}).pointer == Point{3, 4});
    CHECK_FALSE(after(after(at(0), PointAt{Point{3, 4}}), PointAt{}).pointer);
}

TEST_CASE("a ruler needs places or aircraft that are there")
{
    const Ruler ruler{{{10, 0}, std::nullopt}, {{}, 1}};
    CHECK(after(at(0), SetRuler{ruler}).ruler == ruler);
    CHECK_FALSE(after(after(at(0), SetRuler{ruler}), SetRuler{}).ruler);
    CHECK_FALSE(after(at(0), SetRuler{Ruler{{{}, 5}, {}}}).ruler);
    CHECK_FALSE(after(at(0), SetRuler{Ruler{{{0, 95}, std::nullopt}, {}}}).ruler);
}

TEST_CASE("bookmarks stay in order of time, and only one that is there can be removed")
{
    ViewState view = after(at(300), AddBookmark{"later"});
    view.time = at_second(100);
    view = after(view, AddBookmark{"earlier"});
    view = after(view, AddBookmark{"earlier still in the list, later said"});
    REQUIRE(view.bookmarks.size() == 3);
    CHECK(view.bookmarks[0].note == "earlier");
    CHECK(view.bookmarks[2] == Bookmark{at_second(300), "later"});
    CHECK(after(view, RemoveBookmark{3}).bookmarks.size() == 3);
    view = after(view, RemoveBookmark{1});
    REQUIRE(view.bookmarks.size() == 2);
    CHECK(view.bookmarks[1].note == "later");
}

TEST_CASE("what is meant for the window leaves the view as it is")
{
    for (const Request& request : {Request{AskBookmarkNote{}}, Request{ToggleFullScreen{}}, Request{SavePicture{}},
                                   Request{OpenFiles{{"a"}}}, Request{Quit{}}}) {
        const ViewState view = after(at(10), request);
        CHECK(view.time == at(10).time);
        CHECK(view.range_m == at(10).range_m);
        CHECK(view.playing == at(10).playing);
    }
}

TEST_CASE("playing moves by speed times the wall's clock, and a pause by nothing")
{
    CHECK(seconds_in(played(at(10), 2, 0.5)) == 11);
    CHECK(seconds_in(played(at(10), -2, 0.5)) == 9);
    CHECK(seconds_in(advance(square(), at(10), 5)) == 10);
    CHECK(seconds_in(played(at(10), 1, -5)) == 10);
    CHECK(seconds_in(played(at(10), 1, std::nan(""))) == 10);
    CHECK(seconds_in(played(at(1200), 1, 1e-12)) == 1200);
}

TEST_CASE("at the ends of the span playing stops exactly there")
{
    const ViewState end = played(at(1199), 1, 5);
    CHECK(seconds_in(end) == 1200);
    CHECK_FALSE(end.playing);
    const ViewState start = played(at(1), -1, 1e300);
    CHECK(seconds_in(start) == 0);
    CHECK_FALSE(start.playing);
    CHECK(played(at(1198), 1, 1).playing);
}

TEST_CASE("playing runs round a loop both ways, however long a frame takes")
{
    ViewState view = at(18);
    view.loop = TimeSpan{at_second(10), at_second(20)};
    CHECK(seconds_in(played(view, 1, 1.5)) == 19.5);
    CHECK(seconds_in(played(view, 1, 2)) == 10);
    CHECK(seconds_in(played(view, 1, 5)) == 13);
    CHECK(seconds_in(played(view, 1, 1005)) == 13);
    CHECK(seconds_in(played(view, -1, 8)) == 20);
    CHECK(seconds_in(played(view, -1, 9)) == 19);
    CHECK(seconds_in(played(view, -1, 1009)) == 19);
    CHECK(played(view, 1, 1005).playing);
    view.time = at_second(500);
    CHECK(seconds_in(played(view, 1, 1)) == 11);
    CHECK(seconds_in(played(view, -1, 1)) == 19);
}

TEST_CASE("many short frames come to the same as one long one")
{
    ViewState view = at(10);
    view.playing = true;
    for (int i = 0; i < 300; ++i)
        view = advance(square(), view, 1.0 / 30);
    CHECK(seconds_in(view) == Approx(20).margin(3e-7));
}

TEST_CASE("whatever is asked in whatever order, the view stays sound")
{
    const std::uint64_t seed = 3;
    CAPTURE(seed);
    RandomStream random{seed, "requests"};
    const auto index = [&](double count) { return static_cast<std::size_t>(random.uniform(0, count)); };
    const auto anywhere = [&] { return at_second(random.uniform(-300, 1500)); };
    const auto point = [&] {
        return Point{static_cast<float>(random.uniform(-50, 1400)), static_cast<float>(random.uniform(-50, 800))};
    };
    const auto any = [&]() -> Request {
        switch (index(24)) {
        case 0: return SeekTo{anywhere()};
        case 1: return PlayOrPause{};
        case 2: return SetSpeed{random.uniform(-200, 200)};
        case 3: return Faster{static_cast<int>(random.uniform(-5, 5))};
        case 4: return Reverse{};
        case 5: return StepTime{seconds(random.uniform(-100, 100))};
        case 6: return StepTurn{static_cast<int>(random.uniform(-9, 9))};
        case 7: return JumpMoment{static_cast<int>(random.uniform(-4, 4))};
        case 8: return SetLoop{TimeSpan{anywhere(), anywhere()}};
        case 9: return LoopFrom{};
        case 10: return LoopTo{};
        case 11: return Select{index(4)};
        case 12: return SelectNext{static_cast<int>(random.uniform(-4, 4))};
        case 13: return ShowAccount{index(4), random.uniform() < 0.5};
        case 14: return ShowOnlyAccount{index(4)};
        case 15: return NextAccount{};
        case 16: return Toggle{static_cast<Switch>(index(12))};
        case 17: return ZoomBy{std::exp(random.uniform(-4, 4)), point()};
        case 18: return PanBy{point().x, point().y};
        case 19: return CentreOnSelected{};
        case 20: return AddBookmark{"note"};
        case 21: return RemoveBookmark{index(6)};
        case 22: return SetLayout{static_cast<LayoutId>(index(3))};
        default: return SetLoop{};
        }
    };
    ViewState view = at(0);
    const TimeSpan span = square().span();
    for (int i = 0; i < 3000; ++i) {
        view = advance(square(), after(view, any()), random.uniform(0, 20));
        CAPTURE(i);
        REQUIRE((span.from <= view.time && view.time <= span.to));
        REQUIRE((std::abs(view.speed) >= 0.1 && std::abs(view.speed) <= 100));
        REQUIRE((view.range_m >= 500 && view.range_m <= 5'000'000));
        REQUIRE(std::hypot(view.middle.east_m, view.middle.north_m) < 10'000'001);
        REQUIRE((!view.loop || (!view.loop->empty() && view.loop->from >= span.from && view.loop->to <= span.to)));
        REQUIRE((!view.selected || *view.selected < square().track_count()));
        REQUIRE((view.accounts_shown.empty() || view.accounts_shown.size() == 2));
        REQUIRE(std::is_sorted(view.bookmarks.begin(), view.bookmarks.end(),
                               [](const Bookmark& a, const Bookmark& b) { return a.time < b.time; }));
    }
}
