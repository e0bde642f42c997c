#include "render/view/training_picture.h"

#include <algorithm>
#include <set>

namespace incursion {

namespace {

Track until(const Track& track, const std::string& id, Time now)
{
    std::vector<Fix> fixes;
    for (const Fix& fix : track.fixes())
        if (fix.time <= now)
            fixes.push_back(fix);
    return *Track::make(id, track.datum(), std::move(fixes));
}

/// Every owner but that of the airspace which the rules protect: to have them all permitted leaves it alone foreign.
std::vector<std::string> owners_of_no_concern(const Exercise& exercise)
{
    std::set<std::string> owners, guarded;
    for (const Airspace& airspace : exercise.airspaces().list)
        (airspace.key == exercise.lesson().rules.airspace ? guarded : owners).insert(airspace.owner);
    std::vector<std::string> others;
    std::set_difference(owners.begin(), owners.end(), guarded.begin(), guarded.end(), std::back_inserter(others));
    return others;
}

Airspaces without_heights(Airspaces airspaces)
{
    for (Airspace& airspace : airspaces.list) {
        airspace.floor = Surface{};
        airspace.ceiling = Unlimited{};
    }
    return airspaces;
}

/// Where the lesson's scenario puts the scope, else about the radar, as far as that sees.
ScopeView scope_of(const Exercise& exercise)
{
    const Radar& radar = exercise.lesson().radar;
    ScopeView scope = exercise.world().scope.value_or(ScopeView{});
    scope.radar = radar.id;
    if (!scope.centre)
        scope.centre = radar.site;
    if (!scope.range_m)
        scope.range_m = radar.type.max_range_m;
    return scope;
}

std::string known_of(const Course& course, const std::string& number, Time now)
{
    const std::string category = category_of(course, number, now);
    return category.empty() && is_taken_up(course, number, now) ? "taken up" : category;
}

Scenario empty_picture(const Exercise& exercise)
{
    const Lesson& lesson = exercise.lesson();
    Scenario scenario;
    scenario.path = lesson.path;
    scenario.title = lesson.title;
    scenario.span = lesson.span;
    scenario.airspace = exercise.world().airspace;
    scenario.legs = exercise.world().legs;
    scenario.radars = {lesson.radar};
    scenario.rules = lesson.rules;
    scenario.scope = scope_of(exercise);
    scenario.places = exercise.world().places;
    return scenario;
}

}  // namespace

TrainingPicture training_picture(const Exercise& exercise, const Course& course, Time now)
{
    TrainingPicture picture{empty_picture(exercise), {}, without_heights(exercise.airspaces())};
    const std::vector<std::string> permitted = owners_of_no_concern(exercise);
    for (const ShownTrack& shown : course.shown) {
        Track track = until(shown.system, shown.number, now);
        if (track.fixes().empty())
            continue;
        Aircraft aircraft;
        aircraft.id = shown.number;
        aircraft.title = known_of(course, shown.number, now);
        aircraft.permitted = permitted;
        aircraft.motion = std::move(track);
        picture.scenario.aircraft.push_back(std::move(aircraft));
        picture.plots.push_back(until(shown.plots, shown.number, now));
    }
    return picture;
}

std::optional<Time> next_picture(const Course& course, Time after)
{
    std::optional<Time> next;
    for (const ShownTrack& shown : course.shown)
        for (const Track* track : {&shown.system, &shown.plots}) {
            const auto fixes = track->fixes();
            const auto fix =
                std::upper_bound(fixes.begin(), fixes.end(), after, [](Time t, const Fix& f) { return t < f.time; });
            if (fix != fixes.end() && (!next || fix->time < *next))
                next = fix->time;
        }
    return next;
}

std::string category_of(const Course& course, const std::string& number, Time now)
{
    std::string category;
    for (const Action& action : course.actions)
        if (action.kind == ActionKind::classify && action.track == number && action.time <= now)
            category = action.text;
    return category;
}

bool is_taken_up(const Course& course, const std::string& number, Time now)
{
    return std::any_of(course.actions.begin(), course.actions.end(), [&](const Action& action) {
        return action.kind == ActionKind::take_up && action.track == number && action.time <= now;
    });
}

}  // namespace incursion
