#include "tools/incursion/text_report_parts.h"

#include <fmt/format.h>

namespace incursion {

namespace {

std::string percent(double p)
{
    // Never 0 % or 100 % of what was drawn at random, unless every replica says so.
    if (p > 0 && p < 0.001)
        return "under 0.1 %";
    if (p < 1 && p > 0.999)
        return "over 99.9 %";
    return fmt::format("{:.1f} %", 100 * p);
}

std::string percent_range(const Probability& p)
{
    return fmt::format("{:.1f} to {:.1f} %", 100 * p.low, 100 * p.high);
}

template <class Format>
std::string spread(const Distribution& d, Format format)
{
    return fmt::format("{}; half between {} and {}, nine in ten between {} and {}", format(d.median), format(d.p25),
                       format(d.p75), format(d.p05), format(d.p95));
}

std::string accuracy_text(const Uncertainty& u)
{
    std::vector<std::string> parts;
    const TrackAccuracy& a = u.accuracy;
    if (a.white_m > 0)
        parts.push_back("each fix by itself " + metric_length(a.white_m));
    if (a.drift_m > 0)
        parts.push_back(fmt::format("drift {} over {:g} s", metric_length(a.drift_m), a.drift_time_s));
    if (a.bias_m > 0)
        parts.push_back("the whole track " + metric_length(a.bias_m));
    if (a.clock_s > 0)
        parts.push_back(fmt::format("clock {:g} s", a.clock_s));
    if (a.altitude_m > 0)
        parts.push_back("altitude " + metric_length(a.altitude_m));
    if (u.border_m > 0)
        parts.push_back("border " + metric_length(u.border_m));
    return parts.empty() ? "no error stated but that of the fixes" : listed(parts);
}

void write_one(ReportText& text, const Uncertainty& u)
{
    text.page.subheading(u.track + " and " + u.airspace);
    text.page.paragraph(fmt::format("{}: inside with a probability of {} (95 % confidence: {}), from {} replicas. "
                                    "Standard deviations: {}.",
                                    capitalised(std::string{name_of(u.verdict)}), percent(u.inside.value),
                                    percent_range(u.inside), grouped(static_cast<std::int64_t>(u.replicas)),
                                    accuracy_text(u)));
    const auto in_seconds = [](double s) { return seconds_text(s, 1); };
    if (u.dwell_if_inside_s.count > 0) {
        text.page.paragraph("Time inside, where it came in: " + spread(u.dwell_if_inside_s, in_seconds) + ".",
                            Style::plain, 2);
        text.page.paragraph(
            "First entry: " + spread(u.entry_s, [&](double s) { return text.clock(u.reference + seconds(s)); }) + ".",
            Style::plain, 2);
        if (u.depth_m.count > 0)
            text.page.paragraph("Greatest depth: " + spread(u.depth_m, metric_length) + ".", Style::plain, 2);
    }
    for (const ClaimProbability& c : u.claims)
        text.page.paragraph(fmt::format("Claim \"{} {}\" holds with {} ({}).", c.what, c.reading,
                                        percent(c.holds.value), percent_range(c.holds)),
                            Style::plain, 2);
}

void write_reach(ReportText& text, const ReachReport& reach)
{
    text.page.paragraph(fmt::format("{} and {}, between its fixes{}: surely inside for {}, possibly for {} more, at no "
                                    "more than {} over the ground ({}).",
                                    reach.track, reach.airspace, reach.of == "track" ? "" : " by radar " + reach.of,
                                    seconds_text(reach.definite_s, 1), seconds_text(reach.possible_s, 1),
                                    speed_text(reach.greatest_speed_mps), reach.speed_basis),
                        Style::plain, 2);
}

}  // namespace

void write_sureness(ReportText& text)
{
    if (text.report.uncertainties.empty() && text.report.reaches.empty())
        return;
    text.page.heading("How sure it is");
    if (!text.report.uncertainties.empty())
        text.page.paragraph("Positions and borders are moved at random by their stated errors, many times over. Words: "
                            "inside from 99 %, probably inside from 90 %, probably outside to 10 %, outside to 1 %; "
                            "undecidable between.");
    for (const Uncertainty& u : text.report.uncertainties)
        write_one(text, u);
    for (const ReachReport& reach : text.report.reaches)
        write_reach(text, reach);
}

}  // namespace incursion
