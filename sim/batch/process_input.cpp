#include "sim/batch/process_input.h"

#include <exception>
#include <new>
#include <utility>

#include <fmt/format.h>

#include "sim/batch/csv_in_parallel.h"
#include "sim/io/byte_source.h"
#include "sim/io/csv_format.h"
#include "sim/io/input_bytes.h"
#include "sim/io/track_format.h"

namespace incursion {

namespace {

/// Groups what a reader finds and analyses it on the same thread.
class AnalysingSink : public TrackSink {
public:
    AnalysingSink(TrackGrouper::Mode mode, std::string default_id, const BatchContext& context, InputGain& gain)
        : grouper_{mode, std::move(default_id)}, context_{context}, gain_{gain}
    {
    }

    bool take(TrackPiece piece) override
    {
        if (!grouper_.add(std::move(piece)))
            end_ = InputEnd::not_grouped;
        return end_ == InputEnd::whole && work_off();
    }

    InputEnd finish()
    {
        if (end_ == InputEnd::whole) {
            grouper_.finish();
            work_off();
        }
        gain_.problems.append(std::move(problems()));
        return end_;
    }

private:
    bool work_off()
    {
        for (TrackPiece& track : grouper_.take_whole()) {
            rows_.clear();
            context_.workers.local().work(std::move(track), rows_);
            if (context_.control.stop)
                end_ = InputEnd::stopped;
            else if (!gain_.take(rows_))
                end_ = InputEnd::failed;
        }
        return end_ == InputEnd::whole;
    }

    TrackGrouper grouper_;
    const BatchContext& context_;
    InputGain& gain_;
    TrackRows rows_;
    InputEnd end_ = InputEnd::whole;
};

InputEnd read_member(InputBytes& member, TrackGrouper::Mode mode, const BatchContext& context, InputGain& gain)
{
    const TrackReadOptions& reading = context.job.reading;
    const TrackFormat* format = track_format_of(member, reading, gain.diagnostics);
    if (format == nullptr)
        return InputEnd::failed;
    if (format->read == read_csv)
        return read_csv_in_parallel(member, mode, context, gain);
    AnalysingSink sink{mode, reading.default_id.value_or(member.stem()), context, gain};
    Diagnostics diagnostics;
    read_with(*format, member, reading, sink, diagnostics);
    const InputEnd end = sink.finish();
    for (const Diagnostic& diagnostic : diagnostics.list())
        gain.diagnostics.add(diagnostic);
    return diagnostics.has_errors() && end == InputEnd::whole ? InputEnd::failed : end;
}

InputEnd read_members(const std::string& path, TrackGrouper::Mode mode, const BatchContext& context, ReadMeter& meter,
                      InputGain& gain)
{
    const auto members = open_input(path, &meter);
    if (!members) {
        gain.diagnostics.error(path, std::nullopt, "", members.problem());
        return InputEnd::failed;
    }
    for (;;) {
        const auto member = members.value()->next();
        if (!member) {
            gain.diagnostics.error(path, std::nullopt, "", member.problem());
            return InputEnd::failed;
        }
        if (*member == nullptr)
            return InputEnd::whole;
        const InputGain::Mark before = gain.mark();
        const InputEnd end = read_member(**member, mode, context, gain);
        if (end == InputEnd::failed)
            gain.back_to(before);
        else if (end != InputEnd::whole)
            return end;
    }
}

/// A failure of the system or of a library is this input's failure, not the run's.
InputEnd read_guarded(const std::string& path, TrackGrouper::Mode mode, const BatchContext& context, ReadMeter& meter,
                      InputGain& gain)
{
    try {
        return read_members(path, mode, context, meter, gain);
    } catch (const std::bad_alloc&) {
        gain.diagnostics.error(path, std::nullopt, "",
                               "there is not enough memory for it; sort its rows by track, so that "
                               "they need not be held all at once");
    } catch (const std::exception& failure) {
        gain.diagnostics.error(path, std::nullopt, "", fmt::format("it cannot be read: {}", failure.what()));
    }
    gain.back_to({});
    return InputEnd::failed;
}

void tell(const std::string& path, const BatchContext& context, InputGain& gain, InputOutcome& outcome)
{
    if (gain.counts.tracks == 0 && !gain.diagnostics.has_errors())
        gain.diagnostics.error(path, std::nullopt, "", "it holds no fix that can be used: nothing is known from it");
    const bool refused = context.job.reading.dirty == DirtyFixes::refuse && !gain.problems.empty();
    gain.problems.tell(path, refused ? Severity::error : Severity::warning, gain.diagnostics);
    if (refused)
        gain.back_to({});
    outcome.failed = gain.diagnostics.has_errors();
    outcome.diagnostics = gain.diagnostics.list();
    outcome.repeated = gain.problems.repeated();
    for (const RowProblems::Kind& kind : gain.problems.kinds())
        outcome.dropped.emplace_back(kind.name, kind.count);
}

}  // namespace

bool InputGain::take(TrackRows& next)
{
    problems.append(std::move(next.problems));
    counts += next.counts;
    if (const auto problem = rows.append(next.bytes)) {
        diagnostics.error("", std::nullopt, "", problem->message);
        return false;
    }
    return true;
}

InputResult process_input(std::size_t place, const BatchContext& context)
{
    const BatchInput& input = context.job.inputs[place];
    InputGain gain{context.job.scratch_folder};
    ReadMeter meter{context.control.bytes};
    // Standard input cannot be read a second time.
    const auto first = input.path == "-" ? TrackGrouper::Mode::gathered : TrackGrouper::Mode::grouped;
    InputEnd end = read_guarded(input.path, first, context, meter, gain);
    if (end == InputEnd::not_grouped) {
        meter.set(0);
        context.control.fixes -= gain.counts.fixes;
        context.control.visits -= gain.counts.visits;
        gain = InputGain{context.job.scratch_folder};
        end = read_guarded(input.path, TrackGrouper::Mode::gathered, context, meter, gain);
    }
    if (end != InputEnd::stopped)
        meter.set(input.bytes);
    InputOutcome outcome;
    outcome.place = place;
    outcome.path = input.path;
    if (end == InputEnd::stopped)
        return {std::move(outcome), std::move(gain.rows), true};
    tell(input.path, context, gain, outcome);
    outcome.fixes = gain.counts.fixes;
    outcome.tracks = gain.counts.tracks;
    outcome.visits = gain.counts.visits;
    return {std::move(outcome), std::move(gain.rows), false};
}

}  // namespace incursion
