#include "render/view/panel_parts.h"

#include <cmath>

#include <fmt/format.h>

#include "render/view/projection.h"
#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

std::string radar_part(const PanelQuestion& question, LonLat place)
{
    const Inverse from_radar = inverse(question.replay.radar().site, place);
    return fmt::format("{} {} from radar", question.bearing(from_radar.azimuth),
                       length_text(question.unit(), from_radar.distance_m));
}

std::string airspace_part(const PanelQuestion& question, LonLat place)
{
    std::string keys;
    for (const AirspaceId id : question.replay.index().airspaces_at(place))
        keys += (keys.empty() ? "in " : " and ") + question.replay.airspaces()[id].key;
    return keys.empty() ? "in no airspace" : keys;
}

std::string border_part(const PanelQuestion& question, LonLat place)
{
    AirspaceSet concerned;
    for (const std::size_t i : question.replay.concerned_airspaces())
        concerned.push_back({static_cast<std::uint32_t>(i)});
    if (concerned.empty() || question.view.is_exercise)
        return "";
    const auto nearest = question.replay.distances().of(concerned).nearest(place);
    return nearest ? length_text(question.unit(), nearest->distance_m) + " to the border" : "";
}

std::string place_words(const PanelQuestion& question, LonLat place)
{
    std::string words = place_text(question.unit(), place);
    for (const std::string& part :
         {radar_part(question, place), airspace_part(question, place), border_part(question, place)})
        if (!part.empty())
            words += "   " + part;
    return words;
}

std::string track_words(const PanelQuestion& question, std::size_t track)
{
    const TrackReport& report = question.replay.track_report(track);
    std::string words = report.track;
    if (!report.title.empty())
        words += ", " + report.title;
    const std::optional<Seen> seen = seen_of(question, track);
    if (!seen)
        return words;
    const Motion& motion = seen->paint.motion;
    if (motion.altitude_m)
        words +=
            "   " + altitude_text(question.unit(), *motion.altitude_m) + std::string{trend_arrow(motion.climb_mps)};
    words += "   " + speed_text(question.unit(), motion.speed_mps) + "   " + question.bearing(motion.track);
    if (seen->border && !question.view.is_exercise)
        words += fmt::format("   {} {} {}", length_text(question.unit(), std::abs(seen->border->distance_m)),
                             seen->border->inside ? "inside" : "to", seen->border->airspace);
    return words;
}

}  // namespace

std::string panel_status(const PanelQuestion& question)
{
    if (!question.view.notice.empty())
        return question.view.notice;
    if (!question.view.pointer)
        return "";
    const Point pointer = *question.view.pointer;
    if (const auto track = track_at(question.replay, question.view, question.frame, pointer, question.sweep))
        return track_words(question, *track);
    const ScopeMapping scope{question.replay.radar().site, question.view,
                             layout_of(question.view.layout, question.frame)};
    if (!scope.is_on_glass(pointer))
        return "";
    const LonLat place = scope.place_from(pointer);
    return is_valid(place) ? place_words(question, place) : "";
}

}  // namespace incursion
