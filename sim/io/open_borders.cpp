#include "sim/io/open_borders.h"

#include <iterator>
#include <optional>
#include <utility>

#include "sim/io/prepared_borders.h"
#include "sim/io/prepared_sections.h"
#include "sim/io/read_airspaces.h"

namespace incursion {

namespace {

std::unique_ptr<Borders> map_borders(const AirspaceSource& source, Diagnostics& diagnostics)
{
    auto prepared = open_prepared_borders(source.path, ReadRings::no);
    if (!prepared) {
        diagnostics.error(source.path, std::nullopt, "", prepared.problem());
        return nullptr;
    }
    PreparedBorders borders = std::move(prepared).value();
    if (!agree(source, borders.from, diagnostics))
        return nullptr;
    return std::make_unique<Borders>(Borders{std::move(borders.airspaces), std::move(borders.index), {source.path}});
}

}  // namespace

std::unique_ptr<Airspaces> read_joined_airspaces(const std::vector<AirspaceSource>& sources, Diagnostics& diagnostics)
{
    auto joined = std::make_unique<Airspaces>();
    bool all = true;
    if (sources.empty()) {
        diagnostics.error("", std::nullopt, "", "no airspaces are named; name at least one file of them");
        return nullptr;
    }
    joined->edges = sources.front().edges;
    for (const AirspaceSource& source : sources) {
        if (source.edges != joined->edges) {
            diagnostics.error(source.path, std::nullopt, "edges",
                              "its edges are to run otherwise than those of the source before; choose one for all");
            all = false;
            continue;
        }
        auto read = read_airspaces(source, diagnostics);
        all = all && read;
        if (read)
            std::move(read->list.begin(), read->list.end(), std::back_inserter(joined->list));
    }
    return all ? std::move(joined) : nullptr;
}

std::unique_ptr<Borders> open_borders(const std::vector<AirspaceSource>& sources, Diagnostics& diagnostics)
{
    if (sources.size() == 1 && is_prepared(sources.front().path))
        return map_borders(sources.front(), diagnostics);
    const auto airspaces = read_joined_airspaces(sources, diagnostics);
    if (!airspaces)
        return nullptr;
    auto borders = std::make_unique<Borders>();
    borders->index = std::make_shared<const BorderIndex>(*airspaces);
    borders->airspaces = std::move(*airspaces);
    for (const AirspaceSource& source : sources)
        borders->inputs.push_back(source.path);
    return borders;
}

}  // namespace incursion
