#include "render/sound/sound_player.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include <AL/al.h>
#include <AL/alc.h>
#include <fcntl.h>
#include <unistd.h>

namespace incursion {

namespace {

// What is played is made ahead by this much, so that a slow frame is not heard.
constexpr std::size_t queue_length = 8;
constexpr double buffer_s = 0.04;
constexpr double greatest_drift_s = 0.1;

/// Sends standard error nowhere while it lives.
class QuietStandardError {
public:
    QuietStandardError() : kept_{::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)}
    {
        const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
        if (kept_ >= 0 && nowhere >= 0)
            ::dup2(nowhere, STDERR_FILENO);
        if (nowhere >= 0)
            ::close(nowhere);
    }
    ~QuietStandardError()
    {
        if (kept_ < 0)
            return;
        ::dup2(kept_, STDERR_FILENO);
        ::close(kept_);
    }
    QuietStandardError(const QuietStandardError&) = delete;
    QuietStandardError& operator=(const QuietStandardError&) = delete;

private:
    int kept_;
};

struct DeviceCloser {
    void operator()(ALCdevice* device) const { alcCloseDevice(device); }
};
using Device = std::unique_ptr<ALCdevice, DeviceCloser>;

struct ContextCloser {
    void operator()(ALCcontext* context) const
    {
        alcMakeContextCurrent(nullptr);
        alcDestroyContext(context);
    }
};
using Context = std::unique_ptr<ALCcontext, ContextCloser>;

}  // namespace

/// A source of OpenAL that is fed from the sound track, ahead of what is heard.
class SoundPlayer::Output {
public:
    Output(const SoundTrack& track, Device device, Context context)
        : track_{track}, device_{std::move(device)}, context_{std::move(context)}
    {
        alGenSources(1, &source_);
        alGenBuffers(static_cast<ALsizei>(buffers_.size()), buffers_.data());
        alSourcei(source_, AL_SOURCE_RELATIVE, AL_TRUE);  // at the listener's place
    }
    ~Output()
    {
        silence();
        alDeleteSources(1, &source_);
        alDeleteBuffers(static_cast<ALsizei>(buffers_.size()), buffers_.data());
    }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void silence()
    {
        if (!running_)
            return;
        alSourceStop(source_);
        alSourcei(source_, AL_BUFFER, 0);  // takes the whole queue away
        running_ = false;
    }

    void play(Time now, double speed)
    {
        const std::optional<Time> played = heard();
        if (!played || speed != speed_ || std::abs(to_seconds(now - *played)) > greatest_drift_s * speed)
            start(now, speed);
        else
            refill();
    }

    std::optional<Time> heard() const
    {
        if (!running_ || !is_playing())  // it stops by itself where no frame has fed it for too long
            return std::nullopt;
        ALint offset = 0;  // in samples from the first buffer that is still in the queue
        alGetSourcei(source_, AL_SAMPLE_OFFSET, &offset);
        return from_ + seconds(static_cast<double>(unqueued_ + offset) / sound_rate_hz * speed_);
    }

private:
    bool is_playing() const
    {
        ALint state = 0;
        alGetSourcei(source_, AL_SOURCE_STATE, &state);
        return state == AL_PLAYING;
    }

    void start(Time now, double speed)
    {
        silence();
        from_ = now;
        speed_ = speed;
        next_ = unqueued_ = 0;
        for (const ALuint buffer : buffers_)
            queue(buffer);
        alSourcePlay(source_);
        running_ = true;
    }

    void refill()
    {
        ALint done = 0;
        alGetSourcei(source_, AL_BUFFERS_PROCESSED, &done);
        for (; done > 0; --done) {
            ALuint buffer = 0;
            alSourceUnqueueBuffers(source_, 1, &buffer);
            unqueued_ += static_cast<std::int64_t>(mixed_.size());
            queue(buffer);
        }
    }

    void queue(ALuint buffer)
    {
        track_.mix(from_, speed_, next_, mixed_);
        std::transform(mixed_.begin(), mixed_.end(), whole_.begin(),
                       [](float sample) { return static_cast<std::int16_t>(std::lround(sample * 32767)); });
        alBufferData(buffer, AL_FORMAT_MONO16, whole_.data(),
                     static_cast<ALsizei>(whole_.size() * sizeof(std::int16_t)), sound_rate_hz);
        alSourceQueueBuffers(source_, 1, &buffer);
        next_ += static_cast<std::int64_t>(mixed_.size());
    }

    const SoundTrack& track_;
    Device device_;
    Context context_;
    ALuint source_ = 0;
    std::array<ALuint, queue_length> buffers_{};
    std::vector<float> mixed_ = std::vector<float>(samples_in(buffer_s));
    std::vector<std::int16_t> whole_ = std::vector<std::int16_t>(samples_in(buffer_s));

    bool running_ = false;
    Time from_{};  ///< what the sample 0 of the film shows
    double speed_ = 1;
    std::int64_t next_ = 0;      ///< the sample to be queued next
    std::int64_t unqueued_ = 0;  ///< how many have been played and taken out of the queue
};

SoundPlayer::SoundPlayer(const SoundTrack& track)
{
    const QuietStandardError quiet;
    Device device{alcOpenDevice(nullptr)};
    Context context{device ? alcCreateContext(device.get(), nullptr) : nullptr};
    if (context && alcMakeContextCurrent(context.get()) == ALC_TRUE)
        output_ = std::make_unique<Output>(track, std::move(device), std::move(context));
}

SoundPlayer::~SoundPlayer() = default;

bool SoundPlayer::has_device() const
{
    return output_ != nullptr;
}

void SoundPlayer::follow(Time now, bool playing, double speed, bool muted)
{
    if (!output_)
        return;
    if (playing && !muted && speed > 0 && speed <= fastest_speech)
        output_->play(now, speed);
    else
        output_->silence();
}

std::optional<Time> SoundPlayer::heard() const
{
    return output_ ? output_->heard() : std::nullopt;
}

}  // namespace incursion
