#include "render/footage/encoder.h"

#include <optional>

#include "render/footage/picture_stream.h"
#include "render/footage/sound_stream.h"
#include "render/footage/subtitle_stream.h"

namespace incursion {

namespace {

/// An mp4 or a webm.
class FilmEncoder final : public Encoder {
public:
    FilmEncoder(const std::string& path, const FootageOptions& options)
        : frames_per_second_{options.frames_per_second}, container_{path, options}, pictures_{container_, options}
    {
        if (options.has_sound)
            sound_.emplace(container_, options);
        std::optional<SubtitleStream> subtitles;
        if (!options.subtitles.empty())
            subtitles.emplace(container_, options);
        container_.begin();
        if (subtitles)
            subtitles->write(options.subtitles);
    }

    void add_frame(const std::vector<std::uint8_t>& rgba, bool bottom_up) override
    {
        pictures_.add(rgba, bottom_up);
        if (sound_)
            sound_->encode_until(sound_end());
    }

    void add_sound(std::span<const float> samples) override
    {
        if (!sound_)
            return;
        sound_->add(samples);
        sound_->encode_until(sound_end());
    }

    void finish() override
    {
        pictures_.finish();
        if (sound_)
            sound_->finish(sound_end());
        container_.finish();
    }

private:
    /// Where the last picture ends, in samples, to the nearest one.
    std::int64_t sound_end() const
    {
        return (2 * pictures_.frames() * sound_rate_hz + frames_per_second_) / (2 * frames_per_second_);
    }

    std::int64_t frames_per_second_;
    Container container_;
    PictureStream pictures_;
    std::optional<SoundStream> sound_;
};

}  // namespace

std::unique_ptr<Encoder> make_encoder(const std::string& path, const FootageOptions& options)
{
    if (options.format == FootageFormat::gif)
        return make_gif_encoder(path, options);
    return std::make_unique<FilmEncoder>(path, options);
}

}  // namespace incursion
