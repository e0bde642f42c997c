#include "render/footage/footage_writer.h"

#include <cassert>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <variant>

extern "C" {
#include <libavutil/log.h>
}
#include <fmt/format.h>

#include "render/footage/encoder.h"

namespace incursion {

namespace {

constexpr int queued_frames = 3;

struct QueuedFrame {
    std::vector<std::uint8_t> rgba;
    bool bottom_up;
};
using QueuedSound = std::vector<float>;
using Job = std::variant<QueuedFrame, QueuedSound>;

void encode(Encoder& encoder, const Job& job)
{
    if (const auto* frame = std::get_if<QueuedFrame>(&job))
        encoder.add_frame(frame->rgba, frame->bottom_up);
    else
        encoder.add_sound(std::get<QueuedSound>(job));
}

}  // namespace

/// The queue and the thread that empties it. The encoder belongs to that thread from start to end.
class FootageWriter::Worker {
public:
    Worker(std::string path, std::unique_ptr<Encoder> encoder)
        : path_{std::move(path)}, encoder_{std::move(encoder)}, thread_{[this] { work(); }}
    {
    }

    ~Worker()
    {
        if (thread_.joinable())
            end(End::give_up);
    }

    std::optional<Problem> add(Job job, bool is_frame)
    {
        std::unique_lock lock{mutex_};
        assert(end_ == End::none);
        changed_.wait(lock, [&] { return !is_frame || frames_ < queued_frames || problem_; });
        if (!problem_) {
            frames_ += is_frame ? 1 : 0;
            jobs_.push_back(std::move(job));
            changed_.notify_all();
        }
        return problem_;
    }

    std::optional<Problem> finish()
    {
        if (thread_.joinable())
            end(End::finish);
        return problem_;
    }

private:
    enum class End { none, finish, give_up };

    void end(End how)
    {
        {
            const std::lock_guard lock{mutex_};
            end_ = how;
        }
        changed_.notify_all();
        thread_.join();
    }

    void work()
    {
        try {
            bool any_frame = false;
            while (const std::optional<Job> job = next()) {
                any_frame = any_frame || std::holds_alternative<QueuedFrame>(*job);
                encode(*encoder_, *job);
            }
            if (end_ == End::finish && any_frame)
                encoder_->finish();
            else if (end_ == End::finish)
                fail("cannot complete it: no frame was recorded");
        } catch (const std::exception& error) {
            fail(error.what());
        }
        encoder_.reset();
    }

    /// Waits for the next job; none if there is no more to do.
    std::optional<Job> next()
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return !jobs_.empty() || end_ != End::none; });
        if (jobs_.empty() || end_ == End::give_up)
            return std::nullopt;
        std::optional<Job> job{std::move(jobs_.front())};
        jobs_.pop_front();
        frames_ -= std::holds_alternative<QueuedFrame>(*job) ? 1 : 0;
        changed_.notify_all();
        return job;
    }

    void fail(const char* why)
    {
        const std::lock_guard lock{mutex_};
        problem_ = Problem{fmt::format("{}: {}", path_, why)};
        jobs_.clear();
        changed_.notify_all();
    }

    std::string path_;
    std::unique_ptr<Encoder> encoder_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> jobs_;
    int frames_ = 0;  ///< of jobs_
    End end_ = End::none;
    std::optional<Problem> problem_;
    std::thread thread_;  // last, as it uses all the others
};

Result<std::unique_ptr<FootageWriter>> FootageWriter::open(const std::string& path, const FootageOptions& options)
{
    if (auto refused = refuse_footage(options))
        return *refused;
    // The libraries, x264 above all, would write about their settings on standard error.
    av_log_set_level(AV_LOG_QUIET);
    try {
        const auto frame_bytes =
            4 * static_cast<std::size_t>(options.width_px) * static_cast<std::size_t>(options.height_px);
        auto worker = std::make_unique<Worker>(path, make_encoder(path, options));
        return std::unique_ptr<FootageWriter>{new FootageWriter{std::move(worker), frame_bytes}};
    } catch (const std::exception& error) {
        return Problem{fmt::format("{}: {}", path, error.what())};
    }
}

FootageWriter::FootageWriter(std::unique_ptr<Worker> worker, std::size_t frame_bytes)
    : worker_{std::move(worker)}, frame_bytes_{frame_bytes}
{
}

FootageWriter::~FootageWriter() = default;

std::optional<Problem> FootageWriter::add_frame(std::vector<std::uint8_t> rgba, bool bottom_up)
{
    if (rgba.size() != frame_bytes_)
        return Problem{fmt::format("a frame of {} bytes came where {} were announced", rgba.size(), frame_bytes_)};
    return worker_->add(QueuedFrame{std::move(rgba), bottom_up}, true);
}

std::optional<Problem> FootageWriter::add_sound(std::span<const float> samples)
{
    return worker_->add(QueuedSound{samples.begin(), samples.end()}, false);
}

std::optional<Problem> FootageWriter::finish()
{
    return worker_->finish();
}

}  // namespace incursion
