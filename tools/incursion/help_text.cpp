#include "tools/incursion/help_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "tools/incursion/terminal.h"
#include "tools/incursion/text_width.h"

namespace incursion {

namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;  // what to write, what it means

/// `FORMAT` of `FORMAT:{text,json}`: the description names the choices.
std::string type_of(const CLI::Option& option)
{
    const std::string type = option.get_type_name();
    return option.get_items_expected_max() == 0 ? "" : type.substr(0, type.find(':'));
}

/// `-o, --output FILE`.
std::string spelling_of(const CLI::Option& option)
{
    std::string text;
    for (const std::string& name : option.get_snames())
        text += (text.empty() ? "-" : ", -") + name;
    if (text.empty())
        text = "    ";  // long names below each other
    for (const std::string& name : option.get_lnames())
        text += (text == "    " ? "--" : ", --") + name;
    const std::string type = type_of(option);
    return type.empty() ? text : text + " " + type;
}

std::string default_of(const CLI::Option& option)
{
    return option.get_default_str().empty() ? "" : " (" + option.get_default_str() + " where absent)";
}

std::string argument_of(const CLI::Option& option)
{
    std::string name = option.get_name(true);
    if (option.get_items_expected_max() > 1 && name.find("...") == std::string::npos)  // it may say which of several
        name += "...";
    return option.get_required() ? name : "[" + name + "]";
}

void add_entries(std::string& text, const std::string& heading, const Entries& entries, std::size_t width)
{
    if (entries.empty())
        return;
    std::size_t left = 0;
    for (const auto& [what, meaning] : entries)
        left = std::max(left, display_width(what));
    left += 4;
    text += "\n" + heading + "\n";
    for (const auto& [what, meaning] : entries) {
        std::string before = padded("  " + what, left);
        for (const std::string& line : wrapped(meaning, width > left + 20 ? width - left : 20)) {
            text += before + line + "\n";
            before.assign(left, ' ');
        }
    }
}

void add_footer(std::string& text, const std::string& footer, std::size_t width)
{
    if (footer.empty())
        return;
    text += "\n";
    std::size_t start = 0;
    while (start <= footer.size()) {
        const std::size_t end = std::min(footer.find('\n', start), footer.size());
        const std::string line = footer.substr(start, end - start);
        if (line.starts_with(' '))
            text += line + "\n";
        else
            for (const std::string& part : wrapped(line, width))
                text += part + "\n";
        start = end + 1;
    }
}

}  // namespace

std::string help_text(const CLI::App& app, std::size_t width)
{
    const bool is_program = app.get_parent() == nullptr;
    std::string usage = "Usage: incursion " + (is_program ? std::string{"COMMAND"} : app.get_name());
    Entries arguments, options, commands;
    for (const CLI::Option* option : app.get_options()) {
        if (option->get_positional()) {
            usage += " " + argument_of(*option);
            arguments.emplace_back(option->get_name(true), option->get_description());
        } else {
            options.emplace_back(spelling_of(*option), option->get_description() + default_of(*option));
        }
    }
    for (const CLI::App* command : app.get_subcommands({}))
        commands.emplace_back(command->get_name(), command->get_description());

    std::string text = usage + " [OPTIONS]\n";
    for (const std::string& line : wrapped(app.get_description(), width))
        text += line + "\n";
    add_entries(text, "Commands", commands, width);
    add_entries(text, "Arguments", arguments, width);
    add_entries(text, "Options", options, width);
    add_footer(text, app.get_footer(), width);
    return text;
}

std::size_t help_width()
{
    return std::min<std::size_t>(terminal_width(Stream::output).value_or(80), 100);
}

}  // namespace incursion
