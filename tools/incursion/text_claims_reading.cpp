#include "tools/incursion/text_claims_parts.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

namespace incursion {

namespace {

std::string words_of(CrossingFigure what)
{
    switch (what) {
    case CrossingFigure::dwell: return "dwell";
    case CrossingFigure::depth: return "depth";
    case CrossingFigure::point_distance: return "depth from the point";
    case CrossingFigure::length: return "path inside";
    case CrossingFigure::speed: return "ground speed";
    case CrossingFigure::limits: break;
    }
    return "limits";
}

std::string number_text(CrossingFigure what, double value)
{
    if (what == CrossingFigure::dwell)
        return seconds_text(value, 1);
    if (what == CrossingFigure::speed || what == CrossingFigure::limits)
        return fmt::format("{:.1f} m/s", value);
    return length_text(value);
}

std::string range_text(CrossingFigure what, NumberRange range)
{
    if (!std::isfinite(range.high))
        return "from " + number_text(what, range.low);
    if (!std::isfinite(range.low))
        return "to " + number_text(what, range.high);
    const std::string low = number_text(what, range.low), high = number_text(what, range.high);
    return low == high ? low : low + " to " + high;
}

/// `with a path inside of 1.15 mi the depth is at most 746 m (0.40 nmi)`; empty where nothing is near, or where two
/// figures of one kind exclude each other, which needs no explanation.
std::string miss_text(const NearMiss& miss, const Contradiction& contradiction, const std::vector<StatedFigure>& figures)
{
    const StatedFigure& figure = figures[miss.figure];
    std::vector<std::string> rest;
    for (const std::size_t i : contradiction.figures)
        if (i != miss.figure) {
            if (figures[i].what == figure.what)
                return "";
            rest.push_back(figure_text(figures[i]));
        }
    if (rest.empty() || (!miss.below && !miss.above))
        return "";
    std::string text = fmt::format("with {} the {} is ", listed(rest), words_of(figure.what));
    if (miss.below)
        text += "at most " + number_text(figure.what, *miss.below);
    if (miss.below && miss.above)
        text += " or ";
    if (miss.above)
        text += "at least " + number_text(figure.what, *miss.above);
    return text;
}

void write_figures(ReportText& text, const ReadingStudy& reading)
{
    Table table;
    table.columns = {{"FIGURE"}, {"STATED"}, {"ALLOWS", TextAlign::left, 12}, {"TRUE OF", TextAlign::right}};
    for (std::size_t i = 0; i < reading.search.figures.size(); ++i) {
        const StatedFigure& figure = reading.search.figures[i];
        const bool limits = figure.what == CrossingFigure::limits;
        table.rows.push_back({{words_of(figure.what)},
                              {figure.text},
                              {limits ? "" : range_text(figure.what, figure.range)},
                              {grouped(static_cast<std::int64_t>(reading.search.alone[i]))}});
    }
    text.page.table(std::move(table));
}

void write_feasible(ReportText& text, const CrossingSearch& search)
{
    const CrossingRanges& r = *search.ranges;
    std::string line = counted(search.feasible.size(), "crossing makes", "crossings make") + " all of it true";
    if (search.feasible_turning > 0)
        line += fmt::format(", {} of them in a turn", grouped(static_cast<std::int64_t>(search.feasible_turning)));
    line += fmt::format(": {} inside, {} deep at most, at {}, for {}; entries between {:.4f}° and {:.4f}° of "
                        "latitude, {:.4f}° and {:.4f}° of longitude.",
                        range_text(CrossingFigure::length, r.length_m), range_text(CrossingFigure::depth, r.depth_m),
                        range_text(CrossingFigure::speed, r.speed_mps), range_text(CrossingFigure::dwell, r.dwell_s),
                        r.entry_lat_deg.low, r.entry_lat_deg.high, r.entry_lon_deg.low, r.entry_lon_deg.high);
    text.page.paragraph(line);
}

void write_contradictions(ReportText& text, const CrossingSearch& search)
{
    text.page.paragraph("None of these crossings makes all of it true. What excludes each other:");
    for (const Contradiction& contradiction : search.contradictions) {
        std::vector<std::string> names, misses;
        for (const std::size_t i : contradiction.figures)
            names.push_back(figure_text(search.figures[i]));
        for (const NearMiss& miss : contradiction.misses)
            if (std::string words = miss_text(miss, contradiction, search.figures); !words.empty())
                misses.push_back(std::move(words));
        std::string line = names.size() == 1 ? "no crossing has " + names.front() : listed(names);
        for (const std::string& miss : misses)
            line += (&miss == &misses.front() ? ": " : "; ") + miss;
        text.page.paragraph("- " + line + ".", TextStyle::plain, 2);
    }
}

void write_needed(ReportText& text, const ClaimStudy& study, const ReadingStudy& reading)
{
    for (const NeededSpeed& n : reading.needed) {
        const StatedFigure& dwell = reading.search.figures[n.dwell];
        const StatedFigure& figure = reading.search.figures[n.figure];
        std::string line = fmt::format("{} with {} {} {}", dwell.text, figure_text(figure),
                                       n.at_least ? "needs at least" : "needs", speed_text(n.speed_mps));
        if (n.at_least)
            line += fmt::format(", for {} at least", metric_length(n.path_m));
        else if (std::isfinite(n.range_mps.high))
            line += fmt::format(", within rounding {:.1f} to {:.1f} m/s", n.range_mps.low, n.range_mps.high);
        // A speed that may be higher says nothing of the stall unless it is flown as it stands.
        const bool slow = study.speeds.least_tas_mps && n.speed_mps < *study.speeds.least_tas_mps;
        const bool fast = study.speeds.greatest_tas_mps && n.speed_mps > *study.speeds.greatest_tas_mps;
        if (slow && n.stall_mass_kg && !n.at_least)
            line += fmt::format(": below the stall of the {} above {}", study.type, mass_text(*n.stall_mass_kg));
        else if (slow && !n.at_least)
            line += fmt::format(": slower than the {} flies", study.type);
        else if (fast)
            line += fmt::format(": faster than the {} flies", study.type);
        text.page.paragraph(line + ".", TextStyle::plain, 2);
    }
}

/// Even steps from the least to the greatest speed, in tens of metres per second.
std::vector<double> example_speeds(const SpeedRange& speeds)
{
    constexpr int rows = 6;
    const double least = std::ceil(speeds.least_tas_mps.value_or(50) / 10) * 10;
    const double greatest = std::max(least, std::floor(speeds.greatest_tas_mps.value_or(least + 250) / 10) * 10);
    std::set<double> chosen;
    for (int i = 0; i < rows; ++i)
        chosen.insert(std::round((least + (greatest - least) * i / (rows - 1)) / 10) * 10);
    return {chosen.begin(), chosen.end()};
}

std::string path_words(const TradeOff& trade, const std::vector<StatedFigure>& figures)
{
    if (trade.figures.size() > 1)
        return "all of these";
    const StatedFigure& figure = figures[trade.figures.front()];
    return figure.what == CrossingFigure::length ? figure.text + " inside" : figure.text + " deep";
}

void write_trade_offs(ReportText& text, const ClaimStudy& study, const ReadingStudy& reading)
{
    if (reading.trade_offs.empty())
        return;
    text.page.paragraph("Time inside that follows from each speed over the ground:");
    Table table;
    table.columns = {{"SPEED", TextAlign::right}};
    for (const TradeOff& trade : reading.trade_offs)
        table.columns.push_back({path_words(trade, reading.search.figures), TextAlign::right});
    for (const double speed : example_speeds(study.speeds)) {
        std::vector<Cell> row{{fmt::format("{:.0f} m/s", speed)}};
        for (const TradeOff& trade : reading.trade_offs) {
            const double low = trade.length_m.low / speed, high = trade.length_m.high / speed;
            const bool open = reading.search.figures[trade.figures.front()].what != CrossingFigure::length &&
                              trade.figures.size() == 1;
            row.push_back({open ? fmt::format("from {:.1f} s", low) : fmt::format("{:.1f} to {:.1f} s", low, high)});
        }
        table.rows.push_back(std::move(row));
    }
    text.page.table(std::move(table));
}

}  // namespace

std::size_t straight_paths(const ClaimStudy& study)
{
    const auto across = static_cast<std::size_t>(std::floor(study.grid.radius_m * 0.999 / study.grid.step_m));
    return study.grid.directions * (2 * across + 1);
}

std::string mass_text(double kg)
{
    return kg < 1000 ? fmt::format("{:.0f} kg", kg) : fmt::format("{:.1f} t", kg / 1000);
}

std::string limits_text(const SpeedRange& speeds)
{
    if (speeds.least_tas_mps && speeds.greatest_tas_mps)
        return fmt::format("{:.0f} to {:.0f} m/s", *speeds.least_tas_mps, *speeds.greatest_tas_mps);
    return speeds.least_tas_mps ? fmt::format("no slower than {:.0f} m/s", *speeds.least_tas_mps)
                                : fmt::format("no faster than {:.0f} m/s", speeds.greatest_tas_mps.value_or(0));
}

std::string figure_text(const StatedFigure& figure)
{
    if (figure.what == CrossingFigure::limits)
        return "the speeds of the " + figure.text;
    return fmt::format("a {} of {}", words_of(figure.what), figure.text);
}

void write_reading(ReportText& text, const ClaimStudy& study, const ReadingStudy& reading)
{
    write_figures(text, reading);
    if (reading.search.ranges)
        write_feasible(text, reading.search);
    else if (!reading.search.contradictions.empty())
        write_contradictions(text, reading.search);
    else
        text.page.paragraph("No crossing was found at all: search around another centre, or farther.");
    write_needed(text, study, reading);
    write_trade_offs(text, study, reading);
}

}  // namespace incursion
