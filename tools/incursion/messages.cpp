#include "tools/incursion/messages.h"

#include <algorithm>
#include <cstdio>
#include <limits>
#include <utility>

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

std::vector<Diagnostic> in_order_of_lines(const Diagnostics& diagnostics)
{
    std::vector<std::string> files;
    const auto rank = [&files](const Diagnostic& d) { return std::find(files.begin(), files.end(), d.file); };
    for (const Diagnostic& diagnostic : diagnostics.list())
        if (rank(diagnostic) == files.end())
            files.push_back(diagnostic.file);
    const auto place = [&rank](const Diagnostic& d) {
        return std::pair{rank(d), d.line.value_or(std::numeric_limits<int>::max())};
    };
    std::vector<Diagnostic> list = diagnostics.list();
    std::stable_sort(list.begin(), list.end(),
                     [&place](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
    return list;
}

void print_diagnostics(const Diagnostics& diagnostics, Verbosity verbosity)
{
    for (const Diagnostic& diagnostic : in_order_of_lines(diagnostics))
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
