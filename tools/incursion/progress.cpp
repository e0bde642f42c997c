#include "tools/incursion/progress.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "tools/incursion/terminal.h"

namespace incursion {

namespace {

constexpr std::size_t bar_width = 24;

void print(const std::string& text)
{
    std::fputs(text.c_str(), stderr);
    std::fflush(stderr);
}

std::string minutes_and_seconds(double s)
{
    const auto whole = static_cast<std::int64_t>(s + 0.5);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

void ProgressOptions::setup(CLI::App& app)
{
    app.add_option("--progress", name_,
                   "on standard error: auto (a bar on a terminal, else nothing), plain, json or none")
        ->type_name("STYLE")
        ->capture_default_str()
        ->check(CLI::IsMember({"auto", "plain", "json", "none"}));
}

ProgressStyle ProgressOptions::style() const
{
    if (name_ == "plain")
        return ProgressStyle::plain;
    if (name_ == "json")
        return ProgressStyle::json;
    return name_ == "auto" && is_terminal(Stream::error) ? ProgressStyle::bar : ProgressStyle::none;
}

Progress::Progress(ProgressStyle style, std::string what, std::int64_t of)
    : style_{style}, what_{std::move(what)}, of_{of}, begun_{Clock::now()}, told_{begun_}
{
}

Progress::~Progress()
{
    clear();
}

void Progress::set(std::int64_t done)
{
    if (style_ == ProgressStyle::none)
        return;
    const Clock::time_point now = Clock::now();
    const auto pause = style_ == ProgressStyle::bar ? std::chrono::milliseconds{100} : std::chrono::milliseconds{5000};
    if (now - told_ < pause && done < of_)
        return;
    told_ = now;
    tell(done, std::chrono::duration<double>(now - begun_).count());
}

void Progress::tell(std::int64_t done, double elapsed_s)
{
    const double per_s = elapsed_s > 0 ? static_cast<double>(done) / elapsed_s : 0;
    const double left_s = per_s > 0 ? static_cast<double>(of_ - done) / per_s : 0;
    if (style_ == ProgressStyle::json) {
        print(fmt::format("{{\"done\": {}, \"of\": {}, \"per_s\": {:.1f}, \"left_s\": {:.0f}}}\n", done, of_, per_s,
                          left_s));
        return;
    }
    const std::string numbers =
        fmt::format("{} of {} {}, {:.0f} a second, {} left", done, of_, what_, per_s, minutes_and_seconds(left_s));
    if (style_ == ProgressStyle::plain) {
        print(numbers + "\n");
        return;
    }
    const auto filled = static_cast<std::size_t>(
        of_ > 0 ? bar_width * static_cast<std::size_t>(done) / static_cast<std::size_t>(of_) : bar_width);
    std::string line = "[" + std::string(filled, '=') + std::string(bar_width - filled, ' ') + "] " + numbers;
    const std::size_t width = terminal_width(Stream::error).value_or(80);
    line.resize(std::min(line.size(), width > 1 ? width - 1 : 0));
    print("\r\x1b[K" + line);
    is_drawn_ = true;
}

void Progress::clear()
{
    if (is_drawn_)
        print("\r\x1b[K");
    is_drawn_ = false;
}

}  // namespace incursion
