#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "tools/incursion/claim_plots.h"
#include "tools/incursion/gnuplot.h"
#include "tools/incursion/text_claims_parts.h"

namespace incursion {

namespace {

/// The ranges that the plot shows.
struct Frame {
    double slowest = 0, fastest = 0, longest_s = 0;
};

Frame frame_of(const ClaimStudy& study, const ReadingStudy& reading)
{
    double fastest = study.speeds.greatest_tas_mps.value_or(400), slowest = study.speeds.least_tas_mps.value_or(100);
    double longest = 0;
    for (const NeededSpeed& n : reading.needed) {
        slowest = std::min(slowest, n.speed_mps);
        fastest = std::max(fastest, n.at_least ? 0 : n.speed_mps);
    }
    slowest *= 0.7;
    for (const StatedFigure& figure : reading.search.figures)
        if (figure.what == CrossingFigure::dwell && std::isfinite(figure.range.high))
            longest = std::max(longest, 2.5 * figure.range.high);
    for (const TradeOff& trade : reading.trade_offs)
        if (longest == 0)
            longest = trade.length_m.low / slowest;
    return {slowest, 1.05 * fastest, longest > 0 ? longest : 60};
}

std::string title_of(const ClaimStudy& study, const ReadingStudy& reading)
{
    std::string texts;
    for (const StatedFigure& figure : reading.search.figures)
        if (figure.what != CrossingFigure::limits)
            texts += (texts.empty() ? "" : ", ") + figure.text;
    return fmt::format("{} and {}, as account {} tells it: {}", study.aircraft, study.airspace, study.account, texts);
}

bool is_open(const TradeOff& trade, const std::vector<StatedFigure>& figures)
{
    return trade.figures.size() == 1 && figures[trade.figures.front()].what != CrossingFigure::length;
}

std::string band_data(const TradeOff& trade, bool open, const Frame& frame, std::size_t number)
{
    std::string data = fmt::format("$band{} << EOD\n", number);
    constexpr int points = 200;
    for (int i = 0; i <= points; ++i) {
        const double speed = frame.slowest + (frame.fastest - frame.slowest) * i / points;
        const double low = trade.length_m.low / speed;
        if (low > frame.longest_s)
            continue;
        const double high = open ? frame.longest_s : std::min(trade.length_m.high / speed, frame.longest_s);
        data += fmt::format("{:.4f} {:.5f} {:.5f}\n", speed, low, high);
    }
    return data + "EOD\n";
}

std::string band_title(const TradeOff& trade, const std::vector<StatedFigure>& figures)
{
    if (trade.figures.size() > 1)
        return "all of these together";
    return figure_text(figures[trade.figures.front()]);
}

std::string shade(double from, double to, std::string_view colour)
{
    return fmt::format("set object rectangle from first {:.4f}, graph 0 to first {:.4f}, graph 1 behind fillstyle solid "
                       "0.25 noborder fillcolor rgb '{}'\n",
                       from, to, colour);
}

/// Grey where the type does not fly.
std::string limit_shades(const ClaimStudy& study, const Frame& frame)
{
    std::string script;
    const auto& least = study.speeds.least_tas_mps;
    const auto& greatest = study.speeds.greatest_tas_mps;
    if (least && *least > frame.slowest) {
        script += shade(frame.slowest, *least, "#808080");
        script += fmt::format("set label 1 {} at first {:.4f}, graph 0.97 right rotate by 90 font ',10' textcolor rgb '#505050'\n",
                              gnuplot_text(fmt::format("{} too slow: stall at {}", study.type,
                                                       study.mass_kg ? mass_text(*study.mass_kg) : "its mass")),
                              *least - (frame.fastest - frame.slowest) * 0.012);
    }
    if (greatest && *greatest < frame.fastest)
        script += shade(*greatest, frame.fastest, "#808080");
    return script;
}

std::string dwell_bands(const ReadingStudy& reading, const Frame& frame)
{
    std::string script;
    for (const StatedFigure& figure : reading.search.figures)
        if (figure.what == CrossingFigure::dwell) {
            const double low = std::max(0.0, figure.range.low), high = std::min(frame.longest_s, figure.range.high);
            script += fmt::format("set object rectangle from graph 0, first {:.4f} to graph 1, first {:.4f} behind "
                                  "fillstyle solid 0.3 noborder fillcolor rgb '#e6a000'\n",
                                  low, high);
            script += fmt::format("set label {} at graph 0.985, first {:.4f} right font ',11' textcolor rgb '#805800'\n",
                                  gnuplot_text("claimed: " + figure.text + " inside"), high + frame.longest_s * 0.022);
        }
    return script;
}

/// A dot where each claimed dwell meets a claimed path, with its speed beside it; labels that would run into each other
/// stand one above the other.
std::string needed_points(const ClaimStudy& study, const ReadingStudy& reading, const Frame& frame)
{
    std::vector<NeededSpeed> needed = reading.needed;
    std::stable_sort(needed.begin(), needed.end(),
                     [](const NeededSpeed& a, const NeededSpeed& b) { return a.speed_mps < b.speed_mps; });
    std::string data = "$needed << EOD\nNaN NaN\n", labels;
    double taken_to = -1;
    int row = 0;
    for (const NeededSpeed& n : needed) {
        std::string text = fmt::format("{:.0f} m/s", n.speed_mps);
        const bool slow = study.speeds.least_tas_mps && n.speed_mps < *study.speeds.least_tas_mps;
        if (slow && n.stall_mass_kg && !n.at_least)
            text += ", stalls above " + mass_text(*n.stall_mass_kg);
        row = n.speed_mps < taken_to ? row + 1 : 0;
        const double letter = (frame.fastest - frame.slowest) / 120;  // the width of one, about
        taken_to = n.speed_mps + letter * static_cast<double>(text.size() + 3);
        data += fmt::format("{:.4f} {:.4f}\n", n.speed_mps, n.path_m / n.speed_mps);
        labels += fmt::format("set label {} at first {:.4f}, first {:.4f} left offset 0.8,{:.1f} font ',10' front\n",
                              gnuplot_text(text), n.speed_mps, n.path_m / n.speed_mps, 0.9 + 1.2 * row);
    }
    return data + "EOD\n" + labels;
}

}  // namespace

std::string speed_plot(const ClaimStudy& study, const ReadingStudy& reading)
{
    static constexpr std::array colours{"#1b6ca8", "#a83232", "#2f8f4e", "#7a4fa3", "#b0651d", "#3c8d93"};
    const Frame frame = frame_of(study, reading);
    const std::vector<StatedFigure>& figures = reading.search.figures;
    std::string script = fmt::format("set title {} font ',12'\nset xlabel 'speed over the ground, m/s (still air)'\n"
                                     "set ylabel 'time inside, s'\nset xrange [{:.4f}:{:.4f}]\nset yrange [0:{:.4f}]\n"
                                     "set key at graph 0.98,0.97 right top opaque box linecolor rgb '#c0c0c0' font ',11'\nset grid linecolor rgb '#d8d8d8'\nset tics nomirror\n",
                                     gnuplot_text(title_of(study, reading)), frame.slowest, frame.fastest,
                                     frame.longest_s);
    script += limit_shades(study, frame) + dwell_bands(reading, frame);
    std::string plots;
    for (std::size_t i = 0; i < reading.trade_offs.size(); ++i) {
        const TradeOff& trade = reading.trade_offs[i];
        const bool open = is_open(trade, figures);
        const std::string title = gnuplot_text(band_title(trade, figures) + (open ? ": this long or longer" : ""));
        const char* colour = colours[i % colours.size()];
        script += band_data(trade, open, frame, i);
        plots += fmt::format("$band{0} using 1:2:3 with filledcurves fillstyle transparent solid {3} noborder fillcolor rgb "
                             "'{1}' notitle, $band{0} using 1:2 with lines linewidth 2 linecolor rgb '{1}' title {2}, ",
                             i, colour, title, open ? "0.08" : "0.35");
    }
    script += needed_points(study, reading, frame);
    plots += "$needed using 1:2 with points pointtype 7 pointsize 0.8 linecolor rgb '#202020' notitle";
    return script + "plot " + plots + "\n";
}

}  // namespace incursion
