#include "sim/evidence/reach.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include <Eigen/Core>

#include "sim/analysis/vertical_range.h"
#include "sim/evidence/prism.h"
#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

constexpr double piece_m = 5e3;
constexpr double longest_flight_m = 400e3;  // beyond, the plane is too far from the Earth
constexpr double degree_m = 111'700;        // of latitude, at most; of longitude times the cosine, too
constexpr double short_degree_m = 110'500;  // of latitude, at least

/// A leg's prism, and the plane it is looked at in: x from the first fix to the second, the origin between them.
struct Leg {
    TimeSpan span;
    GeodesicLine line;
    LonLat middle;
    Angle azimuth;  ///< of x, at the middle
    Prism prism;

    double reach_m() const { return prism.speed_mps * prism.duration_s / 2; }
    Eigen::Vector2d plane(LonLat place) const
    {
        const Inverse to = inverse(middle, place);
        const double turn = to.azimuth.rad() - azimuth.rad();
        return {to.distance_m * std::cos(turn), -to.distance_m * std::sin(turn)};
    }
};

Leg leg_between(const Fix& from, const Fix& to, double greatest_speed_mps)
{
    GeodesicLine line{from.place, to.place};
    Angle azimuth;
    LonLat middle = line.at(line.length_m() / 2, azimuth);
    middle.lon_deg = wrapped_lon(middle.lon_deg);
    const double duration_s = to_seconds(to.time - from.time);
    // Of an aircraft that stood still with no speed allowed, the discs are points: a speed too small to matter.
    const double speed_mps = std::max({greatest_speed_mps, line.length_m() / duration_s, 1e-9});
    return {{from.time, to.time}, line, middle, azimuth, {line.length_m(), duration_s, speed_mps}};
}

/// Around all that the aircraft can reach in a leg.
LonLatBox box_of(const Leg& leg)
{
    const double lat_deg = leg.reach_m() / short_degree_m + 1e-6;
    const double south = std::max(leg.middle.lat_deg - lat_deg, -90.0);
    const double north = std::min(leg.middle.lat_deg + lat_deg, 90.0);
    const double farthest_deg = std::max(std::abs(south), std::abs(north));
    // On a sphere the widest longitude of a cap is asin(sin r / cos lat); r / cos of the farthest latitude is more.
    const double shrink = std::cos(farthest_deg * std::numbers::pi / 180);
    const double lon_deg = farthest_deg < 89.9 ? std::min(lat_deg / shrink, 180.0) : 180.0;
    return {leg.middle.lon_deg - lon_deg, south, leg.middle.lon_deg + lon_deg, north};
}

bool may_meet(const BorderEdge& edge, const LonLatBox& box)
{
    if (std::abs(edge.a.lat_deg) == 90 && edge.a.lat_deg == edge.b.lat_deg)
        return false;  // without length on the ground
    const auto [south, north] = std::minmax(edge.a.lat_deg, edge.b.lat_deg);
    if (south - edge.stray_deg > box.north || north + edge.stray_deg < box.south)
        return false;
    for (const double turn_deg : {-360.0, 0.0, 360.0})
        if (edge.a.lon_deg + turn_deg - edge.stray_deg <= box.east &&
            edge.b.lon_deg + turn_deg + edge.stray_deg >= box.west)
            return true;
    return false;
}

std::vector<BorderEdgeId> edges_near(const LonLatBox& box, const AirspaceSet& airspaces, const BorderIndex& index)
{
    std::vector<BorderEdgeId> near;
    index.collect(box, near);
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    const auto wanted = [&](BorderEdgeId id) {
        const auto owners = index.edges().owners(id);
        return may_meet(index.edges()[id], box) && std::any_of(owners.begin(), owners.end(), [&](AirspaceId owner) {
                   return std::binary_search(airspaces.begin(), airspaces.end(), owner);
               });
    };
    near.erase(std::remove_if(near.begin(), near.end(), [&](BorderEdgeId id) { return !wanted(id); }), near.end());
    return near;
}

/// Places along an edge, from end to end, at most piece_m apart.
std::vector<LonLat> places_along(const BorderEdge& edge, EdgeReading reading)
{
    const double lat_deg = std::min(std::abs(edge.a.lat_deg), std::abs(edge.b.lat_deg));
    const double widest = edge.a.lat_deg * edge.b.lat_deg < 0 ? 1 : std::cos(lat_deg * std::numbers::pi / 180);
    const double length_m =
        degree_m * std::hypot(edge.b.lat_deg - edge.a.lat_deg, widest * (edge.b.lon_deg - edge.a.lon_deg));
    const auto pieces = static_cast<std::size_t>(std::ceil(std::max(length_m / piece_m, 1.0)));
    std::vector<LonLat> places{edge.a};
    const GeodesicLine line{edge.a, edge.b};
    for (std::size_t i = 1; i < pieces; ++i) {
        const double u = static_cast<double>(i) / static_cast<double>(pieces);
        if (reading == EdgeReading::geodesic)
            places.push_back(line.at(u * line.length_m()));
        else
            places.push_back({edge.a.lon_deg + u * (edge.b.lon_deg - edge.a.lon_deg),
                              edge.a.lat_deg + u * (edge.b.lat_deg - edge.a.lat_deg)});
    }
    places.push_back(edge.b);
    return places;
}

/// When the lens meets the border of these airspaces: ascending, may overlap.
std::vector<MeetingTimes> border_times(const Leg& leg, const AirspaceSet& airspaces, const BorderIndex& index)
{
    const auto edges = edges_near(box_of(leg), airspaces, index);
    if (!edges.empty() && 2 * leg.reach_m() > longest_flight_m)
        return {{0, leg.prism.duration_s}};
    std::vector<MeetingTimes> times;
    for (const BorderEdgeId edge : edges) {
        const auto places = places_along(index.edges()[edge], index.edges().reading());
        Eigen::Vector2d from = leg.plane(places.front());
        for (std::size_t i = 1; i < places.size(); ++i) {
            const Eigen::Vector2d to = leg.plane(places[i]);
            if (const auto meeting = meeting_times(leg.prism, from, to))
                times.push_back(*meeting);
            from = to;
        }
    }
    std::sort(times.begin(), times.end(),
              [](const MeetingTimes& a, const MeetingTimes& b) { return a.from_s < b.from_s; });
    return times;
}

/// What holds while the lens meets no border: as at the place half way through it on the shortest way.
Reach reach_between(const Leg& leg, double from_s, double to_s, const AirspaceSet& airspaces,
                    const AnalysisGround& ground)
{
    const double u = (from_s + to_s) / 2 / leg.prism.duration_s;
    LonLat place = leg.line.at(u * leg.line.length_m());
    place.lon_deg = wrapped_lon(place.lon_deg);
    Reach reach = Reach::excluded;
    for (const AirspaceId id : ground.index.airspaces_at(place))
        if (std::binary_search(airspaces.begin(), airspaces.end(), id)) {
            if (ground.airspaces[id].is_decided_by_sides())
                return Reach::definite;
            reach = Reach::possible;
        }
    return reach;
}

void append(std::vector<ReachSpan>& spans, TimeSpan span, Reach inside)
{
    if (span.empty())
        return;
    if (!spans.empty() && spans.back().inside == inside)
        spans.back().span.to = span.to;
    else
        spans.push_back({span, inside});
}

void append_leg(std::vector<ReachSpan>& spans, const Leg& leg, const AirspaceSet& airspaces,
                const AnalysisGround& ground)
{
    const auto time_at = [&](double s) { return std::min(leg.span.from + seconds(s), leg.span.to); };
    double done_s = 0;
    const auto free_until = [&](double until_s) {
        if (until_s > done_s)
            append(spans, {time_at(done_s), time_at(until_s)}, reach_between(leg, done_s, until_s, airspaces, ground));
    };
    for (const MeetingTimes& meeting : border_times(leg, airspaces, ground.index)) {
        free_until(meeting.from_s);
        if (meeting.to_s > done_s)
            append(spans, {time_at(std::max(done_s, meeting.from_s)), time_at(meeting.to_s)}, Reach::possible);
        done_s = std::max(done_s, meeting.to_s);
    }
    free_until(leg.prism.duration_s);
}

}  // namespace

ReachReport reach(const Track& track, const std::string& key, double greatest_speed_mps, const AnalysisGround& ground)
{
    ReachReport report;
    report.track = track.id();
    report.airspace = key;
    report.greatest_speed_mps = greatest_speed_mps;
    const AirspaceSet airspaces = airspaces_with_key(ground.airspaces, key);
    const auto fixes = track.fixes();
    for (std::size_t i = 1; i < fixes.size(); ++i) {
        const Leg leg = leg_between(fixes[i - 1], fixes[i], greatest_speed_mps);
        if (leg.line.length_m() > greatest_speed_mps * leg.prism.duration_s)
            ++report.faster_legs;
        append_leg(report.spans, leg, airspaces, ground);
    }
    for (const auto& [span, inside] : report.spans) {
        if (inside == Reach::definite)
            report.definite_s += to_seconds(span.length());
        if (inside == Reach::possible)
            report.possible_s += to_seconds(span.length());
    }
    return report;
}

}  // namespace incursion
