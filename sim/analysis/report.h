#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/base/time.h"
#include "sim/geo/lon_lat.h"
#include "sim/geo/ring.h"
#include "sim/geo/vertical.h"
#include "sim/analysis/border_comparison.h"
#include "sim/analysis/radar_report.h"
#include "sim/analysis/uncertainty_report.h"
#include "sim/analysis/warning_report.h"
#include "sim/model/limit_reached.h"
#include "sim/model/scenario.h"
#include "sim/model/track.h"

namespace incursion {

/// Through what a track came in or went out. `start` and `end` are those of the observation: the track or
/// the observed part of it began (or ended) inside. `activation`: the airspace became active around the track, or
/// ceased to be.
enum class CrossedBy { side, floor, ceiling, start, end, activation };

std::string_view name_of(CrossedBy by);

/// One end of a visit.
struct VisitEnd {
    Time time{};
    LonLat place;
    std::optional<double> altitude_m;
    CrossedBy by = CrossedBy::side;
    double error_s = 0;  ///< half the width of a bracket that contains the true instant
};

/// From an entry to the next exit, half-open.
struct Visit {
    std::string airspace;  ///< key
    std::string owner;
    bool foreign = false;
    VisitEnd entry, exit;
    double path_m = 0;                    ///< flown inside, over the ground
    double max_depth_m = 0;
    Time max_depth_time{};

    Duration duration() const { return exit.time - entry.time; }
};

/// The least distance between a track and an airspace; 0 where it was inside.
struct ClosestApproach {
    std::string airspace;
    Time time{};
    double distance_m = 0;
};

struct TrackReport {
    std::string track;
    std::string account;
    std::string title;
    std::string type;   ///< id of the aircraft type; may be empty
    std::string state;
    AltitudeDatum datum = AltitudeDatum::msl;
    bool flown = false;  ///< from a plan, not from a file
    std::size_t fixes = 0;
    TimeSpan span;
    Duration observed{};  ///< duration less gaps
    Duration gap{};
    double path_m = 0;    ///< observed
    std::vector<std::pair<std::string, Duration>> dwell;  ///< by key, in ascending order; "" is outside all
    Duration foreign{};   ///< in any foreign airspace; an instant in two of them counts once
    std::vector<ClosestApproach> closest_approach;        ///< to each foreign key, in ascending order (see ClosestTo)
    std::vector<Visit> visits;                            ///< by entry time, then key
    std::vector<LimitReached> limits;                     ///< of a flown track
    Evidence evidence;                                    ///< what the scenario says the aircraft's motion rests on
};

struct CallReport {
    Call call;
    std::string airspace;                       ///< the foreign airspace whose border is meant; may be empty
    std::optional<double> distance_to_border_m; ///< negative while the aircraft is inside
    std::optional<double> time_to_border_s;     ///< until the aircraft would enter, its velocity held; none if never
};

struct CallsReport {
    Duration span{};                   ///< first to last
    std::vector<double> intervals_s;
    std::optional<double> mean_interval_s;
    std::size_t before_first_entry = 0;  ///< before the first foreign entry of the aircraft called
    std::vector<CallReport> list;        ///< in order of time
};

/// One figure of a claim, set against what a track gives: the account's own, or another account's of the same machine.
/// `entry_time` counts in seconds from the start of the report's span; `depth_from` (a depth told as the distance from
/// a place) and `position` (whose `claimed` is 0) are distances between `place` and the track.
struct ClaimFigure {
    std::string what;              ///< `dwell`, `depth`, `depth_from`, `length`, `min_distance`, `altitude`, `speed`,
                                   ///< `entry_time`, `position`, `calls`, `calls_span`
    std::string unit;              ///< of both numbers: `s`, `m`, `m/s`, or empty for counts
    double claimed = 0;
    std::optional<double> found;   ///< none where the track has nothing to compare
    std::string reading = {};      ///< the claimed figure as written: `1.36 mi`; several readings are several figures
    double half_step = 0;          ///< of `claimed`: half of what it was rounded to
    bool holds = false;            ///< `found` lies within the claim's bound and rounding; false without `found`
    std::string track = {};        ///< the aircraft in whose track it was found; empty for calls
    std::optional<LonLat> place = {};      ///< of `depth_from` and `position`: the place that the claim names
    std::optional<Time> claimed_time = {}; ///< of `entry_time`, and of a `position` that has one
    std::optional<Time> found_time = {};   ///< of `entry_time`; of distances from a place, when the track was so near
};

/// What a claim asks of the aircraft: so many metres in so many seconds.
struct SpeedArithmetic {
    std::string basis;             ///< `claimed length in claimed dwell`, `flown path in claimed dwell`
    double path_m = 0;
    double dwell_s = 0;
    double speed_mps = 0;          ///< over the ground
    double altitude_m = 0;         ///< at which the type's limits are taken
    std::optional<double> least_speed_mps;     ///< of the type there, true airspeed (1-g stall)
    std::optional<double> greatest_speed_mps;  ///< likewise
};

struct ClaimReport {
    Claim claim;
    std::vector<ClaimFigure> figures;  ///< in its aircraft's track, then of calls, then in other accounts' tracks
    std::vector<SpeedArithmetic> arithmetic;
};

/// Everything that a run found out: what tools print, the scope draws and tests compare.
struct Report {
    std::string title;
    std::string description;  ///< of the scenario; may be empty
    std::string path;
    std::uint64_t seed = 0;
    TimeSpan span;
    EdgeReading edges = EdgeReading::straight;
    LegReading legs = LegReading::geodesic;
    bool has_limits = false;              ///< an airspace has a floor or a ceiling
    std::optional<double> qnh_hpa;        ///< between heights above the sea and flight levels; 1013.25 where absent
    std::string terrain;                  ///< of limits above ground, as opened; may be empty
    std::vector<Account> accounts;
    std::vector<TrackReport> tracks;  ///< in the order of the scenario
    CallsReport calls;
    std::vector<Event> events;
    std::vector<ClaimReport> claims;
    std::vector<std::string> inputs;  ///< every file read, as opened; the writer adds checksums
    std::vector<RadarReport> radars;         ///< in the order of the scenario
    std::vector<Uncertainty> uncertainties;  ///< by track, then key
    std::vector<ReachReport> reaches;        ///< of recorded tracks and of plots
    std::optional<BorderComparison> borders; ///< none where the scenario names no other
    WarningReport warnings;
};

}  // namespace incursion
