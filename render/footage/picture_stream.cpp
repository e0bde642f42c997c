#include "render/footage/picture_stream.h"

#include <array>

namespace incursion {

namespace {

/// Of the codec. Written down because the bytes of an mp4 depend on it: by default it is the machine's.
constexpr int codec_threads = 2;

void open_h264(AVCodecContext& codec)
{
    // The rate factor leaves no difference that the eye sees. Of the presets this is the quickest before files grow.
    // Without cpu-independent, x264 r3095 chooses by the processor, and its macroblock tree by memory it never wrote:
    // the same pictures gave several files.
    open_encoder(codec, {{"preset", "veryfast"}, {"crf", "18"}, {"x264-params", "cpu-independent=1"}});
}

void open_vp9(AVCodecContext& codec)
{
    // Tiles are coded side by side, with the same result whatever runs first.
    open_encoder(codec,
                 {{"deadline", "realtime"}, {"cpu-used", "6"}, {"crf", "24"}, {"b", "0"}, {"tile-columns", "1"}});
}

Libav<AVCodecContext> open_picture_codec(const FootageOptions& options, bool headers_in_file)
{
    const bool webm = options.format == FootageFormat::webm;
    Libav<AVCodecContext> codec = new_encoder(webm ? "libvpx-vp9" : "libx264");
    codec->width = options.width_px;
    codec->height = options.height_px;
    codec->time_base = {1, options.frames_per_second};
    codec->framerate = {options.frames_per_second, 1};
    codec->gop_size = 2 * options.frames_per_second;  // a player can jump to every second second
    codec->pix_fmt = AV_PIX_FMT_YUV420P;
    codec->color_range = AVCOL_RANGE_MPEG;
    codec->color_primaries = AVCOL_PRI_BT709;
    codec->color_trc = AVCOL_TRC_BT709;
    codec->colorspace = AVCOL_SPC_BT709;
    codec->thread_count = codec_threads;
    if (headers_in_file)
        codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    if (webm)
        open_vp9(*codec);
    else
        open_h264(*codec);
    return codec;
}

Libav<SwsContext> new_scaler(int width_px, int height_px)
{
    Libav<SwsContext> scaler =
        owned(sws_getContext(width_px, height_px, AV_PIX_FMT_RGB0, width_px, height_px, AV_PIX_FMT_YUV420P,
                             SWS_BILINEAR | SWS_ACCURATE_RND, nullptr, nullptr, nullptr));
    const int* bt709 = sws_getCoefficients(SWS_CS_ITU709);
    constexpr int full_range = 1, limited_range = 0, one = 1 << 16;
    checked(sws_setColorspaceDetails(scaler.get(), bt709, full_range, bt709, limited_range, 0, one, one),
            "choose the colours");
    return scaler;
}

}  // namespace

PictureStream::PictureStream(Container& container, const FootageOptions& options)
    : container_{container},
      codec_{open_picture_codec(options, container.takes_headers())},
      scaler_{new_scaler(options.width_px, options.height_px)},
      frame_{new_picture(options.width_px, options.height_px, codec_->pix_fmt)},
      stream_{container.add_stream(*codec_)}
{
}

void PictureStream::add(std::span<const std::uint8_t> rgba, bool bottom_up)
{
    checked(av_frame_make_writable(frame_.get()), "get memory for a picture");
    const int row_bytes = 4 * frame_->width;
    const std::uint8_t* last_row = rgba.data() + rgba.size() - static_cast<std::size_t>(row_bytes);
    const std::array<const std::uint8_t*, 1> rows{bottom_up ? last_row : rgba.data()};
    const std::array<int, 1> steps{bottom_up ? -row_bytes : row_bytes};
    checked(sws_scale(scaler_.get(), rows.data(), steps.data(), 0, frame_->height, frame_->data, frame_->linesize),
            "turn a picture's colours");
    frame_->pts = frames_++;
    container_.encode(*codec_, stream_, frame_.get());
}

void PictureStream::finish()
{
    container_.encode(*codec_, stream_, nullptr);
}

}  // namespace incursion
