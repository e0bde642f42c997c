#include "render/footage/container.h"

#include <algorithm>

extern "C" {
#include <libavutil/opt.h>
}

namespace incursion {

namespace {

const char* name_of(FootageFormat format)
{
    switch (format) {
    case FootageFormat::mp4: return "mp4";
    case FootageFormat::webm: return "webm";
    case FootageFormat::gif: return "gif";
    case FootageFormat::png: break;
    }
    throw LibavError{"cannot put footage into a png"};
}

void add_metadata(AVFormatContext& format, const char* key, const std::string& value)
{
    if (!value.empty())
        checked(av_dict_set(&format.metadata, key, value.c_str(), 0), "set the metadata");
}

}  // namespace

Container::Container(const std::string& path, const FootageOptions& options) : packet_{owned(av_packet_alloc())}
{
    // With its protocol named, a path that holds a colon is not taken for an address.
    const std::string address = "file:" + path;
    checked(avformat_alloc_output_context2(&format_, nullptr, name_of(options.format), address.c_str()),
            "make such a file");
    // No date, no random identifier.
    format_->flags |= AVFMT_FLAG_BITEXACT;
    // Wait for both streams however far one is ahead, so that their order in the file follows from their times alone.
    format_->max_interleave_delta = 0;
    // An encoder of sound begins a little before zero, which both containers note; nothing is to be moved for it.
    format_->avoid_negative_ts = AVFMT_AVOID_NEG_TS_DISABLED;
    try {
        add_metadata(*format_, "title", options.title);
        add_metadata(*format_, "comment", options.comment);
        checked(avio_open(&format_->pb, address.c_str(), AVIO_FLAG_WRITE), "open it for writing");
    } catch (const LibavError&) {
        avformat_free_context(format_);
        throw;
    }
}

Container::~Container()
{
    avio_closep(&format_->pb);
    avformat_free_context(format_);
}

bool Container::takes_headers() const
{
    return (format_->oformat->flags & AVFMT_GLOBALHEADER) != 0;
}

int Container::add_stream(const AVCodecContext& codec)
{
    AVStream* stream = avformat_new_stream(format_, nullptr);
    if (stream == nullptr)
        throw LibavError{"cannot get memory"};
    checked(avcodec_parameters_from_context(stream->codecpar, &codec), "describe a stream");
    stream->time_base = codec.time_base;
    stream->avg_frame_rate = codec.framerate;
    return stream->index;
}

int Container::add_text_stream(const TextStream& text)
{
    AVStream* stream = avformat_new_stream(format_, nullptr);
    if (stream == nullptr)
        throw LibavError{"cannot get memory"};
    AVCodecParameters& codec = *stream->codecpar;
    codec.codec_type = AVMEDIA_TYPE_SUBTITLE;
    codec.codec_id = text.codec;
    codec.width = text.width_px;
    codec.height = text.height_px;
    if (!text.head.empty()) {
        codec.extradata = static_cast<std::uint8_t*>(av_mallocz(text.head.size() + AV_INPUT_BUFFER_PADDING_SIZE));
        if (codec.extradata == nullptr)
            throw LibavError{"cannot get memory"};
        std::copy(text.head.begin(), text.head.end(), codec.extradata);
        codec.extradata_size = static_cast<int>(text.head.size());
    }
    stream->time_base = {1, 1000};
    stream->disposition |= AV_DISPOSITION_DEFAULT;
    checked(av_dict_set(&stream->metadata, "language", text.language.c_str(), 0), "set the metadata");
    return stream->index;
}

void Container::write_text(int stream, std::int64_t from_ms, std::int64_t length_ms, std::string_view bytes)
{
    checked(av_new_packet(packet_.get(), static_cast<int>(bytes.size())), "get memory for subtitles");
    std::copy(bytes.begin(), bytes.end(), packet_->data);
    packet_->pts = packet_->dts = from_ms;
    packet_->duration = std::max<std::int64_t>(length_ms, 1);
    packet_->stream_index = stream;
    av_packet_rescale_ts(packet_.get(), {1, 1000}, format_->streams[stream]->time_base);
    checked(av_interleaved_write_frame(format_, packet_.get()), "write to it");
}

void Container::begin()
{
    AVDictionary* settings = nullptr;
    // The index before the pictures, so that a player on the web can start before all is there.
    av_dict_set(&settings, "movflags", "+faststart", 0);
    // The length of a stretch of sound, to the sample.
    av_dict_set_int(&settings, "movie_timescale", sound_rate_hz, 0);
    const int answer = avformat_write_header(format_, &settings);
    av_dict_free(&settings);
    checked(answer, "write its beginning");
}

void Container::encode(AVCodecContext& codec, int stream, const AVFrame* frame)
{
    checked(avcodec_send_frame(&codec, frame), "encode");
    while (true) {
        const int answer = avcodec_receive_packet(&codec, packet_.get());
        if (answer == AVERROR(EAGAIN) || answer == AVERROR_EOF)
            return;
        checked(answer, "encode");
        // Picture encoders leave the duration open; it is one unit of their time base.
        packet_->duration = std::max<std::int64_t>(packet_->duration, 1);
        packet_->stream_index = stream;
        av_packet_rescale_ts(packet_.get(), codec.time_base, format_->streams[stream]->time_base);
        checked(av_interleaved_write_frame(format_, packet_.get()), "write to it");
    }
}

void Container::set_last_delay(int centiseconds)
{
    checked(av_opt_set_int(format_->priv_data, "final_delay", centiseconds, 0), "set the last delay");
}

void Container::finish()
{
    checked(av_write_trailer(format_), "write its end");
    checked(avio_closep(&format_->pb), "write to it");
}

}  // namespace incursion
