#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/batch/batch_state.h"
#include "sim/io/run_record.h"
#include "tools/incursion/batch_options.h"

namespace incursion {

/// One batch run from its inputs to its outputs in place, without a word said: what there is to say it returns.
class BatchSession {
public:
    /// Keeps a reference to the call. `inputs` are those of all shards.
    BatchSession(const BatchCall& call, const std::vector<BatchInput>& inputs);
    ~BatchSession();
    BatchSession(const BatchSession&) = delete;
    BatchSession& operator=(const BatchSession&) = delete;

    /// True where an earlier run has put everything in place already; its record is then record().
    Result<bool> is_complete();
    /// Refuses before anything is done: outputs that exist, a state that is another run's.
    std::optional<Problem> begin();
    /// Analyses what is not finished yet, then writes the tables and the record and puts them in place. May be asked to
    /// stop through `control` at any moment. `airspace_files` are those read, for their checksums.
    BatchEnd run(const BatchGround& ground, const std::vector<std::string>& airspace_files, BatchControl& control);

    const std::vector<BatchInput>& inputs() const { return job_.inputs; }  ///< of this shard
    std::int64_t bytes() const;                                            ///< of those not finished yet
    std::size_t resumed_at() const { return state_ ? resumed_at_ : 0; }
    const RunRecord& record() const { return record_; }
    const std::vector<InputOutcome>& outcomes() const;
    /// The reader of standard output is gone: it had what it wanted.
    bool broken_pipe() const { return broken_pipe_; }
    const std::string& state_folder() const { return folder_; }

private:
    class StreamSink;
    BatchEnd run_to_standard_output(const BatchGround& ground, BatchControl& control);
    BatchEnd finish(const Airspaces& airspaces, const BatchControl& control);
    std::optional<Problem> put_in_place(BatchTables& tables);
    bool to_standard_output() const { return call_.targets.visits.path == "-"; }
    void fill_record(const std::map<std::string, Duration>& dwell, bool has_errors);
    std::optional<Problem> write_record(Overwrite overwrite) const;

    const BatchCall& call_;
    BatchTargets targets_;
    BatchJob job_;
    std::string folder_;  ///< of the state; empty where the output is standard output
    std::unique_ptr<BatchState> state_;
    std::unique_ptr<StreamSink> stream_;
    std::size_t resumed_at_ = 0;
    RunRecord record_;
    bool broken_pipe_ = false;
};

}  // namespace incursion
