#include "sim/training/exercise.h"

#include <algorithm>

#include "sim/geo/geodesic.h"
#include "tests/sim/training/equator_lesson.h"

using namespace incursion;
using namespace incursion::test;

namespace {

Lesson lesson_with(Reaction reaction)
{
    Lesson lesson = equator_lesson();
    lesson.reactions = {std::move(reaction)};
    return lesson;
}

Lesson lesson_with(Inject inject)
{
    Lesson lesson = equator_lesson();
    inject.id = "inject";
    lesson.injects = {std::move(inject)};
    return lesson;
}

Inject inject_of(InjectKind kind, std::optional<double> from_s, std::optional<double> duration_s,
                 std::string aircraft = "BRAVO")
{
    Inject inject;
    inject.kind = kind;
    inject.aircraft = std::move(aircraft);
    if (from_s)
        inject.from = at_second(*from_s);
    inject.duration_s = duration_s;
    return inject;
}

/// How far from a heading an aircraft is at the very end; a geodesic turns by some thousandths of a degree until then.
double off_heading_deg(const Course& course, std::size_t aircraft, double heading_deg)
{
    const auto fixes = course.tracks[aircraft].fixes();
    const Angle heading = inverse(fixes[fixes.size() - 2].place, fixes.back().place).azimuth_end;
    return wrapped_to_half_turn(heading - Angle::degrees(heading_deg)).deg();
}

/// The fixes of some tracks before an instant, every number of them.
std::vector<std::vector<double>> shown_before(const Course& course, double s)
{
    std::vector<std::vector<double>> all;
    for (const ShownTrack& shown : course.shown) {
        std::vector<double> numbers;
        for (const Track* track : {&shown.system, &shown.plots})
            for (const Fix& fix : track->fixes())
                if (fix.time < at_second(s)) {
                    const double time_ns = static_cast<double>(fix.time.time_since_epoch().count());
                    numbers.insert(numbers.end(), {time_ns, fix.place.lon_deg, fix.place.lat_deg,
                                                   fix.altitude_m.value_or(-1), fix.accuracy_m.value_or(-1)});
                }
        if (shown.shown.from < at_second(s))
            all.push_back(std::move(numbers));
    }
    return all;
}

}  // namespace

TEST_CASE("each aircraft has a number in the order in which its track came up")
{
    const auto exercise = exercise_of(equator_lesson());
    const Course course = exercise->course({});
    REQUIRE(course.shown.size() == 2);
    CHECK(course.shown[0].number == "A01");
    CHECK(course.shown[1].number == "A02");
    CHECK(course.shown[0].shown.from < course.shown[1].shown.from);
    CHECK(course.shown[0].system.id() == "A01");
    for (const ShownTrack& shown : course.shown) {
        // A turn of the beam brings a plot, and a track comes up with its second.
        CHECK(shown.plots.fixes().size() == shown.system.fixes().size() + 1);
        CHECK(shown.plots.fixes()[1].time == shown.shown.from);
        CHECK(shown.shown.from < at_second(20));
        CHECK(shown.plots.fixes().back().time > at_second(589));
    }
}

TEST_CASE("a number names a track from when it came up on, even when it is gone")
{
    const auto exercise = exercise_of(lesson_with(inject_of(InjectKind::drop_track, 200, {})));
    const Course course = exercise->course({});
    const std::string number = number_of(course, bravo, 100);
    const auto shown = shown_track(course, number, at_second(500));
    REQUIRE(shown);
    CHECK_FALSE(course.shown[*shown].shown.contains(at_second(500)));
    CHECK_FALSE(shown_track(course, number, course.shown[*shown].shown.from - seconds(0.001)));
    CHECK_FALSE(shown_track(course, "A77", at_second(500)));
}

TEST_CASE("an aircraft that obeys turns to the heading ordered, after its delay and its reaction time")
{
    Reaction reaction = obedient();
    reaction.delay_s = 4;
    reaction.turn.reaction_s = 3;
    const auto exercise = exercise_of(lesson_with(reaction));
    const Course course = exercise->course({order_at(160, number_of_bravo(*exercise), 0)});
    REQUIRE(course.turns.size() == 1);
    CHECK(course.turns[0].from == at_second(167));
    CHECK(course.turns[0].aircraft == bravo);
    CHECK(course.calls[0].aircraft == bravo);
    CHECK(off_heading_deg(course, bravo, 0) == Approx(0).margin(0.01));
    // A quarter of a circle: as far east of where it began to turn as the radius is long.
    const double radius_m = speed_mps * speed_mps / (9.80665 * std::tan(Angle::degrees(30).rad()));
    const double east_m = (course.tracks[bravo].fixes().back().place.lon_deg - (0.5 + 0.002 * 167)) * degree_m;
    CHECK(east_m == Approx(radius_m).margin(30));  // rolling into and out of the turn
    CHECK(course.tracks[bravo].span().to == at_second(600));
    CHECK(exercise->course({}).turns.empty());
}

TEST_CASE("an aircraft that is told to turn away in time does not come in")
{
    const auto exercise = exercise_of(lesson_with(obedient()));
    const std::string number = number_of_bravo(*exercise);
    const auto entries = [&](double s) {
        Diagnostics diagnostics;
        const Course course = exercise->course({order_at(s, number, 270)});
        return debrief_incident(*exercise, debrief_scenario(*exercise, course), diagnostics)
            ->report.tracks[bravo]
            .visits.size();
    };
    // The radius of 8,755 m takes 39.3 s: the last turn is at 210.7 s.
    CHECK(entries(210) == 0);
    CHECK(entries(212) == 1);
}

TEST_CASE("an aircraft acts on the call that it is told to, counting those that it heard")
{
    Reaction reaction = obedient();
    reaction.on_call = 3;
    reaction.heading = Angle::degrees(180);
    const auto exercise = exercise_of(lesson_with(reaction));
    const std::string number = number_of_bravo(*exercise);
    const Course two = exercise->course({call_at(110, number), order_at(120, number, 0)});
    CHECK(two.turns.empty());
    const Course three = exercise->course({call_at(110, number), call_at(120, number, "north"), call_at(130, number)});
    REQUIRE(three.turns.size() == 1);  // a call that orders none: the heading of the reaction
    CHECK(three.turns[0].from == at_second(130));
    CHECK(three.turns[0].call == 2);
    CHECK(off_heading_deg(three, bravo, 180) == Approx(0).margin(0.01));
    const Course later = exercise->course({call_at(110, number), call_at(120, number), call_at(130, number),
                                           call_at(140, number), call_at(150, number, "north")});
    REQUIRE(later.turns.size() == 2);  // the fourth changes nothing, the fifth orders
    CHECK(later.turns[1].from == at_second(150));
    CHECK(off_heading_deg(later, bravo, 0) == Approx(0).margin(0.01));
}

TEST_CASE("an aircraft that knows no heading of its own waits for an order")
{
    const auto exercise = exercise_of(lesson_with(obedient()));
    const std::string number = number_of_bravo(*exercise);
    CHECK(exercise->course({call_at(110, number), call_at(120, number)}).turns.empty());
    CHECK(exercise->course({call_at(110, number), call_at(120, number, "north")}).turns.size() == 1);
}

TEST_CASE("an aircraft that goes the wrong way turns to the opposite of what it is told")
{
    const auto exercise = exercise_of(lesson_with(obedient(Behaviour::wrong_way)));
    const Course course = exercise->course({order_at(160, number_of_bravo(*exercise), 350)});
    REQUIRE(course.turns.size() == 1);
    CHECK(course.turns[0].heading.deg() == Approx(170));
    CHECK(off_heading_deg(course, bravo, 170) == Approx(0).margin(0.01));
}

TEST_CASE("calls to another track, to none and before a track came up move nobody")
{
    const auto exercise = exercise_of(lesson_with(obedient()));
    const std::string number = number_of_bravo(*exercise);
    const Course course = exercise->course(
        {order_at(1, number, 0), order_at(160, number == "A01" ? "A02" : "A01", 0), order_at(170, "A09", 0)});
    CHECK(course.turns.empty());
    REQUIRE(course.calls.size() == 3);
    CHECK_FALSE(course.calls[0].aircraft);
    CHECK(course.calls[1].aircraft == alfa);
    CHECK_FALSE(course.calls[2].shown);
}

TEST_CASE("no call is heard while the radio has failed")
{
    Lesson lesson = lesson_with(inject_of(InjectKind::radio_failure, 150, 20.0, ""));
    lesson.reactions = {obedient()};
    const auto exercise = exercise_of(lesson);
    const std::string number = number_of_bravo(*exercise);
    const Course course = exercise->course({call_at(149, number), order_at(160, number, 0), order_at(170, number, 0)});
    REQUIRE(course.calls.size() == 3);
    CHECK(course.calls[0].was_heard);
    CHECK_FALSE(course.calls[1].was_heard);
    CHECK(course.calls[2].was_heard);  // spans are half-open
    REQUIRE(course.turns.size() == 1);
    CHECK(course.turns[0].call == 2);
}

TEST_CASE("a track that was dropped comes back under a new number")
{
    const auto exercise = exercise_of(lesson_with(inject_of(InjectKind::drop_track, 200, 100.0)));
    const Course course = exercise->course({});
    REQUIRE(course.shown.size() == 3);
    CHECK(course.shown[2].number == "A03");
    CHECK(course.shown[2].aircraft == bravo);
    CHECK(course.shown[2].plots.fixes().front().time >= at_second(300));
    CHECK(course.shown[2].plots.fixes().front().time < at_second(311));
    const std::string before = number_of(course, bravo, 100);
    const auto old = *shown_track(course, before, at_second(100));
    CHECK(course.shown[old].plots.fixes().back().time < at_second(200));
    // Three missed scans and half a one.
    CHECK(second_of(course.shown[old].shown.to) == Approx(second_of(course.shown[old].system.span().to) + 45));
    CHECK(number_of(course, bravo, 270).empty());
    const Course called = exercise->course({call_at(270, before), call_at(350, before), call_at(350, "A03")});
    CHECK_FALSE(called.calls[0].aircraft);
    CHECK_FALSE(called.calls[1].aircraft);
    CHECK(called.calls[2].aircraft == bravo);
}

TEST_CASE("a track that loses fewer plots than its tracker bears keeps its number")
{
    const auto exercise = exercise_of(lesson_with(inject_of(InjectKind::drop_track, 200, 25.0)));
    CHECK(exercise->course({}).shown.size() == 2);
}

TEST_CASE("a false altitude is shown, of one aircraft, while it lasts")
{
    Inject inject = inject_of(InjectKind::false_altitude, 200, 100.0);
    inject.altitude_m = 1500;
    const Course course = exercise_of(lesson_with(inject))->course({});
    for (const ShownTrack& shown : course.shown)
        for (const Fix& fix : shown.plots.fixes()) {
            const bool is_false =
                shown.aircraft == bravo && TimeSpan{at_second(200), at_second(300)}.contains(fix.time);
            CHECK(fix.altitude_m == Approx(is_false ? 7500 : 6000).margin(1e-6));
        }
}

TEST_CASE("late plots are shown as much later, and none that a newer one has overtaken")
{
    Inject inject = inject_of(InjectKind::late_radar, 200, 100.0, "");
    inject.delay_s = 15;
    const Course plain = exercise_of(equator_lesson())->course({}), late = exercise_of(lesson_with(inject))->course({});
    REQUIRE(late.shown.size() == 2);
    const auto made = plain.shown[1].plots.fixes(), shown = late.shown[1].plots.fixes();
    const auto shown_s = [](double made_s) { return made_s >= 200 && made_s < 300 ? made_s + 15 : made_s; };
    std::vector<double> expected;
    for (const Fix& one : made) {
        const double own_s = shown_s(second_of(one.time));
        if (std::none_of(made.begin(), made.end(), [&](const Fix& newer) {
                return newer.time > one.time && shown_s(second_of(newer.time)) <= own_s;
            }))
            expected.push_back(own_s);
    }
    REQUIRE(shown.size() == expected.size());
    for (std::size_t i = 0; i < shown.size(); ++i)
        CHECK(second_of(shown[i].time) == Approx(expected[i]).margin(1e-6));
    CHECK(shown.size() < made.size());
}

TEST_CASE("an inject takes place when the instructor asks for it, as often as that happens")
{
    const auto exercise = exercise_of(lesson_with(inject_of(InjectKind::drop_track, {}, 60.0)));
    CHECK(exercise->course({}).injected.empty());
    const Course course = exercise->course(
        {action_at(100, ActionKind::inject, "", "inject"), action_at(300, ActionKind::inject, "", "inject")});
    REQUIRE(course.injected.size() == 2);
    CHECK(course.injected[0].span == TimeSpan{at_second(100), at_second(160)});
    CHECK(course.injected[1].span == TimeSpan{at_second(300), at_second(360)});
    CHECK(course.shown.size() == 4);
}

TEST_CASE("an aircraft of the lesson flies from its inject on, once")
{
    Lesson lesson = lesson_with(inject_of(InjectKind::aircraft, {}, {}, "CHARLIE"));
    lesson.aircraft = {recorded("CHARLIE", 0.4, 0.002, 0.5)};
    const auto exercise = exercise_of(lesson);
    CHECK(exercise->course({}).tracks[2].fixes().empty());
    CHECK(exercise->course({}).tracks[2].id() == "CHARLIE");
    const Course course = exercise->course(
        {action_at(123, ActionKind::inject, "", "inject"), action_at(300, ActionKind::inject, "", "inject")});
    CHECK(course.injected.size() == 1);
    const Track& track = course.tracks[2];
    CHECK(track.span() == TimeSpan{at_second(123), at_second(600)});
    CHECK(track.fixes().front().place.lon_deg == Approx(0.4));
    CHECK(track.fixes().back().place.lon_deg == Approx(0.4 + 0.002 * 477));
    REQUIRE(course.shown.size() == 3);
    CHECK(course.shown[2].aircraft == 2);
    CHECK(course.shown[2].plots.fixes().front().time >= at_second(123));
}

TEST_CASE("what is done later changes nothing of what was shown, flown and heard before")
{
    Lesson lesson = equator_lesson();
    lesson.radar.type.range_noise_m = 100;
    lesson.radar.type.azimuth_noise_rad = 0.002;
    lesson.radar.detection_loss = 0.2;
    lesson.radar.dropouts_per_s = 0.002;
    lesson.radar.dropout_s = 60;
    lesson.reactions = {obedient()};
    lesson.aircraft = {recorded("CHARLIE", 0.4, 0.002, 0.001)};
    Inject drop = inject_of(InjectKind::drop_track, {}, 70.0),
           bring = inject_of(InjectKind::aircraft, {}, {}, "CHARLIE");
    drop.id = "drop";
    bring.id = "bring";
    lesson.injects = {drop, bring};
    const auto exercise = exercise_of(lesson);
    for (double s = 103.3; s < 500; s += 61.7) {
        CAPTURE(s);
        std::vector<Action> actions;
        for (double before = 31.1; before < s; before += 97.3)
            actions.push_back(order_at(before, number_of(exercise->course(actions), bravo, before), before));
        const Course until = exercise->course(actions);
        actions.push_back(order_at(s, number_of(until, bravo, s), 0));
        actions.push_back(action_at(s, ActionKind::inject, "", "bring"));
        actions.push_back(action_at(s + 1, ActionKind::inject, "", "drop"));
        const Course after = exercise->course(actions);
        CHECK(shown_before(after, s) == shown_before(until, s));
        for (const Fix& fix : until.tracks[bravo].fixes())
            if (fix.time < at_second(s)) {
                const auto same = std::find_if(after.tracks[bravo].fixes().begin(), after.tracks[bravo].fixes().end(),
                                               [&](const Fix& f) { return f.time == fix.time; });
                REQUIRE(same != after.tracks[bravo].fixes().end());
                CHECK(same->place.lon_deg == fix.place.lon_deg);
                CHECK(same->place.lat_deg == fix.place.lat_deg);
            }
        REQUIRE(after.calls.size() == until.calls.size() + 1);
        for (std::size_t i = 0; i < until.calls.size(); ++i) {
            CHECK(after.calls[i].aircraft == until.calls[i].aircraft);
            CHECK(after.calls[i].shown == until.calls[i].shown);
        }
    }
}

TEST_CASE("the words of a call name its track")
{
    const Lesson lesson = equator_lesson();
    CHECK(call_text(lesson, call_at(1, "A07")) == "A07, you are near HOME.");
    CHECK(call_text(lesson, order_at(1, "A07", 45)) == "A07, turn to heading 045");
    Action typed = call_at(1, "A07", "");
    typed.text = "leave";
    CHECK(call_text(lesson, typed) == "leave");
}
