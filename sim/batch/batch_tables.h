#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/batch/track_findings.h"
#include "sim/io/input_outcome.h"
#include "sim/io/table.h"
#include "sim/model/airspace.h"

namespace incursion {

/// The shape of a row of visits.
enum class VisitGeometry { none, path, entry, exit };
std::string_view name_of(VisitGeometry geometry);

/// Where the tables of a run go.
struct BatchTargets {
    TableTarget visits;
    VisitGeometry geometry = VisitGeometry::none;
    std::optional<TableTarget> summary;  ///< a row per track and airspace
    std::optional<TableTarget> tracks;   ///< a row per track
    TableTarget errors;                  ///< nowhere where its path is empty
    bool errors_always = false;          ///< even where there is nothing to tell
};

/// Why one of these tables cannot be made, before the work is done (see refuse_output).
std::optional<Problem> refuse_targets(const BatchTargets& targets);

/// Writes findings into the tables of a run.
class BatchTables {
public:
    /// `depth` says that depths were worked out.
    static Result<BatchTables> create(const BatchTargets& targets, const Airspaces& airspaces, bool depth);

    std::optional<Problem> add(const InputOutcome& input, const TrackFindings& findings);
    /// Puts every table in place.
    std::optional<Problem> finish();

    bool broken_pipe() const { return visits_->broken_pipe(); }
    /// Of the visits written, by key.
    const std::map<std::string, Duration>& dwell() const { return dwell_; }

private:
    explicit BatchTables(const Airspaces& airspaces) : airspaces_{airspaces} {}
    std::optional<Problem> add_visits(const InputOutcome& input, const TrackFindings& findings);
    std::optional<Problem> add_summary(const InputOutcome& input, const TrackFindings& findings);
    std::optional<Problem> add_track(const InputOutcome& input, const TrackFindings& findings);

    const Airspaces& airspaces_;
    VisitGeometry geometry_ = VisitGeometry::none;
    bool depth_ = true;
    std::unique_ptr<TableWriter> visits_, summary_, tracks_;
    std::map<std::string, Duration> dwell_;
};

/// The table of what could not be read: input, line, severity, message. Notes are left out. Nothing is written where
/// there is nothing to tell, unless it is wanted always; true where it was.
Result<bool> write_error_table(const BatchTargets& targets, const std::vector<InputOutcome>& outcomes);

}  // namespace incursion
