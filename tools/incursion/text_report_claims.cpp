#include "tools/incursion/text_report_parts.h"

#include <cmath>

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
        {"calls", "calls"},               {"calls_span", "calls within"},
    };
    for (const Wording& wording : wordings)
        if (wording.what == what)
            return std::string{wording.words};
    return what;
}

/// One figure on two lines at most, in the units that its kind is told in.
std::string value_cell(const ClaimFigure& figure, double value)
{
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

std::string difference_cell(const ClaimFigure& figure)
{
    if (!figure.found)
        return "-";
    const double difference = *figure.found - figure.claimed;
    const std::string sign = difference > 0 ? "+" : "-";
    std::string text = value_cell(figure, std::abs(difference));
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

void write_figures(ReportText& text, const ClaimReport& report)
{
    Table table;
    table.columns = {{"figure", Align::left, 8},
                     {"claimed", Align::right},
                     {"found", Align::right},
                     {"found less claimed", Align::right},
                     {"within\nrounding"}};
    for (const ClaimFigure& figure : report.figures)
        table.rows.push_back({{words_for(figure.what)},
                              {value_cell(figure, figure.claimed)},
                              {figure.found ? value_cell(figure, *figure.found) : "no figure"},
                              {difference_cell(figure)},
                              {!figure.found ? "-" : figure.holds ? "yes" : "no"}});
    if (!table.rows.empty())
        text.page.table(table);
}

}  // namespace

void write_claims(ReportText& text)
{
    if (text.report.claims.empty())
        return;
    text.page.heading("The claims");
    text.page.paragraph("Each figure that an account states, and what this simulation finds in that account's own "
                        "aircraft and calls. Within rounding: whether they agree as far as the claim's last digit "
                        "goes (\"17 s\" to half a second, \"19000 ft\" to 500 ft), or whether the bound holds.");
    for (const ClaimReport& report : text.report.claims) {
        const std::string subject = head_of(report.claim);
        text.page.subheading(subject + text.sources.cite(report.claim.evidence, "claim of " + subject));
        write_figures(text, report);
        const TrackReport* track = find_track(text.report, report.claim.aircraft, report.claim.account);
        for (const SpeedArithmetic& sum : report.arithmetic)
            text.page.paragraph(arithmetic_text(sum, track == nullptr ? "" : track->type), Style::plain, 2);
    }
}

}  // namespace incursion
