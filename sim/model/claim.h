#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/time.h"
#include "sim/geo/lon_lat.h"
#include "sim/model/evidence.h"

namespace incursion {

enum class ClaimBound { about, at_least, at_most };

/// One way to read a stated figure: `1.36 mi` as statute or as nautical miles are two.
struct ClaimReading {
    double value = 0;      ///< SI
    double half_step = 0;  ///< half of what the figure was rounded to: the last digit written that counts
    std::string text;      ///< as written
};

/// A figure as somebody stated it. It holds for a number within [value - half_step, value + half_step] (`about`),
/// not below value - half_step (`at_least`), not above value + half_step (`at_most`).
struct ClaimedFigure {
    std::vector<ClaimReading> readings;  ///< at least one; which one was meant is not known
    ClaimBound bound = ClaimBound::about;

    double low(std::size_t reading) const;   ///< -infinity for at_most
    double high(std::size_t reading) const;  ///< infinity for at_least
    bool holds(double number, std::size_t reading) const;
};

/// A checkable statement: what one account says about one of its aircraft and one airspace. Where several figures of
/// a claim have more than one reading they have equally many, and go together: all the first or all the second.
struct Claim {
    std::string account;
    std::string aircraft;                       ///< may be empty for statements about calls
    std::string airspace;                       ///< key
    std::optional<ClaimedFigure> dwell;         ///< s
    std::optional<ClaimedFigure> depth;         ///< greatest depth inside, m
    std::optional<ClaimedFigure> length;        ///< path inside, m
    std::optional<ClaimedFigure> min_distance;  ///< never nearer to the airspace than this, m
    std::optional<ClaimedFigure> altitude;      ///< m above mean sea level
    std::optional<ClaimedFigure> speed;         ///< over the ground, m/s
    std::optional<ClaimedFigure> calls;         ///< how many
    std::optional<ClaimedFigure> calls_span;    ///< within which time, s
    std::optional<LonLat> depth_from;  ///< depth was told as the distance from here, the nearest the aircraft came
    std::optional<Time> entry_time;    ///< of the first entry
    double entry_time_half_step_s = 0;
    std::optional<LonLat> position;     ///< where the aircraft was
    std::optional<Time> position_time;  ///< at that time; none: at some time
    double position_half_step_m = 0;    ///< how far off a position still counts as this one
    Evidence evidence;
    std::string path;  ///< `claim[2]`, for messages

    /// Of the figures that have several; 1 where none has.
    std::size_t reading_count() const;
};

}  // namespace incursion
