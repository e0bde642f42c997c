#include "tools/incursion/text_report_parts.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "sim/base/units.h"

namespace incursion {

namespace {

struct Wording {
    std::string_view what;
    std::string_view words;
};

std::string words_for(const std::string& what)
{
    static constexpr Wording wordings[] = {
        {"dwell", "dwell"},               {"depth", "greatest depth"}, {"length", "path inside"},
        {"min_distance", "never nearer than"}, {"altitude", "altitude"},    {"speed", "ground speed"},
        {"calls", "calls"},               {"calls_span", "calls within"},   {"depth_from", "nearest to a place"},
        {"entry_time", "first entry"},    {"position", "position"},
    };
    for (const Wording& wording : wordings)
        if (wording.what == what)
            return std::string{wording.words};
    return what;
}

/// One figure on two lines at most, in the units that its kind is told in.
std::string value_cell(const ClaimFigure& figure, double value, const Clock& clock)
{
    if (figure.what == "entry_time" && figure.claimed_time)
        return clock(*figure.claimed_time + seconds(value - figure.claimed));
    if (figure.unit == "s")
        return duration_text(seconds(value));
    if (figure.unit == "m/s")
        return fmt::format("{:.0f} m/s\n{:.0f} kt", value, value / mps_per_knot);
    if (figure.what == "altitude")
        return fmt::format("{:.0f} m\n{:.0f} ft", value, value / metres_per_foot);
    if (figure.unit == "m")
        return length_lines(value);
    return fmt::format("{:g}", value);
}

/// A place under the name of a figure or in place of a number.
std::string place_lines(LonLat place)
{
    std::string text = place_text(place);
    const std::size_t gap = text.find("N ") != std::string::npos ? text.find("N ") : text.find("S ");
    if (gap != std::string::npos)
        text[gap + 1] = '\n';
    return text;
}

std::string claimed_cell(const ClaimFigure& figure, const Clock& clock)
{
    if (figure.what != "position" || !figure.place)
        return value_cell(figure, figure.claimed, clock);
    return place_lines(*figure.place) +
           (figure.claimed_time ? "\nat " + clock.brief(*figure.claimed_time) : std::string{});
}

/// A distance from a place that nobody dated is told with the instant at which it was found.
std::string found_cell(const ClaimFigure& figure, const Clock& clock)
{
    if (!figure.found)
        return "no figure";
    const bool dated = figure.place && figure.found_time && !figure.claimed_time;
    return value_cell(figure, *figure.found, clock) + (dated ? "\nat " + clock.brief(*figure.found_time) : "");
}

std::string difference_cell(const ClaimFigure& figure, const Clock& clock)
{
    if (!figure.found)
        return "-";
    const double difference = *figure.found - figure.claimed;
    const std::string sign = difference > 0 ? "+" : "-";
    std::string text = figure.unit == "s" ? duration_text(seconds(std::abs(difference)))
                                          : value_cell(figure, std::abs(difference), clock);
    if (text.find_first_of("123456789") == std::string::npos)
        return "none";
    text.insert(0, sign);
    const std::size_t second = text.find('\n');
    if (second != std::string::npos)
        text.insert(second + 1, sign);
    return text;
}

std::string range_of_speeds(const SpeedArithmetic& sum)
{
    if (sum.least_speed_mps && sum.greatest_speed_mps)
        return fmt::format("between {:.0f} and {:.0f} m/s", *sum.least_speed_mps, *sum.greatest_speed_mps);
    return sum.least_speed_mps ? fmt::format("no slower than {:.0f} m/s", *sum.least_speed_mps)
                               : fmt::format("no faster than {:.0f} m/s", *sum.greatest_speed_mps);
}

/// What the type's limits say to the speed.
std::string judgement(const SpeedArithmetic& sum)
{
    if (sum.least_speed_mps && sum.speed_mps < *sum.least_speed_mps)
        return fmt::format("That is {0:.0f} m/s too slow to stay in the air: it would take a headwind of at least "
                           "{0:.0f} m/s ({1:.0f} kt).",
                           *sum.least_speed_mps - sum.speed_mps, (*sum.least_speed_mps - sum.speed_mps) / mps_per_knot);
    if (sum.greatest_speed_mps && sum.speed_mps > *sum.greatest_speed_mps)
        return fmt::format("That is {0:.0f} m/s faster than it can fly: it would take a tailwind of at least "
                           "{0:.0f} m/s ({1:.0f} kt).",
                           sum.speed_mps - *sum.greatest_speed_mps,
                           (sum.speed_mps - *sum.greatest_speed_mps) / mps_per_knot);
    if (sum.least_speed_mps && sum.greatest_speed_mps)
        return "In still air that can be flown.";
    return sum.least_speed_mps ? "In still air that is fast enough." : "In still air that is slow enough.";
}

std::string arithmetic_text(const SpeedArithmetic& sum, const std::string& type)
{
    std::string text = sum.basis.empty() ? "" : capitalised(sum.basis) + ": ";
    text += fmt::format("{:g} s inside and {} flown need {} over the ground", sum.dwell_s, metric_length(sum.path_m),
                        speed_text(sum.speed_mps));
    if (!sum.least_speed_mps && !sum.greatest_speed_mps)
        return text + ".";
    return text + fmt::format("; at {} {} flies {} true. {}", altitude_text(sum.altitude_m),
                              type.empty() ? "the aircraft" : "the " + type, range_of_speeds(sum), judgement(sum));
}

/// `turkiye on SU24-2 and TUR`.
std::string head_of(const Claim& claim)
{
    std::vector<std::string> about;
    for (const std::string& one : {claim.aircraft, claim.airspace})
        if (!one.empty())
            about.push_back(one);
    return about.empty() ? claim.account : claim.account + " on " + listed(about);
}

/// Was it found in another account's track of the machine?
bool is_of_other(const ClaimFigure& figure, const Claim& claim)
{
    return !figure.track.empty() && figure.track != claim.aircraft;
}

bool has_others(const ClaimReport& report)
{
    return std::any_of(report.figures.begin(), report.figures.end(),
                       [&](const ClaimFigure& figure) { return is_of_other(figure, report.claim); });
}

/// Whose track it is, where not the claim's own.
std::string track_cell(const ReportText& text, const ClaimFigure& figure, const Claim& claim)
{
    const TrackReport* track = is_of_other(figure, claim) ? find_track(text.report, figure.track, "") : nullptr;
    return track == nullptr || track->account.empty() ? figure.track : figure.track + "\n" + track->account;
}

std::string name_cell(const ClaimFigure& figure)
{
    const bool from_place = figure.what == "depth_from" && figure.place;
    return words_for(figure.what) + (from_place ? "\n" + place_lines(*figure.place) : "");
}

void write_figures(ReportText& text, const ClaimReport& report)
{
    const bool others = has_others(report);
    Table table;
    table.columns = {{"figure", TextAlign::left, 8}};
    if (others)
        table.columns.push_back({"track", TextAlign::left, 8});
    table.columns.insert(table.columns.end(), {{"claimed", TextAlign::right},
                                               {"found", TextAlign::right},
                                               {"found less claimed", TextAlign::right, others ? 9U : 0U},
                                               {"within\nrounding"}});
    for (const ClaimFigure& figure : report.figures) {
        std::vector<Cell> row{{name_cell(figure)}};
        if (others)
            row.push_back({track_cell(text, figure, report.claim)});
        for (std::string cell : {claimed_cell(figure, text.clock), found_cell(figure, text.clock),
                                 difference_cell(figure, text.clock),
                                 std::string{!figure.found ? "-" : figure.holds ? "yes" : "no"}})
            row.push_back({std::move(cell)});
        table.rows.push_back(std::move(row));
    }
    if (!table.rows.empty())
        text.page.table(table);
}

}  // namespace

void write_claims(ReportText& text)
{
    if (text.report.claims.empty())
        return;
    text.page.heading("The claims");
    const auto& claims = text.report.claims;
    const bool others = std::any_of(claims.begin(), claims.end(), has_others);
    text.page.paragraph("Each figure that an account states, and what this simulation finds in that account's own "
                        "aircraft and calls" +
                        std::string{others ? ", then in other accounts' tracks of the same machine" : ""} +
                        ". Within rounding: whether they agree as far as the claim's last digit "
                        "goes (\"17 s\" to half a second, \"19000 ft\" to 500 ft), or whether the bound holds.");
    for (const ClaimReport& report : text.report.claims) {
        const std::string subject = head_of(report.claim);
        text.page.subheading(subject + text.sources.cite(report.claim.evidence, "claim of " + subject));
        write_figures(text, report);
        const TrackReport* track = find_track(text.report, report.claim.aircraft, report.claim.account);
        for (const SpeedArithmetic& sum : report.arithmetic)
            text.page.paragraph(arithmetic_text(sum, track == nullptr ? "" : track->type), TextStyle::plain, 2);
    }
}

}  // namespace incursion
