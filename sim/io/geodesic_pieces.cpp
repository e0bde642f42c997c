#include "sim/io/geodesic_pieces.h"

#include <algorithm>
#include <cmath>

#include "sim/geo/geodesic.h"
#include "sim/io/text_pieces.h"

namespace incursion {

namespace {

/// Halvings until what is left of any leg is less than a micrometre.
constexpr int halvings = 45;

/// Where the leg meets the meridian `side_deg`, beyond which `to` lies by its longitude; `from` is on this side.
Fix cut_of(const Fix& from, const Fix& to, double side_deg)
{
    const GeodesicLine leg{from.place, to.place};
    const double turned = std::copysign(1.0, side_deg);
    double before_m = 0;
    double behind_m = leg.length_m();
    for (int i = 0; i < halvings; ++i) {
        const double middle_m = (before_m + behind_m) / 2;
        (turned * leg.at(middle_m).lon_deg < turned * side_deg ? before_m : behind_m) = middle_m;
    }
    const double share = leg.length_m() > 0 ? behind_m / leg.length_m() : 0;
    Fix cut{from.time + Duration{std::llround(share * static_cast<double>((to.time - from.time).count()))},
            {side_deg, written_place(leg.at(behind_m)).lat_deg},
            std::nullopt,
            std::nullopt};
    if (from.altitude_m && to.altitude_m)
        cut.altitude_m = *from.altitude_m + share * (*to.altitude_m - *from.altitude_m);
    if (from.accuracy_m && to.accuracy_m)
        cut.accuracy_m = std::max(*from.accuracy_m, *to.accuracy_m);
    return cut;
}

}  // namespace

std::vector<std::vector<Fix>> geodesic_pieces(std::span<const Fix> fixes)
{
    std::vector<std::vector<Fix>> pieces(1);
    for (Fix next : fixes) {
        next.place = written_place(next.place);
        if (pieces.back().empty()) {
            pieces.back().push_back(next);
            continue;
        }
        const Fix last = pieces.back().back();
        const double beyond_deg = lon_near(next.place.lon_deg, last.place.lon_deg);
        if (std::abs(beyond_deg) <= 180) {
            next.place.lon_deg = beyond_deg;
        } else if (const double side_deg = std::copysign(180.0, beyond_deg); last.place.lon_deg == side_deg) {
            // It stands on the very meridian and goes on behind it.
            if (pieces.back().size() == 1)
                pieces.pop_back();
            pieces.push_back({last});
            pieces.back().back().place.lon_deg = -side_deg;
        } else {
            Fix cut = cut_of(last, next, side_deg);
            pieces.back().push_back(cut);
            cut.place.lon_deg = -side_deg;
            pieces.push_back({cut});
        }
        pieces.back().push_back(next);
    }
    return pieces;
}

}  // namespace incursion
