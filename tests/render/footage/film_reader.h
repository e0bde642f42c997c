#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "render/footage/libav.h"
#include "render/footage/png_file.h"

namespace incursion::test {

/// A media file as a player sees it.
struct Film {
    std::vector<std::string> codecs;  ///< of its streams
    double duration_s = 0.0;          ///< of the file
    std::vector<double> stream_durations_s;
    double frames_per_second = 0.0;
    std::string title;
    std::string comment;
    bool says_bt709 = true;  ///< every frame: matrix, primaries, transfer, limited range
    std::vector<Raster> frames;
    std::vector<double> times_s;
    std::vector<float> sound;
    int sound_rate_hz = 0;
    int channels = 0;
};

inline std::uint8_t to_byte(double value)
{
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

/// By the formulas of ITU-R BT.709-6, items 3.4 and 3.5 (8 bits, limited range), each pixel with the nearest chroma.
inline Raster rgb_of_yuv420(const AVFrame& frame)
{
    Raster picture{frame.width, frame.height, {}};
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x) {
            const double luma = (frame.data[0][y * frame.linesize[0] + x] - 16) / 219.0;
            const double blue = (frame.data[1][y / 2 * frame.linesize[1] + x / 2] - 128) / 224.0;
            const double red = (frame.data[2][y / 2 * frame.linesize[2] + x / 2] - 128) / 224.0;
            const double r = luma + 1.5748 * red, b = luma + 1.8556 * blue;
            const double g = (luma - 0.2126 * r - 0.0722 * b) / 0.7152;
            picture.rgba.insert(picture.rgba.end(), {to_byte(255 * r), to_byte(255 * g), to_byte(255 * b), 255});
        }
    return picture;
}

inline Raster rgb_of_words(const AVFrame& frame)
{
    Raster picture{frame.width, frame.height, {}};
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x) {
            const std::uint8_t* bgra = frame.data[0] + y * frame.linesize[0] + 4 * x;
            picture.rgba.insert(picture.rgba.end(), {bgra[2], bgra[1], bgra[0], 255});
        }
    return picture;
}

inline void take_picture(Film& film, const AVFrame& frame, AVRational time_base)
{
    film.says_bt709 = film.says_bt709 && frame.colorspace == AVCOL_SPC_BT709 && frame.color_range == AVCOL_RANGE_MPEG &&
                      frame.color_primaries == AVCOL_PRI_BT709 && frame.color_trc == AVCOL_TRC_BT709;
    film.frames.push_back(frame.format == AV_PIX_FMT_YUV420P ? rgb_of_yuv420(frame) : rgb_of_words(frame));
    film.times_s.push_back(static_cast<double>(frame.best_effort_timestamp) * av_q2d(time_base));
}

inline void take_sound(Film& film, const AVFrame& frame)
{
    if (frame.format != AV_SAMPLE_FMT_FLTP && frame.format != AV_SAMPLE_FMT_FLT)
        throw std::runtime_error{"sound of an unforeseen kind"};
    const auto* samples = reinterpret_cast<const float*>(frame.data[0]);
    film.sound.insert(film.sound.end(), samples, samples + frame.nb_samples);
    film.sound_rate_hz = frame.sample_rate;
    film.channels = frame.ch_layout.nb_channels;
}

inline std::string metadata_of(const AVDictionary* metadata, const char* key)
{
    const AVDictionaryEntry* entry = av_dict_get(metadata, key, nullptr, 0);
    return entry == nullptr ? "" : entry->value;
}

class FilmReader {
public:
    explicit FilmReader(const std::string& path)
    {
        checked(avformat_open_input(&format_, ("file:" + path).c_str(), nullptr, nullptr), "open");
        checked(avformat_find_stream_info(format_, nullptr), "look into");
        for (unsigned i = 0; i < format_->nb_streams; ++i)
            decoders_.push_back(decoder_of(*format_->streams[i]));
    }
    ~FilmReader() { avformat_close_input(&format_); }
    FilmReader(const FilmReader&) = delete;
    FilmReader& operator=(const FilmReader&) = delete;

    Film read()
    {
        film_.duration_s = static_cast<double>(format_->duration) / AV_TIME_BASE;
        film_.title = metadata_of(format_->metadata, "title");
        film_.comment = metadata_of(format_->metadata, "comment");
        const Libav<AVPacket> packet = owned(av_packet_alloc());
        while (av_read_frame(format_, packet.get()) >= 0) {
            decode(static_cast<std::size_t>(packet->stream_index), packet.get());
            av_packet_unref(packet.get());
        }
        for (std::size_t i = 0; i < decoders_.size(); ++i)
            decode(i, nullptr);
        return film_;
    }

private:
    Libav<AVCodecContext> decoder_of(const AVStream& stream)
    {
        Libav<AVCodecContext> decoder = owned(avcodec_alloc_context3(avcodec_find_decoder(stream.codecpar->codec_id)));
        checked(avcodec_parameters_to_context(decoder.get(), stream.codecpar), "decode");
        decoder->pkt_timebase = stream.time_base;
        checked(avcodec_open2(decoder.get(), nullptr, nullptr), "decode");
        film_.codecs.emplace_back(avcodec_get_name(stream.codecpar->codec_id));
        film_.stream_durations_s.push_back(static_cast<double>(stream.duration) * av_q2d(stream.time_base));
        if (stream.codecpar->codec_type == AVMEDIA_TYPE_VIDEO)
            film_.frames_per_second = av_q2d(stream.avg_frame_rate);
        return decoder;
    }

    void decode(std::size_t stream, const AVPacket* packet)
    {
        checked(avcodec_send_packet(decoders_[stream].get(), packet), "decode");
        const Libav<AVFrame> frame = owned(av_frame_alloc());
        while (avcodec_receive_frame(decoders_[stream].get(), frame.get()) >= 0) {
            if (decoders_[stream]->codec_type == AVMEDIA_TYPE_AUDIO)
                take_sound(film_, *frame);
            else
                take_picture(film_, *frame, format_->streams[stream]->time_base);
        }
    }

    AVFormatContext* format_ = nullptr;
    std::vector<Libav<AVCodecContext>> decoders_;
    Film film_;
};

inline Film read_film(const std::string& path)
{
    return FilmReader{path}.read();
}

/// Peak signal to noise of the colours; alpha is left out.
inline double psnr_db(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b)
{
    double sum = 0.0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
        if (i % 4 != 3) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
            ++count;
        }
    return a.size() != b.size() ? 0.0
                                : 10.0 * std::log10(255.0 * 255.0 * static_cast<double>(count) / std::max(sum, 1e-9));
}

}  // namespace incursion::test
