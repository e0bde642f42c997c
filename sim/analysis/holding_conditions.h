#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "sim/analysis/leg_parts.h"
#include "sim/analysis/vertical_range.h"
#include "sim/border/leg_path.h"
#include "sim/model/airspace.h"
#include "sim/model/height_reading.h"
#include "sim/model/track.h"

namespace incursion {

/// A stretch of a leg: its fractions, and their instants.
struct LegStretch {
    double u0 = 0, u1 = 1;
    Time from{}, to{};
};

/// A part of a stretch that an airspace holds, as fractions of the leg and instants. What begins or ends it is nothing
/// to look at where it does so with the stretch.
struct HeldPart {
    double from = 0, to = 0;
    Time in{}, out{};
    CrossedBy in_by = CrossedBy::floor, out_by = CrossedBy::floor;
    double in_error_s = 0, out_error_s = 0;
};

struct PlaceInAir {
    LonLat place;
    std::optional<double> altitude_m;
    Time time{};
};

/// Where a track was in an airspace with a limit above ground over ground that is not known, and that was taken as at
/// mean sea level.
struct UnknownGround {
    AirspaceId airspace;
    Time time{};
    LonLat place;
};

/// True if the limits and hours of an airspace hold a place within its rings. An altitude that is not known is within
/// limits. `range` is that of the airspace for tracks of `datum`; altitudes count from its zero.
bool is_held_at(const Airspace& airspace, const VerticalRange& range, const HeightReading& heights,
                AltitudeDatum datum, const PlaceInAir& at);

/// What must hold beside the sides for an airspace to hold a track: its floor, its ceiling, its hours. Keeps a reference
/// to the airspaces.
class HoldingConditions {
public:
    HoldingConditions(const Airspaces& airspaces, HeightReading heights);

    /// From now on for this track, which must live as long.
    void begin(const Track& track);
    /// True where sides alone do not decide.
    bool has_any(AirspaceId airspace) const;
    /// The parts of a stretch below which the airspace lies, ascending and apart.
    void find_parts(AirspaceId airspace, const LegPath& path, std::size_t leg, const LegStretch& stretch,
                    std::vector<HeldPart>& parts);
    /// What the airspace began or ceased to hold the track by at the very instant at which a stretch begins.
    CrossedBy nearest(AirspaceId airspace, const LegPath& path, std::size_t leg, double u, Time t);
    /// The first that was met; that of the airspace only where find_parts was asked for it.
    const std::optional<UnknownGround>& unknown_ground() const { return unknown_ground_; }

private:
    LegHeights heights_of(const LegPath& path, std::size_t leg) const;
    double height_m(std::size_t fix) const;
    const std::vector<TimeSpan>& active_spans(AirspaceId airspace);
    void add_active_parts(AirspaceId airspace, const LegPath& path, const HeldPart& whole,
                          std::vector<HeldPart>& parts);

    const Airspaces& airspaces_;
    HeightReading heights_;
    /// By the datum of tracks; empty until one has it.
    std::array<std::vector<VerticalRange>, 3> ranges_of_;
    const std::vector<VerticalRange>* ranges_ = nullptr;
    const Track* track_ = nullptr;
    std::span<const Fix> fixes_;
    std::map<AirspaceId, std::vector<TimeSpan>> active_;  ///< of this track
    std::optional<UnknownGround> unknown_ground_;
    std::vector<LegPart> leg_parts_;
};

}  // namespace incursion
