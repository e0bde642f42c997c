#include "tools/incursion/verbosity_options.h"

#include <CLI/CLI.hpp>

namespace incursion {

void VerbosityOptions::setup(CLI::App& app)
{
    CLI::Option* quiet = app.add_flag("-q,--quiet", quiet_, "print errors only, no warnings");
    app.add_flag("-v,--verbose", verbose_, "print notes and what is being done, on standard error")->excludes(quiet);
}

Verbosity VerbosityOptions::verbosity() const
{
    return quiet_ ? Verbosity::quiet : verbose_ ? Verbosity::verbose : Verbosity::normal;
}

}  // namespace incursion
