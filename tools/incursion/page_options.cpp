#include "tools/incursion/page_options.h"

#include <CLI/CLI.hpp>

#include "tools/incursion/terminal.h"

namespace incursion {

namespace {

constexpr std::size_t page_width = 80;  // where no terminal has another

}  // namespace

void PageOptions::setup(CLI::App& app)
{
    app.add_option("--width", width_, "columns of the text, 40 to 1000; where absent, those of the terminal, else 80")
        ->type_name("COLUMNS")
        ->check(CLI::Range(40, 1000));
    app.add_option("--color", colour_name_, "colours in the text: always, never, or auto: on a terminal, unless NO_COLOR is set")
        ->type_name("WHEN")
        ->capture_default_str()
        ->check(CLI::IsMember({"auto", "always", "never"}));
}

TextOptions PageOptions::for_text_to(const Destination& destination) const
{
    TextOptions options;
    options.width = width_.value_or(page_width);
    if (destination.is_standard_output() && !width_)
        options.width = terminal_width(Stream::output).value_or(page_width);
    const ColourChoice choice = colour_name_ == "always"  ? ColourChoice::always
                                : colour_name_ == "never" ? ColourChoice::never
                                                          : ColourChoice::automatic;
    options.colour = choice == ColourChoice::always ||
                     (destination.is_standard_output() && wants_colour(choice, Stream::output));
    return options;
}

}  // namespace incursion
