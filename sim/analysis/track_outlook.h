#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/track_path.h"
#include "sim/analysis/track_report.h"

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
    std::string airspace;   ///< key
    bool inside = false;
    double distance_m = 0;  ///< to the nearest border point of that airspace; negative while inside
    LonLat nearest;         ///< that point
};

/// What can be told of one aircraft at any instant of its track. Keeps references; threads may share it.
class TrackOutlook {
public:
    TrackOutlook(const Track& track, const Belonging& belonging, const AnalysisGround& ground);

    const Track& track() const { return track_; }
    /// Null for a track of fewer than two fixes.
    const TrackPath* path() const { return path_ ? &*path_ : nullptr; }
    /// Within an observed part of the track, both ends included.
    bool flies_at(Time t) const;
    /// None where it does not fly.
    std::optional<Motion> motion_at(Time t) const;
    std::optional<ForeignBorder> border_at(Time t) const;
    /// Until it would meet that border (inside: leave it), its velocity held; looked for over the next hour.
    std::optional<double> time_to_border_s(Time t) const;

private:
    const Track& track_;
    Belonging belonging_;
    const AnalysisGround& ground_;
    std::optional<TrackPath> path_;
    std::vector<TimeSpan> observed_;
    AirspaceSet foreign_;
};

/// Time spent in foreign airspace up to an instant: visits in two at once count once.
Duration foreign_dwell_until(const TrackReport& report, Time t);

}  // namespace incursion
