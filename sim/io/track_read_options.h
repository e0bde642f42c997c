#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/time.h"
#include "sim/geo/vertical.h"
#include "sim/io/radar_site.h"

namespace incursion {

/// What happens to fixes that cannot be right.
enum class DirtyFixes {
    drop,    ///< each is dropped and counted
    refuse,  ///< one makes the whole input an error
    repair,  ///< fixes are sorted by time and repeated ones dropped first; what then is wrong is dropped and counted
};

/// `drop`, `refuse`, `repair`.
std::string_view name_of(DirtyFixes dirty);

struct TrackReadOptions {
    /// Which column holds what, by `time`, `lon`, `lat`, `alt`, `track`, `accuracy`; what is not named is found by
    /// its usual names. A unit may follow the name: `time` takes `:s`, `:ms`, `:us`, `:ns` (a number since 1970)
    /// or `:utc` (texts without an offset are UTC); `alt` takes `:m` or `:ft`, and then `:msl`, `:pressure` or
    /// `:ellipsoid`; `accuracy` takes `:m` or `:ft`. Of table-like formats (CSV, OGR layers, properties of GeoJSON).
    std::map<std::string, std::string> columns{};
    /// The track of fixes for which the input names none. The input's own name where absent.
    std::optional<std::string> default_id{};
    /// The name of a TrackFormat; recognised by content and name where empty.
    std::string format{};
    /// Of OGR sources: the layer; the first with points in time where empty.
    std::string layer{};
    /// Of several altitudes that the input has: which one to read. Where absent, each format says which it takes; where
    /// the input has none of this datum, its fixes have no altitude, with a note.
    std::optional<AltitudeDatum> altitude{};
    /// Of formats that tell only the time of day (ASTERIX): any instant of the day of the first report.
    std::optional<Time> day{};
    /// Of radar data that tell only range and azimuth: where the radars are, by SAC/SIC (`25/10`); under the empty name
    /// the place of all others. As parse_radar_site reads them.
    std::map<std::string, RadarSite> radar_sites{};
    DirtyFixes dirty = DirtyFixes::drop;
    /// Over the ground; a fix that could only be reached faster is wrong. No limit where absent.
    std::optional<double> max_speed_mps{};
};

}  // namespace incursion
