#include <CLI/CLI.hpp>

#include "tools/incursion/command.h"
#include "tools/incursion/messages.h"

namespace incursion {

namespace {

/// In place of a command that draws, where the program was built without graphics (INCURSION_RENDER=OFF).
class NoDrawingCommand : public Command {
public:
    NoDrawingCommand(std::string name, std::string summary) : name_{std::move(name)}, summary_{std::move(summary)} {}
    std::string name() const override { return name_; }
    std::string summary() const override { return summary_ + " (not in this build)"; }
    void setup(CLI::App& app) override { app.allow_extras(); }
    ExitStatus run() override
    {
        print_error("this program was built without graphics, so it cannot " + name_ +
                    "; build it with -DINCURSION_RENDER=ON");
        return ExitStatus::failed;
    }

private:
    std::string name_, summary_;
};

}  // namespace

std::unique_ptr<Command> make_replay_command()
{
    return std::make_unique<NoDrawingCommand>("replay", "show an incident on the radar scope, in a window");
}

std::unique_ptr<Command> make_record_command()
{
    return std::make_unique<NoDrawingCommand>("record", "write a replay as radar footage");
}

std::unique_ptr<Command> make_tour_command()
{
    return std::make_unique<NoDrawingCommand>("tour", "show an incident step by step, with its story told");
}

}  // namespace incursion
