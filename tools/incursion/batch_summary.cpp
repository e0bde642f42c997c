#include "tools/incursion/batch_summary.h"

#include <algorithm>
#include <cstdio>

#include <sys/resource.h>

#include <fmt/format.h>

#include "sim/base/time_text.h"
#include "tools/incursion/text_words.h"

namespace incursion {

namespace {

constexpr std::size_t most_failures = 20;
constexpr std::size_t most_airspaces_told = 5;

void say_line(const std::string& line)
{
    std::fputs((line + "\n").c_str(), stderr);
}

/// Of this process so far; the kernel counts in KiB.
double peak_memory_mb()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

/// One of several numbers with its noun: `4,045 tracks`.
std::string many(std::int64_t count, std::string_view one, std::string_view more)
{
    return fmt::format("{} {}", grouped(count), count == 1 ? one : more);
}

std::string totals(const RunRecord& record)
{
    return fmt::format("{} in {} of {}: {}", many(record.fixes, "fix", "fixes"), many(record.tracks, "track", "tracks"),
                       many(record.inputs, "input", "inputs"), many(record.visits, "visit", "visits"));
}

}  // namespace

void print_failed_inputs(const std::vector<InputOutcome>& outcomes, const std::string& error_table)
{
    std::size_t told = 0, failed = 0;
    for (const InputOutcome& outcome : outcomes) {
        failed += outcome.failed ? 1 : 0;
        for (const Diagnostic& diagnostic : outcome.diagnostics)
            if (diagnostic.severity == Severity::error && told < most_failures) {
                say_line(line_of(diagnostic));
                ++told;
            }
    }
    if (failed > 0)
        print_error(fmt::format("{} could not be read, or not all of it{}",
                                many(static_cast<std::int64_t>(failed), "input", "inputs"),
                                error_table.empty() ? "" : "; why is told in " + error_table));
}

std::vector<std::string> summary_lines(const RunRecord& record, std::size_t most_airspaces)
{
    std::vector<std::string> lines;
    std::vector<std::pair<std::string, Duration>> dwell(record.dwell.begin(), record.dwell.end());
    std::stable_sort(dwell.begin(), dwell.end(), [](const auto& p, const auto& q) { return p.second > q.second; });
    for (std::size_t i = 0; i < std::min(dwell.size(), most_airspaces); ++i)
        lines.push_back(fmt::format("  dwell {:<8} {}", dwell[i].first, duration_text(dwell[i].second)));
    if (dwell.size() > most_airspaces)
        lines.push_back(fmt::format("  and {} more airspaces", dwell.size() - most_airspaces));
    for (const auto& [kind, count] : record.dropped)
        lines.push_back(fmt::format("  skipped {} {}", grouped(count), kind));
    if (record.repeated > 0)
        lines.push_back(fmt::format("  skipped {} rows that only repeat the fix before", grouped(record.repeated)));
    return lines;
}

void print_merge_summary(const RunRecord& record, std::size_t shards)
{
    say_line(fmt::format("{} joined: {}", many(static_cast<std::int64_t>(shards), "shard", "shards"), totals(record)));
    for (const std::string& line : summary_lines(record, most_airspaces_told))
        say_line(line);
}

void print_batch_summary(const RunRecord& record, std::size_t resumed_at, double elapsed_s, Verbosity verbosity)
{
    say_line(totals(record));
    std::string work = fmt::format("  {:.2f} s", elapsed_s);
    if (resumed_at == 0 && elapsed_s > 0)
        work += fmt::format(", {} fixes a second",
                            grouped(static_cast<std::int64_t>(static_cast<double>(record.fixes) / elapsed_s)));
    else if (resumed_at > 0)
        work += fmt::format(", {} inputs were finished before", grouped(static_cast<std::int64_t>(resumed_at)));
    say_line(work + fmt::format(", {:.0f} MB of memory at most", peak_memory_mb()));
    const std::size_t most = verbosity == Verbosity::verbose ? record.dwell.size() : most_airspaces_told;
    for (const std::string& line : summary_lines(record, most))
        say_line(line);
}

}  // namespace incursion
