#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/result.h"
#include "sim/base/time.h"

namespace incursion {

/// What a finished batch run tells about itself, beside its tables: enough to repeat it, to join it with its sister
/// shards and to know what was left out. The same run writes the same bytes.
struct RunRecord {
    /// What the results depend on, a `name: value` a line.
    std::string run;
    struct Shard {
        std::size_t number = 1, count = 1;
    };
    Shard shard;
    std::vector<std::pair<std::string, std::string>> airspaces;  ///< path and SHA-256
    std::int64_t inputs = 0, failed_inputs = 0, input_bytes = 0;
    std::int64_t fixes = 0, tracks = 0, visits = 0, repeated = 0;
    std::map<std::string, std::int64_t> dropped;  ///< by kind
    std::map<std::string, Duration> dwell;        ///< by key of the airspace; visits written
    std::map<std::string, std::string>
        tables;  ///< `visits`, `summary`, `tracks`, `errors`: file names beside the record
};

/// One JSON document.
std::string run_record_json(const RunRecord& record);
/// A problem that names the file where it cannot be read or is no record of this version.
Result<RunRecord> read_run_record(const std::string& path);

/// Beside the table of visits: `visits.csv.run.json`.
std::string run_record_path(const std::string& output);

/// The record of the one run that shards make up. A problem where they do not belong together or one is missing or
/// there twice; they may come in any order and are put in order here. `tables` is left empty.
Result<RunRecord> join_run_records(std::vector<RunRecord>& shards);

}  // namespace incursion
