#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/evidence/crossing_search.h"
#include "sim/incident/incident.h"

namespace incursion {

/// Where and how finely crossings are sought. What is absent is chosen by what the claims state.
struct StudyOptions {
    std::optional<LonLat> centre;      ///< else where the account's own track first enters, or comes nearest
    std::optional<double> radius_m;    ///< else four times the greatest claimed length or depth, at
                                       ///< least twice the longest path inside of the track, 10 to 400 km
    std::optional<double> step_m;      ///< else what the narrowest of these figures allows, radius/1000 to radius/100
    std::size_t directions = 36;       ///< of a half turn
    std::optional<LonLat> depth_from;  ///< read every claimed depth as the distance from here
    bool turns = true;                 ///< circles of 1/4, 1/2, 1 and 2 search radii as well
};

/// A claimed dwell set against the path that another figure asks for.
struct NeededSpeed {
    std::size_t dwell = 0, figure = 0;  ///< places in CrossingSearch::figures
    double path_m = 0;                  ///< the claimed length, or the shortest crossing that makes the figure true
    bool at_least = false;              ///< the path may be longer than that
    double speed_mps = 0;               ///< path over dwell, both as stated
    NumberRange range_mps;              ///< within rounding; up to infinity where the path may be longer
    std::optional<double> stall_mass_kg;  ///< heavier, the type stalls at speed_mps in straight flight
};

/// What a figure that says nothing of time, or all such figures, leave of the length inside: at any speed V the dwell
/// is within length_m / V, and any dwell T needs a speed within length_m / T.
struct TradeOff {
    std::vector<std::size_t> figures;  ///< places in CrossingSearch::figures
    NumberRange length_m;              ///< of the crossings that make them true; a claimed length as claimed
};

/// The claims in one reading of their units.
struct ReadingStudy {
    CrossingSearch search;
    std::vector<NeededSpeed> needed;
    std::vector<TradeOff> trade_offs;
};

/// Which flights would make all claims of one account about one aircraft and one airspace true at once.
struct ClaimStudy {
    std::string account, aircraft, airspace;
    std::string type;                     ///< of the aircraft; empty where none is stated
    std::vector<std::size_t> claims;      ///< places in Scenario::claims; StatedFigure::claims are places in this list
    std::string not_searched;             ///< why there is nothing below; empty where there is
    std::optional<double> altitude_m;     ///< at which the type's limits are taken: claimed, else of the track
    bool altitude_is_claimed = false;
    std::optional<double> mass_kg;        ///< of the type, for its stall
    SpeedRange speeds;                    ///< in straight flight at that altitude
    CrossingGrid grid;
    TrialCrossings crossings;
    std::vector<ReadingStudy> readings;   ///< as many as the claims have
};

/// One study for each account, aircraft and airspace of which a dwell, depth, length or speed is claimed, in the order
/// of the claims. Pure. REQUIRES: `incident` is what run_incident gave for `scenario` on `ground`.
std::vector<ClaimStudy> study_claims(const Scenario& scenario, const Incident& incident, const AnalysisGround& ground,
                                     const StudyOptions& options);

}  // namespace incursion
