#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sim/base/time.h"
#include "sim/geo/ring.h"
#include "sim/model/accuracy.h"
#include "sim/model/aircraft_type.h"
#include "sim/model/claim.h"
#include "sim/model/evidence.h"
#include "sim/model/flight_plan.h"
#include "sim/model/height_reading.h"
#include "sim/model/radar.h"
#include "sim/model/rules.h"
#include "sim/model/step.h"
#include "sim/model/track.h"

namespace incursion {

/// Where the airspaces come from, and which field says what.
struct AirspaceSource {
    std::string path;       ///< as opened: relative paths are resolved against the scenario's folder
    std::string layer;      ///< the first where empty
    std::string where;      ///< an attribute filter in the SQL of OGR: only features that meet it; all where empty
    std::string key = "key";
    std::string owner;      ///< the key where empty
    std::string floor;      ///< surface where empty
    std::string ceiling;    ///< unlimited where empty
    std::string activation; ///< the field that tells when it is active (parse_activation); always where empty
    std::string format;     ///< the name of an AirspaceFormat, or `ogr`; recognised by content and name where empty
    EdgeReading edges = EdgeReading::straight;
};

/// Another drawing of the same borders, to be set beside the scenario's own.
struct BorderAlternative {
    std::string id;
    std::string title;
    AirspaceSource source;
    std::vector<std::pair<std::string, std::string>> names;  ///< our key, and the key of the same airspace there
    std::string date;     ///< of the data, as its publisher tells it
    std::string licence;
    Evidence evidence;
    std::string path;     ///< `border[0]`, for messages
};

/// One party's version of the incident.
struct Account {
    std::string id;
    std::string title;
    Evidence evidence;
};

/// An event whose instant is known: the flight's whole time line is moved so that it falls there.
struct Anchor {
    std::string airspace;  ///< the key of the airspace
    bool entry = true;     ///< its first entry; false: its first exit
    Time at{};
};

struct Aircraft {
    std::string id;
    std::string account;
    std::string title;
    std::string state;                   ///< whose it is
    std::vector<std::string> permitted;  ///< owners whose airspace it may use, beside its own state
    std::optional<AircraftType> type;
    std::variant<FlightPlan, Track> motion;
    std::optional<Anchor> anchor;        ///< of a flight plan
    std::string same_as;                 ///< the aircraft of another account that is this one in truth; may be empty
    std::optional<TrackAccuracy> accuracy;  ///< of its track; the scenario's where absent
    std::optional<AvoidanceTurn> avoidance; ///< how it would turn away; the scenario's where absent
    Evidence evidence;
    bool was_flown = false;  ///< its track is no recording but was flown from a plan beforehand
};

/// One radio transmission.
struct Call {
    std::string account;
    Time time{};
    std::string from;
    std::string to;       ///< id of an aircraft, or free words
    std::string channel;  ///< `guard`, `121.5 MHz`, ...
    std::string text;
    Evidence evidence;
    std::string language = "en";  ///< of the text: a BCP 47 tag in small letters, `en`, `tr`, `pt-br`
    std::string sound = {};       ///< a recording of it, as opened; empty where there is none
};

/// Something that happened, on the time line of one account: a hit, a crash, a launch. Never modelled.
struct Event {
    std::string account;
    Time time{};
    std::string title;
    std::optional<LonLat> place;
    std::optional<double> altitude_m;
    Evidence evidence;
    std::string aircraft = {};              ///< id of the aircraft that it happened to; may be empty
    std::string by = {};                    ///< who did it, as rules name them; may be empty
    std::optional<RuleAction> action = {};  ///< what was done
};

/// Where a radar scope stands and how far it looks. What is absent is for the view to choose.
struct ScopeView {
    std::optional<LonLat> centre;
    std::optional<double> range_m;  ///< positive
    std::string radar = {};         ///< id of the radar whose picture it shows; the scenario's first where empty
};

enum class PlaceKind { town, airfield, mark };

/// A named place on the ground, for orientation.
struct Place {
    std::string name;
    LonLat position;
    PlaceKind kind = PlaceKind::town;
    Evidence evidence;
};

/// An incident: what happened according to whom, ready to be flown and analysed.
/// Invariant (held by the reader): ids are unique, every reference names something that exists.
struct Scenario {
    std::string path;  ///< file it was read from
    std::string title;
    std::string description;
    TimeSpan span;
    std::uint64_t seed = 0;
    AirspaceSource airspace;
    LegReading legs = LegReading::geodesic;
    HeightReading heights;               ///< its terrain is read once it is known where it is needed
    std::optional<Duration> max_gap;     ///< a longer leg of a track file is a gap; plans have none
    Duration record_interval{std::chrono::milliseconds{100}};  ///< between the fixes of a flown track
    Wind wind;
    std::vector<Account> accounts;
    std::vector<Aircraft> aircraft;
    std::vector<Call> calls;
    std::vector<Event> events;
    std::vector<Claim> claims;
    std::vector<Radar> radars;
    std::vector<BorderAlternative> borders;
    std::optional<Accuracy> accuracy;    ///< none: the scenario says nothing of it
    std::optional<WarningRules> rules;
    AvoidanceTurn avoidance;
    std::optional<ScopeView> scope;
    std::vector<Place> places;
    std::vector<Step> steps;             ///< of a guided tour, in the order of the file
    std::vector<std::string> inputs;     ///< every file read for it, in order, beside itself
};

}  // namespace incursion
