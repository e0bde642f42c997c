#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "render/view/build_scene.h"
#include "render/view/look.h"
#include "render/view/panel_memory.h"
#include "render/view/projection.h"
#include "render/view/training_picture.h"
#include "tests/sim/training/equator_lesson.h"

namespace incursion::test {

namespace {

std::unique_ptr<Exercise> obedient_exercise()
{
    Lesson lesson = equator_lesson();
    lesson.reactions = {obedient()};
    return exercise_of(std::move(lesson));
}

std::unique_ptr<Replay> replay_of(TrainingPicture picture)
{
    Diagnostics diagnostics;
    auto replay = Replay::make_from_plots(std::move(picture.scenario), std::move(picture.airspaces),
                                          std::move(picture.plots), diagnostics);
    REQUIRE(replay);
    return replay;
}

std::vector<Fix> fixes_of(const Aircraft& aircraft)
{
    const auto fixes = std::get<Track>(aircraft.motion).fixes();
    return {fixes.begin(), fixes.end()};
}

/// Text as the scope's fonts make it, nearly.
TextSizes usual_sizes()
{
    TextSizes sizes;
    for (std::size_t i = 0; i < sizes.fonts.size(); ++i)
        sizes.fonts[i] = {look_of(PaletteId::phosphor).font_px[i] * 0.6F,
                          look_of(PaletteId::phosphor).font_px[i] * 1.2F};
    return sizes;
}

ViewState exercise_view(const Replay& replay, double s)
{
    ViewState view = first_view(replay);
    view.range_m = 150'000;
    view.middle = AzimuthalPlane{replay.radar().site}.plane_from({0.9, -0.3});
    view.time = at_second(s);
    view.layout = LayoutId::exercise;
    view.is_exercise = true;
    return view;
}

Scene scene_of(const Replay& replay, const ViewState& view)
{
    SweepMemory memory{replay};
    return build_scene(replay, view, {1280, 720, 1}, usual_sizes(), memory);
}

bool has_style(const Scene& scene, StyleId style)
{
    return std::any_of(scene.strokes.begin(), scene.strokes.end(),
                       [&](const Stroke& stroke) { return stroke.style == style; }) ||
           std::any_of(scene.labels.begin(), scene.labels.end(),
                       [&](const Label& label) { return label.style == style; });
}

bool says(const Scene& scene, const std::string& words)
{
    return std::any_of(scene.labels.begin(), scene.labels.end(),
                       [&](const Label& label) { return label.text.find(words) != std::string::npos; });
}

void check_equal(const TrainingPicture& a, const TrainingPicture& b)
{
    REQUIRE(a.scenario.aircraft.size() == b.scenario.aircraft.size());
    const auto same = [](const Fix& p, const Fix& q) {
        return p.time == q.time && p.place == q.place && p.altitude_m == q.altitude_m;
    };
    for (std::size_t i = 0; i < a.scenario.aircraft.size(); ++i) {
        CHECK(a.scenario.aircraft[i].id == b.scenario.aircraft[i].id);
        CHECK(a.scenario.aircraft[i].title == b.scenario.aircraft[i].title);
        const std::vector<Fix> p = fixes_of(a.scenario.aircraft[i]), q = fixes_of(b.scenario.aircraft[i]);
        CHECK(std::equal(p.begin(), p.end(), q.begin(), q.end(), same));
        const auto r = a.plots[i].fixes(), s = b.plots[i].fixes();
        CHECK(std::equal(r.begin(), r.end(), s.begin(), s.end(), same));
    }
}

}  // namespace

TEST_CASE("The trainee's picture holds nothing of what is done and flown after its instant")
{
    const auto exercise = obedient_exercise();
    const std::string number = number_of_bravo(*exercise);
    const Course quiet = exercise->course({});
    // From 210 s on BRAVO turns north, and its track becomes hostile.
    Action classify = action_at(205, ActionKind::classify, number);
    classify.text = "hostile";
    const Course loud = exercise->course({classify, order_at(210, number, 0)});
    for (const double s : {0.0, 60.0, 100.0, 149.5, 200.0, 204.9})
        check_equal(training_picture(*exercise, quiet, at_second(s)), training_picture(*exercise, loud, at_second(s)));
    const TrainingPicture late = training_picture(*exercise, loud, at_second(300));
    const TrainingPicture as_if = training_picture(*exercise, quiet, at_second(300));
    bool differs = false;
    for (std::size_t i = 0; i < late.scenario.aircraft.size(); ++i)
        differs = differs || late.scenario.aircraft[i].title != as_if.scenario.aircraft[i].title;
    CHECK(differs);
    for (const double s : {0.0, 33.3, 150.0, 400.0}) {
        const TrainingPicture picture = training_picture(*exercise, loud, at_second(s));
        for (std::size_t i = 0; i < picture.plots.size(); ++i) {
            CHECK(fixes_of(picture.scenario.aircraft[i]).back().time <= at_second(s));
            CHECK((picture.plots[i].fixes().empty() || picture.plots[i].fixes().back().time <= at_second(s)));
        }
    }
}

TEST_CASE("Nothing of the aircraft themselves is in the trainee's picture, and no call, event or claim")
{
    const auto exercise = obedient_exercise();
    const Course course = exercise->course({call_at(160, number_of_bravo(*exercise))});
    const TrainingPicture picture = training_picture(*exercise, course, at_second(280));
    REQUIRE(picture.scenario.aircraft.size() == 2);
    const std::set<std::string> secrets{"ALFA", "BRAVO", "AWAY", "any"};
    for (std::size_t i = 0; i < 2; ++i) {
        const Aircraft& aircraft = picture.scenario.aircraft[i];
        for (const std::string& text : {aircraft.id, aircraft.title, aircraft.state, aircraft.account, aircraft.same_as,
                                        std::get<Track>(aircraft.motion).id(), picture.plots[i].id()})
            CHECK_FALSE(secrets.contains(text));
        CHECK(aircraft.state.empty());
        CHECK_FALSE(aircraft.type);
        CHECK_FALSE(aircraft.accuracy);
    }
    CHECK(picture.scenario.calls.empty());
    CHECK(picture.scenario.events.empty());
    CHECK(picture.scenario.claims.empty());
    CHECK(picture.scenario.steps.empty());
    CHECK(picture.scenario.accounts.empty());
}

TEST_CASE("To the trainee's picture only the protected airspace is foreign, whatever its limits and neighbours")
{
    Lesson lesson = equator_lesson();
    Airspaces two = home();
    two.list.push_back(rectangle("NEXT", 0.6, -1, 0.8, 1));
    two.list.front().ceiling = FlightLevel{10};  // the aircraft is far above it
    Diagnostics diagnostics;
    const auto exercise = Exercise::make(lesson, equator_scenario(), two, diagnostics);
    REQUIRE(exercise);
    const auto replay = replay_of(training_picture(*exercise, exercise->course({}), at_second(290)));
    // 0.5 E to 1.08 E leads through both.
    std::set<std::string> visited;
    for (std::size_t i = 0; i < replay->track_count(); ++i)
        for (const Visit& visit : replay->track_report(i).visits)
            if (visit.foreign)
                visited.insert(visit.airspace);
    CHECK(visited == std::set<std::string>{"HOME"});
    REQUIRE(replay->concerned_airspaces().size() == 1);
    CHECK(replay->concerned_airspaces().front() == 0);
}

TEST_CASE("Before the first track is shown the protected border is drawn as the one that matters")
{
    const auto exercise = exercise_of(equator_lesson());
    const auto replay = replay_of(training_picture(*exercise, exercise->course({}), at_second(0)));
    CHECK(replay->track_count() == 0);
    CHECK(replay->concerned_airspaces() == std::vector<std::size_t>{0});
    CHECK_FALSE(replay->radar().is_assumed);
}

TEST_CASE("A track is titled by what the trainee has called it last")
{
    const auto exercise = exercise_of(equator_lesson());
    const std::string number = number_of_bravo(*exercise);
    Action first = action_at(120, ActionKind::classify, number), second = action_at(140, ActionKind::classify, number);
    first.text = "friendly";
    second.text = "hostile";
    const Course course = exercise->course({action_at(110, ActionKind::take_up, number), first, second});
    const auto title_at = [&](double s) {
        for (const Aircraft& aircraft : training_picture(*exercise, course, at_second(s)).scenario.aircraft)
            if (aircraft.id == number)
                return aircraft.title;
        return std::string{"?"};
    };
    CHECK(title_at(105) == "");
    CHECK(title_at(115) == "taken up");
    CHECK(title_at(130) == "friendly");
    CHECK(title_at(140) == "hostile");
}

TEST_CASE("The picture stays as it is until the instant that is told, and is another one then")
{
    const auto exercise = exercise_of(equator_lesson());
    const Course course = exercise->course({});
    const auto count = [&](Time t) {
        std::size_t fixes = 0;
        const TrainingPicture picture = training_picture(*exercise, course, t);
        for (std::size_t i = 0; i < picture.plots.size(); ++i)
            fixes += picture.plots[i].fixes().size() + fixes_of(picture.scenario.aircraft[i]).size();
        return fixes;
    };
    Time now = at_second(0);
    int steps = 0;
    while (const auto next = next_picture(course, now)) {
        CHECK(*next > now);
        if (steps++ % 10 == 0 && now > at_second(30)) {
            CHECK(count(*next - Duration{1}) == count(now));
            CHECK(count(*next) > count(now));
        }
        now = *next;
    }
    // Two aircraft, sixty turns of ten seconds.
    CHECK(steps > 100);
    CHECK(now <= at_second(600));
}

TEST_CASE("An exercise shows an aircraft inside as any other: no border distance, no lit border, no state")
{
    const auto exercise = exercise_of(equator_lesson());
    // It is in from 250 to 300 s. What is shown last is always the end of its track, which is no part of a visit.
    const auto replay = replay_of(training_picture(*exercise, exercise->course({}), at_second(299)));
    ViewState view = exercise_view(*replay, 285);
    const Scene shown = scene_of(*replay, view);
    CHECK_FALSE(has_style(shown, StyleId::border_lit));
    CHECK_FALSE(has_style(shown, StyleId::inside_block));
    CHECK_FALSE(says(shown, "HOME"));
    CHECK(says(shown, number_of_bravo(*exercise)));
    SweepMemory sweep{*replay};
    PanelMemory memory{*replay};
    const PanelData panels = build_panels(*replay, view, {1280, 720, 1}, sweep, memory);
    CHECK(panels.header.state.empty());
    CHECK(panels.charts.charts.empty());
    CHECK(panels.figures.empty());
    CHECK(panels.timeline.visits.empty());
    CHECK(panels.tracks.rows.empty());
    // An ordinary view of the same tells all of it: the aircraft is inside by now.
    view.is_exercise = false;
    const Scene told = scene_of(*replay, view);
    CHECK(has_style(told, StyleId::inside_block));
    CHECK(says(told, "HOME IN"));
}

TEST_CASE("A picture over the ground of an earlier one is the one made afresh")
{
    const auto exercise = exercise_of(equator_lesson());
    const Course course = exercise->course({});
    const auto early = replay_of(training_picture(*exercise, course, at_second(100)));
    TrainingPicture late = training_picture(*exercise, course, at_second(200));
    Diagnostics diagnostics;
    const auto later = Replay::make_from_plots(late.scenario, *early, late.plots, diagnostics);
    const auto fresh = replay_of(late);
    REQUIRE(later);
    CHECK(later->has_map_of(*early));
    CHECK_FALSE(fresh->has_map_of(*early));
    CHECK(scene_of(*later, exercise_view(*later, 200)) == scene_of(*fresh, exercise_view(*fresh, 200)));
    const TextSizes sizes = usual_sizes();
    CHECK(build_map(*later, exercise_view(*later, 200), {1280, 720, 1}, sizes) ==
          build_map(*early, exercise_view(*early, 200), {1280, 720, 1}, sizes));
}

}  // namespace incursion::test
