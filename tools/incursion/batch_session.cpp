#include "tools/incursion/batch_session.h"

#include <filesystem>
#include <future>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "sim/batch/input_list.h"
#include "sim/io/output_file.h"
#include "sim/io/sha256.h"

namespace incursion {

namespace {

std::vector<std::pair<std::string, std::string>> checksums_of(const std::vector<std::string>& files)
{
    std::vector<std::pair<std::string, std::string>> checksums;
    for (const std::string& file : files) {
        const auto sha256 = sha256_of_file(file);
        checksums.emplace_back(file, sha256 ? *sha256 : "");
    }
    return checksums;
}

}  // namespace

/// Writes rows as they come, for standard output: nothing is kept.
class BatchSession::StreamSink : public BatchSink {
public:
    explicit StreamSink(BatchTables tables) : tables_{std::move(tables)} {}

    std::optional<Problem> take(const InputResult& result) override
    {
        FindingsStream findings{[&](const TrackFindings& track) { return tables_.add(result.outcome, track); }};
        auto problem = result.rows.read([&](std::string_view block) { return findings.feed(block); });
        outcomes_.push_back(result.outcome);
        return problem ? problem : findings.finish();
    }

    BatchTables& tables() { return tables_; }
    const std::vector<InputOutcome>& outcomes() const { return outcomes_; }

private:
    BatchTables tables_;
    std::vector<InputOutcome> outcomes_;
};

BatchSession::BatchSession(const BatchCall& call, const std::vector<BatchInput>& inputs)
    : call_{call}, targets_{call.targets}
{
    job_.inputs = shard_of(inputs, call.shard.number, call.shard.count);
    job_.reading = call.reading;
    job_.analysis = call.analysis;
    job_.threads = call.threads;
    record_.run = description_of(call, inputs);
    record_.shard = call.shard;
    std::error_code code;
    if (!to_standard_output())
        folder_ = state_folder_of(targets_.visits.path);
    job_.scratch_folder = folder_.empty() ? std::filesystem::temp_directory_path(code).string() : folder_;
}

BatchSession::~BatchSession() = default;

std::int64_t BatchSession::bytes() const
{
    std::int64_t sum = 0;
    for (std::size_t i = resumed_at_; i < job_.inputs.size(); ++i)
        sum += job_.inputs[i].bytes;
    return sum;
}

const std::vector<InputOutcome>& BatchSession::outcomes() const
{
    return state_ ? state_->outcomes() : stream_->outcomes();
}

Result<bool> BatchSession::is_complete()
{
    std::error_code code;
    const std::string path = run_record_path(targets_.visits.path);
    if (!call_.resume || std::filesystem::exists(folder_, code) ||
        !std::filesystem::exists(targets_.visits.path, code) || !std::filesystem::exists(path, code))
        return false;
    const auto earlier = read_run_record(path);
    if (!earlier)
        return Problem{earlier.problem()};
    if (earlier->run != record_.run || earlier->shard.number != record_.shard.number ||
        earlier->shard.count != record_.shard.count)
        return false;
    record_ = *earlier;
    return true;
}

std::optional<Problem> BatchSession::begin()
{
    if (to_standard_output())
        return refuse_targets(targets_);
    if (call_.overwrite && !call_.resume)
        remove_state(folder_);
    const std::string run = record_.run + fmt::format("shard: {}/{}\n", call_.shard.number, call_.shard.count);
    auto state =
        BatchState::open(folder_, run, call_.resume ? BatchState::Begin::resume : BatchState::Begin::anew);
    if (!state)
        return Problem{state.problem()};
    state_ = std::move(state).value();
    resumed_at_ = state_->outcomes().size();
    if (state_->is_finishing())  // then what is there may be this run's own
        for (TableTarget* target : {&targets_.visits, targets_.summary ? &*targets_.summary : nullptr,
                                    targets_.tracks ? &*targets_.tracks : nullptr, &targets_.errors})
            if (target != nullptr)
                target->overwrite = Overwrite::yes;
    auto refused = refuse_targets(targets_);
    if (!refused)
        refused = refuse_output(run_record_path(targets_.visits.path), targets_.visits.overwrite);
    if (refused && resumed_at_ == 0) {
        state_.reset();
        remove_state(folder_);
    }
    return refused;
}

BatchEnd BatchSession::run(const BatchGround& ground, const std::vector<std::string>& airspace_files,
                           BatchControl& control)
{
    job_.analysis.crossings.heights = call_.analysis.crossings.heights;  // terrain is read together with the borders
    if (!state_)
        return run_to_standard_output(ground, control);
    // The borders may be a hundred megabytes: their checksums are worked out beside the run.
    auto checksums = std::async(std::launch::async, [&] { return checksums_of(airspace_files); });
    BatchEnd end = run_batch(job_, ground, resumed_at_, control, *state_);
    record_.airspaces = checksums.get();
    return end.stopped || end.problem ? end : finish(ground.airspaces, control);
}

BatchEnd BatchSession::run_to_standard_output(const BatchGround& ground, BatchControl& control)
{
    auto tables = BatchTables::create(targets_, ground.airspaces, call_.analysis.depth);
    if (!tables)
        return {false, Problem{tables.problem()}};
    stream_ = std::make_unique<StreamSink>(std::move(tables).value());
    BatchEnd end = run_batch(job_, ground, 0, control, *stream_);
    if (!end.stopped && !end.problem)
        end.problem = stream_->tables().finish();
    broken_pipe_ = stream_->tables().broken_pipe();
    if (end.stopped || end.problem)
        return end;
    const auto errors = write_error_table(targets_, stream_->outcomes());
    fill_record(stream_->tables().dwell(), false);
    return {false, errors ? std::nullopt : std::optional{Problem{errors.problem()}}};
}

BatchEnd BatchSession::finish(const Airspaces& airspaces, const BatchControl& control)
{
    auto made = BatchTables::create(targets_, airspaces, call_.analysis.depth);
    if (!made)
        return {false, Problem{made.problem()}};
    BatchTables tables = std::move(made).value();
    const Problem stopped{"stopped"};
    auto problem = state_->read([&](const InputOutcome& input, const TrackFindings& findings) {
        return control.stop ? std::optional{stopped} : tables.add(input, findings);
    });
    if (control.stop)
        return {true, std::nullopt};
    return {false, problem ? problem : put_in_place(tables)};
}

std::optional<Problem> BatchSession::put_in_place(BatchTables& tables)
{
    if (auto problem = state_->mark_finishing())
        return problem;
    if (auto problem = tables.finish())
        return problem;
    const auto errors = write_error_table(targets_, state_->outcomes());
    if (!errors)
        return Problem{errors.problem()};
    fill_record(tables.dwell(), *errors);
    if (auto problem = write_record(targets_.visits.overwrite))
        return problem;
    state_->remove();
    return std::nullopt;
}

void BatchSession::fill_record(const std::map<std::string, Duration>& dwell, bool has_errors)
{
    record_.inputs = std::ssize(job_.inputs);
    for (const BatchInput& input : job_.inputs)
        record_.input_bytes += input.bytes;
    for (const InputOutcome& outcome : outcomes()) {
        record_.failed_inputs += outcome.failed ? 1 : 0;
        record_.fixes += outcome.fixes;
        record_.tracks += outcome.tracks;
        record_.visits += outcome.visits;
        record_.repeated += outcome.repeated;
        for (const auto& [kind, count] : outcome.dropped)
            record_.dropped[kind] += count;
    }
    record_.dwell = dwell;
    const auto file_name = [](const TableTarget& target) {
        return std::filesystem::path{target.path}.filename().string();
    };
    record_.tables["visits"] = file_name(targets_.visits);
    if (targets_.summary)
        record_.tables["summary"] = file_name(*targets_.summary);
    if (targets_.tracks)
        record_.tables["tracks"] = file_name(*targets_.tracks);
    if (has_errors)
        record_.tables["errors"] = file_name(targets_.errors);
}

std::optional<Problem> BatchSession::write_record(Overwrite overwrite) const
{
    auto file = OutputFile::create(run_record_path(targets_.visits.path), overwrite);
    if (!file)
        return Problem{file.problem()};
    OutputFile output = std::move(file).value();
    if (auto problem = output.write(run_record_json(record_)))
        return problem;
    return output.commit();
}

}  // namespace incursion
