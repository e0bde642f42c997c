#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/time.h"
#include "sim/model/accuracy.h"

namespace incursion {

/// A probability estimated from replicas, with its 95 % confidence interval (Wilson, 1927).
struct Probability {
    double value = 0;
    double low = 0, high = 1;
};

/// Quantiles of a sample: the median, the middle 50 % and the middle 90 %; and the 95 % confidence interval of the
/// median (by order statistics), which tells how far the replicas have converged.
struct Distribution {
    std::size_t count = 0;  ///< of the sample; all else is 0 where it is 0
    double p05 = 0, p25 = 0, median = 0, p75 = 0, p95 = 0;
    double median_low = 0, median_high = 0;
    double mean = 0;
};

/// How sure it is that an aircraft was inside. Words by probability, after the scale of the IPCC's guidance note
/// (Mastrandrea et al., 2010, table 1: virtually certain above 99 %, very likely above 90 %).
enum class Verdict {
    inside,            ///< 99 % and more
    probably_inside,   ///< 90 % and more
    undecidable,       ///< between
    probably_outside,  ///< 10 % and less
    outside,           ///< 1 % and less
};
Verdict verdict_of(double probability_inside);
/// `inside`, `probably inside`, `undecidable`, `probably outside`, `outside`.
std::string_view name_of(Verdict verdict);

struct ProbabilityAt {
    Time time{};
    double inside = 0;
};

/// How likely a claim's bound holds, given the account's own track and its accuracy.
struct ClaimProbability {
    std::string claim;    ///< Claim::path
    std::string what;     ///< as ClaimFigure::what
    std::string reading;  ///< ClaimReading::text
    Probability holds;
};

/// One track and one airspace, with what is known of the accuracy of both.
struct Uncertainty {
    std::string track;
    std::string airspace;  ///< key
    TrackAccuracy accuracy;
    double border_m = 0;
    std::size_t replicas = 0;
    Probability inside;  ///< of any incursion
    Verdict verdict = Verdict::undecidable;
    Distribution dwell_s;              ///< over all replicas, 0 where a replica stays out
    Distribution dwell_if_inside_s;    ///< over those that come in; so the three below
    Distribution entry_s;              ///< of the first entry, seconds from `reference`
    Distribution exit_s;               ///< of the last exit, likewise
    Distribution depth_m;              ///< greatest depth
    Distribution closest_m;            ///< over all replicas: least distance, 0 where inside
    Time reference{};                  ///< beginning of the track
    std::vector<ProbabilityAt> along;  ///< ascending; between them linear, outside them what the ends say
    std::vector<ClaimProbability> claims;
};

/// Where an aircraft can have been between its fixes.
enum class Reach { excluded, possible, definite };
std::string_view name_of(Reach reach);

struct ReachSpan {
    TimeSpan span;
    Reach inside = Reach::excluded;
};

/// What its fixes and its greatest speed leave open about an aircraft and an airspace.
struct ReachReport {
    std::string track;
    std::string airspace;                   ///< key
    std::string of;                         ///< `track`, or the radar whose plots these are
    double greatest_speed_mps = 0;          ///< over the ground
    std::string speed_basis;                ///< where that comes from
    std::size_t faster_legs = 0;            ///< legs that need more than that; for each of them its own speed counts
    double definite_s = 0, possible_s = 0;  ///< least dwell, and greatest beyond it
    std::vector<ReachSpan> spans;           ///< ascending, without gaps, neighbours differ
};

}  // namespace incursion
