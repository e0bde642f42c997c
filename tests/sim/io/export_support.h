#pragma once

#include <catch2/catch.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/incident/incident.h"
#include "sim/io/export_incident.h"
#include "sim/io/read_airspaces.h"
#include "sim/io/read_scenario.h"
#include "tests/sim/io/read_support.h"

namespace incursion::test {

/// Along a parallel at 0.1 degrees in 50 s, through a square whose sides stand one degree apart: in after 225 s, out
/// after 725 s, both on the way east. The flight begins 0.45 degrees west of the square and ends 0.55 degrees east of
/// it.
struct SquareFlight {
    double west_deg = 10;            ///< the square's western side
    std::string altitude = "alt_m";  ///< name of the column, which tells the datum; none where empty
    bool with_gap = false;           ///< nobody saw the aircraft from 800 s to 900 s
    std::string limits = {};         ///< properties of the square: `, "floor": "0 m"`
    std::string more = {};           ///< of the scenario
};

inline constexpr double square_in_s = 225;
inline constexpr double square_out_s = 725;

inline std::string square_geojson(const SquareFlight& flight)
{
    const double west = flight.west_deg, east = flight.west_deg + 1;
    return fmt::format(R"({{"type": "FeatureCollection", "features": [{{"type": "Feature", "properties":
{{"key": "AAA"{}}}, "geometry": {{"type": "Polygon", "coordinates":
[[[{},-0.5],[{},-0.5],[{},0.5],[{},0.5],[{},-0.5]]]}}}}]}})",
                       flight.limits, west, east, east, west, west);
}

inline std::string square_track(const SquareFlight& flight)
{
    std::string rows = "time,lon,lat" + (flight.altitude.empty() ? "" : "," + flight.altitude) + "\n";
    for (int i = 0; i <= 20; ++i) {
        if (flight.with_gap && i == 17)
            continue;
        rows += fmt::format("2020-01-01T00:{:02}:{:02}Z,{:.6f},0{}\n", i * 50 / 60, i * 50 % 60,
                            wrapped_lon(flight.west_deg - 0.45 + 0.1 * i), flight.altitude.empty() ? "" : ",3000");
    }
    return rows;
}

inline std::string square_scenario(const SquareFlight& flight)
{
    const double west = flight.west_deg;
    return fmt::format(R"(title = "Through a <square> & out"
description = "One side says so, the other not."
start = 2020-01-01T00:00:00Z
end = 2020-01-01T00:16:40Z
{}
[airspace]
source = "square.geojson"
{}
[[account]]
id = "radar"
title = "The radar's account"
source = "https://example.org/radar?a=1&b=2"
confidence = "B"
[[account]]
id = "pilot"
title = "The pilot's account"
[[aircraft]]
id = "A1"
account = "radar"
title = "Recorded, all of it"
state = "BBB"
track = "track.csv"
[[aircraft]]
id = "P1"
account = "pilot"
state = "BBB"
start = {{ position = [{}, 0.25], altitude = "2000 m", heading = "90 deg", speed = "200 m/s" }}
plan = [ {{ hold = "600 s" }} ]
note = "reconstructed: all of it"
[[call]]
account = "radar"
time = 2020-01-01T00:03:20Z
from = "Tower"
to = "A1"
text = "Turn back, A1 | now, <50 km> & \"fast\"."
[[call]]
account = "radar"
time = 2020-01-01T00:04:00Z
from = "Tower"
to = "everybody"
text = "Anybody?"
[[event]]
account = "pilot"
time = 2020-01-01T00:05:00Z
title = "Seen from the ground"
position = [{}, 0.125]
altitude = "500 m"
[[event]]
account = "radar"
time = 2020-01-01T00:05:25Z
title = "Turns, slightly"
aircraft = "A1"
[[event]]
account = "radar"
time = 2020-01-01T00:06:00Z
title = "Nowhere in particular"
[[claim]]
account = "radar"
aircraft = "A1"
airspace = "AAA"
dwell = "500 s"
[[place]]
name = "Aerodrome"
position = [{}, 0.5]
kind = "airfield"
{})",
                       flight.with_gap ? "max_gap = \"60 s\"" : "",
                       flight.limits.empty() ? "" : "floor = \"floor\"\nceiling = \"ceiling\"", wrapped_lon(west + 0.1),
                       wrapped_lon(west + 0.5), wrapped_lon(west - 0.5), flight.more);
}

/// A scenario in a folder of its own, flown, analysed and walked through.
struct Exported {
    explicit Exported(const SquareFlight& flight = {}, const ExportChoice& choice = {})
    {
        folder.write("square.geojson", square_geojson(flight));
        folder.write("track.csv", square_track(flight));
        read(folder.write("scenario.toml", square_scenario(flight)), choice);
    }
    explicit Exported(const std::string& path, const ExportChoice& choice = {}) { read(path, choice); }

    const ExportedTrack& track(const std::string& id) const
    {
        const auto found = std::find_if(incident.tracks.begin(), incident.tracks.end(),
                                        [&](const ExportedTrack& track) { return track.id == id; });
        REQUIRE(found != incident.tracks.end());
        return *found;
    }

    TemporaryFolder folder;
    std::optional<Scenario> scenario;
    std::optional<Airspaces> airspaces;
    std::optional<Incident> flown;
    ExportedIncident incident;
    Diagnostics diagnostics;  ///< of reading and walking through

private:
    void read(const std::string& path, const ExportChoice& choice)
    {
        scenario = read_scenario(path, diagnostics);
        CAPTURE(told(diagnostics));
        REQUIRE(scenario);
        airspaces = read_airspaces(scenario->airspace, diagnostics);
        REQUIRE(airspaces);
        flown = run_incident(*scenario, *airspaces, diagnostics);
        CAPTURE(told(diagnostics));
        REQUIRE(flown);
        auto exported = exported_incident(*scenario, *airspaces, *flown, choice, diagnostics);
        REQUIRE(exported);
        incident = std::move(*exported);
    }
};

inline Time square_time(double s)
{
    return Time{std::chrono::sys_days{std::chrono::year{2020} / 1 / 1}} + seconds(s);
}

}  // namespace incursion::test
