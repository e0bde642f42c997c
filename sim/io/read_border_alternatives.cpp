#include "sim/io/read_border_alternatives.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "sim/io/read_airspaces.h"
#include "sim/io/read_paths.h"

namespace incursion {

namespace {

void read_source(TomlReader& table, Scenario& scenario, AirspaceSource& source)
{
    if (const auto file = table.text("source")) {
        if (file->empty())
            table.error("source", "name the file with the airspaces");
        source.path = path_beside(scenario.path, *file);
        if (std::find(scenario.inputs.begin(), scenario.inputs.end(), source.path) == scenario.inputs.end())
            scenario.inputs.push_back(source.path);
    }
    source.layer = table.text("layer").value_or("");
    source.where = table.text("where").value_or("");
    source.key = table.text("key").value_or(source.key);
    source.owner = table.text("owner").value_or("");
    if (table.choice("edges", {"straight", "geodesic"}) == std::size_t{1})
        source.edges = EdgeReading::geodesic;
}

void read_names(TomlReader& table, BorderAlternative& border)
{
    auto names = table.table("names");
    if (!names)
        return;
    for (const std::string& ours : names->keys_in_file())
        if (const auto theirs = names->text(ours))
            border.names.emplace_back(ours, *theirs);
    std::sort(border.names.begin(), border.names.end());
}

void check_id(TomlReader& table, const std::string& id, const Scenario& scenario)
{
    if (id.empty())
        table.error("id", "a border needs an id to be told from the others");
    else if (id == "scenario")
        table.error("id", "'scenario' is the scenario's own source; take another id");
    else if (std::any_of(scenario.borders.begin(), scenario.borders.end(), [&](const auto& b) { return b.id == id; }))
        table.error("id", fmt::format("another border has the id '{}'; each needs its own", id));
}

}  // namespace

void read_border_alternatives(TomlReader& root, Scenario& scenario)
{
    for (TomlReader& table : root.tables("border")) {
        table.need({"id", "source"});
        BorderAlternative border;
        border.path = table.path();
        border.id = table.text("id").value_or("");
        if (table.has("id"))
            check_id(table, border.id, scenario);
        border.title = table.text("title").value_or(border.id);
        read_source(table, scenario, border.source);
        read_names(table, border);
        border.date = table.text("date").value_or("");
        border.licence = table.text("licence").value_or("");
        border.evidence.source = table.text("page").value_or("");
        border.evidence.note = table.text("note").value_or("");
        if (const auto grade = table.choice("confidence", {"A", "B", "C", "D", "G"}))
            border.evidence.confidence = "ABCDG"[*grade];
        table.finish();
        scenario.borders.push_back(std::move(border));
    }
}

std::vector<AlternativeBorders> read_alternative_borders(const Scenario& scenario, Diagnostics& diagnostics)
{
    std::vector<AlternativeBorders> alternatives;
    for (std::size_t i = 0; i < scenario.borders.size(); ++i)
        if (auto drawn = read_airspaces(scenario.borders[i].source, diagnostics))
            alternatives.push_back({i, std::move(*drawn)});
    return alternatives;
}

}  // namespace incursion
