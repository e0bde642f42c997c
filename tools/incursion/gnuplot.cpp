#include "tools/incursion/gnuplot.h"

#include "sim/base/child_process.h"

namespace incursion {

Result<std::string> draw_with_gnuplot(const std::string& script, PlotFormat format)
{
    const std::string terminal = format == PlotFormat::svg
                                     ? "set terminal svg noenhanced size 900,640 font 'DejaVu Sans,13' background '#ffffff'\n"
                                     : "set terminal pngcairo noenhanced size 900,640 font 'DejaVu Sans,11'\n";
    Result<ChildOutput> drawn = run_child({"gnuplot"}, terminal + script);
    if (!drawn)
        return Problem{"cannot draw: " + drawn.problem() + "; install gnuplot (Debian: gnuplot-nox), or leave --plots out"};
    if (drawn->exit_status != 0 || drawn->out.empty())
        return Problem{"gnuplot cannot draw this: " + drawn->err};
    return std::move(drawn).value().out;
}

std::string gnuplot_text(std::string_view text)
{
    // Within single quotes only the quote is special, and control characters could end the line.
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'')
            quoted += "''";
        else
            quoted += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
    return quoted + "'";
}

}  // namespace incursion
