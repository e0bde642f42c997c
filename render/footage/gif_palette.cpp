#include "render/footage/gif_palette.h"

#include <algorithm>
#include <string>

extern "C" {
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
}
#include <fmt/format.h>

namespace incursion {

namespace {

constexpr int palette_side_px = 16;

AVFilterContext* add_filter(AVFilterGraph& graph, const char* filter, const std::string& settings)
{
    AVFilterContext* made = nullptr;
    checked(
        avfilter_graph_create_filter(&made, avfilter_get_by_name(filter), filter, settings.c_str(), nullptr, &graph),
        fmt::format("open the filter {}", filter));
    return made;
}

AVFilterContext* add_source(AVFilterGraph& graph, int width_px, int height_px)
{
    return add_filter(graph, "buffer",
                      fmt::format("video_size={}x{}:pix_fmt={}:time_base=1/100", width_px, height_px,
                                  static_cast<int>(AV_PIX_FMT_RGB32)));
}

void link_filters(AVFilterContext* from, AVFilterContext* to, unsigned input)
{
    checked(avfilter_link(from, 0, to, input), "join the filters");
}

Libav<AVFilterGraph> new_graph()
{
    Libav<AVFilterGraph> graph = owned(avfilter_graph_alloc());
    graph->nb_threads = 1;
    return graph;
}

void push(AVFilterContext* source, const AVFrame* picture)
{
    // The filter takes a reference of its own.
    checked(av_buffersrc_write_frame(source, picture), "choose the colours");
}

}  // namespace

Libav<AVFrame> picture_of(const std::vector<std::uint32_t>& frame, int width_px, int height_px)
{
    Libav<AVFrame> picture = new_picture(width_px, height_px, AV_PIX_FMT_RGB32);
    auto row = frame.begin();
    for (std::ptrdiff_t y = 0; y < height_px; ++y, row += width_px)
        std::copy(row, row + width_px, reinterpret_cast<std::uint32_t*>(picture->data[0] + y * picture->linesize[0]));
    return picture;
}

PaletteFinder::PaletteFinder(int width_px, int height_px) : graph_{new_graph()}
{
    source_ = add_source(*graph_, width_px, height_px);
    AVFilterContext* finder = add_filter(*graph_, "palettegen", "stats_mode=full");
    sink_ = add_filter(*graph_, "buffersink", "");
    link_filters(source_, finder, 0);
    link_filters(finder, sink_, 0);
    checked(avfilter_graph_config(graph_.get(), nullptr), "join the filters");
}

void PaletteFinder::add(const AVFrame& picture)
{
    push(source_, &picture);
    // Nothing comes out before the end; asking makes the filter take the picture now.
    const Libav<AVFrame> none = owned(av_frame_alloc());
    const int answer = av_buffersink_get_frame(sink_, none.get());
    if (answer != AVERROR(EAGAIN))
        checked(answer, "choose the colours");
}

Libav<AVFrame> PaletteFinder::find()
{
    push(source_, nullptr);
    Libav<AVFrame> palette = owned(av_frame_alloc());
    checked(av_buffersink_get_frame(sink_, palette.get()), "choose the colours");
    return palette;
}

PaletteUser::PaletteUser(int width_px, int height_px, const AVFrame& palette) : graph_{new_graph()}
{
    source_ = add_source(*graph_, width_px, height_px);
    AVFilterContext* colours = add_source(*graph_, palette_side_px, palette_side_px);
    AVFilterContext* user = add_filter(*graph_, "paletteuse", "dither=bayer:bayer_scale=3:diff_mode=rectangle");
    sink_ = add_filter(*graph_, "buffersink", "");
    link_filters(source_, user, 0);
    link_filters(colours, user, 1);
    link_filters(user, sink_, 0);
    checked(avfilter_graph_config(graph_.get(), nullptr), "join the filters");
    push(colours, &palette);
    push(colours, nullptr);
}

void PaletteUser::add(const AVFrame& picture)
{
    push(source_, &picture);
}

void PaletteUser::end()
{
    push(source_, nullptr);
}

Libav<AVFrame> PaletteUser::take()
{
    Libav<AVFrame> picture = owned(av_frame_alloc());
    const int answer = av_buffersink_get_frame(sink_, picture.get());
    if (answer == AVERROR(EAGAIN) || answer == AVERROR_EOF)
        return nullptr;
    checked(answer, "choose the colours");
    return picture;
}

}  // namespace incursion
