#include "tools/incursion/airspace_options.h"

#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/io/airspace_format.h"

namespace incursion {

namespace {

std::string airspace_format_names()
{
    std::string names;
    for (const AirspaceFormat& format : airspace_formats())
        names += fmt::format("{}, ", format.name);
    return names + "or ogr for what GDAL reads";
}

}  // namespace

void setup_airspace_fields(CLI::App& app, AirspaceSource& source)
{
    app.add_option("--key", source.key, "of airspaces: the field that names one")
        ->type_name("FIELD")
        ->capture_default_str();
    app.add_option("--owner", source.owner, "the field that names its state; the key where absent")
        ->type_name("FIELD");
    app.add_option("--floor", source.floor, "the field that holds its floor; the surface where absent")
        ->type_name("FIELD");
    app.add_option("--ceiling", source.ceiling, "the field that holds its ceiling; unlimited where absent")
        ->type_name("FIELD");
    app.add_option("--activation", source.activation,
                   "the field that tells when it is active: 'MON-FRI 08:00-16:00'; always where absent")
        ->type_name("FIELD");
    app.add_option("--airspace-format", source.format,
                   fmt::format("{}; recognised by content and name where absent", airspace_format_names()))
        ->type_name("NAME");
    app.add_option("--layer", source.layer, "the layer; the first where absent")->type_name("NAME");
}

}  // namespace incursion
