#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "render/footage/footage_format.h"
#include "render/footage/libav.h"

namespace incursion {

/// A stream of texts, which no codec encodes.
struct TextStream {
    AVCodecID codec = AV_CODEC_ID_NONE;
    std::string language;                ///< ISO 639-2
    int width_px = 0, height_px = 0;     ///< of the box that they stand in
    std::span<const std::uint8_t> head;  ///< what the file says of all of them
};

/// A media file that is being written: its streams, then begin(), then packets, then finish(). Without finish() the
/// file is not complete. Every call throws LibavError where it fails.
class Container {
public:
    Container(const std::string& path, const FootageOptions& options);
    Container(const Container&) = delete;
    Container& operator=(const Container&) = delete;
    ~Container();

    /// Whether codecs are to leave their headers to the file; to be set before they are opened.
    bool takes_headers() const;
    /// A stream fed by an opened codec. Returns its number. REQUIRES: before begin().
    int add_stream(const AVCodecContext& codec);
    int add_text_stream(const TextStream& text);
    void begin();
    /// A text with its instant and length, in ms. Texts may be written ahead of the pictures of their time.
    void write_text(int stream, std::int64_t from_ms, std::int64_t length_ms, std::string_view bytes);
    /// Hands a picture or a stretch of sound (null: there is no more) to the stream's codec, and what comes out to the
    /// file. Packets of several streams are put in the order of their time, whatever the order of the calls.
    void encode(AVCodecContext& codec, int stream, const AVFrame* frame);
    /// For a gif, how long its last picture stands, in hundredths of a second.
    void set_last_delay(int centiseconds);
    void finish();

private:
    AVFormatContext* format_ = nullptr;
    Libav<AVPacket> packet_;
};

}  // namespace incursion
