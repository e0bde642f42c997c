#include "tools/incursion/record_options.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>
#include <utility>

#include <CLI/CLI.hpp>

#include "tools/incursion/command.h"

namespace incursion {

namespace {

constexpr int usual_frames_per_second = 30, frames_per_second_of_gif = 10;
constexpr double slowest = 0.01, fastest = 1000;

/// `1280x720`.
bool read_size(std::string_view text, int& width, int& height)
{
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, width);
    if (first.ec != std::errc{} || first.ptr == end || (*first.ptr != 'x' && *first.ptr != 'X'))
        return false;
    const auto second = std::from_chars(first.ptr + 1, end, height);
    return second.ec == std::errc{} && second.ptr == end && width > 0 && height > 0;
}

}  // namespace

void RecordOptions::setup(CLI::App& app)
{
    app.add_option("-o,--output", destination_.path, "the file to write")->required()->type_name("FILE");
    app.add_option("-f,--format", format_name_, "mp4, webm, gif or png; where absent, what the name ends in")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"mp4", "webm", "gif", "png"}));
    app.add_flag("--overwrite", overwrite_, "replace the file where it exists");
    app.add_option("--size", size_,
                   "pixels: 1280x720 where absent, 720x1280 for the layout vertical, 960x540 for a gif")
        ->type_name("WxH");
    app.add_option("--scale", scale_, "of text and lines; where absent, what fills the picture as at 1280x720")
        ->type_name("FACTOR")
        ->check(CLI::Range(0.5, 8.0));
    app.add_option("--fps", fps_, "frames per second; where absent 30, 10 for a gif")
        ->type_name("N")
        ->check(CLI::Range(1, 240));
    app.add_option("--from", from_, "the instant of the first frame")->type_name("INSTANT")->capture_default_str();
    app.add_option("--to", to_, "where the film ends")->type_name("INSTANT")->capture_default_str();
    app.add_option("--at", at_, "the instant of a single picture (.png)")->type_name("INSTANT");
    app.add_option("--speed", speed_, "times as fast as the incident; negative: backwards")
        ->type_name("FACTOR")
        ->capture_default_str();
    app.add_flag("--controls", has_controls_, "draw buttons and switches too, as the window of 'replay' shows them");
    app.add_flag("--silent", is_silent_, "leave out the spoken calls");
}

void RecordOptions::check()
{
    if (destination_.is_standard_output())
        throw WrongCall{"footage is written to a file; name one with -o"};
    destination_.overwrite = overwrite_ ? Overwrite::yes : Overwrite::no;
    const auto format = footage_format_of(format_name_.empty() ? destination_.path : "film." + format_name_);
    if (!format)
        throw WrongCall{"no format is known by the ending of '" + destination_.path +
                        "'; let it end in .mp4, .webm, .gif or .png, or add -f"};
    format_ = *format;
    if (format_ == FootageFormat::png && at_.empty())
        throw WrongCall{"a picture shows one instant: add --at INSTANT"};
    if (format_ != FootageFormat::png && !at_.empty())
        throw WrongCall{"--at is for a single picture (.png); a film goes from --from to --to"};
    if (!(std::abs(speed_) >= slowest && std::abs(speed_) <= fastest))
        throw WrongCall{"--speed: a film runs 0.01 to 1000 times as fast as the incident, or backwards (negative)"};
    frames_per_second_ =
        fps_.value_or(format_ == FootageFormat::gif ? frames_per_second_of_gif : usual_frames_per_second);
    if (!size_.empty() && !read_size(size_, width_px_, height_px_))
        throw WrongCall{"--size: '" + size_ + "' is no size; write 1280x720"};
    if (format_ != FootageFormat::png)
        if (const auto refused = refuse_footage(footage(LayoutId::full)))
            throw WrongCall{refused->message};
    if (format_ == FootageFormat::png &&
        (frame(LayoutId::full).width_px > 16384 || frame(LayoutId::full).height_px > 16384))
        throw WrongCall{"--size: a picture has at most 16384 pixels each way"};
}

FrameSize RecordOptions::frame(LayoutId layout) const
{
    FrameSize frame;
    frame.width_px = width_px_;
    frame.height_px = height_px_;
    if (width_px_ == 0) {
        const bool is_gif = format_ == FootageFormat::gif;
        frame.width_px = is_gif ? 960 : 1280;
        frame.height_px = is_gif ? 540 : 720;
        if (layout == LayoutId::vertical)
            std::swap(frame.width_px, frame.height_px);
    }
    frame.scale = static_cast<float>(scale_.value_or(natural_scale(layout, frame.width_px, frame.height_px)));
    return frame;
}

FootageOptions RecordOptions::footage(LayoutId layout) const
{
    const FrameSize size = frame(layout);
    FootageOptions footage;
    footage.width_px = size.width_px;
    footage.height_px = size.height_px;
    footage.frames_per_second = frames_per_second_;
    footage.format = format_;
    return footage;
}

Result<RecordedSpan> RecordOptions::span_of(const NamedInstants& named) const
{
    RecordedSpan recorded;
    const Result<Time> at = parse_instant(at_.empty() ? "start" : at_, named);
    const Result<Time> from = parse_instant(from_, named);
    const Result<Time> to = parse_instant(to_, named);
    if (!at)
        return Problem{"--at: " + at.problem()};
    if (!from)
        return Problem{"--from: " + from.problem()};
    if (!to)
        return Problem{"--to: " + to.problem()};
    recorded.at = at.value();
    recorded.span = {std::max(from.value(), named.span.from), std::min(to.value(), named.span.to)};
    if (recorded.at < named.span.from || recorded.at > named.span.to)
        return Problem{"--at: this lies outside what is replayed, " + format_time(named.span.from) + " to " +
                       format_time(named.span.to)};
    if (recorded.span.empty())
        return Problem{"from --from to --to nothing is left of what is replayed, " + format_time(named.span.from) +
                       " to " + format_time(named.span.to)};
    return recorded;
}

}  // namespace incursion
