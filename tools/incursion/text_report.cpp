#include "tools/incursion/text_report.h"

#include <algorithm>

#include <fmt/format.h>

#include "tools/incursion/text_page.h"
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
    const TimeSpan span = report.span;
    const std::string last_day = date_text(span.from) == date_text(span.to) ? "" : date_text(span.to) + ", ";
    text.page.paragraph(fmt::format("{}, {} to {}{} ({}). All times are UTC.", date_text(span.from),
                                    brief_time(span.from), last_day, brief_time(span.to),
                                    duration_text(span.length())));
}

}  // namespace

std::string text_report(const Report& report, const TextOptions& options)
{
    TextPage page{options.width, options.colour};
    Sources sources;
    ReportText text{report, page, sources, Clock{whole_span(report)}};
    write_head(text);
    write_parts(text);
    write_sources(text);
    write_readings(text);
    return page.text();
}

void write_parts(ReportText& text)
{
    write_accounts(text);
    write_aircraft(text);
    write_calls(text);
    write_warnings(text);
    write_radars(text);
    write_sureness(text);
    write_borders(text);
    write_claims(text);
    write_events(text);
    write_notes(text);
}

TimeSpan whole_span(const Report& report)
{
    TimeSpan span = report.span;
    const auto include = [&span](TimeSpan other) {
        span = {std::min(span.from, other.from), std::max(span.to, other.to)};
    };
    for (const TrackReport& track : report.tracks)
        if (track.fixes > 0)
            include(track.span);
    for (const CallReport& call : report.calls.list)
        include({call.call.time, call.call.time});
    for (const Event& event : report.events)
        include({event.time, event.time});
    return span;
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
