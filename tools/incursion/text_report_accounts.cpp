#include "tools/incursion/text_report_parts.h"

#include <algorithm>

#include <fmt/format.h>

namespace incursion {

namespace {

void add_line(std::string& text, const std::string& line)
{
    text += (text.empty() ? "" : "\n") + line;
}

/// `SU24-2: TUR 17.000 s`, one line per aircraft with a foreign visit.
std::string foreign_time(const Report& report, const std::string& account)
{
    std::string text;
    bool has_aircraft = false;
    for (const TrackReport& track : report.tracks) {
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
            add_line(text, track.track + ": " + listed(parts));
    }
    return !text.empty() ? text : has_aircraft ? "none of its aircraft" : "";
}

std::string closest_approach(const Report& report, const std::string& account)
{
    std::string text;
    for (const TrackReport& track : report.tracks) {
        if (track.account != account || track.closest_approach.empty())
            continue;
        const auto nearest = std::min_element(
            track.closest_approach.begin(), track.closest_approach.end(),
            [](const ClosestApproach& a, const ClosestApproach& b) { return a.distance_m < b.distance_m; });
        add_line(text, fmt::format("{}: {} {}", track.track, nearest->airspace,
                                   nearest->distance_m == 0 ? "inside" : metric_length(nearest->distance_m)));
    }
    return text;
}

std::string calls_of(const Report& report, const std::string& account)
{
    std::size_t count = 0;
    Time first{}, last{};
    for (const CallReport& call : report.calls.list) {
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

std::string aircraft_of(const Report& report, const std::string& account)
{
    std::string text;
    for (const TrackReport& track : report.tracks) {
        if (track.account != account)
            continue;
        const std::string what = track.title.empty() ? track.type : track.title;
        add_line(text, what.empty() ? track.track : fmt::format("{}: {}", track.track, what));
    }
    return text.empty() ? "none" : text;
}

std::string events_of(const ReportText& text, const std::string& account)
{
    std::string lines;
    for (const Event& event : text.report.events)
        if (event.account == account)
            add_line(lines, fmt::format("{} {}", text.clock(event.time), event.title));
    return lines;
}

std::vector<std::vector<Cell>> transposed(const std::vector<std::vector<Cell>>& rows, std::size_t columns)
{
    std::vector<std::vector<Cell>> result(columns);
    for (const auto& row : rows)
        for (std::size_t i = 0; i < columns; ++i)
            result[i].push_back(row[i]);
    return result;
}

}  // namespace

void write_accounts(ReportText& text)
{
    const Report& report = text.report;
    if (report.accounts.empty())
        return;
    text.page.heading(report.accounts.size() == 1 ? "The account" : "The accounts side by side");

    // A row per question and a column per account; where they do not fit beside each other, the table
    // below falls apart into one block per account, so it is built the other way round then.
    std::vector<std::vector<Cell>> rows(6);
    const std::vector<std::string> questions{"", "aircraft", "in foreign airspace", "nearest foreign airspace",
                                             "radio calls", "events"};
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].push_back({questions[i], Style::faint});
    for (const Account& account : report.accounts) {
        const std::string title = account.title.empty() ? account.id : account.title;
        const bool any = foreign_time(report, account.id).find(':') != std::string::npos;
        rows[0].push_back({title + text.sources.cite(account.evidence, title), Style::heading});
        rows[1].push_back({aircraft_of(report, account.id)});
        rows[2].push_back({foreign_time(report, account.id), any ? Style::alarm : Style::plain});
        rows[3].push_back({closest_approach(report, account.id)});
        rows[4].push_back({calls_of(report, account.id)});
        rows[5].push_back({events_of(text, account.id)});
    }

    constexpr std::size_t least_column = 22;
    const std::size_t beside = 2 + 24 + report.accounts.size() * (2 + least_column);
    Table table;
    if (beside <= text.page.width()) {
        table.columns.push_back({"", Align::left, 10});
        for (const Account& account : report.accounts)
            table.columns.push_back({account.id, Align::left, least_column});
        table.rows = rows;
        text.page.table(table);
        return;
    }
    const auto blocks = transposed(rows, report.accounts.size() + 1);
    for (const std::string& question : questions)
        table.columns.push_back({question, Align::left, 0});
    table.blocks = true;
    table.rows.assign(blocks.begin() + 1, blocks.end());
    text.page.table(table);
}

}  // namespace incursion
