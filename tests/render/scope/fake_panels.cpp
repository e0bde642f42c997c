#include "tests/render/scope/fake_panels.h"

#include <chrono>
#include <cmath>

namespace incursion {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

TracksData fake_tracks()
{
    TracksData data{"FL", "kt", "NM", "NM", "4 of 4 seen", {}};
    data.rows = {
        {0, "EAGLE1", "193↑", "489", "257", "TUR +2.0", "10.0", StyleId::side_1, LineStyle::solid, true, true, true},
        {1, "EAGLE2", "184", "476", "248", "TUR 2.2", "8.7", StyleId::side_1, LineStyle::dashed, false, false, true},
        {2, "KAPLAN1", "217", "406", "315", "SYR 12.8", "7.1", StyleId::side_2, LineStyle::solid, false, false, true},
        {3, "ĞÜLŞEN", "-", "-", "-", "-", "-", StyleId::side_3, LineStyle::dotted, false, false, false}};
    return data;
}

RadioData fake_radio(const TimeSpan& span)
{
    RadioData data;
    data.count = "7 of 10 calls made";
    const char* words[] = {"You are in our airspace. Leave immediately.",
                           "Change your heading south immediately. Change your heading south.",
                           ("This is the air force speaking on guard. You are approaching our airspace. Change your "
                            "heading south immediately."),
                           "Radar contact, bearing one five five, thirty-two miles.",
                           "Two unknowns south of the village, heading north-east.",
                           "Station calling, say again.",
                           "Climbing to flight level two one zero."};
    for (std::size_t i = 0; i < 7; ++i) {
        RadioLine line;
        line.call = 6 - i;
        line.time = span.from + seconds(280) - seconds(35) * static_cast<int>(i);
        line.clock = "07:2" + std::to_string(3 - i / 3) + ":22.1";
        line.who = i % 3 == 0 ? "Ground control to EAGLE1" : "KAPLAN1 to Ground control";
        line.channel = i % 3 == 0 ? "guard 243.0" : "tactical";
        line.text = words[i];
        line.opacity = 1 - 0.11F * static_cast<float>(i);
        line.is_speaking = i == 0;
        data.lines.push_back(line);
    }
    for (int i = 0; i < 200; ++i)
        data.envelope.push_back(0.5F + 0.5F * std::sin(static_cast<float>(i) * 0.37F) *
                                           std::sin(static_cast<float>(i) * 0.091F));
    data.spoken = 0.42F;
    return data;
}

Chart fake_chart(const std::string& title, const std::string& unit, float lift)
{
    Chart chart{title, unit, {}, {}, {}, {}, {}};
    for (int i = 0; i <= 5; ++i)
        chart.x_ticks.push_back({static_cast<float>(i) / 5, "07:" + std::to_string(19 + 2 * i)});
    for (int i = 0; i <= 4; ++i)
        chart.y_ticks.push_back({static_cast<float>(i) / 4, std::to_string(160 + 20 * i)});
    chart.limits = {{0.16F, "stall 126 m/s"}, {0.2F, "slowest 130 m/s"}, {0.93F, "most of the type"}};
    for (int n = 0; n < 3; ++n) {
        ChartLine line;
        line.style = n == 2 ? StyleId::side_2 : StyleId::side_1;
        line.line = n == 1 ? LineStyle::dashed : LineStyle::solid;
        line.is_selected = n == 0;
        line.value = std::to_string(194 - 7 * n);
        line.parts.resize(n == 1 ? 2 : 1);
        for (int i = 0; i <= 400; ++i) {
            const float x = static_cast<float>(i) / 400;
            const float y = lift + 0.16F * static_cast<float>(n) + 0.14F * std::sin(x * 9 + static_cast<float>(n));
            if (n == 1 && i > 250 && i < 280)
                continue;
            line.parts[n == 1 && i >= 280 ? 1 : 0].push_back({x, y});
        }
        chart.lines.push_back(line);
    }
    return chart;
}

ChartsData fake_charts(const TimeSpan& span)
{
    ChartsData data{span, 0.5F, {}};
    data.charts = {fake_chart("Distance to border", "NM, + inside", 0.3F), fake_chart("Altitude", "FL", 0.45F),
                   fake_chart("Ground speed", "kt", 0.35F), fake_chart("Inside", "s", 0.2F)};
    data.charts[0].bands = {{0, 0.42F, StyleId::chart_inside}, {0.42F, 0.6F, StyleId::chart_buffer}};
    return data;
}

std::vector<FigureRow> fake_figures(const TimeSpan& span)
{
    std::vector<FigureRow> rows;
    rows.push_back({"EAGLE1 in TUR", "", "", std::nullopt, true, 0});
    rows.push_back({"entry", "07:24:05.000", "side ± 1 ns", span.from + seconds(305), false, 0});
    rows.push_back({"exit", "07:24:22.000", "side ± 1 ns", span.from + seconds(322), false, 0});
    rows.push_back({"dwell", "17.000 s", "claimed 17 s", std::nullopt, false, 0});
    rows.push_back(
        {"greatest depth", "1.08 km", "claimed 2.19 km: 1.11 km less than that", span.from + seconds(313), false, 0});
    rows.push_back({"Calls", "", "", std::nullopt, true, std::nullopt});
    rows.push_back({"count", "10", "over 300 s, one each 33.3 s", span.from + seconds(5), false, std::nullopt});
    return rows;
}

TimelineData fake_timeline(const TimeSpan& span)
{
    TimelineData data;
    data.span = span;
    data.cursor = 0.5F;
    data.loop = std::pair{0.6F, 0.7F};
    for (int i = 0; i <= 10; ++i)
        data.ticks.push_back({static_cast<float>(i) / 10, "07:" + std::to_string(19 + i) + ":00"});
    data.visits = {{0.40F, 0.48F, 0, StyleId::state_inside, span.from + minutes(4), "EAGLE1 inside TUR for 48 s"},
                   {0.46F, 0.60F, 1, StyleId::state_inside, span.from + minutes(5), "EAGLE2 inside TUR for 84 s"}};
    for (int i = 0; i < 10; ++i)
        data.calls.push_back({0.02F + 0.05F * static_cast<float>(i), 0.035F + 0.05F * static_cast<float>(i), 0,
                              i == 9 ? StyleId::call_now : StyleId::call, span.from + seconds(12 + 30 * i),
                              "Call " + std::to_string(i + 1) + " of 10"});
    data.marks = {{0.40F, StyleId::entry, MomentKind::entry, false, 0, span.from + minutes(4), "EAGLE1 enters TUR"},
                  {0.48F, StyleId::exit, MomentKind::exit, false, 0, span.from + seconds(288), "EAGLE1 leaves TUR"},
                  {0.80F, StyleId::event, MomentKind::event, false, 0, span.from + minutes(8), "Fired at"},
                  {0.90F, StyleId::bookmark, MomentKind::event, true, 0, span.from + minutes(9), "look here again"}};
    data.speed = "2x";
    data.state = "paused";
    data.speed_factor = 2;
    return data;
}

SelectedData fake_selected()
{
    SelectedData data;
    data.label = "EAGLE1";
    data.title = "Plane 1, fired at";
    data.position = "N35°51.83′ E036°06.87′";
    data.age = "seen 2.1 s ago";
    data.readouts = {
        {"level", "193↑", "FL", StyleId::text_bright},        {"ground speed", "489", "kt", StyleId::text_bright},
        {"heading", "257", "°T", StyleId::text_bright},       {"to border", "+2.0", "NM", StyleId::state_inside},
        {"time to border", "12.4", "s", StyleId::state_near}, {"inside so far", "17.0", "s", StyleId::state_inside}};
    data.has_gauge = true;
    data.gauge_value = 0.66F;
    return data;
}

}  // namespace

Time fake_start()
{
    return Time{} + std::chrono::hours(24 * 16763) + std::chrono::hours(7) + minutes(19);
}
TimeSpan fake_span()
{
    return {fake_start(), fake_start() + minutes(10)};
}

PanelData fake_panels()
{
    const TimeSpan span = fake_span();
    PanelData data;
    data.header = {"Two strike aircraft at a border",
                   "24 November 2015",
                   "07:24:05",
                   ".3",
                   "radar assumed, one turn in 5 s",
                   "radar assumed, 5 s a turn",
                   "EAGLE1 INSIDE TUR  12.4 s",
                   StyleId::state_inside,
                   "reconstruction"};
    data.tracks = fake_tracks();
    data.selected = fake_selected();
    data.radio = fake_radio(span);
    data.charts = fake_charts(span);
    data.accounts = {{0, "Letter to the Council", "4 aircraft, 10 calls", LineStyle::solid, true},
                     {1, "Ministry of Defence", "2 aircraft, no call", LineStyle::dashed, false}};
    data.figures = fake_figures(span);
    data.timeline = fake_timeline(span);
    data.status = "N35°51.83′ E036°06.87′   bearing 173°T  17.2 NM   TUR   0.6 NM inside";
    data.caption = "Ground control: You are in our airspace. Leave immediately.";
    return data;
}

PanelData crowded_panels(std::size_t rows)
{
    PanelData data = fake_panels();
    const std::string tail = ", and a good deal more than there is room for in a panel of any width that is usual";
    data.header.title += tail;
    data.header.state += tail;
    data.selected.title += tail;
    data.status += tail;
    data.caption += tail;
    for (std::size_t i = data.tracks.rows.size(); i < rows; ++i) {
        TrackRow row = data.tracks.rows[i % 3];
        row.track = i;
        row.label += std::to_string(i) + tail;
        row.is_selected = false;
        data.tracks.rows.push_back(row);
        FigureRow figure = data.figures[1];
        figure.beside += tail;
        data.figures.push_back(figure);
        RadioLine line = data.radio.lines[i % 7];
        line.call = i + 10;
        line.text += tail;
        data.radio.lines.push_back(line);
        data.accounts.push_back({i, "Account " + std::to_string(i) + tail, "content", LineStyle::dotted, true});
    }
    return data;
}

}  // namespace incursion
