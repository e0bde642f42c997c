#include "tools/incursion/text_report_parts.h"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

#include "sim/analysis/nearest_approach.h"

namespace incursion {

namespace {

constexpr std::size_t label_width = 12;
constexpr std::size_t least_column = 24;

void add_line(std::string& text, const std::string& line)
{
    text += (text.empty() ? "" : "\n") + line;
}

/// `SU24-2: TUR 17.000 s`, one line per aircraft with a foreign visit.
std::string foreign_time(const ReportText& text, const std::string& account)
{
    std::string lines;
    bool has_aircraft = false;
    for (const TrackReport& track : text.report.tracks) {
        if (track.account != account)
            continue;
        has_aircraft = true;
        std::vector<std::string> parts;
        for (const auto& [key, dwell] : track.dwell) {
            const bool foreign = std::any_of(track.visits.begin(), track.visits.end(), [&key = key](const Visit& v) {
                return v.foreign && v.airspace == key;
            });
            if (foreign)
                parts.push_back(fmt::format("{} {}", key, duration_text(dwell)));
        }
        if (!parts.empty())
            add_line(lines, track.track + ": " + listed(parts));
    }
    return !lines.empty() ? lines : has_aircraft ? "none of its aircraft" : "";
}

std::string closest_approach(const ReportText& text, const std::string& account)
{
    std::string lines;
    for (const TrackReport& track : text.report.tracks) {
        const ClosestApproach* nearest = nearest_approach(track);
        if (track.account != account || nearest == nullptr)
            continue;
        add_line(lines, fmt::format("{}: {} {}", track.track, nearest->airspace,
                                   nearest->distance_m == 0 ? "inside" : metric_length(nearest->distance_m)));
    }
    return lines;
}

std::string calls_of(const ReportText& text, const std::string& account)
{
    std::size_t count = 0;
    Time first{}, last{};
    for (const CallReport& call : text.report.calls.list) {
        if (call.call.account != account)
            continue;
        first = count == 0 ? call.call.time : std::min(first, call.call.time);
        last = count == 0 ? call.call.time : std::max(last, call.call.time);
        ++count;
    }
    if (count == 0)
        return "none";
    return count == 1 ? "1" : fmt::format("{} in {}", count, duration_text(last - first));
}

std::string aircraft_of(const ReportText& text, const std::string& account)
{
    std::string lines;
    for (const TrackReport& track : text.report.tracks) {
        if (track.account != account)
            continue;
        const std::string what = track.title.empty() ? track.type : track.title;
        add_line(lines, what.empty() ? track.track : fmt::format("{}: {}", track.track, what));
    }
    return lines.empty() ? "none" : lines;
}

std::string events_of(const ReportText& text, const std::string& account)
{
    std::string lines;
    for (const Event& event : text.report.events)
        if (event.account == account)
            add_line(lines, fmt::format("{} {}", text.clock.brief(event.time), event.title));
    return lines;
}

struct Question {
    const char* words;
    std::string (*answer)(const ReportText&, const std::string& account);
};

constexpr std::array questions{Question{"aircraft", aircraft_of}, Question{"in foreign airspace", foreign_time},
                               Question{"nearest foreign airspace", closest_approach},
                               Question{"radio calls", calls_of}, Question{"events", events_of}};

Cell answer_cell(const ReportText& text, const Question& question, const Account& account)
{
    const std::string answer = question.answer(text, account.id);
    const bool is_intrusion = question.answer == foreign_time && answer.find(':') != std::string::npos;
    return {answer, is_intrusion ? TextStyle::alarm : TextStyle::plain};
}

std::string title_of(ReportText& text, const Account& account)
{
    return (account.title.empty() ? account.id : account.title) + text.sources.cite(account.evidence, account.id);
}

/// A row per question, a column per account.
void write_beside(ReportText& text, std::span<const Account> accounts)
{
    Table table;
    table.columns.push_back({"", TextAlign::left, label_width});
    std::vector<Cell> titles{{""}};
    for (const Account& account : accounts) {
        table.columns.push_back({account.id, TextAlign::left, least_column});
        titles.push_back({title_of(text, account), TextStyle::heading});
    }
    table.rows.push_back(titles);
    for (const Question& question : questions) {
        std::vector<Cell> row{{question.words, TextStyle::faint}};
        for (const Account& account : accounts)
            row.push_back(answer_cell(text, question, account));
        table.rows.push_back(row);
    }
    text.page.table(table);
}

/// A block per account, where the page is too narrow.
void write_below(ReportText& text, const Account& account)
{
    Table table;
    table.blocks = true;
    table.columns.push_back({account.id});
    std::vector<Cell> row{{account.id + ": " + title_of(text, account), TextStyle::heading}};
    for (const Question& question : questions) {
        table.columns.push_back({question.words, TextAlign::left, least_column});
        row.push_back(answer_cell(text, question, account));
    }
    table.rows.push_back(row);
    text.page.table(table);
}

}  // namespace

void write_accounts(ReportText& text)
{
    const std::vector<Account>& accounts = text.report.accounts;
    if (accounts.empty())
        return;
    text.page.heading(accounts.size() == 1 ? "The account" : "The accounts side by side");
    const std::size_t room = text.page.width() - 2 - label_width;
    const std::size_t in_a_row = std::min(room / (least_column + 2), accounts.size());
    if (in_a_row < 2) {
        for (const Account& account : accounts)
            write_below(text, account);
        return;
    }
    // As many as fit beside each other, spread evenly over the rows that it takes.
    const std::size_t rows = (accounts.size() + in_a_row - 1) / in_a_row;
    const std::size_t each = (accounts.size() + rows - 1) / rows;
    for (std::size_t first = 0; first < accounts.size(); first += each) {
        if (first > 0)
            text.page.blank();
        write_beside(text, std::span{accounts}.subspan(first, std::min(each, accounts.size() - first)));
    }
}

}  // namespace incursion
