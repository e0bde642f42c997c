#include "render/view/panel_parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "render/view/claim_words.h"
#include "render/view/look.h"
#include "sim/analysis/nearest_approach.h"

namespace incursion {

namespace {

class FigureRows {
public:
    explicit FigureRows(const PanelQuestion& question) : question_{question}, unit_{question.unit()} {}

    void add_track(std::size_t track);
    void add_calls();
    void add_claim(const ClaimReport& report);
    std::vector<FigureRow> rows() { return std::move(rows_); }

private:
    void heading(std::string name, std::optional<std::size_t> track)
    {
        rows_.push_back({std::move(name), "", "", std::nullopt, true, track});
        track_ = track;
    }
    void figure(std::string name, std::string value, std::string beside = {}, std::optional<Time> moment = {})
    {
        // Only what the scope can show is worth a click.
        const TimeSpan span = question_.replay.span();
        if (moment && (*moment < span.from || *moment > span.to))
            moment.reset();
        rows_.push_back({std::move(name), std::move(value), std::move(beside), moment, false, track_});
    }
    void add_visit(const Visit& visit);
    void add_end(const std::string& name, const VisitEnd& end);

    const PanelQuestion& question_;
    LengthUnit unit_;
    std::optional<std::size_t> track_;
    std::vector<FigureRow> rows_;
};

void FigureRows::add_end(const std::string& name, const VisitEnd& end)
{
    const bool is_crossing = end.by != CrossedBy::start && end.by != CrossedBy::end;
    const std::string beside = is_crossing ? fmt::format("{} ± {}", name_of(end.by), error_text(end.error_s))
                                           : fmt::format("observation's {}", name_of(end.by));
    figure(name, format_time_of_day(std::chrono::round<std::chrono::milliseconds>(end.time), 3), beside, end.time);
}

void FigureRows::add_visit(const Visit& visit)
{
    add_end("enters " + visit.airspace, visit.entry);
    add_end("leaves " + visit.airspace, visit.exit);
    figure("inside", duration_text(visit.duration()), "", visit.entry.time);
    figure("path inside", exact_length_text(unit_, visit.path_m));
    figure("greatest depth", exact_length_text(unit_, visit.max_depth_m), brief_time(visit.max_depth_time),
           visit.max_depth_time);
}

void FigureRows::add_track(std::size_t track)
{
    const TrackReport& report = question_.replay.track_report(track);
    heading(report.title.empty() ? report.track : report.track + ": " + report.title, track);
    const auto visits =
        std::count_if(report.visits.begin(), report.visits.end(), [](const Visit& v) { return v.foreign; });
    for (const Visit& visit : report.visits)
        if (visit.foreign)
            add_visit(visit);
    if (visits > 1)
        figure("inside in all", duration_text(report.foreign),
               count_text(static_cast<std::size_t>(visits), "visit", "visits"));
    const ClosestApproach* nearest = nearest_approach(report);
    if (visits == 0 && nearest != nullptr)
        figure("closest to " + nearest->airspace, exact_length_text(unit_, nearest->distance_m),
               brief_time(nearest->time), nearest->time);
    if (!report.limits.empty())
        figure("flown at a limit", count_text(report.limits.size(), "time", "times"), report.limits.front().limit,
               report.limits.front().span.from);
}

void FigureRows::add_calls()
{
    std::vector<const CallReport*> calls;
    for (const CallReport& call : question_.replay.report().calls.list)
        if (is_account_shown(question_.replay, question_.view, call.call.account))
            calls.push_back(&call);
    if (calls.empty())
        return;
    heading("calls", std::nullopt);
    const Time first = calls.front()->call.time, last = calls.back()->call.time;
    figure("made", fmt::format("{}", calls.size()), "", first);
    if (calls.size() > 1) {
        const double span_s = to_seconds(last - first);
        figure("from first to last", duration_text(last - first), "", last);
        figure("apart on average", fmt::format("{:.1f} s", span_s / static_cast<double>(calls.size() - 1)));
    }
    // The report counts over all accounts; where some are hidden the number would be about others.
    if (calls.size() == question_.replay.report().calls.list.size())
        figure("before the first entry", fmt::format("{}", question_.replay.report().calls.before_first_entry));
}

void FigureRows::add_claim(const ClaimReport& report)
{
    heading("claim of " + claim_subject(report.claim), std::nullopt);
    for (const ClaimFigure& claim : report.figures) {
        // What another account's track gives is for the report, which names it.
        if (!claim.track.empty() && claim.track != report.claim.aircraft)
            continue;
        const bool off_place = claim.what == "position";
        figure(claim_figure_name(claim), claim.found ? claim_value(claim, *claim.found, unit_) : "no figure",
               off_place ? "claimed within " + claim_value(claim, claim.half_step, unit_)
                         : "claimed " + claim_value(claim, claim.claimed, unit_),
               claim.found_time);
    }
    for (const SpeedArithmetic& sum : report.arithmetic)
        figure(sum.basis, speed_text(unit_, sum.speed_mps), speed_judgement(sum, unit_));
}

/// Nobody reads on beyond so many aircraft.
constexpr std::size_t tracks_told = 100;

std::vector<FigureRow> figure_rows(const PanelQuestion& question)
{
    FigureRows rows{question};
    std::vector<std::size_t> tracks = shown_tracks(question.replay, question.view);
    std::stable_partition(tracks.begin(), tracks.end(),
                          [&](std::size_t track) { return has_foreign_visit(question.replay.track_report(track)); });
    tracks.resize(std::min(tracks.size(), tracks_told));
    for (const std::size_t track : tracks)
        rows.add_track(track);
    rows.add_calls();
    for (const ClaimReport& claim : question.replay.report().claims)
        if (is_account_shown(question.replay, question.view, claim.claim.account))
            rows.add_claim(claim);
    return rows.rows();
}

}  // namespace

std::vector<FigureRow> panel_figures(const PanelQuestion& question)
{
    std::vector<bool> shown;
    for (std::size_t i = 0; i < question.replay.report().accounts.size(); ++i)
        shown.push_back(is_account_shown(question.view, i));
    const PanelMemory::FigureKey key{std::move(shown), question.unit()};
    const std::vector<FigureRow>* kept = question.memory.figures(key);
    return kept != nullptr ? *kept : question.memory.keep_figures(key, figure_rows(question));
}

std::vector<AccountRow> panel_accounts(const PanelQuestion& question)
{
    const Report& report = question.replay.report();
    std::vector<AccountRow> rows;
    for (std::size_t i = 0; i < report.accounts.size(); ++i) {
        const Account& account = report.accounts[i];
        const auto count_of = [&](const auto& list, const auto& account_of_item) {
            return static_cast<std::size_t>(std::count_if(
                list.begin(), list.end(), [&](const auto& item) { return account_of_item(item) == account.id; }));
        };
        const std::size_t aircraft = count_of(report.tracks, [](const TrackReport& t) { return t.account; });
        const std::size_t calls = count_of(report.calls.list, [](const CallReport& c) { return c.call.account; });
        const std::size_t claims = count_of(report.claims, [](const ClaimReport& c) { return c.claim.account; });
        std::string content;
        const auto add = [&](std::size_t count, std::string_view one, std::string_view many) {
            if (count > 0)
                content += (content.empty() ? "" : ", ") + count_text(count, one, many);
        };
        add(aircraft, "aircraft", "aircraft");
        add(calls, "call", "calls");
        add(claims, "claim", "claims");
        const std::size_t events = count_of(report.events, [](const Event& e) { return e.account; });
        if (content.empty() && events == 0)
            continue;
        rows.push_back({i, account.title.empty() ? account.id : account.title, content, account_line(i),
                        is_account_shown(question.view, i)});
    }
    return rows;
}

}  // namespace incursion
