#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/angle.h"
#include "sim/base/time.h"
#include "sim/model/action.h"
#include "sim/model/lesson.h"
#include "sim/model/track.h"

namespace incursion {

/// One system track as the trainee sees it.
struct ShownTrack {
    std::string number;        ///< `A01`, by when it came up
    std::size_t aircraft = 0;  ///< that it is, as a place in Exercise::world().aircraft; the trainee is not told
    TimeSpan shown;            ///< from its first fix on, until no plot came for as many scans as a track coasts, be it
                               ///< after the lesson
    Track plots;               ///< at the times and altitudes that are shown, the injects' doing included; the first of
                               ///< them before the track came up, for it takes two to know a velocity
    Track system;              ///< the tracker's, likewise; called by its number
};

/// A call that was made.
struct MadeCall {
    std::size_t action = 0;               ///< place in Course::actions
    std::optional<std::size_t> shown;     ///< place in Course::shown; none: no such track was shown then
    std::optional<std::size_t> aircraft;  ///< that was called; none likewise
    bool was_heard = true;                ///< the radio worked
};

/// An aircraft that acted on a call: it flies and there is time left.
struct Turned {
    std::size_t aircraft = 0;
    std::size_t call = 0;  ///< place in Course::calls
    Time from{};           ///< the turn begins
    Angle heading;         ///< that it ends on
};

/// An inject that took place.
struct Injected {
    std::size_t inject = 0;  ///< place in Lesson::injects
    TimeSpan span;
};

/// How an exercise went.
struct Course {
    std::vector<Action> actions;     ///< those that count
    std::vector<Track> tracks;       ///< of Exercise::world().aircraft as flown, reactions included; one without fixes
                                     ///< did not fly
    std::vector<ShownTrack> shown;   ///< in the order of their numbers
    std::vector<MadeCall> calls;     ///< in the order of time: actions of kind call and order
    std::vector<Turned> turns;       ///< likewise
    std::vector<Injected> injected;  ///< in the order of time
};

/// The track of that number, once it has come up, whether it is still shown at that instant or no more; none before.
std::optional<std::size_t> shown_track(const Course& course, const std::string& number, Time t);

/// The true heading that a call orders: its own, else that of its phrase.
std::optional<Angle> heading_ordered(const Lesson& lesson, const Action& action);

/// A phrase with the number of the track that it is said to in place of `{track}`.
std::string phrase_text(const Phrase& phrase, const std::string& number);

/// What is said on the radio: the action's own words, else those of its phrase, else the heading ordered; with the
/// number of the track called in place of `{track}`.
std::string call_text(const Lesson& lesson, const Action& action);

}  // namespace incursion
