#include "render/view/panel_parts.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/render/view/panel_cases.h"

using namespace incursion;
using incursion::test::at_second;

namespace {

struct Asked {
    explicit Asked(std::unique_ptr<Replay> r) : replay{std::move(r)}, view{test::square_view(*replay, 0)} {}
    std::unique_ptr<Replay> replay;
    ViewState view;
    FrameSize frame;
    SweepMemory sweep{*replay};
    PanelMemory memory{*replay};
    std::vector<FigureRow> figures() { return panel_figures({*replay, view, frame, sweep, memory}); }
};

FigureRow row(const std::vector<FigureRow>& rows, const std::string& heading, const std::string& name)
{
    auto found =
        std::find_if(rows.begin(), rows.end(), [&](const FigureRow& r) { return r.is_heading && r.name == heading; });
    REQUIRE(found != rows.end());
    found = std::find_if(found + 1, rows.end(), [&](const FigureRow& r) { return r.is_heading || r.name == name; });
    REQUIRE(found != rows.end());
    REQUIRE_FALSE(found->is_heading);
    return *found;
}

bool has_heading(const std::vector<FigureRow>& rows, const std::string& heading)
{
    return std::any_of(rows.begin(), rows.end(), [&](const FigureRow& r) { return r.is_heading && r.name == heading; });
}

double second_of(const FigureRow& row)
{
    return to_seconds(row.moment.value() - at_second(0));
}

Scenario with_claim()
{
    Scenario scenario = test::square_scenario();
    Claim claim;
    claim.account = "a";
    claim.aircraft = "EAST";
    claim.airspace = "SQR";
    claim.dwell = ClaimedFigure{{{900, 50, "900 s"}}, ClaimBound::about};
    claim.length = ClaimedFigure{{{90'000, 5000, "90 km"}}, ClaimBound::about};
    scenario.claims = {claim};
    return scenario;
}

}  // namespace

TEST_CASE("the figures of a visit lead to its moments")
{
    Asked asked{test::square_replay()};
    const auto rows = asked.figures();
    const FigureRow entry = row(rows, "EAST", "enters SQR");
    CHECK(entry.value == "00:01:40.000");
    CHECK(entry.beside.starts_with("side ± "));
    CHECK(second_of(entry) == Approx(100).margin(1e-6));
    CHECK(entry.track == 0U);
    CHECK(second_of(row(rows, "EAST", "leaves SQR")) == Approx(1100).margin(1e-6));
    CHECK(row(rows, "EAST", "inside").value == "16 min 40.0 s");
    CHECK(row(rows, "EAST", "path inside").value == "111.32 km");
    // Half a degree of the equator.
    CHECK(row(rows, "EAST", "greatest depth").value == "55.66 km");
    asked.view.unit = LengthUnit::nautical_mile;
    CHECK(row(asked.figures(), "EAST", "path inside").value == "60.11 nmi");
}

TEST_CASE("who never was inside has a closest approach instead")
{
    Asked asked{test::square_replay()};
    const FigureRow closest = row(asked.figures(), "NORTH", "closest to SQR");
    // At the end of its track: 0.15 degrees of the parallel of half a degree, whose cosine is 0.99996.
    CHECK(closest.value == "16.70 km");
    CHECK(second_of(closest) == Approx(1000));
}

TEST_CASE("calls are counted, with their span and mean interval")
{
    Asked asked{test::square_replay()};
    auto rows = asked.figures();
    CHECK(row(rows, "calls", "made").value == "4");
    CHECK(row(rows, "calls", "before the first entry").value == "3");
    asked.view.accounts_shown = {true, false};
    rows = asked.figures();
    CHECK(row(rows, "calls", "made").value == "3");
    CHECK(row(rows, "calls", "from first to last").value == "4 min 10.0 s");
    CHECK(row(rows, "calls", "apart on average").value == "125.0 s");
    CHECK_FALSE(has_heading(rows, "NORTH"));
}

TEST_CASE("claims stand beside what was found, and only with their account")
{
    Asked asked{test::replay_of(with_claim(), test::square_airspace())};
    const auto rows = asked.figures();
    const FigureRow dwell = row(rows, "claim of a on EAST and SQR", "inside");
    CHECK(dwell.value == "16 min 40.0 s");
    CHECK(dwell.beside == "claimed 15 min 00.0 s");
    CHECK(row(rows, "claim of a on EAST and SQR", "path inside").beside == "claimed 90.00 km");
    // 90 km in 900 s.
    CHECK(row(rows, "claim of a on EAST and SQR", "claimed length in claimed dwell").value == "360 km/h");
    asked.view.accounts_shown = {false, true};
    CHECK_FALSE(has_heading(asked.figures(), "claim of a on EAST and SQR"));
    CHECK_FALSE(has_heading(asked.figures(), "EAST"));
}

TEST_CASE("claims of an instant and a place are told as such, in their own account's track alone")
{
    Scenario scenario = with_claim();
    scenario.aircraft[1].same_as = scenario.aircraft[0].id;
    Claim& claim = scenario.claims[0];
    claim.entry_time = at_second(90);
    claim.entry_time_half_step_s = 0.5;
    claim.position = std::get<Track>(scenario.aircraft[0].motion).fixes().front().place;
    claim.position_half_step_m = 2000;
    Asked asked{test::replay_of(scenario, test::square_airspace())};
    const auto rows = asked.figures();
    const FigureRow entry = row(rows, "claim of a on EAST and SQR", "first entry");
    CHECK(entry.value == "00:01:40.000");
    CHECK(entry.beside == "claimed 00:01:30.000");
    CHECK(second_of(entry) == Approx(100).margin(1e-6));
    const FigureRow position = row(rows, "claim of a on EAST and SQR", "off the position");
    CHECK(position.beside == "claimed within 2.00 km");
    CHECK(std::count_if(rows.begin(), rows.end(), [](const FigureRow& r) { return r.name == "first entry"; }) == 1);
}
