#include "tools/incursion/text_report_parts.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace incursion {

std::string percent_text(double probability)
{
    if (probability > 0 && probability < 0.001)
        return "under 0.1 %";
    if (probability < 1 && probability > 0.999)
        return "over 99.9 %";
    return fmt::format("{:.1f} %", 100 * probability);
}

namespace {

std::string percent_range(const Probability& p)
{
    return fmt::format("{:.3g} to {:.3g} %", 100 * p.low, 100 * p.high);
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

bool is_same(const Uncertainty& a, const Uncertainty& b)
{
    return accuracy_text(a) == accuracy_text(b) && a.replicas == b.replicas;
}

/// Nothing to tell but that it is outside: no replica comes in, and no claim is made.
bool is_plainly_outside(const Uncertainty& u)
{
    return u.dwell_if_inside_s.count == 0 && u.claims.empty();
}

std::string words_of(std::string what)
{
    std::replace(what.begin(), what.end(), '_', ' ');
    return what;
}

void write_one(ReportText& text, const Uncertainty& u, bool with_accuracy)
{
    text.page.subheading(u.track + " and " + u.airspace);
    std::string line =
        fmt::format("{}: inside with a probability of {} (95 % confidence: {}).",
                    capitalised(std::string{name_of(u.verdict)}), percent_text(u.inside.value), percent_range(u.inside));
    if (with_accuracy)
        line += fmt::format(" {} replicas; standard deviations: {}.", grouped(static_cast<std::int64_t>(u.replicas)),
                            accuracy_text(u));
    text.page.paragraph(line);
    const auto in_seconds = [](double s) { return seconds_text(s, 1); };
    const auto at_time = [&](double s) { return text.clock(u.reference + seconds(std::round(10 * s) / 10)); };
    if (u.dwell_if_inside_s.count > 0) {
        text.page.paragraph("Time inside, where it came in: " + spread(u.dwell_if_inside_s, in_seconds) + ".",
                            TextStyle::plain, 2);
        text.page.paragraph("First entry: " + spread(u.entry_s, at_time) + ".", TextStyle::plain, 2);
        if (u.depth_m.count > 0)
            text.page.paragraph("Greatest depth: " + spread(u.depth_m, metric_length) + ".", TextStyle::plain, 2);
    }
    for (const ClaimProbability& c : u.claims)
        text.page.paragraph(fmt::format("The claim of {} {} holds in {} of replicas ({}).", words_of(c.what), c.reading,
                                        percent_text(c.holds.value), percent_range(c.holds)),
                            TextStyle::plain, 2);
}

void write_uncertainties(ReportText& text)
{
    const std::vector<Uncertainty>& list = text.report.uncertainties;
    if (list.empty())
        return;
    const bool all_same =
        std::all_of(list.begin(), list.end(), [&](const Uncertainty& u) { return is_same(u, list.front()); });
    std::string intro =
        "Positions and borders are moved at random by their stated errors, many times over. Words: inside "
        "from 99 %, probably inside from 90 %, probably outside to 10 %, outside to 1 %; undecidable "
        "between.";
    if (all_same)
        intro += fmt::format(" {} replicas of each track; standard deviations: {}.",
                             grouped(static_cast<std::int64_t>(list.front().replicas)), accuracy_text(list.front()));
    text.page.paragraph(intro);
    std::vector<std::string> outside;
    for (const Uncertainty& u : list) {
        if (is_plainly_outside(u))
            outside.push_back(u.track + " (" + u.airspace + ")");
        else
            write_one(text, u, !all_same);
    }
    if (!outside.empty()) {
        text.page.blank();
        text.page.paragraph("Outside in every replica: " + listed(outside) + ".", TextStyle::plain, 2);
    }
}

void write_reach(ReportText& text, const ReachReport& reach)
{
    text.page.paragraph(fmt::format("{} and {}, between its fixes{}: surely inside for {}, possibly for {} more, at no "
                                    "more than {} over the ground ({}).",
                                    reach.track, reach.airspace, reach.of == "track" ? "" : " by radar " + reach.of,
                                    seconds_text(reach.definite_s, 1), seconds_text(reach.possible_s, 1),
                                    speed_text(reach.greatest_speed_mps), reach.speed_basis),
                        TextStyle::plain, 2);
}

}  // namespace

void write_sureness(ReportText& text)
{
    if (text.report.uncertainties.empty() && text.report.reaches.empty())
        return;
    text.page.heading("How sure it is");
    write_uncertainties(text);
    for (const ReachReport& reach : text.report.reaches)
        write_reach(text, reach);
}

}  // namespace incursion
