#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "sim/radar/observe.h"
#include "sim/training/exercise.h"
#include "sim/training/injected.h"
#include "sim/training/shown_tracks.h"
#include "sim/training/track_parts.h"
#include "sim/training/turned_track.h"

namespace incursion {

namespace {

/// Works through what was done in the order of time. Each time that the world changes, what the radar makes from that
/// instant on is observed anew and what it had made before stays: nothing that was shown can change afterwards.
class CourseRun {
public:
    CourseRun(const Exercise& exercise, const std::vector<Action>& actions)
        : exercise_{exercise}, lesson_{exercise.lesson()}, world_{exercise.world()}
    {
        course_.actions = actions;
        course_.injected = injected_of(lesson_, actions);
        course_.tracks = exercise.undisturbed();
    }

    Course run() &&
    {
        begin_flights();
        for (std::size_t i = 0; i < course_.actions.size(); ++i)
            if (const ActionKind kind = course_.actions[i].kind; kind == ActionKind::call || kind == ActionKind::order)
                call(i);
        std::stable_sort(course_.turns.begin(), course_.turns.end(),
                         [](const Turned& a, const Turned& b) { return a.from < b.from; });
        shown();
        return std::move(course_);
    }

private:
    /// Aircraft of the lesson wait for their inject.
    void begin_flights()
    {
        const std::size_t first_of_lesson = course_.tracks.size() - lesson_.aircraft.size();
        for (std::size_t i = first_of_lesson; i < course_.tracks.size(); ++i)
            course_.tracks[i] = part_of_track({}, world_.aircraft[i].id, {}, reading());
        observe_from(world_.span.from);
        for (const Injected& one : course_.injected) {
            const Inject& inject = lesson_.injects[one.inject];
            if (inject.kind != InjectKind::aircraft)
                continue;
            for (std::size_t i = first_of_lesson; i < course_.tracks.size(); ++i)
                if (world_.aircraft[i].id == inject.aircraft) {
                    course_.tracks[i] = moved_track(exercise_.undisturbed()[i], one.span.from - world_.span.from,
                                                    one.span.to, reading());
                    observe_from(one.span.from);
                }
        }
    }

    void observe_from(Time t)
    {
        std::erase_if(plots_, [&](const Plot& plot) { return plot.time >= t; });
        std::set<std::pair<std::size_t, std::int64_t>> made;
        for (const Plot& plot : plots_)
            made.emplace(plot.track, plot.scan);
        std::vector<Track> flown;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < course_.tracks.size(); ++i)
            if (course_.tracks[i].fixes().size() > 1) {
                flown.push_back(course_.tracks[i]);
                places.push_back(i);
            }
        const Radar& radar = world_.radars.front();
        ObserveOptions options;
        options.legs = world_.legs;
        for (Plot& plot : observe(flown, radar, radar.terrain.get(), world_.span, options, world_.seed)) {
            plot.track = places[plot.track];
            if (plot.time >= t && !made.contains({plot.track, plot.scan}))
                plots_.push_back(std::move(plot));
        }
        is_shown_ = false;
    }

    const std::vector<ShownTrack>& shown()
    {
        if (!is_shown_)
            course_.shown = shown_tracks(plots_, course_.tracks, lesson_, course_.injected);
        is_shown_ = true;
        return course_.shown;
    }

    void call(std::size_t place)
    {
        const Action& action = course_.actions[place];
        MadeCall call;
        call.action = place;
        shown();
        if (const auto track = shown_track(course_, action.track, action.time);
            track && course_.shown[*track].shown.contains(action.time)) {
            call.shown = track;
            call.aircraft = course_.shown[*track].aircraft;
        }
        const std::string called = call.aircraft ? world_.aircraft[*call.aircraft].id : "";
        for (const TimeSpan& failure : injected_spans(lesson_, course_.injected, InjectKind::radio_failure, called))
            call.was_heard = call.was_heard && !failure.contains(action.time);
        course_.calls.push_back(call);
        if (call.aircraft && call.was_heard)
            react(*call.aircraft, course_.calls.size() - 1, action);
    }

    void react(std::size_t aircraft, std::size_t call, const Action& action)
    {
        const std::size_t number = ++heard_[aircraft];
        const auto reaction = std::find_if(lesson_.reactions.begin(), lesson_.reactions.end(), [&](const Reaction& r) {
            return r.aircraft == world_.aircraft[aircraft].id;
        });
        if (reaction == lesson_.reactions.end() || reaction->behaviour == Behaviour::deaf || number < reaction->on_call)
            return;
        std::optional<Angle> heading = heading_ordered(lesson_, action);
        if (heading && reaction->behaviour == Behaviour::wrong_way)
            heading = *heading + Angle::degrees(180);
        if (!heading && number == reaction->on_call)
            heading = reaction->heading;
        if (heading)
            turn(*reaction, aircraft, call, wrapped_to_circle(*heading));
    }

    void turn(const Reaction& reaction, std::size_t aircraft, std::size_t call, Angle heading)
    {
        const Time at = course_.actions[course_.calls[call].action].time;
        const Time from = at + seconds(reaction.delay_s) + seconds(reaction.turn.reaction_s);
        Track& track = course_.tracks[aircraft];
        auto turned = turned_track(track, reading(), from, heading, *world_.aircraft[aircraft].type, reaction.turn,
                                   {{world_.span.from, last_flown(track)}, world_.record_interval});
        if (!turned)
            return;
        track = std::move(*turned);
        course_.turns.push_back({aircraft, call, from, heading});
        observe_from(from);
    }

    /// A recorded track that ends within the lesson goes on once it has turned, one that an inject ends does not.
    Time last_flown(const Track& track) const
    {
        for (const Injected& one : course_.injected)
            if (const Inject& inject = lesson_.injects[one.inject];
                inject.kind == InjectKind::aircraft && inject.aircraft == track.id())
                return one.span.to;
        return world_.span.to;
    }

    const CrossingOptions& reading() const { return exercise_.ground().options; }

    const Exercise& exercise_;
    const Lesson& lesson_;
    const Scenario& world_;
    Course course_;
    std::vector<Plot> plots_;                   ///< as made, ascending for each aircraft
    bool is_shown_ = false;                     ///< course_.shown is of plots_
    std::map<std::size_t, std::size_t> heard_;  ///< calls, by aircraft
};

}  // namespace

Course Exercise::course(const std::vector<Action>& actions) const
{
    return CourseRun{*this, actions}.run();
}

}  // namespace incursion
