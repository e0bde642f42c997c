#include "tests/bench/peers/s2_peer.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <s2/s2contains_point_query.h>
#include <s2/s2crossing_edge_query.h>
#include <s2/s2edge_crossings.h>

#include "tests/bench/peers/s2_shape.h"

namespace incursion::bench {

namespace {

/// One crossing of one side of an airspace by a leg, as a part of the leg.
struct Toggle {
    double u = 0;
    std::uint32_t airspace = 0;
};

struct Leg {
    S2Point from, to;
    double duration_s = 0;
};

/// S2Point's own == is ambiguous in C++20, as clang reads it.
bool are_one(const S2Point& p, const S2Point& q)
{
    return p.x() == q.x() && p.y() == q.y() && p.z() == q.z();
}

Toggle toggle_at(const Leg& leg, const s2shapeutil::ShapeEdge& side)
{
    const bool at_corner = S2::CrossingSign(leg.from, leg.to, side.v0(), side.v1()) == 0;
    const bool at_start = are_one(leg.from, side.v0()) || are_one(leg.from, side.v1());
    const S2Point place = !at_corner ? S2::GetIntersection(leg.from, leg.to, side.v0(), side.v1())
                          : at_start ? leg.from
                                     : leg.to;
    return {leg.from.Angle(place) / leg.from.Angle(leg.to), static_cast<std::uint32_t>(side.id().shape_id)};
}

/// The toggles of a leg in order.
void find_toggles(S2CrossingEdgeQuery& query, const Leg& leg, std::vector<s2shapeutil::ShapeEdge>& sides,
                  std::vector<Toggle>& toggles)
{
    toggles.clear();
    query.GetCrossingEdges(leg.from, leg.to, s2shapeutil::CrossingType::ALL, &sides);
    for (const s2shapeutil::ShapeEdge& side : sides)
        if (S2::EdgeOrVertexCrossing(leg.from, leg.to, side.v0(), side.v1()))
            toggles.push_back(toggle_at(leg, side));
    std::sort(toggles.begin(), toggles.end(),
              [](const Toggle& p, const Toggle& q) { return std::tie(p.u, p.airspace) < std::tie(q.u, q.airspace); });
}

}  // namespace

S2Peer::S2Peer(const Airspaces& airspaces)
{
    for (const Airspace& airspace : airspaces.list)
        index_.Add(std::make_unique<AirspaceShape>(airspace));
    index_.ForceBuild();
}

std::vector<PeerVisit> S2Peer::visits_of(const Track& track) const
{
    const auto fixes = track.fixes();
    std::map<std::uint32_t, PeerVisit> open;
    std::vector<PeerVisit> visits;
    if (fixes.empty())
        return visits;
    Leg leg;
    leg.to = s2_point(fixes[0].place);
    for (const S2Shape* shape : MakeS2ContainsPointQuery(&index_).GetContainingShapes(leg.to))
        open[static_cast<std::uint32_t>(shape->id())] = {static_cast<std::uint32_t>(shape->id()), 0, 0};

    S2CrossingEdgeQuery query{&index_};
    std::vector<s2shapeutil::ShapeEdge> sides;
    std::vector<Toggle> toggles;
    for (std::size_t i = 0; i + 1 < fixes.size(); ++i) {
        leg = {leg.to, s2_point(fixes[i + 1].place), to_seconds(fixes[i + 1].time - fixes[i].time)};
        if (are_one(leg.from, leg.to))
            continue;
        find_toggles(query, leg, sides, toggles);
        for (const Toggle& t : toggles) {
            const double second = to_seconds(fixes[i].time - fixes[0].time) + t.u * leg.duration_s;
            const auto [visit, entered] = open.try_emplace(t.airspace, PeerVisit{t.airspace, second, 0});
            if (entered)
                continue;
            visit->second.exit_s = second;
            visits.push_back(visit->second);
            open.erase(visit);
        }
    }
    for (auto& [airspace, visit] : open) {
        visit.exit_s = to_seconds(track.span().length());
        visits.push_back(visit);
    }
    return joined(std::move(visits));
}

}  // namespace incursion::bench
