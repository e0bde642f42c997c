#include "sim/io/read_scope.h"

#include "sim/io/read_evidence.h"

namespace incursion {

std::optional<ScopeView> read_scope(TomlReader& root)
{
    auto table = root.table("scope");
    if (!table)
        return std::nullopt;
    const ScopeView scope{table->position("centre"), table->quantity("range", Dimension::length, Sign::positive)};
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
