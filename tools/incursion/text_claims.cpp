#include "tools/incursion/text_claims.h"

#include <algorithm>

#include <fmt/format.h>

#include "tools/incursion/text_claims_parts.h"
#include "tools/incursion/text_page.h"

namespace incursion {

namespace {

void write_tried(ReportText& text, const ClaimStudy& study)
{
    const CrossingGrid& grid = study.grid;
    std::string line = fmt::format(
        "{} straight paths, {} apart in {} directions", grouped(static_cast<std::int64_t>(straight_paths(study))),
        metric_length(grid.step_m), grid.directions);
    if (!grid.turns.empty()) {
        std::vector<std::string> radii;
        for (const TurnFamily& turn : grid.turns)
            radii.push_back(metric_length(turn.radius_m));
        line += fmt::format(", and {} circles {} apart with radii of {},",
                            grouped(static_cast<std::int64_t>(study.crossings.paths - straight_paths(study))),
                            metric_length(grid.turn_step_m), listed(radii));
    }
    line += fmt::format(" were flown within {} of {}, in still air", metric_length(grid.radius_m),
                        place_text(grid.centre));
    if (study.altitude_m)
        line += fmt::format(" at {}{}", altitude_text(*study.altitude_m),
                            study.altitude_is_claimed ? " as claimed" : " as in the track");
    line += fmt::format(": {} crossings.", grouped(static_cast<std::int64_t>(study.crossings.list.size())));
    text.page.paragraph(line);
    if (study.speeds.least_tas_mps || study.speeds.greatest_tas_mps)
        text.page.paragraph(fmt::format("The {}{} flies {} there, true, in straight flight.", study.type,
                                        study.mass_kg ? " with " + mass_text(*study.mass_kg) : "",
                                        limits_text(study.speeds)));
}

void write_study(ReportText& text, const ClaimStudy& study)
{
    text.page.subheading(
        fmt::format("{} and {}, as account {} tells it", study.aircraft, study.airspace, study.account));
    if (!study.not_searched.empty()) {
        text.page.paragraph("Not searched: " + study.not_searched + ".");
        return;
    }
    write_tried(text, study);
    for (const ReadingStudy& reading : study.readings) {
        text.page.blank();
        write_reading(text, study, reading);
    }
}

TimeSpan span_of(const Report& report)
{
    TimeSpan span = report.span;
    for (const TrackReport& track : report.tracks)
        if (track.fixes > 0)
            span = {std::min(span.from, track.span.from), std::max(span.to, track.span.to)};
    return span;
}

}  // namespace

std::string claims_text(const Report& report, const std::vector<ClaimStudy>& studies, const TextOptions& options)
{
    TextPage page{options.width, options.colour};
    Sources sources;
    ReportText text{report, page, sources, Clock{span_of(report)}};
    page.title(report.title.empty() ? report.path : report.title);
    page.blank();
    if (report.claims.empty())
        page.paragraph("The scenario states no claims.");
    write_accounts(text);
    write_claims(text);
    if (!studies.empty())
        page.heading("Which flights would make it true");
    for (const ClaimStudy& study : studies)
        write_study(text, study);
    write_notes(text);
    write_sources(text);
    return page.text();
}

}  // namespace incursion
