#include "sim/io/read_scope.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/io/read_evidence.h"

namespace incursion {

namespace {

std::string read_radar(TomlReader& table, const std::vector<Radar>& radars)
{
    const std::string id = table.text("radar").value_or("");
    if (!table.has("radar") || std::any_of(radars.begin(), radars.end(), [&](const Radar& r) { return r.id == id; }))
        return id;
    std::vector<std::string> known;
    for (const Radar& radar : radars)
        known.push_back(radar.id);
    table.error("radar", known.empty() ? fmt::format("there is no radar '{}', for the scenario has no [[radar]]", id)
                                       : fmt::format("there is no radar '{}'; name one of: {}", id,
                                                     fmt::join(known, ", ")));
    return "";
}

}  // namespace

std::optional<ScopeView> read_scope(TomlReader& root, const std::vector<Radar>& radars)
{
    auto table = root.table("scope");
    if (!table)
        return std::nullopt;
    const ScopeView scope{table->position("centre"), table->quantity("range", Dimension::length, Sign::positive),
                          read_radar(*table, radars)};
    table->finish();
    return scope;
}

Place read_place(TomlReader& table)
{
    table.need({"name", "position"});
    Place place;
    place.name = table.text("name").value_or("");
    if (place.name.empty() && table.has("name"))
        table.error("name", "a place needs a name to be shown by");
    place.position = table.position("position").value_or(LonLat{});
    switch (table.choice("kind", {"town", "airfield", "mark"}).value_or(0)) {
    case 1: place.kind = PlaceKind::airfield; break;
    case 2: place.kind = PlaceKind::mark; break;
    default: place.kind = PlaceKind::town; break;
    }
    place.evidence = read_evidence(table);
    table.finish();
    return place;
}

}  // namespace incursion
