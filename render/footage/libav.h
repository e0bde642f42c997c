#pragma once

#include <memory>
#include <stdexcept>
#include <string>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavfilter/avfilter.h>
#include <libavformat/avformat.h>
#include <libswscale/swscale.h>
}

namespace incursion {

/// A call of the FFmpeg libraries that failed: what could not be done and why, without the name of the file. Thrown
/// inside this room only; FootageWriter hands it on as a Problem.
class LibavError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The answer of a call; throws LibavError where it is negative. `what` completes "cannot".
int checked(int answer, const std::string& what);

struct FreeLibav {
    void operator()(AVCodecContext* codec) const { avcodec_free_context(&codec); }
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
    void operator()(AVFilterGraph* graph) const { avfilter_graph_free(&graph); }
    void operator()(SwsContext* scaler) const { sws_freeContext(scaler); }
};

template <class T>
using Libav = std::unique_ptr<T, FreeLibav>;

/// Takes over what a call allocated; throws LibavError where there was no memory.
template <class T>
Libav<T> owned(T* made)
{
    if (made == nullptr)
        throw LibavError{"cannot get memory"};
    return Libav<T>{made};
}

/// An empty picture; its rows stand at linesize[0] and so on.
Libav<AVFrame> new_picture(int width_px, int height_px, AVPixelFormat format);

/// A codec of that name, not yet opened.
Libav<AVCodecContext> new_encoder(const char* name);

/// One setting of open_encoder, as FFmpeg's documentation names it.
struct Setting {
    const char* name;
    const char* value;
};

/// Opens a codec whose fields are filled in. A setting that it does not know throws LibavError.
void open_encoder(AVCodecContext& codec, std::initializer_list<Setting> settings);

}  // namespace incursion
