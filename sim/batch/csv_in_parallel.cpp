#include "sim/batch/csv_in_parallel.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include "sim/io/csv_tracks.h"

namespace incursion {

namespace {

constexpr std::size_t first_block_bytes = std::size_t{1} << 20U;
constexpr std::size_t start_bytes = std::size_t{4} << 20U;
/// A row may be longer than a block, but not endless.
constexpr std::size_t most_row_bytes = std::size_t{64} << 20U;

/// One stretch of whole rows on its way.
struct Block {
    std::string room;      ///< its first `size` characters are the text; it never shrinks
    std::size_t size = 0;
    std::string_view text() const { return std::string_view{room}.substr(0, size); }
    std::int64_t line = 0;
    // Parsed:
    std::vector<TrackPiece> pieces;
    std::size_t piece_count = 0;
    RowProblems problems;
    // In grouped mode the tracks between the first and the last, which are whole, and ids of them:
    TrackRows inner;
    std::vector<std::uint64_t> inner_ids;
    bool comes_back = false;  ///< one of its tracks comes back within it
    // Tracks that became whole as this block followed on the ones before:
    std::vector<TrackPiece> ended;
    TrackRows ended_rows;
};

/// Blocks that are done are used again, with the memory that they have.
class BlockPool {
public:
    std::unique_ptr<Block> take()
    {
        const std::lock_guard lock{mutex_};
        if (free_.empty())
            return std::make_unique<Block>();
        auto block = std::move(free_.back());
        free_.pop_back();
        return block;
    }
    void give_back(std::unique_ptr<Block> block)
    {
        block->problems = {};
        block->inner.clear();
        block->inner_ids.clear();
        block->comes_back = false;
        block->ended.clear();
        block->ended_rows.clear();
        const std::lock_guard lock{mutex_};
        free_.push_back(std::move(block));
    }

private:
    std::mutex mutex_;
    std::vector<std::unique_ptr<Block>> free_;
};

class CsvRun {
public:
    CsvRun(InputBytes& input, TrackGrouper::Mode mode, const BatchContext& context, InputGain& gain)
        : input_{input},
          mode_{mode},
          context_{context},
          gain_{gain},
          default_id_{context.job.reading.default_id.value_or(input.stem())},
          grouper_{mode, default_id_}
    {
    }

    InputEnd run()
    {
        if (!begin())
            return InputEnd::failed;
        const std::size_t tokens = 2 * static_cast<std::size_t>(tbb::this_task_arena::max_concurrency()) + 2;
        const auto parallel = tbb::filter_mode::parallel;
        const auto in_order = tbb::filter_mode::serial_in_order;
        tbb::this_task_arena::isolate([&] {
            tbb::parallel_pipeline(
                tokens, tbb::make_filter<void, Block*>(in_order, [&](tbb::flow_control& flow) { return read(flow); }) &
                            tbb::make_filter<Block*, Block*>(parallel, [&](Block* block) { return parse(block); }) &
                            tbb::make_filter<Block*, Block*>(in_order, [&](Block* block) { return join(block); }) &
                            tbb::make_filter<Block*, Block*>(parallel, [&](Block* block) { return analyse(block); }) &
                            tbb::make_filter<Block*, void>(in_order, [&](Block* block) { write(block); }));
            if (!ended_)
                finish();
        });
        if (context_.control.stop)
            return InputEnd::stopped;
        return end_;
    }

private:
    // ---- reading, in order ----

    /// The header, from the first megabytes.
    bool begin()
    {
        std::size_t size = 0;
        if (!fill(carry_, size, start_bytes))
            return false;
        carry_.resize(size);
        auto made = CsvTracks::make(carry_, context_.job.reading, input_.name(), gain_.diagnostics);
        if (!made)
            return false;
        csv_.emplace(std::move(*made));
        line_ = csv_->first_line();
        carry_.erase(0, csv_->rows_begin());
        return true;
    }

    /// Reads behind the first `size` bytes until there are so many as wanted, or no more.
    bool fill(std::string& room, std::size_t& size, std::size_t wanted)
    {
        if (room.size() < wanted)
            room.resize(wanted);
        while (!at_end_ && size < wanted) {
            const Result<std::size_t> got = input_.read(room.data() + size, wanted - size);
            if (!got) {
                gain_.diagnostics.error(input_.name(), std::nullopt, "", got.problem());
                return false;
            }
            at_end_ = *got == 0;
            size += *got;
        }
        return true;
    }

    Block* read(tbb::flow_control& flow)
    {
        auto block = pool_.take();
        block->size = carry_.size();
        if (block->room.size() < carry_.size())
            block->room.resize(carry_.size());
        std::copy(carry_.begin(), carry_.end(), block->room.begin());
        carry_.clear();
        if (!ended_ && !context_.control.stop && fill_with_rows(*block))
            return block.release();
        pool_.give_back(std::move(block));
        flow.stop();
        return nullptr;
    }

    /// False at the end, or where reading fails.
    bool fill_with_rows(Block& block)
    {
        for (std::size_t wanted = first_block_bytes; wanted <= most_row_bytes; wanted += first_block_bytes) {
            if (!fill(block.room, block.size, wanted)) {
                end(InputEnd::failed);
                return false;
            }
            const std::size_t whole = csv_->whole_rows(block.text(), at_end_);
            if (whole > 0) {
                carry_.assign(block.text().substr(whole));
                block.size = whole;
                block.line = line_;
                line_ += std::ranges::count(block.text(), '\n');
                return true;
            }
            if (at_end_)
                return false;
        }
        gain_.diagnostics.error(input_.name(), static_cast<int>(line_), "",
                                "this row does not end within 64 MB; is this a table at all?");
        end(InputEnd::failed);
        return false;
    }

    // ---- parsing, side by side ----

    Block* parse(Block* block) const
    {
        if (ended_)
            return block;
        std::int64_t line = block->line;
        block->piece_count = csv_->read(block->text(), line, block->pieces, block->problems);
        for (std::size_t i = 0; i < block->piece_count; ++i)
            if (block->pieces[i].id.empty())
                block->pieces[i].id = default_id_;
        if (mode_ == TrackGrouper::Mode::grouped && block->piece_count > 2)
            analyse_inner(*block);
        return block;
    }

    void analyse_inner(Block& block) const
    {
        std::vector<std::uint64_t>& ids = block.inner_ids;
        for (std::size_t i = 1; i + 1 < block.piece_count; ++i)
            ids.push_back(hash_of_id(block.pieces[i].id));
        std::vector<std::uint64_t> all = ids;
        all.push_back(hash_of_id(block.pieces[0].id));
        all.push_back(hash_of_id(block.pieces[block.piece_count - 1].id));
        std::sort(all.begin(), all.end());
        block.comes_back = std::adjacent_find(all.begin(), all.end()) != all.end();
        if (block.comes_back)
            return;
        TrackWorker& worker = context_.workers.local();
        for (std::size_t i = 1; i + 1 < block.piece_count; ++i)
            worker.work(std::move(block.pieces[i]), block.inner);
    }

    // ---- joining blocks, in order ----

    Block* join(Block* block)
    {
        if (ended_)
            return block;
        bool joined = !block->comes_back;
        if (mode_ == TrackGrouper::Mode::gathered || block->piece_count <= 2) {
            for (std::size_t i = 0; i < block->piece_count && joined; ++i)
                joined = grouper_.add(std::move(block->pieces[i]));
        } else {
            joined = joined && grouper_.add(std::move(block->pieces[0])) && grouper_.pass(block->inner_ids) &&
                     grouper_.add(std::move(block->pieces[block->piece_count - 1]));
        }
        if (!joined)
            end(InputEnd::not_grouped);
        else
            block->ended = grouper_.take_whole();
        return block;
    }

    // ---- tracks that blocks had in common, side by side; then all rows in order ----

    Block* analyse(Block* block) const
    {
        TrackWorker& worker = context_.workers.local();
        for (TrackPiece& track : block->ended)
            worker.work(std::move(track), block->ended_rows);
        return block;
    }

    void write(Block* raw)
    {
        std::unique_ptr<Block> block{raw};
        gain_.problems.append(std::move(block->problems));
        // What ended with this block began before it.
        if (!ended_ && (!gain_.take(block->ended_rows) || !gain_.take(block->inner)))
            end(InputEnd::failed);
        pool_.give_back(std::move(block));
    }

    /// The last track of all, or every one where they were gathered.
    void finish()
    {
        grouper_.finish();
        std::vector<TrackPiece> tracks = grouper_.take_whole();
        constexpr std::size_t at_once = 4096;
        std::vector<TrackRows> rows;
        for (std::size_t from = 0; from < tracks.size() && !context_.control.stop; from += at_once) {
            const std::size_t to = std::min(tracks.size(), from + at_once);
            rows.clear();
            rows.resize(to - from);
            tbb::parallel_for(
                from, to, [&](std::size_t i) { context_.workers.local().work(std::move(tracks[i]), rows[i - from]); });
            for (TrackRows& next : rows)
                if (!gain_.take(next)) {
                    end(InputEnd::failed);
                    return;
                }
        }
    }

    /// May be called from two stages at once; whichever comes first, the input gives no rows this time.
    void end(InputEnd how)
    {
        end_ = how;
        ended_ = true;
    }

    InputBytes& input_;
    TrackGrouper::Mode mode_;
    const BatchContext& context_;
    InputGain& gain_;
    std::string default_id_;
    TrackGrouper grouper_;
    BlockPool pool_;

    std::optional<CsvTracks> csv_;
    std::string carry_;  ///< read, but not yet part of a block
    std::int64_t line_ = 1;
    bool at_end_ = false;

    std::atomic<bool> ended_{false};  ///< before the end of the input, as end_ says
    std::atomic<InputEnd> end_{InputEnd::whole};
};

}  // namespace

InputEnd read_csv_in_parallel(InputBytes& input, TrackGrouper::Mode mode, const BatchContext& context, InputGain& gain)
{
    return CsvRun{input, mode, context, gain}.run();
}

}  // namespace incursion
