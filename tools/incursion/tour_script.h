#pragma once

#include "render/sound/placed_sound.h"
#include "tools/incursion/film_script.h"
#include "tools/incursion/subtitles.h"
#include "tools/incursion/tour_film.h"
#include "tools/incursion/tour_show.h"

namespace incursion {

/// How a tour becomes a film.
struct TourFilming {
    TimeSpan span;
    double speed = 1;
    int frames_per_second = 30;
    bool burns_words = true;  ///< into the picture, on cards; else things are only pointed at
    bool narrates = false;
    bool has_track = false;  ///< of subtitles beside the picture
};

/// The narrated film of a tour.
class TourScript final : public FilmScript {
public:
    /// `view`: what it begins with. `calls`: those that are heard. What cannot be spoken is a warning.
    TourScript(const Replay& replay, TourShow show, ViewState view, const TourFilming& filming,
               std::vector<Transmission> calls, Diagnostics& diagnostics);

    std::int64_t frame_count() const override { return film_->frame_count(); }
    ViewState view(std::int64_t frame) const override;
    Overlay overlay(std::int64_t frame) override;
    bool repeats(std::int64_t frame) const override;
    bool has_sound() const override { return !placed_.empty(); }
    void mix(std::int64_t first, std::span<float> out) const override;
    std::vector<Subtitle> subtitles() const override;

    /// The words of the whole film, for a file beside it.
    std::vector<SubtitleCue> cues() const;
    /// The view and the card of a single picture: that of the last stop at the very instant, where there is one.
    ViewState view_at(Time time) const;
    Overlay overlay_at(Time time);

private:
    void place_sounds();
    Overlay overlay_of(std::size_t stop, const ViewState& view);

    const Replay* replay_;
    TourShow show_;
    TourFilming filming_;
    std::vector<ViewState> views_;  ///< after so many stops
    std::vector<Transmission> calls_;
    std::vector<std::optional<Sound>> narrations_;
    std::optional<TourFilm> film_;
    std::vector<PlacedSound> placed_;
};

}  // namespace incursion
