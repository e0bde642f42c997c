#include <catch2/catch.hpp>

#include <cmath>

#include "tests/render/scope/gui_hand.h"

namespace incursion {
namespace {

using Button = TimelineButton;

/// A time line with every button, and the hand clicks one.
std::vector<Request> after_click(Button button)
{
    GuiHand hand;
    const TimelineParts parts = timeline_parts(hand.panel(hand.layout.timeline), 1);
    for (const auto& [place, rect] : parts.buttons)
        if (place == button)
            hand.click(rect);
    return hand.requests;
}

/// The same in one row, which has the buttons for slower and faster.
std::vector<Request> after_click_in_a_row(Button button)
{
    GuiHand hand({1280, 720, 1}, LayoutId::scope);
    const TimelineParts parts = timeline_parts(hand.panel(hand.layout.timeline), 1);
    for (const auto& [place, rect] : parts.buttons)
        if (place == button)
            hand.click(rect);
    return hand.requests;
}

Point on_bar(const TimelineParts& parts, float at, float down)
{
    return {parts.bar.x + at * parts.bar.width, parts.bar.y + down * parts.bar.height};
}

/// The bar's pixels are about a second wide.
bool is_about(Time time, Duration from_start)
{
    return std::chrono::abs(time - (fake_start() + from_start)) < std::chrono::seconds(2);
}

}  // namespace

TEST_CASE("Each button of the time line asks for what its sign says")
{
    CHECK_FALSE(only<JumpToEnd>(after_click(Button::start))->end);
    CHECK(only<JumpToEnd>(after_click(Button::end))->end);
    CHECK(only<JumpMoment>(after_click(Button::previous))->by == -1);
    CHECK(only<JumpMoment>(after_click(Button::next))->by == 1);
    CHECK(only<StepTurn>(after_click(Button::turn_back))->turns == -1);
    CHECK(only<StepTurn>(after_click(Button::turn))->turns == 1);
    CHECK(only<StepTime>(after_click(Button::step_back))->by == -std::chrono::nanoseconds(33'333'333));
    CHECK(only<StepTime>(after_click(Button::step))->by == std::chrono::nanoseconds(33'333'333));
    CHECK(only<Reverse>(after_click(Button::reverse)));
    CHECK(only<PlayOrPause>(after_click(Button::play)));
    CHECK(only<LoopFrom>(after_click(Button::loop_from)));
    CHECK(only<LoopTo>(after_click(Button::loop_to)));
    CHECK_FALSE(only<SetLoop>(after_click(Button::loop_off))->span.has_value());
    CHECK(only<AskBookmarkNote>(after_click(Button::bookmark)));
    CHECK(only<Toggle>(after_click(Button::help))->what == Switch::help);
    CHECK(only<Faster>(after_click_in_a_row(Button::faster))->steps == 1);
    CHECK(only<Faster>(after_click_in_a_row(Button::slower))->steps == -1);
}

TEST_CASE("The buttons of speeds reach from a tenth to a hundred, and keep the way time runs")
{
    const double speeds[] = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100};
    for (const double way : {1.0, -1.0})
        for (std::size_t i = 0; i < 10; ++i) {
            GuiHand hand;
            hand.data.timeline.speed_factor = way;
            const TimelineParts parts = timeline_parts(hand.panel(hand.layout.timeline), 1);
            REQUIRE(parts.speeds.size() == 10);
            hand.click(parts.speeds[i]);
            REQUIRE(hand.requests.size() == 1);
            CHECK(only<SetSpeed>(hand.requests)->speed == way * speeds[i]);
        }
}

TEST_CASE("A drag on the time line seeks all the way")
{
    GuiHand hand;
    const TimelineParts parts = timeline_parts(hand.panel(hand.layout.timeline), 1);
    hand.drag(on_bar(parts, 0.2F, 0.9F), on_bar(parts, 0.75F, 0.9F));
    REQUIRE(hand.requests.size() >= 3);
    CHECK(is_about(std::get<SeekTo>(hand.requests.front()).time, std::chrono::minutes(2)));
    CHECK(is_about(std::get<SeekTo>(hand.requests.back()).time, std::chrono::seconds(450)));
}

TEST_CASE("A drag beyond the end of the time line stops at the end")
{
    GuiHand hand;
    const TimelineParts parts = timeline_parts(hand.panel(hand.layout.timeline), 1);
    hand.drag(on_bar(parts, 0.9F, 0.9F), {1279, 700});
    CHECK(std::get<SeekTo>(hand.requests.back()).time == fake_span().to);
}

TEST_CASE("A click on a mark or a call jumps to its very instant")
{
    GuiHand hand;
    const TimelineParts parts = timeline_parts(hand.panel(hand.layout.timeline), 1);
    SECTION("mark")
    {
        hand.click(Point{parts.bar.x + 0.8F * parts.bar.width + 2, parts.marks.y + 4});
        REQUIRE(hand.requests.size() == 1);
        CHECK(std::get<SeekTo>(hand.requests[0]).time == fake_start() + std::chrono::minutes(8));
    }
    SECTION("call")
    {
        hand.click(Point{parts.bar.x + 0.176F * parts.bar.width, parts.lanes.bottom() - parts.lanes.height / 6});
        REQUIRE(hand.requests.size() == 1);
        CHECK(std::get<SeekTo>(hand.requests[0]).time == fake_start() + std::chrono::seconds(102));
    }
}

TEST_CASE("A drag with the right button sets a loop, either way; a click takes it away")
{
    GuiHand hand;
    const TimelineParts parts = timeline_parts(hand.panel(hand.layout.timeline), 1);
    SECTION("from left to right")
    {
        hand.drag(on_bar(parts, 0.3F, 0.9F), on_bar(parts, 0.5F, 0.9F), 1);
    }
    SECTION("from right to left")
    {
        hand.drag(on_bar(parts, 0.5F, 0.9F), on_bar(parts, 0.3F, 0.9F), 1);
    }
    SECTION("a click")
    {
        hand.click(on_bar(parts, 0.3F, 0.9F), 1);
        REQUIRE(hand.requests.size() == 1);
        CHECK_FALSE(only<SetLoop>(hand.requests)->span.has_value());
        return;
    }
    REQUIRE(hand.requests.size() == 1);
    const TimeSpan span = only<SetLoop>(hand.requests)->span.value();
    CHECK(is_about(span.from, std::chrono::minutes(3)));
    CHECK(is_about(span.to, std::chrono::minutes(5)));
}

TEST_CASE("A right click on a bookmark removes it")
{
    GuiHand hand;
    const TimelineParts parts = timeline_parts(hand.panel(hand.layout.timeline), 1);
    hand.click(Point{parts.bar.x + 0.9F * parts.bar.width, parts.marks.y + 5}, 1);
    REQUIRE(hand.requests.size() == 1);
    CHECK(only<RemoveBookmark>(hand.requests)->index == 0);
}

TEST_CASE("In a film the bar takes the whole time line, and only a speed that is none of life's stands beside it")
{
    for (const LayoutId layout : {LayoutId::full, LayoutId::scope, LayoutId::vertical}) {
        GuiHand hand({1280, 720, 1}, layout);
        hand.view.is_film = true;
        hand.data.timeline.speed_factor = 1;
        const Rect whole = hand.panel(hand.layout.timeline);
        const TimelineParts real = timeline_parts_of(whole, 1, true, hand.data.timeline);
        CHECK(real.buttons.empty());
        CHECK(real.speeds.empty());
        CHECK(real.speed.width == 0);
        CHECK(real.bar.width == whole.width - 16);
        hand.click(on_bar(real, 0.01F, 0.9F));
        CHECK(is_about(std::get<SeekTo>(hand.requests.front()).time, std::chrono::seconds(6)));
        hand.data.timeline.speed_factor = 2;
        const TimelineParts fast = timeline_parts_of(whole, 1, true, hand.data.timeline);
        CHECK(fast.buttons.empty());
        CHECK(fast.speed.width > 0);
        CHECK(fast.speed.right() <= fast.bar.x);
        CHECK(fast.bar.right() == real.bar.right());
    }
}

TEST_CASE("What has room keeps its place: buttons, speeds and the bar of a time line never overlap")
{
    for (const float width : {200.0F, 344.0F, 420.0F, 640.0F, 720.0F, 860.0F, 1280.0F, 3000.0F})
        for (const float height : {20.0F, 34.0F, 44.0F, 72.0F, 84.0F, 200.0F}) {
            CAPTURE(width, height);
            const Rect whole{10, 20, width, height};
            const TimelineParts parts = timeline_parts(whole, 1);
            std::vector<Rect> all = parts.speeds;
            for (const auto& [button, rect] : parts.buttons)
                all.push_back(rect);
            all.push_back(parts.bar);
            CHECK(parts.bar.width >= 0.3F * width);
            for (std::size_t i = 0; i < all.size(); ++i) {
                CHECK((all[i].x >= whole.x && all[i].right() <= whole.right()));
                CHECK((all[i].y >= whole.y && all[i].bottom() <= whole.bottom()));
                for (std::size_t k = 0; k < i; ++k) {
                    const bool apart = all[i].x >= all[k].right() || all[k].x >= all[i].right() ||
                                       all[i].y >= all[k].bottom() || all[k].y >= all[i].bottom();
                    CHECK(apart);
                }
            }
        }
}

}  // namespace incursion
