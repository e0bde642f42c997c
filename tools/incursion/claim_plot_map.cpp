#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "sim/analysis/foreign.h"
#include "tools/incursion/claim_plots.h"
#include "tools/incursion/gnuplot.h"
#include "tools/incursion/text_claims_parts.h"

namespace incursion {

namespace {

constexpr std::size_t most_feasible = 300, most_partial = 60;  // lines that can still be told apart

struct Box {
    double west = 1e9, east = -1e9, south = 1e9, north = -1e9;

    void include(LonLat p)
    {
        west = std::min(west, p.lon_deg);
        east = std::max(east, p.lon_deg);
        south = std::min(south, p.lat_deg);
        north = std::max(north, p.lat_deg);
    }
    bool contains(LonLat p) const
    {
        return west <= p.lon_deg && p.lon_deg <= east && south <= p.lat_deg && p.lat_deg <= north;
    }
};

/// Longitudes on the centre's side of the antimeridian.
LonLat beside(LonLat place, LonLat centre)
{
    while (place.lon_deg - centre.lon_deg > 180)
        place.lon_deg -= 360;
    while (place.lon_deg - centre.lon_deg < -180)
        place.lon_deg += 360;
    return place;
}

/// The places of a set of crossings, thinned evenly.
struct Layer {
    std::string title, colour;
    std::vector<std::size_t> crossings;
};

std::vector<std::size_t> thinned(const std::vector<std::size_t>& all, std::size_t most)
{
    if (all.size() <= most)
        return all;
    std::vector<std::size_t> some;
    for (std::size_t i = 0; i < most; ++i)
        some.push_back(all[i * all.size() / most]);
    return some;
}

std::vector<Layer> layers_of(const ClaimStudy& study, const ReadingStudy& reading)
{
    static constexpr std::array colours{"#1b6ca8", "#a83232", "#2f8f4e", "#7a4fa3", "#b0651d", "#3c8d93"};
    if (!reading.search.feasible.empty())
        return {{"crossings that make all of it true", "#1b6ca8", thinned(reading.search.feasible, most_feasible)}};
    std::vector<Layer> layers;
    for (const StatedFigure& figure : reading.search.figures) {
        if (figure.what == CrossingFigure::limits || figure.what == CrossingFigure::dwell ||
            figure.what == CrossingFigure::speed)
            continue;
        std::vector<std::size_t> fitting;
        for (std::size_t i = 0; i < study.crossings.list.size(); ++i)
            if (speeds_of(study.crossings.list[i], {figure}))
                fitting.push_back(i);
        layers.push_back({"only " + figure_text(figure), colours[layers.size() % colours.size()],
                          thinned(fitting, most_partial)});
    }
    return layers;
}

std::string lines_data(const std::string& name, const std::vector<std::vector<LonLat>>& lines)
{
    std::string data = "$" + name + " << EOD\n";
    for (const auto& line : lines) {
        for (const LonLat& p : line)
            data += fmt::format("{:.6f} {:.6f}\n", p.lon_deg, p.lat_deg);
        data += "\n";
    }
    // A block without any data is an error to gnuplot.
    return data + (lines.empty() ? "NaN NaN\n" : "") + "EOD\n";
}

/// Runs of border points near the box.
std::vector<std::vector<LonLat>> border_lines(const Airspaces& airspaces, const std::string& key, const Box& box,
                                              LonLat centre)
{
    Box wide = box;
    const double margin = std::max(box.east - box.west, box.north - box.south);
    wide.include({box.west - margin, box.south - margin});
    wide.include({box.east + margin, box.north + margin});
    std::vector<std::vector<LonLat>> lines;
    for (const Airspace& airspace : airspaces.list) {
        if (airspace.key != key)
            continue;
        for (const Ring& ring : airspace.rings) {
            std::vector<LonLat> run;
            const std::size_t n = ring.points.size();
            for (std::size_t i = 0; i <= n; ++i) {
                const LonLat p = beside(ring.points[i % n], centre);
                run.push_back(p);
                if (wide.contains(p))
                    continue;
                if (run.size() > 2)
                    lines.push_back(run);
                run = {p};
            }
            if (run.size() > 1)
                lines.push_back(run);
        }
    }
    return lines;
}

std::vector<std::vector<LonLat>> track_line(const Track* own, LonLat centre)
{
    if (own == nullptr || own->fixes().size() < 2)
        return {};
    std::vector<LonLat> line;
    for (const Fix& fix : own->fixes())
        line.push_back(beside(fix.place, centre));
    return {line};
}

Box box_of(const ClaimStudy& study, const std::vector<Layer>& layers)
{
    const LonLat centre = study.grid.centre;
    Box box;
    for (const Layer& layer : layers)
        for (const std::size_t i : layer.crossings)
            for (const LonLat& p : path_of(study.crossings.list[i]))
                box.include(beside(p, centre));
    const double metres_per_degree = 111'195;
    const double narrow = std::cos(centre.lat_deg * std::numbers::pi / 180);
    if (box.east < box.west) {
        const double half = study.grid.radius_m / metres_per_degree;
        box.include({centre.lon_deg - half / narrow, centre.lat_deg - half});
        box.include({centre.lon_deg + half / narrow, centre.lat_deg + half});
    }
    const double margin = 0.15 * std::max((box.east - box.west) * narrow, box.north - box.south) + 0.003;
    return {box.west - margin / narrow, box.east + margin / narrow, box.south - margin, box.north + margin};
}

}  // namespace

std::string map_plot(const ClaimStudy& study, const ReadingStudy& reading, const Track* own, const Airspaces& airspaces)
{
    const LonLat centre = study.grid.centre;
    const std::vector<Layer> layers = layers_of(study, reading);
    const Box box = box_of(study, layers);
    const double aspect = 1 / std::cos(centre.lat_deg * std::numbers::pi / 180);
    std::string script = fmt::format(
        "set title {} font ',12'\nset xlabel 'longitude'\nset ylabel 'latitude'\nset format x '%.2f°'\n"
        "set format y '%.2f°'\nset size ratio {:.6f}\nset xrange [{:.6f}:{:.6f}]\nset yrange [{:.6f}:{:.6f}]\n"
        "set key outside right top Left reverse font ',11'\nset grid linecolor rgb '#e0e0e0'\nset tics nomirror\nset xtics rotate by -30\n",
        gnuplot_text(fmt::format("{} and {}, as account {} tells it", study.aircraft, study.airspace, study.account)),
        -aspect, box.west, box.east, box.south, box.north);
    script += lines_data("border", border_lines(airspaces, study.airspace, box, centre));
    script += lines_data("own", track_line(own, centre));
    std::string plots;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        std::vector<std::vector<LonLat>> lines;
        for (const std::size_t c : layers[i].crossings) {
            lines.push_back(path_of(study.crossings.list[c]));
            for (LonLat& p : lines.back())
                p = beside(p, centre);
        }
        script += lines_data(fmt::format("layer{}", i), lines);
        plots += fmt::format("$layer{} with lines linewidth 1 linecolor rgb '{}' title {}, ", i, layers[i].colour,
                             gnuplot_text(layers[i].title));
    }
    plots += fmt::format("$border with lines linewidth 2.5 linecolor rgb '#202020' title {}, ",
                         gnuplot_text("border of " + study.airspace));
    plots += "$own with lines linewidth 2 dashtype 2 linecolor rgb '#d08000' title 'track of this account'";
    return script + "plot " + plots + "\n";
}

}  // namespace incursion
