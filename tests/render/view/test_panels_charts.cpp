#include "render/view/chart_parts.h"
#include "render/view/panel_parts.h"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "sim/flight/performance.h"
#include "tests/render/view/panel_cases.h"

using namespace incursion;
using incursion::test::at_second;

namespace {

struct Asked {
    explicit Asked(std::unique_ptr<Replay> r, double s) : replay{std::move(r)}, view{test::square_view(*replay, s)} {}
    std::unique_ptr<Replay> replay;
    ViewState view;
    FrameSize frame;
    SweepMemory sweep{*replay};
    PanelMemory memory{*replay};
    PanelQuestion question() { return {*replay, view, frame, sweep, memory}; }
};

/// The height of a curve at x, between its points.
std::optional<float> height_at(const ChartLine& line, float x)
{
    for (const std::vector<Point>& part : line.parts)
        for (std::size_t i = 1; i < part.size(); ++i)
            if (part[i - 1].x <= x && x <= part[i].x && part[i - 1].x < part[i].x)
                return part[i - 1].y + (part[i].y - part[i - 1].y) * (x - part[i - 1].x) / (part[i].x - part[i - 1].x);
    return std::nullopt;
}

float tick_at(const Chart& chart, const std::string& text)
{
    const auto found = std::find_if(chart.y_ticks.begin(), chart.y_ticks.end(),
                                    [&](const ChartTick& tick) { return tick.text == text; });
    REQUIRE(found != chart.y_ticks.end());
    return found->at;
}

const ChartLine* line_of(const Chart& chart, const std::string& label)
{
    const auto found = std::find_if(chart.lines.begin(), chart.lines.end(),
                                    [&](const ChartLine& line) { return line.label == label; });
    return found == chart.lines.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("the curve of distance meets the border exactly at entry and exit")
{
    Asked asked{test::square_replay(), 600};
    const ChartsData data = panel_charts(asked.question());
    REQUIRE(data.charts.size() == 4);
    CHECK(data.cursor == 0.5F);
    const Chart& chart = data.charts[0];
    REQUIRE(chart.limits.size() == 1);
    const float zero = chart.limits[0].at;
    REQUIRE(chart.lines.size() == 2);
    CHECK(chart.lines[0].label == "EAST");
    CHECK(chart.lines[0].is_selected);
    REQUIRE(chart.bands.size() == 2);
    CHECK(chart.bands[0].from == 0);
    CHECK(chart.bands[0].to == zero);
    CHECK(chart.bands[0].style == StyleId::chart_inside);
    for (const double s : {100.0, 1100.0})
        CHECK(height_at(chart.lines[0], static_cast<float>(s / 1200)).value() == Approx(zero).margin(1e-4));
    CHECK(height_at(chart.lines[0], 0.5F).value() < zero);
    CHECK(height_at(chart.lines[0], 0.02F).value() > zero);
    // In the middle both sides are half a degree of the equator away.
    CHECK(chart.lines[0].value == "−55.7");
    CHECK(chart.unit == "km, inside below 0");
}

TEST_CASE("a thinned curve strays by less than can be seen, and keeps where it is zero to the last bit")
{
    const ChartScale scale{{at_second(0), at_second(1000)}, -1, 3};
    std::vector<Point> wave;
    for (int i = 0; i <= 4000; ++i) {
        const float x = static_cast<float>(i) / 4000;
        wave.push_back({x, i == 1234 ? scale.share_of_value(0) : 0.5F + 0.3F * std::sin(9 * x)});
    }
    const auto thinned = scale.thinned({wave});
    REQUIRE(thinned.size() == 1);
    CHECK(thinned[0].size() < wave.size() / 10);
    CHECK(thinned[0].front() == wave.front());
    CHECK(thinned[0].back().x == Approx(1));
    const ChartLine line{"", StyleId::side_1, LineStyle::solid, thinned, "", false};
    // The steepest part rises 1.08 pixels for each across, so that it is 1.5 times as far off in height.
    for (const Point& point : wave)
        CHECK(height_at(line, point.x).value() == Approx(point.y).margin(1.5 * 0.3 / 400));
    const float zero_x = wave[1234].x;
    CHECK(height_at(line, zero_x).value() == Approx(scale.share_of_value(0)).margin(1e-6));
}

TEST_CASE("a curve stands where the ticks say")
{
    Asked asked{test::square_replay(), 600};
    const ChartsData data = panel_charts(asked.question());
    const ChartLine* north = line_of(data.charts[1], "NORTH");
    REQUIRE(north != nullptr);
    // From 1,000 m by 5 m/s: 4,000 m at 600 s.
    CHECK(height_at(*north, 0.5F).value() == Approx(tick_at(data.charts[1], "4000")).margin(1e-3));
    CHECK(north->value == "4000");
    // It lands at 1,000 s of 1,200 s.
    CHECK(north->parts.back().back().x == Approx(1000.0 / 1200));
    const ChartLine* east = line_of(data.charts[3], "EAST");
    REQUIRE(east != nullptr);
    CHECK(height_at(*east, 0.5F).value() == Approx(tick_at(data.charts[3], "500")).margin(1e-3));
    CHECK(east->value == "500.0");
}

TEST_CASE("charts of a loop have its span")
{
    Asked asked{test::square_replay(), 600};
    asked.view.loop = TimeSpan{at_second(550), at_second(750)};
    const ChartsData data = panel_charts(asked.question());
    CHECK(data.span == *asked.view.loop);
    CHECK(data.cursor == 0.25F);
    CHECK(data.charts[2].lines[0].parts.front().front().x == 0);
    CHECK(data.charts[2].lines[0].parts.front().back().x == 1);
}

TEST_CASE("limits of the selected aircraft's type and of the airspace are drawn")
{
    Scenario scenario = test::square_scenario();
    AircraftType type;
    type.id = "glider";
    type.title = "Glider";
    type.mass_kg = 10'000;
    type.wing_area_m2 = 30;
    type.max_lift_coefficient = 1.5;
    type.max_mach = 0.8;
    type.ceiling_m = 9000;
    scenario.aircraft[0].type = type;
    Airspaces airspaces = test::square_airspace();
    airspaces.list[0].ceiling = Msl{8000};
    Asked asked{test::replay_of(scenario, airspaces), 600};
    const ChartsData data = panel_charts(asked.question());
    REQUIRE(data.charts[1].limits.size() == 2);
    CHECK(data.charts[1].limits[0].text == "ceiling of SQR");
    CHECK(data.charts[1].limits[0].at == Approx(tick_at(data.charts[1], "8000")));
    CHECK(data.charts[1].limits[1].text == "ceiling of Glider");
    const ChartLine* stall = line_of(data.charts[2], "stall");
    REQUIRE(stall != nullptr);
    CHECK(stall->style == StyleId::chart_limit);
    CHECK(stall->line == LineStyle::dashed);
    // V = sqrt(2 m g / (rho S CL)), rho of the ISA at 3,000 m 0.9091 kg/m3: 69.2 m/s, 249 km/h.
    CHECK(stall->value == "249");
    REQUIRE(line_of(data.charts[2], "maximum of the type") != nullptr);
    // Mach 0.8 of 328.6 m/s, the speed of sound there: 262.9 m/s, 946 km/h.
    CHECK(line_of(data.charts[2], "maximum of the type")->value == "946");
    asked.view.selected = 1;
    CHECK(line_of(panel_charts(asked.question()).charts[2], "stall") == nullptr);
}

TEST_CASE("curves are broken where nobody knows what was flown")
{
    Scenario scenario = test::square_scenario();
    scenario.max_gap = seconds(100);
    scenario.aircraft[0] = test::recorded("EAST", "a", "AAA",
                                          {test::fix(0, 9.9, 0, 3000), test::fix(50, 9.95, 0, 3000),
                                           test::fix(600, 10.5, 0, 3000), test::fix(660, 10.56, 0, 3000)});
    Asked asked{test::replay_of(scenario, test::square_airspace()), 300};
    const ChartsData data = panel_charts(asked.question());
    const ChartLine* east = line_of(data.charts[2], "EAST");
    REQUIRE(east != nullptr);
    REQUIRE(east->parts.size() == 2);
    CHECK(east->parts[0].back().x == Approx(50.0 / 1200));
    CHECK(east->parts[1].front().x == Approx(0.5));
    CHECK(east->value.empty());
}

TEST_CASE("curves of hidden accounts vanish")
{
    Asked asked{test::square_replay(), 600};
    asked.view.accounts_shown = {false, true};
    const ChartsData data = panel_charts(asked.question());
    for (const Chart& chart : data.charts) {
        REQUIRE(chart.lines.size() == 1);
        CHECK(chart.lines[0].label == "NORTH");
        CHECK_FALSE(chart.lines[0].is_selected);
    }
}

TEST_CASE("with nothing shown charts are empty but whole")
{
    Asked asked{test::square_replay(), 600};
    asked.view.accounts_shown = {false, false};
    const ChartsData data = panel_charts(asked.question());
    REQUIRE(data.charts.size() == 4);
    for (const Chart& chart : data.charts) {
        CHECK(chart.lines.empty());
        CHECK_FALSE(chart.x_ticks.empty());
    }
}
