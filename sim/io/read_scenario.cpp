#include "sim/io/read_scenario.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "sim/io/read_accuracy.h"
#include "sim/io/read_aircraft.h"
#include "sim/io/read_border_alternatives.h"
#include "sim/io/read_claim.h"
#include "sim/io/read_paths.h"
#include "sim/io/read_radars.h"
#include "sim/io/read_references.h"
#include "sim/io/read_rules.h"
#include "sim/io/read_scope.h"
#include "sim/io/read_statements.h"
#include "sim/io/read_steps.h"
#include "sim/io/toml_document.h"

namespace incursion {

namespace {

// Beyond this a flown track fills the memory of an ordinary machine.
constexpr std::int64_t max_fixes_per_track = 50'000'000;
constexpr double longest_duration_s = 9e9;

std::optional<Duration> read_duration(TomlReader& table, std::string_view key)
{
    const auto s = table.quantity(key, Dimension::time, Sign::positive);
    if (!s)
        return std::nullopt;
    if (*s > longest_duration_s || seconds(*s) == Duration::zero()) {
        table.error(key, "this must lie between 1e-9 s and 9e9 s");
        return std::nullopt;
    }
    return seconds(*s);
}

void read_heights(TomlReader& root, Scenario& scenario)
{
    if (const auto qnh_pa = root.quantity("qnh", Dimension::pressure)) {
        if (is_possible_qnh(*qnh_pa / 100))
            scenario.heights.qnh_hpa = *qnh_pa / 100;
        else
            root.error("qnh", fmt::format("no altimeter setting was ever so; it lies between {} and {} hPa",
                                          least_qnh_hpa, greatest_qnh_hpa));
    }
    if (const auto terrain = root.text("terrain")) {
        scenario.heights.terrain_path = path_beside(scenario.path, *terrain);
        add_input(scenario.inputs, scenario.heights.terrain_path);
    }
}

void read_head(TomlReader& root, Scenario& scenario)
{
    root.need({"title", "start", "end", "airspace"});
    scenario.title = root.text("title").value_or("");
    scenario.description = root.text("description").value_or("");
    const auto start = root.time("start");
    const auto end = root.time("end");
    scenario.span = {start.value_or(Time{}), end.value_or(Time{})};
    if (start && end && scenario.span.empty())
        root.error("end", "the end must be later than the start");
    scenario.seed = static_cast<std::uint64_t>(root.integer("seed", Sign::not_negative).value_or(0));
    scenario.max_gap = read_duration(root, "max_gap");
    read_heights(root, scenario);
    if (const auto interval = read_duration(root, "record_interval"))
        scenario.record_interval = *interval;
    if (start && end && scenario.span.length() / scenario.record_interval > max_fixes_per_track)
        root.error("record_interval", fmt::format("this makes more than {} fixes between start and end; take a longer "
                                                  "interval", max_fixes_per_track));
}

void read_airspace_source(TomlReader& root, Scenario& scenario)
{
    auto table = root.table("airspace");
    if (!table)
        return;
    table->need({"source"});
    AirspaceSource& airspace = scenario.airspace;
    if (const auto source = table->text("source")) {
        if (source->empty())
            table->error("source", "name the file with the airspaces");
        airspace.path = path_beside(scenario.path, *source);
        add_input(scenario.inputs, airspace.path);
    }
    airspace.layer = table->text("layer").value_or("");
    airspace.where = table->text("where").value_or("");
    airspace.key = table->text("key").value_or(airspace.key);
    airspace.owner = table->text("owner").value_or("");
    airspace.floor = table->text("floor").value_or("");
    airspace.ceiling = table->text("ceiling").value_or("");
    airspace.activation = table->text("activation").value_or("");
    airspace.format = table->text("format").value_or("");
    if (table->choice("edges", {"straight", "geodesic"}) == std::size_t{1})
        airspace.edges = EdgeReading::geodesic;
    if (table->choice("legs", {"geodesic", "straight"}) == std::size_t{1})
        scenario.legs = LegReading::straight;
    table->finish();
}

void read_wind(TomlReader& root, Scenario& scenario)
{
    std::vector<WindLayer>& layers = scenario.wind.layers;
    for (TomlReader& table : root.tables("wind")) {
        table.need({"altitude", "from", "speed"});
        WindLayer layer;
        layer.altitude_m = table.quantity("altitude", Dimension::length).value_or(0);
        layer.from = Angle::radians(table.quantity("from", Dimension::angle).value_or(0));
        layer.speed_mps = table.quantity("speed", Dimension::speed, Sign::not_negative).value_or(0);
        if (std::any_of(layers.begin(), layers.end(), [&](const auto& l) { return l.altitude_m == layer.altitude_m; }))
            table.error("altitude", "another wind layer has this altitude; each needs its own");
        layers.push_back(layer);
        table.finish();
    }
    std::stable_sort(layers.begin(), layers.end(),
                     [](const WindLayer& a, const WindLayer& b) { return a.altitude_m < b.altitude_m; });
}

void read_all_aircraft(std::vector<TomlReader>& tables, Scenario& scenario)
{
    AircraftReading reading{scenario.path, scenario.span, std::move(scenario.inputs), {}};
    for (TomlReader& table : tables)
        scenario.aircraft.push_back(read_aircraft(table, reading));
    scenario.inputs = std::move(reading.inputs);
}

Scenario read_document(TomlReader& root, const std::string& path)
{
    Scenario scenario;
    scenario.path = path;
    read_head(root, scenario);
    read_airspace_source(root, scenario);
    read_border_alternatives(root, scenario);
    read_wind(root, scenario);
    ScenarioTables tables{root.tables("account"), root.tables("aircraft"), root.tables("call"), root.tables("event"),
                          root.tables("claim"),   root.tables("radar"),    root.table("rules"), root.tables("step")};
    for (TomlReader& table : tables.accounts)
        scenario.accounts.push_back(read_account(table));
    read_all_aircraft(tables.aircraft, scenario);
    for (TomlReader& table : tables.calls)
        scenario.calls.push_back(read_call(table, scenario.span, scenario.inputs));
    for (TomlReader& table : tables.events)
        scenario.events.push_back(read_event(table, scenario.span));
    for (TomlReader& table : tables.claims)
        scenario.claims.push_back(read_claim(table, scenario.span));
    if (tables.rules)
        scenario.rules = read_rules(*tables.rules);
    scenario.avoidance = read_avoidance(root).value_or(AvoidanceTurn{});
    scenario.radars = read_radars(tables.radars, scenario.span, scenario.inputs);
    scenario.accuracy = read_accuracy(root);
    scenario.scope = read_scope(root, scenario.radars);
    for (TomlReader& table : root.tables("place"))
        scenario.places.push_back(read_place(table));
    for (TomlReader& table : tables.steps)
        scenario.steps.push_back(read_step(table, scenario.span));
    root.finish();
    check_references(scenario, tables);
    return scenario;
}

}  // namespace

std::optional<Scenario> read_scenario(const std::string& path, Diagnostics& diagnostics)
{
    return read_toml_document(path, diagnostics,
                              [&](TomlReader& root) { return std::optional{read_document(root, path)}; });
}

}  // namespace incursion
