#include "sim/batch/batch_tables.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

#include "sim/io/visit_row.h"

namespace incursion {

namespace {

RowShape shape_of(VisitGeometry geometry)
{
    if (geometry == VisitGeometry::none)
        return RowShape::none;
    return geometry == VisitGeometry::path ? RowShape::path : RowShape::point;
}

PathPoint point_of(const VisitEnd& end)
{
    return {end.time, end.place, end.altitude_m};
}

std::vector<PathPoint> points_of(const FoundVisit& found, VisitGeometry geometry)
{
    switch (geometry) {
    case VisitGeometry::none: return {};
    case VisitGeometry::path: return found.path;
    case VisitGeometry::entry: return {point_of(found.visit.entry)};
    case VisitGeometry::exit: return {point_of(found.visit.exit)};
    }
    return {};
}

constexpr std::array severities{"note", "warning", "error"};

TableLayout error_layout()
{
    return {"errors",
            {{"input", CellType::text},
             {"file", CellType::text},
             {"line", CellType::integer},
             {"severity", CellType::text},
             {"message", CellType::text}},
            RowShape::none};
}

/// Notes tell choices, not losses.
bool is_told(const Diagnostic& diagnostic)
{
    return diagnostic.severity != Severity::note;
}

std::optional<Problem> add_errors(TableWriter& table, const InputOutcome& outcome)
{
    for (const Diagnostic& diagnostic : outcome.diagnostics) {
        if (!is_told(diagnostic))
            continue;
        const TableCell line =
            diagnostic.line ? TableCell{static_cast<std::int64_t>(*diagnostic.line)} : TableCell{std::monostate{}};
        const std::array<TableCell, 5> cells{
            std::string_view{outcome.path}, std::string_view{diagnostic.file}, line,
            std::string_view{severities[static_cast<std::size_t>(diagnostic.severity)]},
            std::string_view{diagnostic.message}};
        if (auto problem = table.add(cells, {}))
            return problem;
    }
    return std::nullopt;
}

}  // namespace

std::string_view name_of(VisitGeometry geometry)
{
    switch (geometry) {
    case VisitGeometry::none: return "none";
    case VisitGeometry::path: return "path";
    case VisitGeometry::entry: return "entry";
    case VisitGeometry::exit: return "exit";
    }
    return "";
}

std::optional<Problem> refuse_targets(const BatchTargets& targets)
{
    std::vector<TableTarget> all{targets.visits, targets.errors};
    for (const auto& target : {targets.summary, targets.tracks})
        if (target)
            all.push_back(*target);
    for (const TableTarget& target : all)
        if (!target.path.empty() && target.path != "-")
            if (auto refused = refuse_output(target.path, target.overwrite))
                return refused;
    return std::nullopt;
}

Result<BatchTables> BatchTables::create(const BatchTargets& targets, const Airspaces& airspaces, bool depth)
{
    BatchTables tables{airspaces};
    tables.geometry_ = targets.geometry;
    tables.depth_ = depth;
    const auto open = [](const TableTarget& target, const TableLayout& layout, std::unique_ptr<TableWriter>& writer) {
        auto made = create_table(target, layout);
        if (!made)
            return std::optional{Problem{made.problem()}};
        writer = std::move(made).value();
        return std::optional<Problem>{};
    };
    auto problem = open(targets.visits, visit_layout(shape_of(targets.geometry)), tables.visits_);
    if (!problem && targets.summary)
        problem = open(*targets.summary, summary_layout(), tables.summary_);
    if (!problem && targets.tracks)
        problem = open(*targets.tracks, track_layout(), tables.tracks_);
    if (problem)
        return *problem;
    return tables;
}

std::optional<Problem> BatchTables::add(const InputOutcome& input, const TrackFindings& findings)
{
    auto problem = add_visits(input, findings);
    if (!problem && summary_)
        problem = add_summary(input, findings);
    if (!problem && tracks_)
        problem = add_track(input, findings);
    return problem;
}

std::optional<Problem> BatchTables::add_visits(const InputOutcome& input, const TrackFindings& findings)
{
    for (const FoundVisit& found : findings.visits) {
        Visit visit = found.visit;
        visit.airspace = airspaces_[found.airspace].key;
        visit.owner = airspaces_[found.airspace].owner;
        dwell_[visit.airspace] += visit.duration();
        const TableCells cells =
            visit_cells({findings.track, input.path, &visit, findings.datum}, depth_ ? DepthFigures::measured : DepthFigures::left_out);
        if (auto problem = visits_->add(cells, points_of(found, geometry_)))
            return problem;
    }
    return std::nullopt;
}

std::optional<Problem> BatchTables::add_summary(const InputOutcome& input, const TrackFindings& findings)
{
    std::map<std::pair<std::string, std::string>, TrackSummaryRow> rows;  // by key and owner
    for (const FoundVisit& found : findings.visits) {
        const Airspace& airspace = airspaces_[found.airspace];
        const Visit& visit = found.visit;
        TrackSummaryRow& row = rows[{airspace.key, airspace.owner}];
        if (row.visits++ == 0)
            row.first_entry = visit.entry.time;
        row.foreign = visit.foreign;
        row.dwell += visit.duration();
        row.path_m += visit.path_m;
        row.max_depth_m = std::max(row.max_depth_m, visit.max_depth_m);
        row.last_exit = std::max(row.last_exit, visit.exit.time);
    }
    for (auto& [name, row] : rows) {
        row.track = findings.track;
        row.input = input.path;
        row.airspace = name.first;
        row.owner = name.second;
        const TableCells cells = summary_cells(row, depth_ ? DepthFigures::measured : DepthFigures::left_out);
        if (auto problem = summary_->add(cells, {}))
            return problem;
    }
    return std::nullopt;
}

std::optional<Problem> BatchTables::add_track(const InputOutcome& input, const TrackFindings& findings)
{
    std::vector<AirspaceId> visited;
    for (const FoundVisit& found : findings.visits)
        visited.push_back(found.airspace);
    std::sort(visited.begin(), visited.end());
    visited.erase(std::unique(visited.begin(), visited.end()), visited.end());
    TrackTableRow row;
    row.track = findings.track;
    row.fixes = findings.fixes;
    row.span = findings.span;
    row.observed = findings.observed;
    row.gap = findings.span.length() - findings.observed;
    row.outside = findings.outside;
    row.foreign = findings.foreign;
    row.visits = std::ssize(findings.visits);
    row.airspaces = std::ssize(visited);
    row.datum = findings.datum;
    row.input = input.path;
    return tracks_->add(track_cells(row), {});
}

std::optional<Problem> BatchTables::finish()
{
    for (TableWriter* table : {summary_.get(), tracks_.get(), visits_.get()})
        if (table != nullptr)
            if (auto problem = table->finish())
                return problem;
    return std::nullopt;
}

Result<bool> write_error_table(const BatchTargets& targets, const std::vector<InputOutcome>& outcomes)
{
    const bool any = std::any_of(outcomes.begin(), outcomes.end(), [](const InputOutcome& outcome) {
        return std::any_of(outcome.diagnostics.begin(), outcome.diagnostics.end(), is_told);
    });
    if (targets.errors.path.empty())
        return false;
    if (!any && !targets.errors_always) {
        std::error_code code;  // An earlier run's table would tell of what is not so any more.
        if (targets.errors.overwrite == Overwrite::yes)
            std::filesystem::remove(targets.errors.path, code);
        return false;
    }
    auto made = create_table(targets.errors, error_layout());
    if (!made)
        return Problem{made.problem()};
    const std::unique_ptr<TableWriter> table = std::move(made).value();
    for (const InputOutcome& outcome : outcomes)
        if (auto problem = add_errors(*table, outcome))
            return *problem;
    if (auto problem = table->finish())
        return *problem;
    return true;
}

}  // namespace incursion
