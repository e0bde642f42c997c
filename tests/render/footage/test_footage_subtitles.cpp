#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "render/footage/footage_writer.h"
#include "tests/render/footage/film_reader.h"
#include "tests/render/footage/patterns.h"
#include "tests/support/temporary_folder.h"

using namespace incursion;
using namespace incursion::test;

namespace {

struct ReadSubtitle {
    double from_s = 0, to_s = 0;
    std::string text;
};

struct SubtitleTrack {
    std::string codec, language;
    std::vector<ReadSubtitle> list;
    std::size_t streams = 0;
};

/// A track of subtitles as its decoder gives it: the words of its ASS lines.
SubtitleTrack read_track(const std::string& path)
{
    AVFormatContext* format = nullptr;
    checked(avformat_open_input(&format, ("file:" + path).c_str(), nullptr, nullptr), "open");
    checked(avformat_find_stream_info(format, nullptr), "look into");
    SubtitleTrack track;
    track.streams = format->nb_streams;
    const int place = av_find_best_stream(format, AVMEDIA_TYPE_SUBTITLE, -1, -1, nullptr, 0);
    if (place >= 0) {
        const AVStream& stream = *format->streams[place];
        track.codec = avcodec_get_name(stream.codecpar->codec_id);
        track.language = metadata_of(stream.metadata, "language");
        Libav<AVCodecContext> decoder = owned(avcodec_alloc_context3(avcodec_find_decoder(stream.codecpar->codec_id)));
        checked(avcodec_parameters_to_context(decoder.get(), stream.codecpar), "decode");
        decoder->pkt_timebase = stream.time_base;
        checked(avcodec_open2(decoder.get(), nullptr, nullptr), "decode");
        const Libav<AVPacket> packet = owned(av_packet_alloc());
        while (av_read_frame(format, packet.get()) >= 0) {
            AVSubtitle subtitle{};
            int got = 0;
            if (packet->stream_index == place &&
                avcodec_decode_subtitle2(decoder.get(), &subtitle, &got, packet.get()) >= 0 && got != 0 &&
                subtitle.num_rects > 0) {
                std::string line = subtitle.rects[0]->ass;
                for (int comma = 0; comma < 8; ++comma)
                    line = line.substr(line.find(',') + 1);
                const double from_s = static_cast<double>(packet->pts) * av_q2d(stream.time_base);
                track.list.push_back(
                    {from_s, from_s + static_cast<double>(packet->duration) * av_q2d(stream.time_base), line});
                avsubtitle_free(&subtitle);
            }
            av_packet_unref(packet.get());
        }
    }
    avformat_close_input(&format);
    return track;
}

FootageOptions options_of(FootageFormat format)
{
    FootageOptions options;
    options.width_px = 64;
    options.height_px = 48;
    options.frames_per_second = 10;
    options.format = format;
    options.has_sound = true;
    options.subtitles = {
        {500, 1500, "Türkiye: in at 11:42,\nat 200 feet"}, {1500, 2000, "Турция"}, {3000, 3500, "Last."}};
    options.subtitle_language = "tr";
    return options;
}

void write_film(const std::string& path, const FootageOptions& options)
{
    auto writer = FootageWriter::open(path, options);
    REQUIRE(writer);
    for (int frame = 0; frame < 40; ++frame)
        REQUIRE_FALSE((*writer)->add_frame(moving_pattern(64, 48, frame), false));
    REQUIRE_FALSE((*writer)->finish());
}

}  // namespace

TEST_CASE("subtitles are a track of their own, with their instants, words and language")
{
    const auto format = GENERATE(FootageFormat::mp4, FootageFormat::webm);
    const TemporaryFolder folder;
    write_film(folder / "a", options_of(format));
    const SubtitleTrack track = read_track(folder / "a");
    CHECK(track.streams == 3);
    CHECK(track.codec == (format == FootageFormat::mp4 ? "mov_text" : "webvtt"));
    CHECK(track.language == "tur");
    REQUIRE(track.list.size() == 3);
    CHECK(track.list[0].from_s == Approx(0.5).margin(1e-3));
    CHECK(track.list[0].to_s == Approx(1.5).margin(1e-3));
    CHECK(track.list[0].text == "Türkiye: in at 11:42,\\Nat 200 feet");
    CHECK(track.list[1].text == "Турция");
    CHECK(track.list[2].from_s == Approx(3).margin(1e-3));
    CHECK(track.list[2].to_s == Approx(3.5).margin(1e-3));
}

TEST_CASE("subtitles change nothing of the pictures and the length, and the same calls give the same bytes")
{
    const auto format = GENERATE(FootageFormat::mp4, FootageFormat::webm);
    const TemporaryFolder folder;
    FootageOptions options = options_of(format);
    write_film(folder / "a", options);
    write_film(folder / "b", options);
    CHECK((read_text(folder / "a") == read_text(folder / "b")));
    options.subtitles.clear();
    write_film(folder / "without", options);
    CHECK(read_track(folder / "without").streams == 2);
    CHECK(read_film(folder / "without").duration_s == Approx(4).margin(0.03));
}

TEST_CASE("a gif has no subtitles")
{
    const auto refused = refuse_footage(options_of(FootageFormat::gif));
    REQUIRE(refused);
    CHECK(refused->message.find("burn them in") != std::string::npos);
}
