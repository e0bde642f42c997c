#include "tools/incursion/text_report_parts.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace incursion {

namespace {

std::string distance_cell(const CallReport& call)
{
    if (!call.distance_to_border_m)
        return "-";
    const double m = *call.distance_to_border_m;
    return m < 0 ? "inside\n" + metric_length(-m) : length_lines(m);
}

std::string time_to_border_cell(const CallReport& call)
{
    const bool inside = call.distance_to_border_m && *call.distance_to_border_m < 0;
    if (call.time_to_border_s)
        return (inside ? "out in " : "") + seconds_text(*call.time_to_border_s, 1);
    return call.distance_to_border_m ? "never" : "-";
}

std::string entry_cell(const Report& report, const Call& call)
{
    const TrackReport* track = find_track(report, call.to, call.account);
    if (track == nullptr)
        return "-";
    const auto entry = first_foreign_entry(*track);
    if (!entry)
        return "no entry";
    const double s = to_seconds(call.time - *entry);
    return s < 0 ? seconds_text(-s, 1) + " before" : seconds_text(s, 1) + " after";
}

void write_summary(ReportText& text)
{
    const CallsReport& calls = text.report.calls;
    std::string line = counted(calls.list.size(), "call", "calls");
    if (calls.list.size() > 1)
        line += " within " + duration_text(calls.span);
    if (calls.mean_interval_s)
        line += fmt::format(", {} apart on average", seconds_text(*calls.mean_interval_s, 1));
    if (calls.intervals_s.size() > 1) {
        const auto [least, most] = std::minmax_element(calls.intervals_s.begin(), calls.intervals_s.end());
        if (seconds_text(*least, 1) != seconds_text(*most, 1))
            line += fmt::format(" ({} to {})", seconds_text(*least, 1), seconds_text(*most, 1));
    }
    line += fmt::format("; {} of {} before the aircraft called first entered foreign airspace, if it ever did.",
                        calls.before_first_entry, calls.list.size());
    text.page.paragraph(line);
    text.page.paragraph("To the border: from the aircraft called to the nearest border of a foreign airspace. Would enter "
                        "in: the time until it would cross that border if it held its velocity; never: not within the "
                        "next hour.");
}

void write_call_table(ReportText& text)
{
    const CallsReport& calls = text.report.calls;
    std::set<std::string> accounts, airspaces, called;
    for (const CallReport& call : calls.list) {
        accounts.insert(call.call.account);
        airspaces.insert(call.airspace);
        called.insert(call.call.to);
    }
    Table table;
    table.columns = {{"#", TextAlign::right},
                     {"time"},
                     {"since\nthe last", TextAlign::right},
                     {"to the\nborder", TextAlign::right},
                     {"would\nenter in", TextAlign::right, 8},
                     {"first\nentry", TextAlign::right, 7}};
    if (called.size() > 1)
        table.columns.push_back({"to", TextAlign::left, 8});
    if (airspaces.size() > 1)
        table.columns.push_back({"border of", TextAlign::left, 3});
    if (accounts.size() > 1)
        table.columns.push_back({"account", TextAlign::left, 7});
    for (std::size_t i = 0; i < calls.list.size(); ++i) {
        const CallReport& call = calls.list[i];
        const bool has_interval = i > 0 && i <= calls.intervals_s.size();
        std::vector<Cell> row{{fmt::format("{}", i + 1)},
                              {text.clock(call.call.time)},
                              {has_interval ? seconds_text(calls.intervals_s[i - 1], 1) : "-"},
                              {distance_cell(call)},
                              {time_to_border_cell(call)},
                              {entry_cell(text.report, call.call)}};
        if (called.size() > 1)
            row.push_back({call.call.to});
        if (airspaces.size() > 1)
            row.push_back({call.airspace});
        if (accounts.size() > 1)
            row.push_back({call.call.account});
        table.rows.push_back(std::move(row));
    }
    text.page.table(table);
}

/// `1`, `1 to 3`, `1 to 3 and 5`.
std::string ranges(const std::vector<std::size_t>& numbers)
{
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t j = i;
        while (j + 1 < numbers.size() && numbers[j + 1] == numbers[j] + 1)
            ++j;
        if (j < i + 2)  // two in a row are told one by one
            j = i;
        parts.push_back(i == j ? fmt::format("{}", numbers[i]) : fmt::format("{} to {}", numbers[i], numbers[j]));
        i = j + 1;
    }
    return listed(parts);
}

/// `call 3`, `calls 1 to 9`.
std::string calls_text(const std::vector<std::size_t>& numbers)
{
    return (numbers.size() == 1 ? "call " : "calls ") + ranges(numbers);
}

/// Words that were said between the same parties, with the numbers of the calls.
struct Said {
    const Call* call = nullptr;
    std::vector<std::size_t> numbers;
};

std::vector<Said> said_in(const CallsReport& calls)
{
    std::vector<Said> said;
    for (std::size_t i = 0; i < calls.list.size(); ++i) {
        const Call& call = calls.list[i].call;
        auto found = std::find_if(said.begin(), said.end(), [&call](const Said& s) {
            return s.call->text == call.text && s.call->from == call.from && s.call->to == call.to &&
                   s.call->channel == call.channel;
        });
        if (found == said.end())
            found = said.insert(said.end(), {&call, {}});
        found->numbers.push_back(i + 1);
    }
    return said;
}

/// The sources of some calls; a note is that of all calls which have it.
std::string cited(ReportText& text, const std::vector<std::size_t>& numbers)
{
    const auto& list = text.report.calls.list;
    std::vector<std::pair<const Evidence*, std::string>> evidence;
    for (const std::size_t number : numbers) {
        const Evidence& one = list[number - 1].call.evidence;
        std::vector<std::size_t> alike;
        for (std::size_t i = 0; i < list.size(); ++i)
            if (list[i].call.evidence.note == one.note)
                alike.push_back(i + 1);
        evidence.emplace_back(&one, calls_text(alike));
    }
    return text.sources.cite(evidence);
}

/// Words are quoted once, however often they were said.
void write_words(ReportText& text)
{
    for (const Said& said : said_in(text.report.calls)) {
        const Call& call = *said.call;
        std::string line = capitalised(calls_text(said.numbers)) + ", " + (call.from.empty() ? "unknown" : call.from);
        line += call.to.empty() ? "" : " to " + call.to;
        line += call.channel.empty() ? "" : " on " + call.channel;
        text.page.paragraph(line + ": \"" + call.text + "\"" + cited(text, said.numbers), TextStyle::plain, 2);
    }
}

}  // namespace

void write_calls(ReportText& text)
{
    if (text.report.calls.list.empty())
        return;
    text.page.heading("The radio calls");
    write_summary(text);
    text.page.blank();
    write_call_table(text);
    text.page.blank();
    write_words(text);
}

}  // namespace incursion
