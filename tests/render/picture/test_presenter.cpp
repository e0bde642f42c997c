#include <catch2/catch.hpp>

#include "render/picture/presenter.h"
#include "render/view/projection.h"
#include "sim/io/read_airspaces.h"
#include "sim/io/read_scenario.h"
#include "tests/render/picture/studio.h"

namespace incursion {
namespace {

using test::Pixels;

std::unique_ptr<Replay> shipped_replay(const std::string& name)
{
    Diagnostics diagnostics;
    auto scenario =
        read_scenario(std::string{INCURSION_SOURCE_DIR} + "/scenarios/" + name + "/scenario.toml", diagnostics);
    REQUIRE(scenario);
    auto airspaces = read_airspaces(scenario->airspace, diagnostics);
    REQUIRE(airspaces);
    auto replay = Replay::make(std::move(*scenario), std::move(*airspaces), diagnostics);
    REQUIRE(replay);
    return replay;
}

const Replay& hatay()
{
    static const std::unique_ptr<Replay> replay = shipped_replay("hatay-2015");
    return *replay;
}

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

TEST_CASE("a whole frame reached by playing equals the one reached by jumping")
{
    const Pixels jumped = Show{}.draw(view_at(312));
    Show player;
    Pixels played;
    for (int frame = 0; frame <= 30; ++frame)
        played = player.draw(view_at(310 + frame / 15.0));
    CHECK(played == jumped);
    player.draw(view_at(5));
    CHECK(player.draw(view_at(312)) == jumped);
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

}  // namespace incursion
