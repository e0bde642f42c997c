#include <catch2/catch.hpp>

#include "render/picture/presenter.h"
#include "render/view/projection.h"
#include "tests/render/picture/shipped_replay.h"
#include "tests/render/picture/studio.h"

namespace incursion {
namespace {

using test::hatay;
using test::Pixels;

ViewState view_at(double second)
{
    ViewState view = first_view(hatay());
    view.time = hatay().span().from + std::chrono::milliseconds{static_cast<std::int64_t>(second * 1000)};
    return view;
}

class Show {
public:
    Show() : context_{test::software_context()}, presenter_{test::value_of(Presenter::make(hatay(), frame_of({})))} {}

    static FrameSize frame_of(LayoutId layout) { return {960, 540, natural_scale(layout, 960, 540)}; }

    Pixels draw(const ViewState& view)
    {
        presenter_->present(view, frame_of(view.layout), 1.0 / 30);
        const ScopePicture& picture = presenter_->picture();
        CHECK(glGetError() == GL_NO_ERROR);
        return {picture.width_px(), picture.height_px(), picture.read()};
    }

private:
    std::unique_ptr<OffscreenContext> context_;
    std::unique_ptr<Presenter> presenter_;
};

}  // namespace

TEST_CASE("a whole frame reached by playing, forwards or backwards, equals the one reached by jumping")
{
    // Two turns of the beam: over the entry, where the borders light up and calls end, and while nothing happens.
    for (const double second : {312.0, 95.5}) {
        CAPTURE(second);
        const Pixels jumped = Show{}.draw(view_at(second));
        const auto played = [&](double from_s) {
            Show show;
            Pixels last;
            for (int frame = 0; frame <= 30; ++frame)
                last = show.draw(view_at(from_s + (second - from_s) * frame / 30));
            return last;
        };
        CHECK(played(second - 2) == jumped);
        CHECK(played(second - 12) == jumped);
        CHECK(played(second + 12) == jumped);
    }
}

TEST_CASE("a whole frame is the same whatever was jumped from")
{
    const Pixels fresh = Show{}.draw(view_at(312));
    Show show;
    for (const double elsewhere : {5.0, 419.0, 311.9, 312.1}) {
        CAPTURE(elsewhere);
        CHECK_FALSE(show.draw(view_at(elsewhere)) == fresh);
        CHECK(show.draw(view_at(312)) == fresh);
    }
}

TEST_CASE("another palette, layout or range and back gives the same frame")
{
    Show show;
    const Pixels before = show.draw(view_at(312));
    ViewState other = view_at(312);
    other.palette = PaletteId::print;
    other.layout = LayoutId::vertical;
    other.range_m /= 2;
    CHECK_FALSE(show.draw(other) == before);
    CHECK(show.draw(view_at(312)) == before);
}

TEST_CASE("a frame of the same view is the same frame, however long the last one took")
{
    Show show;
    const Pixels first = show.draw(view_at(100));
    for (int i = 0; i < 3; ++i)
        CHECK(show.draw(view_at(100)) == first);
}

TEST_CASE("the radar's picture moves between two frames, the panels' clock does")
{
    Show show;
    const Pixels first = show.draw(view_at(100)), second = show.draw(view_at(101));
    const Layout layout = layout_of(LayoutId::full, Show::frame_of({}));
    const auto differs_in = [&](const Rect& rect) {
        for (float y = rect.y; y < rect.bottom() - 1; ++y)
            for (float x = rect.x; x < rect.right() - 1; ++x)
                if (first.brightness({x, y}) != second.brightness({x, y}))
                    return true;
        return false;
    };
    CHECK(differs_in(layout.scope));
    CHECK(differs_in(layout.header));
}

TEST_CASE("a click on the scope selects what is there")
{
    const ViewState view = view_at(312);
    const Layout layout = layout_of(view.layout, Show::frame_of({}));
    const auto context = test::software_context();
    const auto presenter = test::value_of(Presenter::make(hatay(), Show::frame_of({})));
    SweepMemory sweep{hatay()};
    const auto paint = sweep.last_paint(0, view.time, false);
    REQUIRE(paint);
    const Point at = ScopeMapping{hatay().radar().site, view, layout}.screen_from(paint->at);
    std::vector<Request> requests;
    for (const bool is_down : {false, false, true, true, false, false}) {
        ImGui::GetIO().MousePos = ImVec2{at.x, at.y};
        ImGui::GetIO().MouseDown[0] = is_down;
        for (Request& request : presenter->present(view, Show::frame_of({}), 0.1))
            requests.push_back(std::move(request));
    }
    bool is_selected = false;
    for (const Request& request : requests)
        is_selected = is_selected || std::holds_alternative<Select>(request);
    CHECK(is_selected);
}

TEST_CASE("a presenter that ends after another was made leaves that one whole")
{
    const auto context = test::software_context();
    const FrameSize frame = Show::frame_of({});
    auto first = test::value_of(Presenter::make(hatay(), frame));
    first->present(view_at(60), frame, 0);
    const std::vector<std::uint8_t> expected = first->picture().read();
    const auto second = test::value_of(Presenter::make(hatay(), frame));
    first.reset();
    second->present(view_at(60), frame, 0);
    CHECK(glGetError() == GL_NO_ERROR);
    CHECK(second->picture().read() == expected);
}

TEST_CASE("two presenters in turn, each with a context of ImGui of its own, show what each shows alone")
{
    const Pixels early = Show{}.draw(view_at(95.5)), late = Show{}.draw(view_at(312));
    const auto context = test::software_context();
    const FrameSize frame = Show::frame_of({});
    const auto one = test::value_of(Presenter::make(hatay(), frame)),
               other = test::value_of(Presenter::make(hatay(), frame));
    const auto pixels_of = [](const Presenter& presenter) {
        return Pixels{presenter.picture().width_px(), presenter.picture().height_px(), presenter.picture().read()};
    };
    for (int i = 0; i < 2; ++i) {
        one->present(view_at(95.5), frame, 1.0 / 30);
        other->present(view_at(312), frame, 1.0 / 30);
        CHECK(pixels_of(*one) == early);
        CHECK(pixels_of(*other) == late);
    }
}

TEST_CASE("a presenter that is given another replay shows it as a fresh one does")
{
    Scenario scenario = hatay().scenario();
    scenario.aircraft.pop_back();
    scenario.title = "One aircraft less";
    Diagnostics diagnostics;
    const auto other = Replay::make(scenario, hatay().airspaces(), diagnostics);
    REQUIRE(other);
    const auto context = test::software_context();
    const FrameSize frame = Show::frame_of({});
    const auto drawn = [&](Presenter& presenter) {
        presenter.present(view_at(312), frame, 1.0 / 30);
        return presenter.picture().read();
    };
    const auto fresh = drawn(*test::value_of(Presenter::make(*other, frame)));
    const auto used = test::value_of(Presenter::make(hatay(), frame));
    CHECK_FALSE(drawn(*used) == fresh);
    used->show(*other);
    CHECK(drawn(*used) == fresh);
}

}  // namespace incursion
