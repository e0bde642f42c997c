#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "sim/analysis/report.h"
#include "tools/incursion/text_sources.h"
#include "tools/incursion/text_units.h"
#include "tools/incursion/text_words.h"
#include "tools/incursion/text_writer.h"

namespace incursion {

/// What every part of a report in words works with.
struct ReportText {
    const Report& report;
    PageWriter& page;
    Sources& sources;
    Clock clock;
};

// The parts, in the order of the page. Each leaves itself out where the report has nothing for it.
void write_accounts(ReportText& text);
void write_aircraft(ReportText& text);
void write_calls(ReportText& text);
void write_warnings(ReportText& text);
void write_radars(ReportText& text);
void write_sureness(ReportText& text);
void write_borders(ReportText& text);
void write_claims(ReportText& text);
void write_events(ReportText& text);
void write_notes(ReportText& text);
/// All of the above, which a text and a page have alike.
void write_parts(ReportText& text);
void write_sources(ReportText& text);
/// What those letters of confidence mean that have a meaning; nothing where none has.
void write_confidence_legend(PageWriter& page, const std::set<std::string>& letters);
void write_readings(ReportText& text);

/// From the first to the last instant that a report tells of.
TimeSpan whole_span(const Report& report);

/// The aircraft of that name; among several the one of that account. Null where there is none.
const TrackReport* find_track(const Report& report, std::string_view id, std::string_view account);

/// `97.3 %`; never 0 % or 100 % of what was drawn at random, unless every replica says so.
std::string percent_text(double probability);

/// When the aircraft first came into a foreign airspace.
std::optional<Time> first_foreign_entry(const TrackReport& track);

}  // namespace incursion
