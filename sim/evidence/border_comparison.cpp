#include "sim/evidence/border_comparison.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <set>

#include "sim/analysis/track_path.h"
#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

constexpr double sample_step_m = 25;
constexpr double metres_per_degree_at_least = 110500;  // of latitude on WGS-84, at the equator, where it is shortest

std::string key_there(const BorderDrawing& drawing, const std::string& key)
{
    const auto name =
        std::find_if(drawing.names.begin(), drawing.names.end(), [&](const auto& n) { return n.first == key; });
    return name == drawing.names.end() ? key : name->second;
}

const BorderDistance& border_of(const BorderDrawing& drawing, const std::string& key)
{
    return drawing.ground.distances.of(airspaces_with_key(drawing.ground.airspaces, key_there(drawing, key)));
}

BorderVerdict row_verdict_of(const TrackReport& report, const std::string& key)
{
    BorderVerdict verdict;
    const auto same = [&](const auto& item) { return item.airspace == key; };
    const auto closest = std::find_if(report.closest_approach.begin(), report.closest_approach.end(), same);
    verdict.known = closest != report.closest_approach.end();
    if (verdict.known)
        verdict.closest_m = closest->distance_m;
    for (const Visit& visit : report.visits) {
        if (visit.airspace != key)
            continue;
        if (!verdict.inside)
            verdict.entry = visit.entry.time;
        verdict.inside = true;
        verdict.max_depth_m = std::max(verdict.max_depth_m, visit.max_depth_m);
    }
    for (const auto& [name, dwell] : report.dwell)
        if (name == key)
            verdict.dwell_s = std::chrono::duration<double>(dwell).count();
    return verdict;
}

/// Where our line and another's are worth comparing: where the track meets ours, or comes nearest to it.
std::vector<LonLat> places_of_interest(const TrackReport& report, const std::string& key, const Track& track,
                                       const BorderDrawing& ours)
{
    std::vector<LonLat> places;
    for (const Visit& visit : report.visits)
        for (const VisitEnd* end : {&visit.entry, &visit.exit})
            if (visit.airspace == key && end->by == CrossedBy::side)
                places.push_back(end->place);
    if (!places.empty())
        return places;
    for (const ClosestApproach& closest : report.closest_approach)
        if (closest.airspace == key) {
            const TrackPath path{track, ours.ground.options.legs};
            if (const auto nearest = border_of(ours, key).nearest(path.at(closest.time)))
                places.push_back(nearest->place);
        }
    return places;
}

void add_samples(const BorderEdge& edge, EdgeReading reading, LonLat centre, double window_m,
                 std::vector<LonLat>& samples)
{
    const GeodesicLine line{edge.a, edge.b};
    const int steps = std::max(1, static_cast<int>(std::ceil(line.length_m() / sample_step_m)));
    for (int i = 0; i <= steps; ++i) {
        const double u = static_cast<double>(i) / steps;
        const LonLat p = reading == EdgeReading::geodesic
                             ? line.at(u * line.length_m())
                             : LonLat{edge.a.lon_deg + u * (edge.b.lon_deg - edge.a.lon_deg),
                                      edge.a.lat_deg + u * (edge.b.lat_deg - edge.a.lat_deg)};
        if (distance_m(p, centre) <= window_m)
            samples.push_back(p);
    }
}

/// Places on our line of one airspace within the window around a place.
std::vector<LonLat> line_around(LonLat centre, const std::string& key, const AnalysisGround& ground, double window_m)
{
    const double height_deg = window_m / metres_per_degree_at_least;
    const double width_deg = height_deg / std::max(0.01, std::cos(Angle::degrees(centre.lat_deg).rad()));
    std::vector<BorderEdgeId> near_by;
    ground.index.collect({centre.lon_deg - width_deg, std::max(-90.0, centre.lat_deg - height_deg),
                          centre.lon_deg + width_deg, std::min(90.0, centre.lat_deg + height_deg)},
                         near_by);
    std::sort(near_by.begin(), near_by.end());
    near_by.erase(std::unique(near_by.begin(), near_by.end()), near_by.end());
    std::vector<LonLat> samples;
    const BorderEdges& edges = ground.index.edges();
    for (const BorderEdgeId id : near_by) {
        const auto owners = edges.owners(id);
        if (std::any_of(owners.begin(), owners.end(), [&](AirspaceId o) { return ground.airspaces[o].key == key; }))
            add_samples(edges[id], edges.reading(), centre, window_m, samples);
    }
    return samples;
}

void measure_apart(BorderRow& row, const std::vector<LonLat>& places, const std::vector<BorderDrawing>& drawings,
                   double window_m)
{
    for (const LonLat place : places)
        for (const LonLat p : line_around(place, row.airspace, drawings.front().ground, window_m))
            for (std::size_t i = 1; i < drawings.size(); ++i) {
                const BorderDistance& theirs = border_of(drawings[i], row.airspace);
                const auto nearest = theirs.empty() ? std::nullopt : theirs.nearest(p);
                if (!nearest || (row.apart_m && nearest->distance_m <= *row.apart_m))
                    continue;
                row.apart_m = nearest->distance_m;
                row.apart_at = nearest->place;
                row.apart_variant = drawings[i].variant.id;
            }
}

void sum_up_row(BorderRow& row)
{
    const BorderVerdict& ours = row.verdicts.front();
    row.least_dwell_s = row.greatest_dwell_s = ours.dwell_s;
    for (const BorderVerdict& verdict : row.verdicts) {
        if (!verdict.known)
            continue;
        row.unanimous = row.unanimous && verdict.inside == ours.inside;
        row.least_dwell_s = std::min(row.least_dwell_s, verdict.dwell_s);
        row.greatest_dwell_s = std::max(row.greatest_dwell_s, verdict.dwell_s);
    }
}

void add_rows(const ComparedTrack& compared, const std::vector<BorderDrawing>& drawings,
              const BorderComparisonOptions& options, std::vector<BorderRow>& rows)
{
    std::vector<TrackReport> reports;
    for (const BorderDrawing& drawing : drawings)
        reports.push_back(analyse_track(compared.track, {}, drawing.ground));  // everything is foreign to nobody
    const Airspaces& ours = drawings.front().ground.airspaces;
    std::set<std::string> keys;
    for (const AirspaceId id : foreign_airspaces(ours, compared.belonging))
        keys.insert(ours[id].key);
    for (const std::string& key : keys) {
        BorderRow row;
        row.track = compared.track.id();
        row.airspace = key;
        for (std::size_t i = 0; i < drawings.size(); ++i)
            row.verdicts.push_back(row_verdict_of(reports[i], key_there(drawings[i], key)));
        const bool visited =
            std::any_of(row.verdicts.begin(), row.verdicts.end(), [](const auto& v) { return v.inside; });
        const BorderVerdict& own = row.verdicts.front();
        if (!visited && (!own.known || own.closest_m > options.interest_m))
            continue;
        sum_up_row(row);
        measure_apart(row, places_of_interest(reports.front(), key, compared.track, drawings.front()), drawings,
                      options.window_m);
        rows.push_back(std::move(row));
    }
}

}  // namespace

BorderComparison compare_borders(const std::vector<ComparedTrack>& tracks, const std::vector<BorderDrawing>& drawings,
                                 const BorderComparisonOptions& options)
{
    assert(!drawings.empty());
    const BorderDrawing& own = drawings.front();
    Airspaces otherwise = own.ground.airspaces;
    const bool to_straight = otherwise.edges == EdgeReading::geodesic;
    otherwise.edges = to_straight ? EdgeReading::straight : EdgeReading::geodesic;
    const BorderIndex index{otherwise};
    const BorderDistances distances{index.edges()};
    const AnalysisGround ground{otherwise, index, distances, own.ground.options, ClosestTo::each_key};
    BorderVariant variant = own.variant;
    variant.id += to_straight ? " straight" : " geodesic";
    variant.edges = otherwise.edges;

    std::vector<BorderDrawing> all{own, {variant, own.names, ground}};
    for (std::size_t i = 1; i < drawings.size(); ++i)
        all.push_back(drawings[i]);
    BorderComparison comparison;
    comparison.window_m = options.window_m;
    for (const BorderDrawing& drawing : all)
        comparison.variants.push_back(drawing.variant);
    for (const ComparedTrack& track : tracks)
        add_rows(track, all, options, comparison.rows);
    return comparison;
}

}  // namespace incursion
