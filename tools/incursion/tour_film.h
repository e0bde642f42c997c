#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/base/time.h"

namespace incursion {

/// What a film has to know of a stop.
struct FilmStop {
    Time time{};
    bool holds = true;            ///< the incident stands still while its words are shown
    double reading_s = 0;         ///< how long they are, at least
    double narration_s = 0;       ///< how long they are spoken; 0: not at all
    std::optional<double> speed;  ///< times as fast as the incident, from here on
};

/// A call that is heard: when it was made, and how long it lasts.
struct FilmCall {
    Time start{};
    double length_s = 0;
};

/// From one instant of the film to another, counted from its start.
struct FilmSpan {
    Duration from{}, to{};
};

/// Which instants the frames of a narrated film show, and where in it words are shown and spoken.
///
/// It runs through the span, stands still at stops that hold for as long as their words are shown, and goes on. Words
/// are shown for as long as reading takes, and until half a second after they were spoken. Nothing is spoken into a
/// call that is still heard, nor into other words: it waits for their end. A call that was made at the very instant of
/// a stop is heard once the film goes on. Words of a stop that does not hold are shown while the film runs, until the
/// next stop. Where words are still spoken at the end of the span, the last instant stands until they are over.
class TourFilm {
public:
    /// REQUIRES: the span is not empty, speeds are positive, stops and calls ascend in time. Stops before the span
    /// count for speed alone, those after it for nothing. `fastest_heard`: calls that are made while the film runs
    /// faster are not heard.
    TourFilm(TimeSpan span, double speed, int frames_per_second, const std::vector<FilmStop>& stops,
             const std::vector<FilmCall>& calls, double fastest_heard);

    /// What a frame shows.
    struct Moment {
        Time time{};
        double speed = 1;                 ///< at which the film runs, or goes on
        std::optional<std::size_t> stop;  ///< whose words are shown
        std::size_t passed = 0;           ///< stops reached so far: whose views count
    };
    Moment at(std::int64_t frame) const;
    std::int64_t frame_count() const;
    Duration length() const { return length_; }
    int frames_per_second() const { return frames_per_second_; }

    /// Of every stop: when its words are shown; none of those outside the span.
    const std::vector<std::optional<FilmSpan>>& shown() const { return shown_; }
    /// Of every stop: when its words begin to be spoken, where they are.
    const std::vector<std::optional<Duration>>& spoken() const { return spoken_; }
    /// Of every call that is heard: from when to when. At another speed than the incident's it ends where the next
    /// begins.
    const std::vector<std::optional<FilmSpan>>& heard() const { return heard_; }

private:
    /// A stretch in which the incident runs evenly, or stands still (speed 0).
    struct Piece {
        Duration from{};
        Time time{};
        double speed = 0;
    };

    void run_to(Time time);
    void hold(Duration length);
    void stop_at(std::size_t place, const FilmStop& stop);
    void hear_until(Time time);
    void end_words();
    void end_calls();

    std::vector<Piece> pieces_;
    std::vector<std::size_t> passed_;  ///< of each piece
    std::vector<std::optional<FilmSpan>> shown_;
    std::vector<std::optional<Duration>> spoken_;
    std::vector<std::optional<FilmSpan>> heard_;
    std::vector<bool> may_be_cut_;  ///< of calls
    std::vector<FilmCall> calls_;
    std::vector<double> speeds_;  ///< after so many stops
    Time now_{};
    double speed_ = 1, fastest_heard_ = 0;
    Duration length_{}, busy_{};
    std::size_t passed_count_ = 0, next_call_ = 0;
    int frames_per_second_ = 30;
};

}  // namespace incursion
