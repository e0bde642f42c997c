#include "sim/io/track_losses.h"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

namespace incursion {

namespace {

bool has_any_altitude(const Track& track)
{
    return std::any_of(track.fixes().begin(), track.fixes().end(),
                       [](const Fix& fix) { return fix.altitude_m.has_value(); });
}

bool has_any_accuracy(const Track& track)
{
    return std::any_of(track.fixes().begin(), track.fixes().end(),
                       [](const Fix& fix) { return fix.accuracy_m.has_value(); });
}

struct OtherZero {
    AltitudeDatum datum;
    const char* words;
};
constexpr std::array other_zeros{OtherZero{AltitudeDatum::ellipsoid, "above the ellipsoid"},
                                 OtherZero{AltitudeDatum::pressure, "by pressure"}};

/// `track 'A'`, `3 tracks`.
std::string tracks_in_words(std::span<const Track> tracks, bool (*belongs)(const Track&, AltitudeDatum),
                            AltitudeDatum datum)
{
    std::size_t count = 0;
    const Track* first = nullptr;
    for (const Track& track : tracks) {
        if (!belongs(track, datum))
            continue;
        first = first == nullptr ? &track : first;
        ++count;
    }
    return count == 0 ? "" : count == 1 ? fmt::format("track '{}'", first->id()) : fmt::format("{} tracks", count);
}

}  // namespace

bool has_heights_to_write(const Track& track)
{
    return track.datum() == AltitudeDatum::msl && has_any_altitude(track);
}

std::size_t fixes_without_altitude(const Track& track)
{
    return static_cast<std::size_t>(
        std::count_if(track.fixes().begin(), track.fixes().end(), [](const Fix& fix) { return !fix.altitude_m; }));
}

void tell_losses(const TableTarget& target, std::string_view format, std::span<const Track> tracks,
                 Diagnostics& diagnostics)
{
    for (const OtherZero& zero : other_zeros) {
        const auto belongs = [](const Track& track, AltitudeDatum datum) {
            return track.datum() == datum && has_any_altitude(track);
        };
        if (const std::string which = tracks_in_words(tracks, belongs, zero.datum); !which.empty())
            diagnostics.warning(
                target.path, std::nullopt, "",
                fmt::format("heights in {} are above mean sea level; those of {} are {} and are left out; csv, geojson "
                            "and gpkg hold them",
                            format, which, zero.words));
    }
    const auto is_accurate = [](const Track& track, AltitudeDatum) { return has_any_accuracy(track); };
    if (const std::string which = tracks_in_words(tracks, is_accurate, AltitudeDatum::msl); !which.empty())
        diagnostics.warning(target.path, std::nullopt, "",
                            fmt::format("{} holds no accuracies; those of {} are left out; csv, geojson and gpkg hold "
                                        "them",
                                        format, which));
}

}  // namespace incursion
