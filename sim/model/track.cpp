#include "sim/model/track.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace incursion {

Result<Track> Track::make(std::string id, AltitudeDatum datum, std::vector<Fix> fixes)
{
    for (std::size_t i = 0; i < fixes.size(); ++i) {
        if (!is_valid(fixes[i].place))
            return Problem{fmt::format("fix {} of track {} has no valid position", i, id)};
        if (fixes[i].altitude_m && !std::isfinite(*fixes[i].altitude_m))
            return Problem{fmt::format("fix {} of track {} has an altitude that is no number; leave it out where it "
                                       "is not known", i, id)};
        if (fixes[i].accuracy_m && !(std::isfinite(*fixes[i].accuracy_m) && *fixes[i].accuracy_m >= 0))
            return Problem{fmt::format("fix {} of track {} has an accuracy that is no length; leave it out where it "
                                       "is not known", i, id)};
        if (i > 0 && !(fixes[i - 1].time < fixes[i].time))
            return Problem{fmt::format("fix {} of track {} is not later than the one before", i, id)};
    }
    Track track;
    track.id_ = std::move(id);
    track.datum_ = datum;
    track.fixes_ = std::move(fixes);
    return track;
}

TimeSpan Track::span() const
{
    return fixes_.empty() ? TimeSpan{} : TimeSpan{fixes_.front().time, fixes_.back().time};
}

bool Track::has_altitudes() const
{
    return std::all_of(fixes_.begin(), fixes_.end(), [](const Fix& f) { return f.altitude_m.has_value(); });
}

}  // namespace incursion
