#include "render/footage/sound_stream.h"

#include <algorithm>

namespace incursion {

namespace {

constexpr int aac_bits_per_second = 96000;
constexpr int opus_bits_per_second = 64000;

Libav<AVCodecContext> open_sound_codec(const FootageOptions& options, bool headers_in_file)
{
    const bool webm = options.format == FootageFormat::webm;
    Libav<AVCodecContext> codec = new_encoder(webm ? "libopus" : "aac");
    // With one channel the two layouts hold the same bytes.
    codec->sample_fmt = webm ? AV_SAMPLE_FMT_FLT : AV_SAMPLE_FMT_FLTP;
    codec->sample_rate = sound_rate_hz;
    codec->time_base = {1, sound_rate_hz};
    codec->bit_rate = webm ? opus_bits_per_second : aac_bits_per_second;
    codec->thread_count = 1;
    av_channel_layout_default(&codec->ch_layout, 1);
    if (headers_in_file)
        codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    open_encoder(*codec, {});
    return codec;
}

}  // namespace

SoundStream::SoundStream(Container& container, const FootageOptions& options)
    : container_{container},
      codec_{open_sound_codec(options, container.takes_headers())},
      stream_{container.add_stream(*codec_)}
{
}

void SoundStream::add(std::span<const float> samples)
{
    kept_.insert(kept_.end(), samples.begin(), samples.end());
}

void SoundStream::encode_until(std::int64_t end)
{
    const auto count = static_cast<std::size_t>(codec_->frame_size);
    while (kept_.size() >= count && encoded_ + codec_->frame_size <= end)
        encode_next(count);
}

void SoundStream::finish(std::int64_t end)
{
    kept_.resize(static_cast<std::size_t>(std::max<std::int64_t>(end - encoded_, 0)), 0.0F);
    while (!kept_.empty())
        encode_next(std::min(kept_.size(), static_cast<std::size_t>(codec_->frame_size)));
    container_.encode(*codec_, stream_, nullptr);
}

void SoundStream::encode_next(std::size_t count)
{
    const Libav<AVFrame> frame = owned(av_frame_alloc());
    frame->nb_samples = static_cast<int>(count);
    frame->format = codec_->sample_fmt;
    frame->sample_rate = sound_rate_hz;
    checked(av_channel_layout_copy(&frame->ch_layout, &codec_->ch_layout), "get memory for sound");
    checked(av_frame_get_buffer(frame.get(), 0), "get memory for sound");
    const auto end = kept_.begin() + static_cast<std::ptrdiff_t>(count);
    std::copy(kept_.begin(), end, reinterpret_cast<float*>(frame->data[0]));
    kept_.erase(kept_.begin(), end);
    frame->pts = encoded_;
    encoded_ += frame->nb_samples;
    container_.encode(*codec_, stream_, frame.get());
}

}  // namespace incursion
