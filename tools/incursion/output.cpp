#include "tools/incursion/output.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace incursion {

namespace {

std::optional<Problem> write_standard_output(std::string_view text)
{
    errno = 0;
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (written || errno == EPIPE)
        return std::nullopt;
    return Problem{"standard output: cannot write to it: " + std::generic_category().message(errno)};
}

}  // namespace

std::optional<Problem> refuse_destination(const Destination& destination)
{
    return destination.is_standard_output() ? std::nullopt : refuse_output(destination.path, destination.overwrite);
}

std::optional<Problem> write_result(const Destination& destination, std::string_view text)
{
    if (destination.is_standard_output())
        return write_standard_output(text);
    Result<OutputFile> made = OutputFile::create(destination.path, destination.overwrite);
    if (!made)
        return Problem{made.problem()};
    OutputFile file = std::move(made).value();
    if (auto problem = file.write(text))
        return file.broken_pipe() ? std::nullopt : problem;
    return file.commit();
}

}  // namespace incursion
