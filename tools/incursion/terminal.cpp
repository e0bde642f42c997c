#include "tools/incursion/terminal.h"

#include <cstdlib>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

namespace incursion {

namespace {

int descriptor_of(Stream stream)
{
    return stream == Stream::output ? STDOUT_FILENO : STDERR_FILENO;
}

std::string_view variable(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

}  // namespace

bool is_terminal(Stream stream)
{
    return ::isatty(descriptor_of(stream)) == 1;
}

std::optional<std::size_t> terminal_width(Stream stream)
{
    winsize size{};
    if (!is_terminal(stream) || ::ioctl(descriptor_of(stream), TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return std::nullopt;
    return size.ws_col;
}

bool wants_colour(ColourChoice choice, Stream stream)
{
    if (choice != ColourChoice::automatic)
        return choice == ColourChoice::always;
    return is_terminal(stream) && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
}

}  // namespace incursion
