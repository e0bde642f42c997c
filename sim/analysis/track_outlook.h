#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/report.h"
#include "sim/analysis/track_path.h"
#include "sim/analysis/track_report.h"
#include "sim/analysis/holding_conditions.h"
#include "sim/base/angle.h"

namespace incursion {

/// How an aircraft moves at an instant.
struct Motion {
    LonLat place;                      ///< longitude in [-180, 180)
    std::optional<double> altitude_m;  ///< from the track's datum
    Angle track;                       ///< true, over the ground
    double speed_mps = 0;              ///< over the ground
    std::optional<double> climb_mps;
};

/// The foreign airspace that holds a place, or whose border is nearest to it.
struct ForeignBorder {
    std::string airspace;  ///< key
    bool inside = false;
    double distance_m = 0;  ///< to the nearest border point of that airspace; negative while inside
    LonLat nearest;         ///< that point; longitude in [-180, 180)
};

/// What can be told of one aircraft at any instant of its track. Keeps references to the track and to what the
/// ground refers to; threads may share it. Which airspaces are foreign is worked out once, at the beginning.
/// REQUIRES: limits_problem(track, ground.airspaces) finds none.
class TrackOutlook {
public:
    TrackOutlook(const Track& track, const Belonging& belonging, const AnalysisGround& ground);

    const Track& track() const { return track_; }
    /// Null for a track of fewer than two fixes.
    const TrackPath* path() const { return path_ ? &*path_ : nullptr; }

    /// Within an observed part of the track (CrossingOptions::max_gap), both ends included.
    bool flies_at(Time t) const;
    /// Of the leg that begins or flies at t; none where the aircraft does not fly.
    std::optional<Motion> motion_at(Time t) const;
    /// Horizontal, as depths are; inside is where floor and ceiling hold the altitude too, and of several
    /// airspaces that hold the aircraft the first in the order of Airspaces counts. None where the aircraft does
    /// not fly or where nothing foreign has a border.
    std::optional<ForeignBorder> border_at(Time t) const;
    /// Seconds until the aircraft would come into (inside: out of) the airspace of border_at by side, floor or
    /// ceiling if it kept its track, ground speed and rate of climb; looked for over the next hour. None where it
    /// would not, or where there is no such border.
    std::optional<double> time_to_border_s(Time t) const;

private:
    bool holds(AirspaceId airspace, const PlaceInAir& at) const;

    const Track& track_;
    AnalysisGround ground_;
    std::vector<TimeSpan> observed_;
    std::optional<TrackPath> path_;
    AirspaceSet foreign_;
    std::vector<VerticalRange> ranges_;     ///< of foreign_, one by one
    const BorderDistance& foreign_border_;  ///< of all foreign airspaces taken together
};

/// Time spent in foreign airspace up to an instant: visits in two at once count once.
Duration foreign_dwell_until(const TrackReport& report, Time t);

}  // namespace incursion
