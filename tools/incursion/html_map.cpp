#include "tools/incursion/html_map.h"

#include <algorithm>
#include <utility>

#include "sim/analysis/nearest_approach.h"

namespace incursion {

std::vector<std::string> keys_that_matter(const ReportHtml& html)
{
    std::vector<std::string> keys;
    for (const std::size_t place : html.ranking)
        for (const Visit& visit : html.flights[place].report.visits)
            if (visit.foreign && std::find(keys.begin(), keys.end(), visit.airspace) == keys.end())
                keys.push_back(visit.airspace);
    if (keys.empty() && !html.ranking.empty())
        if (const ClosestApproach* nearest = nearest_approach(html.flights[html.ranking.front()].report))
            keys.push_back(nearest->airspace);
    return keys;
}

std::string map_markup(const ReportHtml& html, const MapPlan& plan, double width, const std::string& id_end)
{
    const double height = width > 500 ? width * 0.72 : width * 1.08;
    const MapView view = view_of(plan.places, width, height, plan.margin, plan.least_half_width_m);
    MapDrawing map{html, plan, view, Svg{plan.id + id_end, width, height, plan.title, plan.description},
                   LabelPlacer{{4, 4, width - 4, height - 4}}};
    keep_corners_free(map);
    draw_ground(map);
    draw_other_borders(map);
    draw_places(map);
    draw_boxes(map);
    draw_traffic(map);
    draw_ground_names(map);
    draw_place_names(map);
    draw_map_frame(map);
    return map.svg.markup();
}

}  // namespace incursion
