#include "tools/incursion/tour_script.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace incursion {

namespace {

/// The sample of a film at an instant of it, the nearest.
std::int64_t sample_at(Duration t)
{
    constexpr std::int64_t second = 1'000'000'000;
    const std::int64_t whole = t.count() / second, part = t.count() % second;
    return whole * sound_rate_hz + (2 * part * sound_rate_hz + second) / (2 * second);
}

std::int64_t whole_ms(Duration t)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(t).count();
}

}  // namespace

TourScript::TourScript(const Replay& replay, TourShow show, ViewState view, const TourFilming& filming,
                       std::vector<Transmission> calls, Diagnostics& diagnostics)
    : replay_{&replay}, show_{std::move(show)}, filming_{filming}, calls_{std::move(calls)}
{
    view.speed = filming.speed;
    views_.push_back(std::move(view));
    std::vector<FilmStop> stops;
    for (std::size_t i = 0; i < show_.stops().size(); ++i) {
        const TourStop& stop = show_.stops()[i];
        const bool is_shown = filming.span.from <= stop.time && stop.time <= filming.span.to;
        views_.push_back(view_from_stop(replay, views_.back(), stop));
        narrations_.push_back(filming.narrates && is_shown ? show_.narration(i, diagnostics) : std::nullopt);
        stops.push_back({stop.time, show_.step(i).pauses, show_.shown_s(i),
                         narrations_[i] ? narrations_[i]->length_s() : 0, show_.step(i).view.speed});
    }
    std::vector<FilmCall> heard;
    for (const Transmission& call : calls_)
        heard.push_back({call.start, call.sound.length_s()});
    film_.emplace(filming.span, filming.speed, filming.frames_per_second, stops, heard, fastest_speech);
    place_sounds();
}

void TourScript::place_sounds()
{
    for (std::size_t i = 0; i < calls_.size(); ++i)
        if (const auto& heard = film_->heard()[i])
            placed_.push_back({&calls_[i].sound, sample_at(heard->from), sample_at(heard->to), true});
    for (std::size_t i = 0; i < narrations_.size(); ++i)
        if (const auto& begin = film_->spoken()[i])
            placed_.push_back({&*narrations_[i], sample_at(*begin), sample_at(film_->length()), true});
}

ViewState TourScript::view(std::int64_t frame) const
{
    const TourFilm::Moment moment = film_->at(frame);
    ViewState view = views_[moment.passed];
    view.time = moment.time;
    view.speed = moment.speed;
    return view;
}

Overlay TourScript::overlay(std::int64_t frame)
{
    const std::optional<std::size_t> stop = film_->at(frame).stop;
    return stop ? overlay_of(*stop, view(frame)) : Overlay{};
}

bool TourScript::repeats(std::int64_t frame) const
{
    if (frame == 0)
        return false;
    const TourFilm::Moment before = film_->at(frame - 1), now = film_->at(frame);
    return before.time == now.time && before.stop == now.stop && before.passed == now.passed &&
           before.speed == now.speed;
}

Overlay TourScript::overlay_of(std::size_t stop, const ViewState& view)
{
    return [this, stop, view](const OverlayFrame& over) {
        if (filming_.burns_words)
            draw_tour_card(over.gui, over.look, over.layout, over.frame,
                           show_.card(stop, view, over.frame, over.gui.text_sizes(), over.scene));
        else if (const auto thing = show_.thing(stop, view, over.frame))
            draw_tour_pointer(over.gui, over.look, *thing);
    };
}

void TourScript::mix(std::int64_t first, std::span<float> out) const
{
    std::fill(out.begin(), out.end(), 0.0F);
    for (const PlacedSound& placed : placed_)
        add_placed(placed, first, out);
    for (float& sample : out)
        sample = std::clamp(sample, -1.0F, 1.0F);
}

std::vector<SubtitleCue> TourScript::cues() const
{
    std::vector<SubtitleCue> cues;
    for (std::size_t i = 0; i < show_.stops().size(); ++i)
        if (const auto& shown = film_->shown()[i])
            for (SubtitleCue& cue : cues_of(show_.title(i), show_.text(i), *shown))
                cues.push_back(std::move(cue));
    return cues;
}

std::vector<Subtitle> TourScript::subtitles() const
{
    std::vector<Subtitle> subtitles;
    if (filming_.has_track)
        for (const SubtitleCue& cue : cues())
            subtitles.push_back({whole_ms(cue.from), whole_ms(cue.to), cue.text});
    return subtitles;
}

ViewState TourScript::view_at(Time time) const
{
    const auto& stops = show_.stops();
    const auto after =
        std::upper_bound(stops.begin(), stops.end(), time, [](Time t, const TourStop& stop) { return t < stop.time; });
    ViewState view = views_[static_cast<std::size_t>(after - stops.begin())];
    view.time = time;
    return view;
}

Overlay TourScript::overlay_at(Time time)
{
    const auto& stops = show_.stops();
    for (std::size_t i = stops.size(); i-- > 0;)
        if (stops[i].time == time)
            return overlay_of(i, view_at(time));
    return {};
}

}  // namespace incursion
