#include <string>

#include <CLI/CLI.hpp>

#include "tools/incursion/command.h"
#include "tools/incursion/command_names.h"
#include "tools/incursion/help_text.h"
#include "tools/incursion/messages.h"
#include "tools/incursion/output.h"

namespace incursion {

namespace {

class HelpCommand : public Command {
public:
    explicit HelpCommand(CLI::App& root) : root_{root} {}

    std::string name() const override { return "help"; }
    std::string summary() const override { return "explain a command, or list them all"; }
    void setup(CLI::App& app) override { app.add_option("COMMAND", about_, "the command to explain"); }
    void check() override
    {
        if (!about_.empty() && find_command(root_, about_) == nullptr)
            throw WrongCall{unknown_command(about_, root_)};
    }
    ExitStatus run() override
    {
        const std::string text = help_text(about_.empty() ? root_ : *find_command(root_, about_), help_width());
        if (const auto problem = write_result({}, text)) {
            print_error(problem->message);
            return ExitStatus::failed;
        }
        return ExitStatus::done;
    }

private:
    CLI::App& root_;
    std::string about_;
};

}  // namespace

std::unique_ptr<Command> make_help_command(CLI::App& root)
{
    return std::make_unique<HelpCommand>(root);
}

}  // namespace incursion
