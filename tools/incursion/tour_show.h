#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/scope/tour_card.h"
#include "render/sound/sound.h"
#include "render/view/tour_view.h"

namespace incursion {

/// The tour of a replay, told in one language.
class TourShow {
public:
    /// A step that has no stop is a warning; so is a language that no step is told in. `replay` outlives the show.
    TourShow(const Replay& replay, std::string language, Diagnostics& diagnostics);

    const std::vector<TourStop>& stops() const { return stops_; }
    const Step& step(std::size_t stop) const { return replay_->scenario().steps[stops_[stop].step]; }
    const std::string& title(std::size_t stop) const { return in_language(step(stop).title, language_); }
    const std::string& text(std::size_t stop) const { return in_language(step(stop).text, language_); }
    /// How long its card is shown where nobody goes on.
    double shown_s(std::size_t stop) const;
    /// The language that most of a stop's words are in: the tag that they have, else that of the show.
    std::string language(std::size_t stop) const;

    /// The views from the first `count` stops on, one after the other, upon a view.
    ViewState view_after(ViewState view, std::size_t count) const;
    /// The card of a stop in a frame, without hint and bar.
    TourCard card(std::size_t stop, const ViewState& view, const FrameSize& frame, const TextSizes& sizes,
                  const Scene& scene);
    std::optional<PointedThing> thing(std::size_t stop, const ViewState& view, const FrameSize& frame);

    /// Its words as they are spoken; nothing, with a warning once, where they cannot be.
    std::optional<Sound> narration(std::size_t stop, Diagnostics& diagnostics);

private:
    const Replay* replay_;
    std::string language_;
    std::vector<TourStop> stops_;
    SweepMemory sweep_;
    std::vector<std::string> told_;  ///< problems with speech
};

/// Why a scenario has no tour to show; nothing where it has one.
std::optional<Problem> refuse_tour(const Scenario& scenario);

}  // namespace incursion
