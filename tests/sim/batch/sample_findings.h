#pragma once

#include <string>

#include "sim/batch/process_input.h"
#include "sim/batch/track_findings.h"

namespace incursion::test {

inline FoundVisit found_visit(std::uint32_t airspace, double entry_s, double exit_s)
{
    FoundVisit found;
    found.airspace = {airspace};
    found.visit.foreign = true;
    found.visit.entry = {Time{} + seconds(entry_s), {36.1, 35.8}, 5791.2, CrossedBy::side, 1e-9};
    found.visit.exit = {Time{} + seconds(exit_s), {36.2, 35.9}, std::nullopt, CrossedBy::end, 0};
    found.visit.path_m = 2750.5;
    found.visit.max_depth_m = 1080.25;
    found.visit.max_depth_time = Time{} + seconds((entry_s + exit_s) / 2);
    return found;
}

inline TrackFindings findings(const std::string& track, std::size_t visits)
{
    TrackFindings all;
    all.track = track;
    all.datum = AltitudeDatum::pressure;
    all.fixes = 12;
    all.span = {Time{} + seconds(100), Time{} + seconds(220)};
    all.observed = seconds(110);
    all.outside = seconds(93);
    all.foreign = seconds(17);
    for (std::size_t i = 0; i < visits; ++i)
        all.visits.push_back(found_visit(static_cast<std::uint32_t>(i), 120 + static_cast<double>(i), 137));
    return all;
}

/// The result of an input that gave these tracks.
inline InputResult result_of(std::size_t place, const std::string& scratch, const std::vector<TrackFindings>& tracks)
{
    InputResult result{{}, RowBuffer{scratch}, false};
    result.outcome.place = place;
    result.outcome.path = "input-" + std::to_string(place) + ".csv";
    result.outcome.tracks = std::ssize(tracks);
    result.outcome.dropped = {{"rows with a bad number", 3}};
    result.outcome.diagnostics = {{Severity::warning, result.outcome.path, 7, "", "'x' is no number; row dropped"}};
    std::string bytes;
    for (const TrackFindings& track : tracks)
        encode(track, bytes);
    result.rows.append(bytes);
    return result;
}

}  // namespace incursion::test
