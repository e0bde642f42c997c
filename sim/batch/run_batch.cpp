#include "sim/batch/run_batch.h"

#include <memory>
#include <utility>

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

namespace incursion {

namespace {

class InputPipeline {
public:
    InputPipeline(const BatchContext& context, std::size_t first, BatchSink& sink)
        : context_{context}, next_{first}, sink_{sink}
    {
    }

    BatchEnd run(std::size_t threads)
    {
        const auto in_order = tbb::filter_mode::serial_in_order;
        tbb::parallel_pipeline(
            threads + 2,
            tbb::make_filter<void, std::size_t>(in_order, [&](tbb::flow_control& flow) {
                return next(flow);
            }) & tbb::make_filter<std::size_t, InputResult*>(tbb::filter_mode::parallel, [&](std::size_t place) {
                return new InputResult{process_input(place, context_)};
            }) & tbb::make_filter<InputResult*, void>(in_order, [&](InputResult* result) {
                hand_on(std::unique_ptr<const InputResult>{result});
            }));
        return {(stopped_ || ended_early_) && !problem_, std::move(problem_)};
    }

private:
    std::size_t next(tbb::flow_control& flow)
    {
        if (next_ == context_.job.inputs.size() || context_.control.stop) {
            ended_early_ = next_ < context_.job.inputs.size();
            flow.stop();
            return 0;
        }
        return next_++;
    }

    /// After one result that is not to be kept none is: those behind it wait for a resumption.
    void hand_on(const std::unique_ptr<const InputResult>& result)
    {
        stopped_ = stopped_ || result->stopped;
        if (stopped_ || problem_)
            return;
        problem_ = sink_.take(*result);
        if (problem_) {
            context_.control.stop = true;
            return;
        }
        context_.control.inputs.fetch_add(1, std::memory_order_relaxed);
    }

    const BatchContext& context_;
    std::size_t next_;
    BatchSink& sink_;
    bool ended_early_ = false;  ///< written by the first stage
    bool stopped_ = false;      ///< by the last
    std::optional<Problem> problem_;
};

}  // namespace

BatchEnd run_batch(const BatchJob& job, const BatchGround& ground, std::size_t first, BatchControl& control,
                   BatchSink& sink)
{
    const std::size_t threads =
        job.threads > 0 ? job.threads : static_cast<std::size_t>(tbb::info::default_concurrency());
    const tbb::global_control limit{tbb::global_control::max_allowed_parallelism, threads};
    tbb::task_arena arena{static_cast<int>(threads)};
    TrackWorkers workers{[&] { return TrackWorker{ground, job, control}; }};
    const BatchContext context{job, control, workers};
    return arena.execute([&] { return InputPipeline{context, first, sink}.run(threads); });
}

}  // namespace incursion
