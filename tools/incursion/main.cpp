#include <csignal>
#include <cstdio>
#include <exception>
#include <map>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/io/versions.h"
#include "tools/incursion/command.h"
#include "tools/incursion/help_text.h"
#include "tools/incursion/messages.h"
#include "tools/incursion/output.h"
#include "tools/incursion/command_names.h"

namespace incursion {

namespace {

std::string version_text()
{
    const Versions v = versions();
    return fmt::format("incursion {}\nGDAL {}\nPROJ {}", v.incursion, v.gdal, v.proj);
}

ExitStatus called_wrongly(const std::string& message, const CLI::App& root)
{
    print_error(message);
    const auto chosen = root.get_subcommands();
    print_error(fmt::format("see 'incursion help{}'", chosen.empty() ? "" : " " + chosen.front()->get_name()));
    return ExitStatus::called_wrongly;
}

/// Help and version are asked for by way of an exception that is no error.
ExitStatus answer(const std::string& text)
{
    const auto problem = write_result({}, text);
    if (problem)
        print_error(problem->message);
    return problem ? ExitStatus::failed : ExitStatus::done;
}

ExitStatus run_program(int argc, char** argv)
{
    CLI::App root{"Airspace incidents: who was in whose airspace, from when to when, how deep.", "incursion"};
    root.set_version_flag("--version", version_text, "print the versions of this program, GDAL and PROJ");
    root.set_help_flag("-h,--help", "print this help");
    root.footer("Exit status: 0 done, 1 failed, 2 called wrongly, 3 done but some inputs failed.\n"
                "'incursion help COMMAND' explains a command.");
    root.require_subcommand(0, 1);

    const auto commands = make_commands(root);
    std::map<const CLI::App*, Command*> by_app;
    for (const auto& command : commands) {
        CLI::App* app = root.add_subcommand(command->name(), command->summary());
        app->set_help_flag("-h,--help", "print this help");
        command->setup(*app);
        by_app[app] = command.get();
    }
    if (argc < 2) {
        std::fputs(help_text(root, help_width()).c_str(), stderr);
        return ExitStatus::called_wrongly;
    }
    const std::string first = argv[1];
    if (!first.starts_with('-') && find_command(root, first) == nullptr)
        return called_wrongly(unknown_command(first, root), root);
    try {
        root.parse(argc, argv);
        if (root.get_subcommands().empty())
            return called_wrongly("no command is named; " + list_of_commands(root), root);
        Command& command = *by_app.at(root.get_subcommands().front());
        command.check();
        return command.run();
    } catch (const CLI::CallForHelp&) {
        const auto chosen = root.get_subcommands();
        return answer(help_text(chosen.empty() ? root : *chosen.front(), help_width()));
    } catch (const CLI::CallForVersion&) {
        return answer(version_text() + "\n");
    } catch (const CLI::ParseError& error) {
        return called_wrongly(error.what(), root);
    } catch (const WrongCall& error) {
        return called_wrongly(error.message, root);
    }
}

}  // namespace

}  // namespace incursion

int main(int argc, char** argv)
{
    // A reader that closes its pipe early is told apart by the failing write, quietly.
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return static_cast<int>(incursion::run_program(argc, argv));
    } catch (const std::exception& error) {
        incursion::print_error(std::string{"failed: "} + error.what());
    } catch (...) {
        incursion::print_error("failed for an unknown reason");
    }
    return static_cast<int>(incursion::ExitStatus::failed);
}
