#include "sim/io/read_aircraft.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/io/read_accuracy.h"
#include "sim/io/read_aircraft_type.h"
#include "sim/io/read_evidence.h"
#include "sim/io/read_flight_plan.h"
#include "sim/io/read_paths.h"
#include "sim/io/read_rules.h"
#include "sim/io/read_tracks.h"
#include "sim/io/toml_spelling.h"

namespace incursion {

namespace {

std::optional<AircraftType> read_type(TomlReader& table, AircraftReading& reading)
{
    const auto name = table.text("type");
    if (!name)
        return std::nullopt;
    const auto path = find_type_file(reading.scenario, *name, aircraft_types);
    if (!path) {
        table.error("type", path.problem());
        return std::nullopt;
    }
    const auto known = std::find_if(reading.types.begin(), reading.types.end(),
                                    [&](const auto& type) { return type.first == *path; });
    if (known != reading.types.end())
        return known->second;
    add_input(reading.inputs, *path);
    reading.types.emplace_back(*path, read_aircraft_type(*path, table.diagnostics()));
    return reading.types.back().second;
}

TrackReadOptions read_track_options(TomlReader& table, const std::string& id, const TimeSpan& span)
{
    TrackReadOptions options;
    options.default_id = id;
    if (!span.empty())
        options.day = span.from;
    options.format = table.text("track_format").value_or("");
    if (const auto datum = table.choice("track_altitude", {"msl", "pressure", "ellipsoid"}))
        options.altitude = std::array{AltitudeDatum::msl, AltitudeDatum::pressure, AltitudeDatum::ellipsoid}[*datum];
    if (const auto text = table.text("radar_site")) {
        const auto site = parse_radar_site(*text);
        if (site)
            options.radar_sites.insert(*site);
        else
            table.error("radar_site", site.problem());
    }
    if (auto columns = table.table("columns")) {
        for (const char* key : {"time", "lon", "lat", "alt", "track", "accuracy"})
            if (auto name = columns->text(key))
                options.columns[key] = std::move(*name);
        columns->finish();
    }
    return options;
}

std::vector<std::string> ids_of(const std::vector<Track>& tracks)
{
    std::vector<std::string> ids;
    for (const Track& track : tracks)
        ids.push_back(track.id());
    return ids;
}

/// The wanted one of a file's tracks, or its only one.
const Track* pick_track(TomlReader& table, const std::vector<Track>& tracks, const std::optional<std::string>& id)
{
    constexpr std::size_t most_named = 20;
    std::vector<std::string> ids = ids_of(tracks);
    const std::vector<std::string> named{ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(
                                                                        std::min(ids.size(), most_named))};
    const std::string list = fmt::format("{}{}", fmt::join(named, ", "), ids.size() > most_named ? ", ..." : "");
    if (!id) {
        if (tracks.size() == 1)
            return &tracks.front();
        table.error("track", fmt::format("the file holds {} tracks ({}); pick one with track_id", tracks.size(), list));
        return nullptr;
    }
    const auto found = std::find(ids.begin(), ids.end(), *id);
    if (found != ids.end())
        return &tracks[static_cast<std::size_t>(found - ids.begin())];
    table.error("track_id", fmt::format("the file holds no track '{}'{}; it holds {}", *id, did_you_mean(*id, ids),
                                        list));
    return nullptr;
}

Track read_track(TomlReader& table, const std::string& aircraft, AircraftReading& reading)
{
    const TrackReadOptions options = read_track_options(table, aircraft, reading.span);
    const auto wanted = table.text("track_id");
    const auto named = table.text("track");
    if (!named)
        return {};
    const std::string path = path_beside(reading.scenario, *named);
    add_input(reading.inputs, path);
    const std::vector<Track> tracks = read_tracks(path, options, table.diagnostics());
    if (tracks.empty())
        return {};
    const Track* track = pick_track(table, tracks, wanted);
    if (track == nullptr)
        return {};
    // In the scenario a track goes by the name of its aircraft.
    auto renamed = Track::make(aircraft, track->datum(), {track->fixes().begin(), track->fixes().end()});
    return renamed ? std::move(renamed).value() : Track{};
}

std::variant<FlightPlan, Track> read_motion(TomlReader& table, const std::string& id, AircraftReading& reading)
{
    table.at_most_one_of({"start", "track"});
    if (!table.has("start") && !table.has("track"))
        table.error("", "nothing moves this aircraft; give it a start (with a plan), or a track");
    table.only_with("plan", {"start"});
    table.only_with("limits", {"start"});
    table.only_with("anchor", {"start"});
    table.only_with("track_id", {"track"});
    table.only_with("columns", {"track"});
    FlightPlan plan = read_flight_plan(table);
    Track track = read_track(table, id, reading);
    if (table.has("track"))
        return track;
    return plan;
}

std::optional<Anchor> read_anchor(TomlReader& aircraft, const TimeSpan& span)
{
    auto table = aircraft.table("anchor");
    if (!table)
        return std::nullopt;
    table->need({"at"});
    table->at_most_one_of({"entry", "exit"});
    if (!table->has("entry") && !table->has("exit"))
        table->error("", "say which event the instant belongs to: entry = \"KEY\" or exit = \"KEY\"");
    const auto entry = table->text("entry");
    const auto exit = table->text("exit");
    const auto at = table->time("at");
    if (at && !span.empty() && !span.contains(*at))
        table->error("at", "this instant lies outside the scenario's start and end");
    table->finish();
    return Anchor{entry ? *entry : exit.value_or(""), entry.has_value(), at.value_or(Time{})};
}

}  // namespace

Aircraft read_aircraft(TomlReader& table, AircraftReading& reading)
{
    table.need({"id"});
    Aircraft aircraft;
    aircraft.id = table.text("id").value_or("");
    aircraft.account = table.text("account").value_or("");
    aircraft.title = table.text("title").value_or("");
    aircraft.state = table.text("state").value_or("");
    aircraft.permitted = table.texts("permitted");
    aircraft.same_as = table.text("same_as").value_or("");
    aircraft.type = read_type(table, reading);
    aircraft.motion = read_motion(table, aircraft.id, reading);
    aircraft.anchor = read_anchor(table, reading.span);
    aircraft.avoidance = read_avoidance(table);
    aircraft.accuracy = read_track_accuracy(table);
    aircraft.evidence = read_evidence(table);
    table.finish();
    return aircraft;
}

void add_input(std::vector<std::string>& inputs, const std::string& path)
{
    if (std::find(inputs.begin(), inputs.end(), path) == inputs.end())
        inputs.push_back(path);
}

}  // namespace incursion
