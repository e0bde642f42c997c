#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/report.h"
#include "sim/base/diagnostics.h"
#include "sim/base/time.h"
#include "sim/geo/lon_lat.h"
#include "sim/geo/vertical.h"
#include "sim/incident/incident.h"
#include "sim/io/export_airspaces.h"
#include "sim/io/export_facts.h"
#include "sim/io/input_sums.h"
#include "sim/io/table.h"
#include "sim/model/airspace.h"
#include "sim/model/scenario.h"

namespace incursion {

// An incident as other programs are handed it: one walk through scenario and report, and what every format shares.
// Longitudes of tracks and things are as they are stored; writers bring them into [-180, 180].

struct ExportedAccount {
    std::string id;    ///< empty for what belongs to no account
    std::string name;  ///< its title, else its id
    ExportFacts facts;
};

struct ExportedVisit {
    Visit visit;
    std::vector<PathPoint> path;  ///< entry, the fixes inside, exit
};

struct ExportedTrack {
    std::string id;
    std::string name;  ///< `LIMA-2 (reconstructed)`, or the id alone of a recording
    std::string title;
    std::string type;        ///< id of the aircraft type; may be empty
    std::string type_title;  ///< likewise
    std::string state;
    std::size_t account = 0;     ///< place in accounts
    bool reconstructed = false;  ///< flown from a plan; else a recording
    AltitudeDatum datum = AltitudeDatum::msl;
    TimeSpan span;                              ///< from the first fix to the last
    std::vector<std::vector<PathPoint>> parts;  ///< ascending, not empty; a gap that nobody observed between two
    Duration observed{};
    Duration gap{};
    double path_m = 0;
    std::vector<ExportedVisit> visits;
    ExportFacts facts;
};

/// One end of a visit. Those at which a track begins or ends inside are there where the airspace is foreign.
struct ExportedCrossing {
    std::size_t track = 0;  ///< place in tracks
    std::string airspace;
    bool foreign = false;
    bool entry = true;  ///< else an exit
    VisitEnd end;
    std::string name;  ///< `LIMA-2 enters AAA`
    ExportFacts facts;
};

struct ExportedCall {
    std::size_t account = 0;
    TimeSpan span;                     ///< it lasts about as long as its words take to be said
    std::optional<std::size_t> track;  ///< of the aircraft called, where it is one that flew then
    std::optional<PathPoint> at;       ///< where that was
    std::string name;                  ///< `Tower to LIMA-2`
    CallReport report;
    ExportFacts facts;
};

struct ExportedEvent {
    std::size_t account = 0;
    std::optional<std::size_t> track;  ///< of the aircraft that it happened to
    std::optional<PathPoint> at;       ///< as told; else where that aircraft was then, if it flew
    bool place_told = false;
    Event event;
    ExportFacts facts;
};

/// What one radar saw of one aircraft.
struct ExportedPlots {
    std::string name;  ///< `RADAR/AIRCRAFT`
    std::string radar;
    std::size_t track = 0;
    AltitudeDatum datum = AltitudeDatum::msl;
    double scan_period_s = 0;
    std::vector<Fix> fixes;
    ExportFacts facts;
};

/// A radar, or a place for orientation.
struct ExportedPlace {
    std::string name;
    std::string kind;  ///< `town`, `airfield`, `mark`, `radar`
    LonLat position;
    ExportFacts facts;
};

struct ExportedClaim {
    std::size_t account = 0;
    std::string name;  ///< `LIMA-2, AAA`
    ExportFacts facts;
};

struct ExportedIncident {
    std::string title;
    std::string description;
    TimeSpan span;      ///< of the scenario
    double pressure_over_msl_m = 0;  ///< by how much pressure altitudes are greater than heights above mean sea level
    ExportFacts facts;  ///< what made it, readings, inputs
    std::vector<ExportedAccount> accounts;
    std::vector<ExportedTrack> tracks;
    std::vector<ExportedCrossing> crossings;  ///< by time, then track, exits first
    std::vector<ExportedCall> calls;          ///< by time
    std::vector<ExportedEvent> events;        ///< by time
    std::vector<ExportedClaim> claims;
    std::vector<ExportedPlots> plots;
    std::vector<ExportedPlace> places;
    std::optional<ExportBox> box;  ///< about tracks and events; none where there are none
    std::vector<ExportedAirspace> airspaces;
    std::vector<InputSum> inputs;
};

/// From the first thing to the last: the scenario's span, longer where a track, call or event lies outside.
TimeSpan span_of_things(const ExportedIncident& incident);

/// What of an incident is wanted: of these accounts (ids; all where empty), and what belongs to none.
struct ExportChoice {
    std::vector<std::string> accounts;
};

/// Warnings tell inputs that cannot be read for their checksums. An account that the scenario does not have is an error
/// at `accounts`; nothing is returned then. REQUIRES: the incident is of that scenario over these airspaces.
std::optional<ExportedIncident> exported_incident(const Scenario& scenario, const Airspaces& airspaces,
                                                  const Incident& incident, const ExportChoice& choice,
                                                  Diagnostics& diagnostics);

}  // namespace incursion
