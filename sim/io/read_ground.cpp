#include "sim/io/read_ground.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "sim/analysis/vertical_range.h"
#include "sim/io/read_airspaces.h"
#include "sim/io/read_terrain.h"

namespace incursion {

namespace {

/// The least box round places, which may run over 180 degrees on either side.
class Extent {
public:
    void add(LonLat place)
    {
        if (!box_) {
            const double lon_deg = wrapped_lon(place.lon_deg);
            box_ = TerrainBox{lon_deg, place.lat_deg, lon_deg, place.lat_deg};
            return;
        }
        const double lon_deg = lon_near(place.lon_deg, (box_->west_deg + box_->east_deg) / 2);
        box_->west_deg = std::min(box_->west_deg, lon_deg);
        box_->east_deg = std::max(box_->east_deg, lon_deg);
        box_->south_deg = std::min(box_->south_deg, place.lat_deg);
        box_->north_deg = std::max(box_->north_deg, place.lat_deg);
    }
    /// With room for sides that bend outwards, and for the grid's last cells.
    std::optional<TerrainBox> with_margin() const
    {
        if (!box_)
            return std::nullopt;
        const double margin_deg = 0.02 + (box_->north_deg - box_->south_deg + box_->east_deg - box_->west_deg) / 100;
        const double half_deg = std::min(180.0, (box_->east_deg - box_->west_deg) / 2 + margin_deg);
        const double middle_deg = (box_->east_deg + box_->west_deg) / 2;
        if (half_deg == 180)
            return TerrainBox{-180, south_of(margin_deg), 180, north_of(margin_deg)};
        return TerrainBox{middle_deg - half_deg, south_of(margin_deg), middle_deg + half_deg, north_of(margin_deg)};
    }

private:
    double south_of(double margin_deg) const { return std::max(-89.9, box_->south_deg - margin_deg); }
    double north_of(double margin_deg) const { return std::min(89.9, box_->north_deg + margin_deg); }

    std::optional<TerrainBox> box_;
};

std::optional<TerrainBox> box_below(const std::vector<bool>& follows, const Airspaces& airspaces,
                                   const BorderEdges* edges)
{
    Extent extent;
    for (std::size_t i = 0; i < airspaces.list.size(); ++i)
        if (follows[i])
            for (const Ring& ring : airspaces.list[i].rings)
                for (const LonLat& place : ring.points)
                    extent.add(place);
    for (std::uint32_t i = 0; edges != nullptr && i < edges->size(); ++i)
        for (const AirspaceId owner : edges->owners({i}))
            if (follows[owner.index]) {
                extent.add((*edges)[{i}].a);
                extent.add((*edges)[{i}].b);
            }
    return extent.with_margin();
}

}  // namespace

bool read_ground(HeightReading& heights, const Airspaces& airspaces, const BorderEdges* edges, Diagnostics& diagnostics)
{
    if (heights.terrain_path.empty())
        return true;
    std::vector<bool> follows;
    for (const Airspace& airspace : airspaces.list)
        follows.push_back(vertical_range(airspace).follows_ground());
    const auto box = box_below(follows, airspaces, edges);
    if (!box)
        return true;
    Result<Terrain> terrain = read_terrain(heights.terrain_path, *box);
    if (!terrain) {
        diagnostics.error("", std::nullopt, "terrain", terrain.problem());
        return false;
    }
    heights.terrain = std::make_shared<const Terrain>(std::move(terrain).value());
    return true;
}

std::optional<Airspaces> read_scenario_airspaces(Scenario& scenario, Diagnostics& diagnostics)
{
    std::optional<Airspaces> airspaces = read_airspaces(scenario.airspace, diagnostics);
    if (airspaces && !read_ground(scenario.heights, *airspaces, nullptr, diagnostics))
        return std::nullopt;
    return airspaces;
}

}  // namespace incursion
