#include "render/view/tour_view.h"

#include <algorithm>
#include <limits>

#include "render/view/projection.h"
#include "render/view/scene_tracks.h"
#include "render/view/shown.h"

namespace incursion {

namespace {

constexpr float spot_radius = 15;  // of the design

void show_account(const Replay& replay, ViewState& view, const std::string& id)
{
    const std::vector<Account>& accounts = replay.report().accounts;
    view.accounts_shown.assign(accounts.size(), id.empty());
    for (std::size_t i = 0; i < accounts.size(); ++i)
        if (accounts[i].id == id)
            view.accounts_shown[i] = true;
}

void select_for(const Replay& replay, ViewState& view, const TourStop& stop)
{
    if (stop.aircraft && is_track_shown(replay, view, *stop.aircraft))
        view.selected = stop.aircraft;
    if (shown_selection(replay, view))
        return;
    const std::vector<std::size_t> shown = shown_tracks(replay, view);
    view.selected = shown.empty() ? std::nullopt : std::optional{shown.front()};
}

void move_middle(const Replay& replay, ViewState& view, const TourStop& stop, const StepView& step)
{
    const AzimuthalPlane plane{replay.radar().site};
    if (step.centre)
        view.middle = plane.plane_from(*step.centre);
    if (!step.centre_on_aircraft || !stop.aircraft)
        return;
    if (const auto motion = replay.outlook(*stop.aircraft).motion_at(stop.time))
        view.middle = plane.plane_from(motion->place);
}

void turn_page(ViewState& view, const Step& step)
{
    if (step.view.shows_figures)
        view.page = *step.view.shows_figures ? SidePage::figures : SidePage::charts;
    const auto* panel = std::get_if<PointAtPanel>(&step.point_at);
    if (panel != nullptr && panel->panel == StepPanel::charts)
        view.page = SidePage::charts;
    if (panel != nullptr && panel->panel == StepPanel::figures)
        view.page = SidePage::figures;
}

std::optional<Rect> panel_place(StepPanel panel, const Layout& layout)
{
    switch (panel) {
    case StepPanel::clock: return layout.header;
    case StepPanel::tracks: return layout.tracks;
    case StepPanel::selected: return layout.selected;
    case StepPanel::radio: return layout.radio;
    case StepPanel::charts:
    case StepPanel::figures: return layout.side;
    case StepPanel::accounts: return layout.accounts;
    case StepPanel::timeline: return layout.timeline;
    }
    return std::nullopt;
}

std::optional<LonLat> nearest_border(const Replay& replay, const std::string& key, const TourStop& stop)
{
    const auto motion = stop.aircraft ? replay.outlook(*stop.aircraft).motion_at(stop.time) : std::nullopt;
    if (!motion)
        return std::nullopt;
    AirspaceSet airspaces;
    for (std::size_t i = 0; i < replay.airspaces().list.size(); ++i)
        if (replay.airspaces().list[i].key == key)
            airspaces.push_back(AirspaceId{static_cast<std::uint32_t>(i)});
    if (airspaces.empty() || replay.distances().of(airspaces).empty())
        return std::nullopt;
    return replay.distances().of(airspaces).nearest(motion->place)->place;
}

/// Finds where a thing stands on the glass.
struct Pointing {
    const Replay& replay;
    const ViewState& view;
    const TourStop& stop;
    ScopeMapping mapping;
    SweepMemory& memory;

    std::optional<Point> operator()(const std::monostate&) const { return std::nullopt; }
    std::optional<Point> operator()(const PointAtPanel&) const { return std::nullopt; }
    std::optional<Point> operator()(const PointAtPlace& thing) const { return mapping.screen_from(thing.position); }
    std::optional<Point> operator()(const PointAtBorder& thing) const
    {
        const auto place = nearest_border(replay, thing.airspace, stop);
        return place ? std::optional{mapping.screen_from(*place)} : std::nullopt;
    }
    std::optional<Point> operator()(const PointAtAircraft& thing) const
    {
        const auto track = replay.track_of(thing.aircraft);
        if (!track || !is_track_shown(replay, view, *track))
            return std::nullopt;
        if (const auto paint = memory.last_paint(*track, view.time, !is_on(view, Switch::sweep)))
            return mapping.screen_from(paint->at);
        const auto motion = replay.outlook(*track).motion_at(view.time);
        return motion ? std::optional{mapping.screen_from(motion->place)} : std::nullopt;
    }
};

Rect spot_around(Point at, float radius)
{
    return {at.x - radius, at.y - radius, 2 * radius, 2 * radius};
}

}  // namespace

ViewState view_from_stop(const Replay& replay, ViewState view, const TourStop& stop)
{
    const Step& step = replay.scenario().steps[stop.step];
    view.time = stop.time;
    if (step.view.range_m)
        view.range_m = *step.view.range_m;
    move_middle(replay, view, stop, step.view);
    if (step.view.account)
        show_account(replay, view, *step.view.account);
    select_for(replay, view, stop);
    if (step.view.speed)
        view.speed = *step.view.speed;
    turn_page(view, step);
    return view;
}

std::optional<PointedThing> pointed_thing(const Replay& replay, const ViewState& view, const TourStop& stop,
                                          const FrameSize& frame, SweepMemory& memory)
{
    const PointAtThing& thing = replay.scenario().steps[stop.step].point_at;
    const Layout layout = layout_of(view.layout, frame);
    if (const auto* panel = std::get_if<PointAtPanel>(&thing)) {
        const std::optional<Rect> place = panel_place(panel->panel, layout);
        return place ? std::optional{PointedThing{*place, true}} : std::nullopt;
    }
    const Pointing pointing{replay, view, stop, ScopeMapping{replay.radar().site, view, layout}, memory};
    const std::optional<Point> at = std::visit(pointing, thing);
    if (!at || !pointing.mapping.is_on_glass(*at))
        return std::nullopt;
    return PointedThing{spot_around(*at, spot_radius * frame.scale), false};
}

std::vector<Rect> kept_free(const Replay& replay, const ViewState& view, const FrameSize& frame, const TextSizes& sizes,
                            const Scene& scene, SweepMemory& memory)
{
    std::vector<Rect> rects;
    const SceneMaker maker{replay, view, frame, sizes, memory};
    for (const SeenTrack& seen : maker.seen)
        rects.push_back(spot_around(seen.at, spot_radius * frame.scale));
    for (const Label& label : scene.labels)
        rects.push_back(
            {label.at.x, label.at.y, text_width_px(sizes, label.font, label.text), sizes[label.font].height_px});
    return rects;
}

}  // namespace incursion
