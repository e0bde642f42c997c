#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "sim/base/units.h"
#include "tools/incursion/html_map.h"

// Frame, graticule, scale bar and north of a map.

namespace incursion {

namespace {

constexpr double scale_margin = 6;   ///< of the scale bar's box from the frame
constexpr double scale_height = 40;  ///< of its box
constexpr double bottom_strip = 17;  ///< where coordinates stand

/// The greatest 1, 2 or 5 times a power of ten that is no more.
double round_below(double value)
{
    const double ten = std::pow(10, std::floor(std::log10(value)));
    return value >= 5 * ten ? 5 * ten : value >= 2 * ten ? 2 * ten : ten;
}

struct ScaleBar {
    double km = 0, nmi = 0, width = 0;  ///< of the box, in units
};

ScaleBar scale_bar_of(const MapView& view)
{
    const double most_m = view.metres(view.width() * 0.26);
    ScaleBar bar{round_below(most_m / 1000), round_below(most_m / metres_per_nautical_mile), 0};
    bar.width = std::max(bar.km * 1000, bar.nmi * metres_per_nautical_mile) * view.units_per_m() + 62;
    return bar;
}

LabelPlacer::Box scale_box(const MapView& view, bool on_right)
{
    const double bottom = view.height() - bottom_strip - 4, width = scale_bar_of(view).width;
    const double left = on_right ? view.width() - scale_margin - width : scale_margin;
    return {left, bottom - scale_height, left + width, bottom};
}

/// How many places of tracks lie under a box.
std::size_t tracks_under(const MapDrawing& map, const LabelPlacer::Box& box)
{
    constexpr std::size_t most_places = 400;
    std::size_t count = 0;
    for (const PageFlight& flight : map.html.flights) {
        const auto fixes = flight.track.fixes();
        for (std::size_t i = 0; i < fixes.size(); i += fixes.size() / most_places + 1) {
            const SvgPoint at = map.view.at(fixes[i].place);
            count += at.x > box.left && at.x < box.right && at.y > box.top && at.y < box.bottom ? 1 : 0;
        }
    }
    return count;
}

void draw_bar(MapDrawing& map, double x, double y, double length_m, const std::string& words)
{
    const double x2 = x + length_m * map.view.units_per_m();
    map.svg.path({{{x, y - 4}, {x, y}, {x2, y}, {x2, y - 4}}}, false, "scale");
    map.svg.text(x2 + 5, y + 3, words, "label");
}

void draw_scale(MapDrawing& map)
{
    const LabelPlacer::Box box = scale_box(map.view, map.scale_on_right);
    const ScaleBar bar = scale_bar_of(map.view);
    map.svg.rect(box.left, box.top, box.right - box.left, box.bottom - box.top, "paper scale-ground");
    draw_bar(map, box.left + 6, box.top + 14, bar.km * 1000,
             bar.km < 1 ? fmt::format("{:g} m", bar.km * 1000) : fmt::format("{:g} km", bar.km));
    draw_bar(map, box.left + 6, box.top + 32, bar.nmi * metres_per_nautical_mile, fmt::format("{:g} NM", bar.nmi));
}

void draw_north(MapDrawing& map)
{
    const double x = map.view.width() - 20, y = 14;
    map.svg.path({{{x, y}, {x + 6, y + 17}, {x, y + 13}, {x - 6, y + 17}}}, true, "bar-fill");
    map.svg.text(x, y + 30, "N", "name", "middle");
}

double step_of(double span_deg, double most)
{
    static constexpr std::array steps{0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2,
                                      0.5,   1.0,   2.0,   5.0,  10.0, 15.0, 30.0};
    for (const double step : steps)
        if (span_deg / step <= most)
            return step;
    return steps.back();
}

std::string degrees_words(double deg, double step, char positive, char negative)
{
    const int decimals = step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
    const bool is_zero = std::abs(deg) < step / 2, is_half_turn = std::abs(std::abs(deg) - 180) < step / 2;
    return fmt::format("{:.{}f}°{}", std::abs(deg), decimals,
                       is_zero || (is_half_turn && positive == 'E')
                           ? std::string{}
                           : fmt::format(" {}", deg < 0 ? negative : positive));
}

std::vector<SvgLine> visible_line(const MapView& view, LonLat from, LonLat to)
{
    constexpr int parts = 48;
    SvgLine line;
    for (int i = 0; i <= parts; ++i)
        line.push_back(view.at({from.lon_deg + (to.lon_deg - from.lon_deg) * i / parts,
                                from.lat_deg + (to.lat_deg - from.lat_deg) * i / parts}));
    std::vector<SvgLine> lines;
    for (const SvgLine& part : clipped(line, view, 0))
        lines.push_back(simplified(part));
    return lines;
}

struct Graticule {
    std::vector<SvgLine> lines;
    struct Label {
        SvgPoint place;
        std::string words;
        std::string_view anchor;
    };
    std::vector<Label> labels;
};

Graticule graticule_of(const MapView& view)
{
    const LonLatBox extent = lon_lat_box(view);
    const double lat_step = step_of(extent.north - extent.south, 5);
    const double lon_step = step_of(extent.east - extent.west, extent.east - extent.west > 350 ? 12
                                                               : view.width() > 500            ? 6
                                                                                               : 4);
    Graticule graticule;
    for (double n = std::ceil(extent.south / lat_step); n * lat_step <= extent.north; ++n) {
        const double lat = n * lat_step;
        for (const SvgLine& line : visible_line(view, {extent.west, lat}, {extent.east, lat})) {
            graticule.lines.push_back(line);
            for (const SvgPoint end : {line.front(), line.back()})
                if (end.x < 0.5 && end.y > 20 && end.y < scale_box(view, false).top - 8)
                    graticule.labels.push_back({{4, end.y - 3}, degrees_words(lat, lat_step, 'N', 'S'), "start"});
        }
    }
    for (double n = std::ceil(extent.west / lon_step); n * lon_step <= extent.east; ++n) {
        const double lon = n * lon_step;
        for (const SvgLine& line : visible_line(view, {lon, extent.south}, {lon, extent.north})) {
            graticule.lines.push_back(line);
            for (const SvgPoint end : {line.front(), line.back()})
                if (end.y > view.height() - 0.5 && end.x > 24 && end.x < view.width() - 24)
                    graticule.labels.push_back(
                        {{end.x, view.height() - 5}, degrees_words(wrapped_lon(lon), lon_step, 'E', 'W'), "middle"});
        }
    }
    return graticule;
}

}  // namespace

void keep_corners_free(MapDrawing& map)
{
    const MapView& view = map.view;
    map.scale_on_right = tracks_under(map, scale_box(view, true)) < tracks_under(map, scale_box(view, false));
    map.labels.keep_free(scale_box(view, map.scale_on_right));
    map.labels.keep_free(LabelPlacer::Box{view.width() - 36, 4, view.width() - 4, 50});
    map.labels.keep_free(LabelPlacer::Box{0, view.height() - bottom_strip, view.width(), view.height()});
    for (const Graticule::Label& label : graticule_of(view).labels)
        if (label.anchor == "start")
            map.labels.keep_free(
                LabelPlacer::Box{0, label.place.y - 10, svg_text_width(label.words) + 4, label.place.y + 3});
}

bool is_under_scale(const MapDrawing& map, SvgPoint at)
{
    const LabelPlacer::Box box = scale_box(map.view, map.scale_on_right);
    return at.x > box.left - 8 && at.x < box.right + 8 && at.y > box.top - 8 && at.y < box.bottom + 8;
}

void draw_graticule(MapDrawing& map)
{
    map.svg.path(graticule_of(map.view).lines, false, "graticule");
}

void draw_map_frame(MapDrawing& map)
{
    const MapView& view = map.view;
    for (const Graticule::Label& label : graticule_of(view).labels)
        map.svg.text(label.place.x, label.place.y, label.words, "tick", label.anchor);
    draw_scale(map);
    draw_north(map);
    map.svg.rect(0.5, 0.5, view.width() - 1, view.height() - 1, "map-frame");
}

}  // namespace incursion
