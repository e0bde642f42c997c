#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "tools/incursion/html_labels.h"
#include "tools/incursion/html_map_lines.h"
#include "tools/incursion/html_report_parts.h"

namespace incursion {

/// What one map is to show.
struct MapPlan {
    std::string id, title, description;
    std::vector<LonLat> places;  ///< that lie within it
    double margin = 0.12;        ///< around them, as a share of its width
    double least_half_width_m = 1500;
    bool is_close_up = false;                ///< with instants, plots and other drawings of the borders
    std::vector<std::vector<LonLat>> boxes;  ///< parts that have maps of their own, by the places in them
};

/// A map in the making.
struct MapDrawing {
    const ReportHtml& html;
    const MapPlan& plan;
    MapView view;
    Svg svg;
    LabelPlacer labels;
    bool scale_on_right = false;                                ///< where fewer tracks are
    std::vector<std::pair<std::string, MapOutline>> grounds{};  ///< airspaces by key, as drawn
};

/// The keys of the foreign airspaces that matter: those that were visited; where there are none, the nearest one.
std::vector<std::string> keys_that_matter(const ReportHtml& html);

/// Flights that maps draw, those that matter most first, and how many of them have their names on it.
inline constexpr std::size_t most_drawn = 150, most_named = 14;

/// The map as SVG.
std::string map_markup(const ReportHtml& html, const MapPlan& plan, double width, const std::string& id_end);

// Its layers, from below.
void draw_ground(MapDrawing& map);  ///< airspaces, graticule, borders
void draw_graticule(MapDrawing& map);
void draw_other_borders(MapDrawing& map);
void draw_places(MapDrawing& map);        ///< and radars
void draw_traffic(MapDrawing& map);       ///< tracks, entries, exits, calls, plots, with their labels
void draw_ground_names(MapDrawing& map);  ///< keys of airspaces, where there is room left
void draw_place_names(MapDrawing& map);   ///< where there is room left
void draw_boxes(MapDrawing& map);
void draw_map_frame(MapDrawing& map);  ///< frame, coordinates, scale bar, north

/// Whether the scale bar's box covers a place, so that it is not marked.
bool is_under_scale(const MapDrawing& map, SvgPoint at);

/// What lies under the frame's corners: taken before any label is placed.
void keep_corners_free(MapDrawing& map);

}  // namespace incursion
