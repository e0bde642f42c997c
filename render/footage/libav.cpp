#include "render/footage/libav.h"

#include <array>

#include <fmt/format.h>

namespace incursion {

int checked(int answer, const std::string& what)
{
    if (answer >= 0)
        return answer;
    std::array<char, AV_ERROR_MAX_STRING_SIZE> reason{};
    av_strerror(answer, reason.data(), reason.size());
    throw LibavError{fmt::format("cannot {}: {}", what, reason.data())};
}

Libav<AVFrame> new_picture(int width_px, int height_px, AVPixelFormat format)
{
    Libav<AVFrame> picture = owned(av_frame_alloc());
    picture->width = width_px;
    picture->height = height_px;
    picture->format = format;
    checked(av_frame_get_buffer(picture.get(), 0), "get memory for a picture");
    return picture;
}

Libav<AVCodecContext> new_encoder(const char* name)
{
    const AVCodec* codec = avcodec_find_encoder_by_name(name);
    if (codec == nullptr)
        throw LibavError{fmt::format("cannot find the encoder {} in the FFmpeg libraries installed here", name)};
    Libav<AVCodecContext> encoder = owned(avcodec_alloc_context3(codec));
    encoder->flags |= AV_CODEC_FLAG_BITEXACT;
    return encoder;
}

void open_encoder(AVCodecContext& codec, std::initializer_list<Setting> settings)
{
    AVDictionary* left = nullptr;
    int answer = 0;
    for (const Setting& setting : settings)
        answer = answer < 0 ? answer : av_dict_set(&left, setting.name, setting.value, 0);
    if (answer >= 0)
        answer = avcodec_open2(&codec, nullptr, &left);
    if (answer >= 0 && av_dict_count(left) > 0)
        answer = AVERROR_OPTION_NOT_FOUND;
    av_dict_free(&left);
    checked(answer, fmt::format("open the encoder {}", codec.codec->name));
}

}  // namespace incursion
