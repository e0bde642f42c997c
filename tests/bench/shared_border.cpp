#include "tests/bench/shared_border.h"

#include <set>
#include <tuple>

namespace incursion::bench {

namespace {

using Side = std::tuple<double, double, double, double>;

/// The same from either end.
Side side_between(LonLat p, LonLat q)
{
    const bool turned = std::tie(q.lon_deg, q.lat_deg) < std::tie(p.lon_deg, p.lat_deg);
    const LonLat& a = turned ? q : p;
    const LonLat& b = turned ? p : q;
    return {a.lon_deg, a.lat_deg, b.lon_deg, b.lat_deg};
}

std::set<Side> sides_of(const Airspaces& airspaces, std::string_view key)
{
    std::set<Side> sides;
    for (const Airspace& airspace : airspaces.list)
        if (airspace.key == key)
            for (const Ring& ring : airspace.rings)
                for (std::size_t i = 0; i < ring.points.size(); ++i)
                    sides.insert(side_between(ring.points[i], ring.points[(i + 1) % ring.points.size()]));
    return sides;
}

/// The longest run of a ring's sides that are among `sides`. It may reach over the ring's first point: so the ring is
/// gone round twice, and a run ends after one turn.
std::vector<LonLat> longest_run(const Ring& ring, const std::set<Side>& sides)
{
    const std::size_t count = ring.points.size();
    std::vector<LonLat> longest, run;
    for (std::size_t i = 0; i < 2 * count; ++i) {
        const LonLat from = ring.points[i % count], to = ring.points[(i + 1) % count];
        if (!sides.contains(side_between(from, to)) || run.size() > count) {
            run.clear();
            continue;
        }
        if (run.empty())
            run.push_back(from);
        run.push_back(to);
        if (run.size() > longest.size())
            longest = run;
    }
    return longest;
}

}  // namespace

std::vector<LonLat> shared_border(const Airspaces& airspaces, std::string_view one, std::string_view other)
{
    const std::set<Side> sides = sides_of(airspaces, other);
    std::vector<LonLat> longest;
    for (const Airspace& airspace : airspaces.list)
        if (airspace.key == one)
            for (const Ring& ring : airspace.rings)
                if (std::vector<LonLat> run = longest_run(ring, sides); run.size() > longest.size())
                    longest = std::move(run);
    return longest;
}

}  // namespace incursion::bench
