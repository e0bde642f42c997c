#include "tests/bench/track_rows.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>

#include <fmt/compile.h>
#include <fmt/format.h>

namespace incursion::bench {

namespace {

/// A fix as its row tells it, in 24 bytes: ten million have to be sorted.
struct Row {
    std::int64_t second = 0;
    std::uint32_t track = 0;
    std::int32_t lon = 0, lat = 0;  ///< in 1e-7 degrees: 180 degrees just fit
    std::int32_t altitude_m = 0;
};

Row row_of(const Fix& fix, std::size_t track)
{
    using std::chrono::duration_cast;
    return {duration_cast<std::chrono::seconds>(fix.time.time_since_epoch()).count(), static_cast<std::uint32_t>(track),
            static_cast<std::int32_t>(std::lround(fix.place.lon_deg * 1e7)),
            static_cast<std::int32_t>(std::lround(fix.place.lat_deg * 1e7)),
            static_cast<std::int32_t>(std::lround(fix.altitude_m.value_or(0)))};
}

void append_degrees(std::int32_t value, std::string& text)
{
    const std::int64_t size = std::abs(static_cast<std::int64_t>(value));
    fmt::format_to(std::back_inserter(text), FMT_COMPILE("{}{}.{:07}"), value < 0 ? "-" : "", size / 10'000'000,
                   size % 10'000'000);
}

void append_row(const std::string& id, const Row& row, std::string& text)
{
    fmt::format_to(std::back_inserter(text), FMT_COMPILE("{},{},"), id, row.second);
    append_degrees(row.lon, text);
    text += ',';
    append_degrees(row.lat, text);
    fmt::format_to(std::back_inserter(text), FMT_COMPILE(",{}\n"), row.altitude_m);
}

}  // namespace

void append_rows(const Track& track, std::string& text)
{
    for (const Fix& fix : track.fixes())
        append_row(track.id(), row_of(fix, 0), text);
}

std::string rows_by_time(const TrackSet& set, std::size_t first, std::size_t last)
{
    std::vector<Row> rows;
    std::vector<std::string> ids;
    for (std::size_t i = first; i < last; ++i) {
        const Track track = set.track(i);
        ids.push_back(track.id());
        for (const Fix& fix : track.fixes())
            rows.push_back(row_of(fix, i - first));
    }
    std::sort(rows.begin(), rows.end(),
              [](const Row& p, const Row& q) { return std::tie(p.second, p.track) < std::tie(q.second, q.track); });
    std::string text;
    for (const Row& row : rows)
        append_row(ids[row.track], row, text);
    return text;
}

}  // namespace incursion::bench
