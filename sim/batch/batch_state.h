#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/batch/findings_stream.h"
#include "sim/batch/run_batch.h"
#include "sim/io/input_outcome.h"

namespace incursion {

/// What a batch run has finished, on the disk: a folder with a journal (one line for each input) and the rows of the
/// inputs one behind the other. Whenever the program ends, by whatever means, what the journal says is there, and a
/// later run goes on behind it. Rows are checked against their CRC when it is opened again, so that a journal that
/// reached the disk before its rows does no harm. One program at a time has it.
class BatchState : public BatchSink {
public:
    enum class Begin {
        anew,    ///< the folder must not be there
        resume,  ///< goes on where it stopped; begins anew where there is no folder
    };

    /// `run` describes the run, a `name: value` a line; a state of another description is refused with the lines that
    /// differ.
    static Result<std::unique_ptr<BatchState>> open(const std::string& folder, const std::string& run, Begin begin);
    ~BatchState() override;

    std::optional<Problem> take(const InputResult& result) override;

    /// Of the inputs finished, in order; their number is the place to go on at.
    const std::vector<InputOutcome>& outcomes() const { return outcomes_; }
    /// Every track of every input finished, in order.
    std::optional<Problem>
    read(const std::function<std::optional<Problem>(const InputOutcome&, const TrackFindings&)>& use) const;

    /// Final outputs are being put in place: those of this run may be there already when it is resumed.
    std::optional<Problem> mark_finishing();
    bool is_finishing() const { return finishing_; }
    /// Everything is in place: the folder goes.
    void remove();

private:
    BatchState() = default;
    std::optional<Problem> begin_journal(const std::string& run);
    std::optional<Problem> go_on(const std::string& run);
    std::optional<Problem> write_journal(const std::string& line) const;
    std::optional<Problem> read_rows(std::uint64_t from, std::uint64_t to,
                                     const std::function<std::optional<Problem>(std::string_view)>& use) const;
    std::uint32_t crc_of_rows(std::uint64_t from, std::uint64_t to) const;

    std::string folder_;
    int journal_ = -1, rows_ = -1;
    std::vector<InputOutcome> outcomes_;
    std::vector<std::uint64_t> rows_end_;  ///< of each
    bool finishing_ = false;
};

/// Removes a state that is not wanted any more, if there is one.
void remove_state(const std::string& folder);

/// What stands beside an output until it is finished: `visits.csv.part`.
std::string state_folder_of(const std::string& output);

}  // namespace incursion
