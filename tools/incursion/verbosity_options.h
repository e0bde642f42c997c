#pragma once

#include "tools/incursion/messages.h"

namespace CLI {
class App;
}

namespace incursion {

/// The switches -q and -v, the same in every command.
class VerbosityOptions {
public:
    void setup(CLI::App& app);
    Verbosity verbosity() const;

private:
    bool quiet_ = false;
    bool verbose_ = false;
};

}  // namespace incursion
