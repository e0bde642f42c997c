#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/batch/batch_job.h"
#include "sim/batch/batch_tables.h"
#include "sim/io/run_record.h"
#include "sim/model/scenario.h"
#include "tools/incursion/height_options.h"
#include "tools/incursion/reading_options.h"

namespace CLI {
class App;
}

namespace incursion {

/// What `incursion batch` was asked to do, as values.
struct BatchCall {
    std::vector<std::string> arguments;  ///< files, folders, patterns
    std::string files_from;              ///< a file of more; none where empty
    std::vector<AirspaceSource> airspaces;
    TrackReadOptions reading;
    BatchAnalysis analysis;
    unsigned threads = 0;
    RunRecord::Shard shard;
    BatchTargets targets;
    bool resume = false, overwrite = false;
};

/// The arguments of `incursion batch`.
class BatchOptions {
public:
    void setup(CLI::App& app);
    /// Throws WrongCall where arguments contradict each other.
    BatchCall call() const;

private:
    void setup_airspaces(CLI::App& app);
    void setup_reading(CLI::App& app);
    void setup_running(CLI::App& app);
    void setup_output(CLI::App& app);
    void read_units(BatchCall& call) const;
    void read_targets(BatchCall& call) const;

    BatchCall call_;
    std::vector<std::string> airspace_paths_, permitted_;
    AirspaceSource airspace_;
    HeightOptions heights_;
    ReadingOptions reading_;
    std::string legs_ = "geodesic", edges_ = "straight", max_gap_, depth_ = "exact", shard_;
    std::string output_ = "-", format_, geometry_, summary_, tracks_, errors_;
};

/// What the results of a call depend on, a `name: value` a line; with its inputs (of all shards) and airspaces.
std::string description_of(const BatchCall& call, const std::vector<BatchInput>& inputs);

}  // namespace incursion
