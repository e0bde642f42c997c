#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/evidence/trial_crossing.h"
#include "sim/model/aircraft_type.h"
#include "sim/model/claim.h"

namespace incursion {

/// Both ends included; infinity where there is no bound.
struct NumberRange {
    double low = 0, high = 0;
};

/// What about a crossing a claim states.
enum class CrossingFigure { dwell, depth, point_distance, length, speed, limits };

/// `dwell`, `depth`, `depth_from`, `length`, `speed`, `limits`.
std::string name_of(CrossingFigure figure);

/// One figure of an account's claims, in one reading; or the limits of the aircraft type.
struct StatedFigure {
    CrossingFigure what{};
    std::string text;         ///< as written: `1.36 mi`; the type's name for limits
    double value = 0;         ///< SI; unused for limits, as is `range`
    NumberRange range;        ///< what it allows, rounding included
    std::vector<std::size_t> claims;  ///< which claims state it, by place in the list given
};

/// The figures of several claims in a reading; the same figure stated twice is one. A figure with fewer readings
/// counts with its last. A depth told from a point (Claim::depth_from) is a `point_distance`.
/// REQUIRES: at most one point among the claims.
std::vector<StatedFigure> stated_figures(const std::vector<Claim>& claims, std::size_t reading);

/// How near crossings that make the rest of a contradiction true come to one of its figures.
struct NearMiss {
    std::size_t figure = 0;              ///< place in the figures
    std::optional<double> below, above;  ///< greatest number below what the figure allows, least above; SI
};

/// Figures of which no crossing makes all true, though it does when any one of them is left out.
struct Contradiction {
    std::vector<std::size_t> figures;
    std::vector<NearMiss> misses;  ///< for each of its figures, limits excepted
};

/// What is common to crossings: their least and greatest.
struct CrossingRanges {
    NumberRange length_m, depth_m, speed_mps, dwell_s;
    NumberRange entry_lat_deg, entry_lon_deg;
};

struct CrossingSearch {
    std::vector<StatedFigure> figures;
    std::vector<std::size_t> alone;           ///< for each figure: of how many crossings it is true by itself
    std::vector<std::size_t> feasible;        ///< places of the crossings that make all figures true
    std::size_t feasible_turning = 0;         ///< those of them that turn
    std::optional<CrossingRanges> ranges;     ///< of the feasible ones; speed and dwell within the figures
    std::vector<Contradiction> contradictions;  ///< small ones first
};

inline constexpr std::size_t greatest_figure_count = 12;  ///< every subset of them is looked at

/// Which crossings make all figures true at once, in still air, and if none does, which figures exclude each other.
/// A crossing that is found is a proof. That none is found means none on the paths that were tried: one may lie between
/// two of them, so refine the grid where a figure is narrower than its step.
/// REQUIRES: at most `greatest_figure_count` figures, none of `point_distance` unless the grid had a point.
CrossingSearch search_crossings(const std::vector<TrialCrossing>& crossings, const std::vector<StatedFigure>& figures);

/// The speeds with which a crossing makes all figures true; none where there are none.
std::optional<NumberRange> speeds_of(const TrialCrossing& crossing, const std::vector<StatedFigure>& figures);

}  // namespace incursion
