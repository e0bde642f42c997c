#pragma once

#include <optional>
#include <vector>

#include "sim/analysis/extreme_distance.h"
#include "sim/analysis/track_path.h"
#include "sim/incident/incident.h"

namespace incursion {

/// One track that a claim is set against, and what it gives for the claim's figures. Refers to what it was made from.
class ClaimSubject {
public:
    /// REQUIRES: `aircraft` is a place in the scenario's list, and the tracks of `incident` are analysed.
    ClaimSubject(const Claim& claim, const Scenario& scenario, const Incident& incident, std::size_t aircraft);

    const Aircraft& aircraft() const { return *aircraft_; }
    bool has_visits() const { return !visits_.empty(); }

    // Over all visits to the claim's airspace together; 0 without any.
    double dwell_s() const;
    double max_depth_m() const;
    double path_inside_m() const;

    /// None of an airspace that is not foreign to the aircraft.
    std::optional<double> min_distance_m() const;
    /// At the entry, or where the aircraft came nearest.
    std::optional<double> altitude_m() const;
    /// Mean over the visits; without any, at the nearest point.
    std::optional<double> ground_speed_mps() const;
    /// Of the first visit; none where the aircraft was never inside, or already when its observation began.
    std::optional<Time> entry_time() const;
    /// The least distance from a place over all observed parts of the track.
    std::optional<DistanceAt> nearest_to(LonLat place) const;
    /// The distance from a place at an instant; none where the track is not observed.
    std::optional<DistanceAt> distance_at(Time time, LonLat place) const;

private:
    std::optional<Time> moment() const;

    const Claim* claim_;
    const Aircraft* aircraft_;
    const TrackReport* report_;
    std::optional<TrackPath> path_;  ///< none of a track that goes nowhere
    std::vector<TimeSpan> observed_;
    std::vector<const Visit*> visits_;  ///< to the airspace of the claim
};

}  // namespace incursion
