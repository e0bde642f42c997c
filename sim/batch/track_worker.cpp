#include "sim/batch/track_worker.h"

#include <utility>

#include "sim/io/clean_track.h"

namespace incursion {

TrackCounts& TrackCounts::operator+=(const TrackCounts& other)
{
    fixes += other.fixes;
    tracks += other.tracks;
    visits += other.visits;
    return *this;
}

void TrackRows::append(TrackRows&& later)
{
    bytes += later.bytes;
    counts += later.counts;
    problems.append(std::move(later.problems));
}

void TrackRows::clear()
{
    bytes.clear();
    counts = {};
    problems = {};
}

void TrackWorker::work(TrackPiece&& track, TrackRows& rows)
{
    if (control_.stop.load(std::memory_order_relaxed))
        return;
    clean_track(track, reading_, rows.problems);
    const TrackFindings* findings = analyser_.analyse(std::move(track), rows.problems);
    if (findings == nullptr)
        return;
    encode(*findings, rows.bytes);
    const TrackCounts counts{findings->fixes, 1, std::ssize(findings->visits)};
    rows.counts += counts;
    control_.fixes.fetch_add(counts.fixes, std::memory_order_relaxed);
    control_.visits.fetch_add(counts.visits, std::memory_order_relaxed);
}

}  // namespace incursion
