#include "tools/incursion/text_report.h"

#include <algorithm>

#include <fmt/format.h>

#include "tools/incursion/text_report_parts.h"

namespace incursion {

namespace {

void write_head(ReportText& text)
{
    const Report& report = text.report;
    text.page.title(report.title.empty() ? report.path : report.title);
    text.page.blank();
    if (!report.description.empty()) {
        text.page.paragraph(report.description);
        text.page.blank();
    }
    text.page.paragraph(fmt::format("{}, {} to {} UTC ({}). All times are UTC.", date_text(report.span.from),
                                    text.clock(report.span.from), text.clock(report.span.to),
                                    duration_text(report.span.length())));
}

}  // namespace

std::string text_report(const Report& report, const TextOptions& options)
{
    TextPage page{options.width, options.colour};
    Sources sources;
    ReportText text{report, page, sources, Clock{report.span}};
    write_head(text);
    write_accounts(text);
    write_aircraft(text);
    write_calls(text);
    write_claims(text);
    write_events(text);
    write_notes(text);
    write_sources(text);
    write_readings(text);
    return page.text();
}

std::string_view account_title(const Report& report, std::string_view id)
{
    for (const Account& account : report.accounts)
        if (account.id == id && !account.title.empty())
            return account.title;
    return id;
}

const TrackReport* find_track(const Report& report, std::string_view id, std::string_view account)
{
    const TrackReport* found = nullptr;
    for (const TrackReport& track : report.tracks)
        if (track.track == id && (found == nullptr || track.account == account))
            found = &track;
    return found;
}

std::optional<Time> first_foreign_entry(const TrackReport& track)
{
    const auto visit = std::find_if(track.visits.begin(), track.visits.end(), [](const Visit& v) { return v.foreign; });
    return visit == track.visits.end() ? std::nullopt : std::optional{visit->entry.time};
}

}  // namespace incursion
