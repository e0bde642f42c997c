#include "tools/incursion/command.h"

namespace incursion {

std::vector<std::unique_ptr<Command>> make_commands(CLI::App& root)
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(make_run_command());
    commands.push_back(make_replay_command());
    commands.push_back(make_record_command());
    commands.push_back(make_tour_command());
    commands.push_back(make_train_command());
    commands.push_back(make_debrief_command());
    commands.push_back(make_claims_command());
    commands.push_back(make_export_command());
    commands.push_back(make_batch_command());
    commands.push_back(make_merge_command());
    commands.push_back(make_convert_command());
    commands.push_back(make_check_command());
    commands.push_back(make_borders_command());
    commands.push_back(make_help_command(root));
    return commands;
}

}  // namespace incursion
