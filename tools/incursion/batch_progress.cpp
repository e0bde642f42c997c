#include "tools/incursion/batch_progress.h"

#include <algorithm>
#include <cstdio>
#include <string>

#include <fmt/format.h>

#include "tools/incursion/terminal.h"
#include "tools/incursion/text_words.h"

namespace incursion {

namespace {

void put_text(const std::string& text)
{
    std::fputs(text.c_str(), stderr);
    std::fflush(stderr);
}

std::string time_left(double s)
{
    const auto whole = static_cast<std::int64_t>(s + 0.5);
    return whole < 3600 ? fmt::format("{}:{:02}", whole / 60, whole % 60)
                        : fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

}  // namespace

BatchProgress::BatchProgress(ProgressStyle style, std::int64_t inputs, std::int64_t bytes)
    : style_{style}, inputs_{inputs}, bytes_{bytes}, begun_{Clock::now()}, shown_{begun_}
{
}

BatchProgress::~BatchProgress()
{
    clear();
}

double BatchProgress::elapsed_s() const
{
    return std::chrono::duration<double>(Clock::now() - begun_).count();
}

void BatchProgress::show(const BatchControl& control)
{
    const Clock::time_point now = Clock::now();
    const auto pause = style_ == ProgressStyle::bar ? std::chrono::milliseconds{200} : std::chrono::milliseconds{5000};
    if (style_ == ProgressStyle::none || now - shown_ < pause)
        return;
    shown_ = now;
    const double elapsed = elapsed_s();
    const std::int64_t bytes = control.bytes, fixes = control.fixes;
    const double per_s = static_cast<double>(fixes) / elapsed;
    const double left_s =
        bytes > 0 ? std::max(0.0, static_cast<double>(bytes_ - bytes) * elapsed / static_cast<double>(bytes)) : 0;
    if (style_ == ProgressStyle::json) {
        put_text(fmt::format("{{\"inputs\": {}, \"inputs_of\": {}, \"bytes\": {}, \"bytes_of\": {}, \"fixes\": {}, "
                          "\"fixes_per_s\": {:.0f}, \"visits\": {}, \"left_s\": {:.0f}}}\n",
                          control.inputs.load(), inputs_, bytes, bytes_, fixes, per_s, control.visits.load(), left_s));
        return;
    }
    // What matters most comes first: a narrow terminal cuts the line off.
    std::string line = fmt::format("{} of {} files, {} left, {} fixes, {} a second, {} visits", control.inputs.load(),
                                   inputs_, time_left(left_s), grouped(fixes),
                                   grouped(static_cast<std::int64_t>(per_s)), grouped(control.visits.load()));
    if (style_ == ProgressStyle::plain) {
        put_text(line + "\n");
        return;
    }
    const std::size_t width = terminal_width(Stream::error).value_or(80);
    line.resize(std::min(line.size(), width > 1 ? width - 1 : 0));
    put_text("\r\x1b[K" + line);
    is_drawn_ = true;
}

void BatchProgress::clear()
{
    if (is_drawn_)
        put_text("\r\x1b[K");
    is_drawn_ = false;
}

}  // namespace incursion
