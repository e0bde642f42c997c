#include "tools/incursion/text_report_parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "sim/base/angle.h"
#include "tools/incursion/text_words.h"

namespace incursion {

namespace {

std::string avoidance_text(const ReportText& text, const Avoidance& a)
{
    const std::string head = fmt::format("{} into {} at {}: ", a.track, a.airspace, text.clock(a.entry));
    if (!a.turn)
        return head + "no turn within the track would have kept it out.";
    std::string line =
        head +
        fmt::format("a turn to the {} at {:.0f} degrees of bank ({:.1f} g) would have kept it out if begun by {}, {} "
                    "before the entry, {} from the border.",
                    a.side == TurnSide::left ? "left" : "right", Angle::radians(a.bank_rad).deg(), a.load_factor,
                    text.clock(*a.turn), seconds_text(to_seconds(a.entry - *a.turn), 1),
                    length_text(a.distance_to_border_m));
    if (a.reaction_s > 0)
        line += fmt::format(" With {:g} s to react, a call had to be made by {}.", a.reaction_s, text.clock(*a.call));
    return line;
}

std::string left_cell(const CallTiming& t)
{
    if (!t.before_last_call_s)
        return "-";
    const double s = *t.before_last_call_s;
    return s < 0 ? seconds_text(-s, 1) + " late" : seconds_text(s, 1);
}

void write_timings(ReportText& text)
{
    Table table;
    table.columns = {{"call", TextAlign::right},
                     {"time"},
                     {"to", TextAlign::left, 6},
                     {"heading\nfor it"},
                     {"before\nentry", TextAlign::right, 8},
                     {"left to\nturn away", TextAlign::right, 8}};
    for (const CallTiming& t : text.report.warnings.calls) {
        const Call& call = text.report.calls.list[t.call].call;
        table.rows.push_back({{fmt::format("{}", t.call + 1)},
                              {text.clock(call.time)},
                              {call.to},
                              {t.heading_for_border ? "yes" : "no"},
                              {t.before_entry_s ? seconds_text(*t.before_entry_s, 1) : "-"},
                              {left_cell(t)}});
    }
    if (!table.rows.empty())
        text.page.table(table);
}

std::string rule_text(const ReportText& text, const RuleCheck& check)
{
    std::string finding{name_of(check.finding)};
    std::replace(finding.begin(), finding.end(), '_', ' ');
    return fmt::format("{}{}: {}.", check.time ? text.clock(*check.time) + "  " : "", finding, check.text);
}

/// All but intervals that nobody asked for, which are counted.
void write_rules(ReportText& text)
{
    std::size_t not_needed = 0;
    for (const RuleCheck& check : text.report.warnings.rules)
        if (check.finding == RuleFinding::not_needed)
            ++not_needed;
        else
            text.page.paragraph(rule_text(text, check), TextStyle::plain, 2);
    if (not_needed > 0)
        text.page.paragraph(fmt::format("{} between calls fell where the rules ask for none.",
                                        counted(not_needed, "time", "times")),
                            TextStyle::plain, 2);
}

}  // namespace

void write_warnings(ReportText& text)
{
    const WarningReport& warnings = text.report.warnings;
    if (warnings.avoidances.empty() && warnings.rules.empty())
        return;
    text.page.heading("Could it have turned away?");
    for (const Avoidance& a : warnings.avoidances)
        text.page.paragraph(avoidance_text(text, a), TextStyle::plain, 2);
    if (!warnings.calls.empty()) {
        text.page.blank();
        write_timings(text);
    }
    if (warnings.rules.empty())
        return;
    text.page.heading("The rules and what was done");
    write_rules(text);
}

}  // namespace incursion
