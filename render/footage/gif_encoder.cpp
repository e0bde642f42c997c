#include "render/footage/container.h"
#include "render/footage/encoder.h"
#include "render/footage/frame_store.h"
#include "render/footage/gif_palette.h"

namespace incursion {

namespace {

/// What a gif counts time in, of a second.
constexpr std::int64_t gif_clock = 100;

Libav<AVCodecContext> open_gif_codec(const FootageOptions& options)
{
    Libav<AVCodecContext> codec = new_encoder("gif");
    codec->width = options.width_px;
    codec->height = options.height_px;
    codec->time_base = {1, static_cast<int>(gif_clock)};
    codec->pix_fmt = AV_PIX_FMT_PAL8;
    codec->thread_count = 1;
    open_encoder(*codec, {});
    return codec;
}

/// One palette for all frames needs all frames first: they are counted and stored, and drawn in its colours at the end.
class GifEncoder final : public Encoder {
public:
    GifEncoder(const std::string& path, const FootageOptions& options)
        : width_px_{options.width_px},
          height_px_{options.height_px},
          frames_per_second_{options.frames_per_second},
          container_{path, options},
          codec_{open_gif_codec(options)},
          stream_{container_.add_stream(*codec_)},
          words_(static_cast<std::size_t>(width_px_) * static_cast<std::size_t>(height_px_)),
          store_{words_.size()},
          finder_{width_px_, height_px_}
    {
        container_.begin();
    }

    void add_frame(const std::vector<std::uint8_t>& rgba, bool bottom_up) override
    {
        read_words(rgba, bottom_up);
        store_.add(words_);
        const Libav<AVFrame> picture = picture_of(words_, width_px_, height_px_);
        picture->pts = time_of(frames_++);
        finder_.add(*picture);
    }

    void add_sound(std::span<const float>) override {}

    void finish() override
    {
        const Libav<AVFrame> palette = finder_.find();
        palette->pts = 0;
        PaletteUser user{width_px_, height_px_, *palette};
        store_.rewind();
        std::int64_t frame = 0;
        while (const std::vector<std::uint32_t>* words = store_.next()) {
            const Libav<AVFrame> picture = picture_of(*words, width_px_, height_px_);
            picture->pts = time_of(frame++);
            user.add(*picture);
            encode_ready(user);
        }
        user.end();
        encode_ready(user);
        container_.encode(*codec_, stream_, nullptr);
        container_.set_last_delay(static_cast<int>(time_of(frames_) - time_of(frames_ - 1)));
        container_.finish();
    }

private:
    /// The instant of a frame on the gif's clock, to the nearest step.
    std::int64_t time_of(std::int64_t frame) const
    {
        return (2 * frame * gif_clock + frames_per_second_) / (2 * frames_per_second_);
    }

    void read_words(const std::vector<std::uint8_t>& rgba, bool bottom_up)
    {
        const auto width = static_cast<std::size_t>(width_px_), height = static_cast<std::size_t>(height_px_);
        auto word = words_.begin();
        for (std::size_t y = 0; y < height; ++y) {
            const std::uint8_t* byte = rgba.data() + 4 * width * (bottom_up ? height - 1 - y : y);
            for (std::size_t x = 0; x < width; ++x, byte += 4)
                *word++ = 0xff000000U | std::uint32_t{byte[0]} << 16U | std::uint32_t{byte[1]} << 8U | byte[2];
        }
    }

    void encode_ready(PaletteUser& user)
    {
        while (const Libav<AVFrame> picture = user.take())
            container_.encode(*codec_, stream_, picture.get());
    }

    int width_px_;
    int height_px_;
    std::int64_t frames_per_second_;
    Container container_;
    Libav<AVCodecContext> codec_;
    int stream_;
    std::vector<std::uint32_t> words_;  ///< one frame: alpha, red, green, blue from the highest byte on
    FrameStore store_;
    PaletteFinder finder_;
    std::int64_t frames_ = 0;
};

}  // namespace

std::unique_ptr<Encoder> make_gif_encoder(const std::string& path, const FootageOptions& options)
{
    return std::make_unique<GifEncoder>(path, options);
}

}  // namespace incursion
