#pragma once

#include "sim/border/border_index.h"
#include "sim/model/track.h"

namespace incursion {

/// A box of longitude and latitude that no border edge meets (BorderIndex::free_box_at): a leg that stays within it
/// enters and leaves nothing. Asked for every fix of every track, so most of it is inline.
class ClearBox {
public:
    /// Holds no place.
    ClearBox() = default;
    ClearBox(const LonLatBox& box, LegReading legs);

    /// True for a place so far within the box that the leg between two such places stays within it. The longitude
    /// must be that of the box too, not a turn away from it.
    bool holds(LonLat place) const
    {
        // Not && : four comparisons at once are cheaper than four branches.
        return static_cast<bool>(static_cast<int>(place.lon_deg >= box_.west) &
                                 static_cast<int>(place.lon_deg <= box_.east) &
                                 static_cast<int>(place.lat_deg >= south_) & static_cast<int>(place.lat_deg <= north_));
    }

    /// True if a leg from a place that this box holds to one that `next` holds surely stays within the two: they
    /// touch or overlap, and where one ends the leg is within the other.
    bool leads_into(const ClearBox& next, LonLat from, LonLat to) const;

private:
    LonLatBox box_{1, 1, -1, -1};
    double south_ = 1, north_ = -1;  ///< without the room that a leg may bulge into
};

}  // namespace incursion
