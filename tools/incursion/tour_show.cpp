#include "tools/incursion/tour_show.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "render/sound/speech.h"
#include "tools/incursion/text_width.h"

namespace incursion {

namespace {

std::string primary_of(const std::string& tag)
{
    return tag.substr(0, tag.find('-'));
}

/// The tag of the words that in_language() chooses.
std::string tag_of(const Texts& texts, const std::string& language)
{
    const std::string& chosen = in_language(texts, language);
    for (const Texts::In& in : texts.list)
        if (&in.text == &chosen)
            return in.language;
    return "";
}

void check_language(const Scenario& scenario, const std::string& language, Diagnostics& diagnostics)
{
    std::set<std::string> tags;
    for (const Step& step : scenario.steps)
        for (const Texts::In& in : step.title.list)
            tags.insert(in.language);
    tags.erase("");
    const bool known = std::any_of(tags.begin(), tags.end(), [&](const std::string& tag) {
        return tag == language || tag == primary_of(language);
    });
    if (!known && !tags.empty())
        diagnostics.warning(scenario.path, std::nullopt, "step",
                            fmt::format("no step is told in '{}'; there are {}", language, fmt::join(tags, ", ")));
}

}  // namespace

TourShow::TourShow(const Replay& replay, std::string language, Diagnostics& diagnostics)
    : replay_{&replay},
      language_{std::move(language)},
      stops_{tour_of(replay.scenario(), replay.report(), replay.airspaces(), diagnostics)},
      sweep_{replay}
{
    check_language(replay.scenario(), language_, diagnostics);
}

double TourShow::shown_s(std::size_t stop) const
{
    return step(stop).pause_s.value_or(reading_time_s(title(stop), text(stop)));
}

std::string TourShow::language(std::size_t stop) const
{
    const Texts& words = step(stop).text.empty() ? step(stop).title : step(stop).text;
    const std::string tag = tag_of(words, language_);
    return tag.empty() ? language_ : tag;
}

ViewState TourShow::view_after(ViewState view, std::size_t count) const
{
    for (std::size_t i = 0; i < std::min(count, stops_.size()); ++i)
        view = view_from_stop(*replay_, std::move(view), stops_[i]);
    return view;
}

std::optional<PointedThing> TourShow::thing(std::size_t stop, const ViewState& view, const FrameSize& frame)
{
    return pointed_thing(*replay_, view, stops_[stop], frame, sweep_);
}

TourCard TourShow::card(std::size_t stop, const ViewState& view, const FrameSize& frame, const TextSizes& sizes,
                        const Scene& scene)
{
    TourCard card;
    card.title = with_bound_units(title(stop));
    card.text = with_bound_units(text(stop));
    if (stops_.size() > 1)
        card.count = fmt::format("{} / {}", stop + 1, stops_.size());
    card.thing = thing(stop, view, frame);
    card.kept_free = kept_free(*replay_, view, frame, sizes, scene, sweep_);
    return card;
}

std::optional<Sound> TourShow::narration(std::size_t stop, Diagnostics& diagnostics)
{
    std::string words = title(stop);
    if (!words.empty() && std::string_view{".!?"}.find(words.back()) == std::string_view::npos)
        words += ".";
    words += " " + text(stop);
    Result<Sound> sound = speak(words, language(stop));
    if (sound)
        return std::move(sound).value();
    if (std::find(told_.begin(), told_.end(), sound.problem()) == told_.end())
        diagnostics.warning(replay_->scenario().path, std::nullopt, step(stop).path,
                            sound.problem() + "; it is not narrated");
    told_.push_back(sound.problem());
    return std::nullopt;
}

std::optional<Problem> refuse_tour(const Scenario& scenario)
{
    if (!scenario.steps.empty())
        return std::nullopt;
    return Problem{scenario.path + ": there is no [[step]] here, so there is no tour; write some (scenarios/README.md "
                                   "tells how), or use 'replay'"};
}

}  // namespace incursion
