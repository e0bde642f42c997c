#pragma once

#include <string>
#include <vector>

#include "sim/base/result.h"

namespace incursion {

/// What a program left behind.
struct ChildOutput {
    int exit_status = 0;  ///< 128 and the number of the signal where one ended it
    std::string out, err;
};

/// Starts a program of the PATH with `arguments` (the first is its name), without a shell, gives it `input` to read
/// and waits until it ends. A program that says nothing for 20 seconds is ended.
/// PROMISES: no signal reaches the caller, no file of the caller's that is marked close-on-exec reaches the program;
/// a problem where it cannot be started.
Result<ChildOutput> run_child(const std::vector<std::string>& arguments, const std::string& input);

}  // namespace incursion
