#include "tools/incursion/live_voice.h"

#include <algorithm>
#include <utility>

namespace incursion {

namespace {

/// The player has so much queued already: a sound that began earlier would be heard without its beginning.
constexpr Duration lead = std::chrono::milliseconds{400};
constexpr Duration tail = std::chrono::seconds{1};

}  // namespace

LiveVoice::LiveVoice() : thread_{[this] { speak_all(); }} {}

LiveVoice::~LiveVoice()
{
    {
        const std::lock_guard lock{mutex_};
        is_over_ = true;
        calls_.clear();
    }
    asked_.notify_one();
    thread_.join();
}

void LiveVoice::say(const Call& call)
{
    {
        const std::lock_guard lock{mutex_};
        calls_.push_back(call);
    }
    asked_.notify_one();
}

void LiveVoice::speak_all()
{
    for (std::uint64_t seed = 1;; ++seed) {
        std::unique_lock lock{mutex_};
        asked_.wait(lock, [&] { return is_over_ || !calls_.empty(); });
        if (is_over_)
            return;
        const Call call = std::move(calls_.front());
        calls_.pop_front();
        lock.unlock();
        Diagnostics diagnostics;
        std::vector<Transmission> made = transmissions_of({call}, seed, diagnostics);
        lock.lock();
        for (Transmission& transmission : made)
            spoken_.push_back(std::move(transmission.sound));
        for (const Diagnostic& diagnostic : diagnostics.list())
            problem_ = diagnostic.message;
    }
}

void LiveVoice::take_spoken()
{
    std::vector<Sound> spoken;
    {
        const std::lock_guard lock{mutex_};
        spoken = std::exchange(spoken_, {});
    }
    if (spoken.empty())
        return;
    // One after the other, and what is over is forgotten.
    std::vector<Transmission> queue;
    Time free = now_ + lead;
    for (const Transmission& transmission : track_.transmissions())
        if (transmission.span().to > now_) {
            free = std::max(free, transmission.span().to);
            queue.push_back(transmission);
        }
    for (Sound& sound : spoken) {
        queue.push_back({free, 0, std::move(sound)});
        free = queue.back().span().to;
    }
    track_ = SoundTrack{std::move(queue)};
}

void LiveVoice::play(double wall_s, bool is_muted)
{
    now_ += seconds(wall_s);
    take_spoken();
    const auto& queue = track_.transmissions();
    const bool is_on = !queue.empty() && now_ < queue.back().span().to + tail;
    player_.follow(now_, is_on, 1, is_muted);
}

std::string LiveVoice::take_problem()
{
    const std::lock_guard lock{mutex_};
    if (problem_.empty() || was_told_)
        return "";
    was_told_ = true;
    return problem_;
}

}  // namespace incursion
