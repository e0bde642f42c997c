#include <algorithm>
#include <map>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "render/view/panel_parts.h"
#include "sim/base/random.h"
#include "tests/render/view/panel_cases.h"

using namespace incursion;

namespace {

const Replay& shipped(const std::string& name)
{
    static std::map<std::string, std::unique_ptr<Replay>> replays;
    std::unique_ptr<Replay>& replay = replays[name];
    if (!replay)
        replay = test::shipped_replay(name);
    return *replay;
}

constexpr const char* names[] = {"hatay-2015", "mig23-2014", "porvoo-2016"};

/// All panels but the status line, which nothing points at.
PanelData panels(const Replay& replay, const ViewState& view, PanelMemory& memory, SweepMemory& sweep)
{
    const FrameSize frame;
    const PanelQuestion question{replay, view, frame, sweep, memory};
    PanelData data;
    data.header = panel_header(question);
    data.tracks = panel_tracks(question);
    data.selected = panel_selected(question);
    data.radio = panel_radio(question);
    data.charts = panel_charts(question);
    data.accounts = panel_accounts(question);
    data.figures = panel_figures(question);
    data.timeline = panel_timeline(question);
    data.caption = panel_caption(question);
    return data;
}

PanelData panels(const Replay& replay, const ViewState& view)
{
    PanelMemory memory{replay};
    SweepMemory sweep{replay};
    return panels(replay, view, memory, sweep);
}

/// Everything that panels say, as one text.
std::string told(const PanelData& data)
{
    std::string text = data.header.state + data.header.clock + data.header.label + data.tracks.count + data.caption;
    for (const TrackRow& row : data.tracks.rows)
        text += row.label + row.level + row.speed + row.heading + row.border + row.range + "\n";
    text += data.selected.label + data.selected.position + data.selected.age;
    for (const Readout& readout : data.selected.readouts)
        text += readout.name + readout.value + readout.unit + "\n";
    for (const RadioLine& line : data.radio.lines)
        text += line.clock + line.who + line.text + "\n";
    for (const Chart& chart : data.charts.charts)
        for (const ChartLine& line : chart.lines) {
            text += line.label + line.value + "\n";
            for (const auto& part : line.parts)
                for (const Point point : part)
                    text += fmt::format("{},{} ", point.x, point.y);
        }
    for (const FigureRow& row : data.figures)
        text += row.name + row.value + row.beside + "\n";
    for (const TimelineMark& mark : data.timeline.marks)
        text += mark.hint + "\n";
    for (const TimelineBar& bar : data.timeline.calls)
        text += bar.hint + "\n";
    return text;
}

bool is_share(float x)
{
    return x >= 0 && x <= 1;
}  // false of what is not finite

Time some_instant(const Replay& replay, RandomStream& random)
{
    return replay.span().from + seconds(random.uniform() * to_seconds(replay.span().length()));
}

ViewState some_view(const Replay& replay, RandomStream& random)
{
    ViewState view = first_view(replay);
    view.time = some_instant(replay, random);
    view.selected = static_cast<std::size_t>(random.uniform(0, static_cast<double>(replay.track_count())));
    view.unit = random.uniform() < 0.5 ? LengthUnit::kilometre : LengthUnit::nautical_mile;
    set(view, Switch::sweep, random.uniform() < 0.5);
    for (std::size_t i = 0; i < replay.report().accounts.size(); ++i)
        view.accounts_shown.push_back(random.uniform() < 0.7);
    return view;
}

}  // namespace

TEST_CASE("at every instant of a visit the state says so and the seconds since the entry")
{
    for (const std::string name : names) {
        const Replay& replay = shipped(name);
        for (std::size_t track = 0; track < replay.track_count(); ++track) {
            std::size_t visits = 0;
            for (const Visit& visit : replay.track_report(track).visits) {
                if (!visit.foreign || ++visits > 1)
                    continue;
                ViewState view = first_view(replay);
                view.selected = track;
                for (const double share : {0.0, 0.1, 0.5, 0.9}) {
                    view.time = visit.entry.time + seconds(share * to_seconds(visit.duration()));
                    const HeaderData header = panels(replay, view).header;
                    CAPTURE(name, share, header.state);
                    CHECK(header.state == fmt::format("{} INSIDE {}  {}", replay.track_report(track).track,
                                                      visit.airspace,
                                                      short_duration(to_seconds(view.time - visit.entry.time))));
                    CHECK(header.state_style == StyleId::state_inside);
                }
                view.time = visit.exit.time;
                CHECK(panels(replay, view).header.state_style != StyleId::state_inside);
            }
        }
    }
}

TEST_CASE("what panels say of shipped scenarios lies where it can be drawn")
{
    const std::uint64_t seed = 7;
    CAPTURE(seed);
    RandomStream random{seed, "panels"};
    for (const std::string name : names) {
        const Replay& replay = shipped(name);
        for (int i = 0; i < 12; ++i) {
            const PanelData data = panels(replay, some_view(replay, random));
            CAPTURE(name, i);
            REQUIRE(data.charts.charts.size() == 4);
            CHECK(is_share(data.charts.cursor));
            for (const Chart& chart : data.charts.charts) {
                CHECK(chart.lines.size() <= 6);
                CHECK(chart.y_ticks.size() >= 2);
                for (const ChartLine& line : chart.lines)
                    for (const auto& part : line.parts)
                        CHECK(std::all_of(part.begin(), part.end(),
                                          [](Point p) { return is_share(p.x) && is_share(p.y); }));
                for (const ChartLimit& limit : chart.limits)
                    CHECK(is_share(limit.at));
                for (const ChartTick& tick : chart.y_ticks)
                    CHECK(is_share(tick.at));
            }
            for (const FigureRow& row : data.figures)
                CHECK((!row.moment || (replay.span().from <= *row.moment && *row.moment <= replay.span().to)));
            for (const TimelineMark& mark : data.timeline.marks)
                CHECK(is_share(mark.at));
            for (const TimelineBar& bar : data.timeline.visits)
                CHECK((bar.from <= bar.to && bar.lane >= 0 && bar.lane < 4));
            CHECK(is_share(data.selected.gauge_value));
        }
    }
}

TEST_CASE("the radio of shipped scenarios has exactly the shown calls made by then")
{
    const std::uint64_t seed = 8;
    CAPTURE(seed);
    RandomStream random{seed, "radio"};
    for (const std::string name : names) {
        const Replay& replay = shipped(name);
        for (int i = 0; i < 12; ++i) {
            const ViewState view = some_view(replay, random);
            std::vector<std::size_t> made;
            for (const RadioLine& line : panels(replay, view).radio.lines)
                made.push_back(line.call);
            std::vector<std::size_t> expected;
            const auto& calls = replay.report().calls.list;
            const auto& accounts = replay.report().accounts;
            for (std::size_t k = calls.size(); k-- > 0;)
                for (std::size_t a = 0; a < accounts.size(); ++a)
                    if (accounts[a].id == calls[k].call.account && view.accounts_shown[a] &&
                        calls[k].call.time <= view.time)
                        expected.push_back(k);
            CHECK(made == expected);
        }
    }
}

TEST_CASE("a used memory says the same as a fresh one, whatever was asked before")
{
    const std::uint64_t seed = 9;
    CAPTURE(seed);
    RandomStream random{seed, "memory"};
    for (const std::string name : names) {
        const Replay& replay = shipped(name);
        PanelMemory memory{replay};
        SweepMemory sweep{replay};
        for (int i = 0; i < 12; ++i) {
            const ViewState view = some_view(replay, random);
            CAPTURE(name, i);
            CHECK(told(panels(replay, view, memory, sweep)) == told(panels(replay, view)));
        }
    }
}

TEST_CASE("nothing is told of hidden accounts")
{
    for (const std::string name : names) {
        const Replay& replay = shipped(name);
        for (std::size_t hidden = 0; hidden < replay.report().accounts.size(); ++hidden) {
            ViewState view = first_view(replay);
            view.time = replay.span().to;
            view.accounts_shown.assign(replay.report().accounts.size(), true);
            view.accounts_shown[hidden] = false;
            const PanelData data = panels(replay, view);
            const auto is_hidden = [&](const std::string& id) {
                const auto track = replay.track_of(id);
                return track && replay.account_of_track(*track) == hidden;
            };
            CAPTURE(name, hidden);
            for (const TrackRow& row : data.tracks.rows)
                CHECK_FALSE(is_hidden(row.label));
            for (const Chart& chart : data.charts.charts)
                for (const ChartLine& line : chart.lines)
                    CHECK_FALSE(is_hidden(line.label));
            for (const FigureRow& row : data.figures)
                CHECK((!row.track || replay.account_of_track(*row.track) != hidden));
            for (const TimelineBar& bar : data.timeline.visits)
                CHECK_FALSE(is_hidden(bar.hint.substr(0, bar.hint.find(' '))));
            for (const RadioLine& line : data.radio.lines)
                CHECK(replay.report().calls.list[line.call].call.account != replay.report().accounts[hidden].id);
            CHECK_FALSE(is_hidden(data.selected.label));
            CHECK_FALSE(is_hidden(data.header.state.substr(0, data.header.state.find(' '))));
        }
    }
}

TEST_CASE("flown tracks are labelled a reconstruction unless that is not wanted")
{
    const Replay& replay = shipped("hatay-2015");
    ViewState view = first_view(replay);
    CHECK(panels(replay, view).header.label == "reconstruction");
    view.is_labelled = false;
    CHECK(panels(replay, view).header.label.empty());
}

TEST_CASE("the flagship's seventeen seconds stand in the figures")
{
    const Replay& replay = shipped("hatay-2015");
    const PanelData data = panels(replay, first_view(replay));
    const auto inside = std::find_if(data.figures.begin(), data.figures.end(), [&](const FigureRow& row) {
        return row.name == "inside" && row.track == replay.track_of("SU24-2");
    });
    REQUIRE(inside != data.figures.end());
    CHECK(inside->value == "17.000 s");
}
