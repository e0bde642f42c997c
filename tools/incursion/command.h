#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tools/incursion/exit_status.h"

namespace CLI {
class App;
}

namespace incursion {

/// The call itself is wrong in a way that the parser of arguments does not see.
struct WrongCall {
    std::string message;
};

/// One command of the program, in a file of its own. Its life: setup() before the arguments are parsed,
/// check() once they are, run() last.
class Command {
public:
    virtual ~Command() = default;
    virtual std::string name() const = 0;
    virtual std::string summary() const = 0;  ///< one line for the list of commands
    /// Declares arguments. Opens no file.
    virtual void setup(CLI::App& app) = 0;
    /// Throws WrongCall where arguments contradict each other. Opens no file either.
    virtual void check() {}
    virtual ExitStatus run() = 0;
};

/// All commands in the order of the help. `root` is what `help` looks them up in; it outlives them.
std::vector<std::unique_ptr<Command>> make_commands(CLI::App& root);

// Each in its own file.
std::unique_ptr<Command> make_run_command();
std::unique_ptr<Command> make_replay_command();
std::unique_ptr<Command> make_record_command();
std::unique_ptr<Command> make_tour_command();
std::unique_ptr<Command> make_train_command();
std::unique_ptr<Command> make_debrief_command();
std::unique_ptr<Command> make_claims_command();
std::unique_ptr<Command> make_export_command();
std::unique_ptr<Command> make_batch_command();
std::unique_ptr<Command> make_merge_command();
std::unique_ptr<Command> make_convert_command();
std::unique_ptr<Command> make_check_command();
std::unique_ptr<Command> make_borders_command();
std::unique_ptr<Command> make_help_command(CLI::App& root);

}  // namespace incursion
