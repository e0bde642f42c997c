#include "tools/incursion/messages.h"

#include <cstdio>

#include "tools/incursion/text_width.h"

namespace incursion {

namespace {

void print_line(const std::string& line)
{
    std::fputs((line + "\n").c_str(), stderr);
}

}  // namespace

bool is_shown(Severity severity, Verbosity verbosity)
{
    switch (severity) {
    case Severity::error: return true;
    case Severity::warning: return verbosity != Verbosity::quiet;
    case Severity::note: return verbosity == Verbosity::verbose;
    }
    return true;
}

std::string line_of(const Diagnostic& diagnostic)
{
    return printable(to_string(diagnostic));
}

void print_diagnostics(const Diagnostics& diagnostics, Verbosity verbosity)
{
    for (const Diagnostic& diagnostic : diagnostics.list())
        if (is_shown(diagnostic.severity, verbosity))
            print_line(line_of(diagnostic));
}

void print_error(std::string_view message)
{
    print_line("incursion: " + printable(message));
}

void print_step(std::string_view message, Verbosity verbosity)
{
    if (verbosity == Verbosity::verbose)
        print_error(message);
}

}  // namespace incursion
