#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/analysis/report.h"
#include "sim/io/table.h"
#include "sim/model/airspace.h"

namespace incursion {

/// A visit with the airspace by its place in the list; `visit.airspace` and `visit.owner` are left empty.
struct FoundVisit {
    AirspaceId airspace;
    Visit visit;
    std::vector<PathPoint> path;  ///< entry, the fixes inside, exit; empty where no shape is wanted
};

/// What the analysis of one track gives.
struct TrackFindings {
    std::string track;
    AltitudeDatum datum = AltitudeDatum::msl;
    std::int64_t fixes = 0;
    TimeSpan span;
    Duration observed{};             ///< the duration less gaps
    Duration outside{};              ///< of all airspaces, observed
    Duration foreign{};              ///< in any foreign airspace; an instant in two of them counts once
    std::vector<FoundVisit> visits;  ///< by entry time, then key
};

/// Appends findings in a form that only this program of this version reads, on this kind of machine: what is kept
/// between a stop and its resumption.
void encode(const TrackFindings& findings, std::string& bytes);

/// Takes the next findings off the front of `bytes`. False at their end, and where they are not what encode() wrote.
bool decode(std::string_view& bytes, TrackFindings& findings);

}  // namespace incursion
