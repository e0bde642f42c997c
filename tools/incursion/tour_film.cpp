#include "tools/incursion/tour_film.h"

#include <algorithm>
#include <cmath>

namespace incursion {

namespace {

constexpr double after_words_s = 0.5;

}  // namespace

TourFilm::TourFilm(TimeSpan span, double speed, int frames_per_second, const std::vector<FilmStop>& stops,
                   const std::vector<FilmCall>& calls, double fastest_heard)
    : shown_(stops.size()),
      spoken_(stops.size()),
      heard_(calls.size()),
      may_be_cut_(calls.size()),
      calls_{calls},
      now_{span.from},
      speed_{speed},
      fastest_heard_{fastest_heard},
      frames_per_second_{frames_per_second}
{
    speeds_.push_back(speed);
    for (const FilmStop& stop : stops)
        speeds_.push_back(stop.speed.value_or(speeds_.back()));
    while (next_call_ < calls_.size() && calls_[next_call_].start < span.from)
        ++next_call_;
    for (std::size_t i = 0; i < stops.size(); ++i) {
        if (stops[i].time > span.to)
            break;
        if (stops[i].time >= span.from)
            run_to(stops[i].time);
        passed_count_ = i + 1;
        speed_ = speeds_[i + 1];
        if (stops[i].time >= span.from)
            stop_at(i, stops[i]);
    }
    run_to(span.to);
    if (busy_ > length_ && std::any_of(spoken_.begin(), spoken_.end(), [](const auto& at) { return at.has_value(); }))
        hold(busy_ - length_);
    end_words();
    end_calls();
}

void TourFilm::run_to(Time time)
{
    if (time <= now_)
        return;
    pieces_.push_back({length_, now_, speed_});
    passed_.push_back(passed_count_);
    hear_until(time);
    length_ += seconds(to_seconds(time - now_) / speed_);
    now_ = time;
}

void TourFilm::hold(Duration length)
{
    if (length <= Duration{0})
        return;
    pieces_.push_back({length_, now_, 0});
    passed_.push_back(passed_count_);
    length_ += length;
}

void TourFilm::hear_until(Time time)
{
    for (; next_call_ < calls_.size() && calls_[next_call_].start < time; ++next_call_) {
        if (speed_ > fastest_heard_)
            continue;
        const FilmCall& call = calls_[next_call_];
        const Duration from = length_ + seconds(to_seconds(call.start - now_) / speed_);
        heard_[next_call_] = FilmSpan{from, from + seconds(call.length_s)};
        may_be_cut_[next_call_] = speed_ != 1;
    }
}

void TourFilm::stop_at(std::size_t place, const FilmStop& stop)
{
    Duration shown = seconds(stop.reading_s);
    if (stop.narration_s > 0) {
        for (const auto& heard : heard_)
            if (heard)
                busy_ = std::max(busy_, heard->to);
        const Duration begin = std::max(length_, busy_);
        spoken_[place] = begin;
        busy_ = begin + seconds(stop.narration_s + after_words_s);
        shown = std::max(shown, busy_ - length_);
    }
    shown_[place] = FilmSpan{length_, length_ + shown};
    if (stop.holds)
        hold(shown);
}

/// Words that are shown while the film runs end where others begin, and with the film.
void TourFilm::end_words()
{
    Duration end = length_;
    for (std::size_t i = shown_.size(); i-- > 0;)
        if (shown_[i]) {
            shown_[i]->to = std::min(shown_[i]->to, end);
            end = shown_[i]->from;
        }
}

void TourFilm::end_calls()
{
    Duration end = length_;
    for (std::size_t i = heard_.size(); i-- > 0;)
        if (heard_[i]) {
            heard_[i]->to = std::min(heard_[i]->to, may_be_cut_[i] ? end : length_);
            end = std::min(end, heard_[i]->from);
        }
}

TourFilm::Moment TourFilm::at(std::int64_t frame) const
{
    constexpr std::int64_t second = 1'000'000'000;
    const std::int64_t rate = frames_per_second_;
    const Duration t{frame / rate * second + (2 * (frame % rate) * second + rate) / (2 * rate)};
    const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), t,
                                        [](Duration d, const Piece& piece) { return d < piece.from; });
    const auto place = static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - pieces_.begin() - 1, 0));
    const Piece& piece = pieces_[place];
    Moment moment;
    moment.time = std::min(piece.time + seconds(to_seconds(t - piece.from) * piece.speed), now_);
    moment.passed = passed_[place];
    moment.speed = piece.speed > 0 ? piece.speed : speeds_[moment.passed];
    for (std::size_t i = 0; i < shown_.size(); ++i)
        if (shown_[i] && shown_[i]->from <= t && t < shown_[i]->to)
            moment.stop = i;
    return moment;
}

std::int64_t TourFilm::frame_count() const
{
    const double frames = to_seconds(length_) * frames_per_second_;
    // A length that is a whole number of frames up to rounding has exactly so many.
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(frames - 1e-6)));
}

}  // namespace incursion
