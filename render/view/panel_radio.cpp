#include "render/view/panel_parts.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace incursion {

namespace {

/// By age rank; what is older still stays readable.
float opacity_of(std::size_t rank)
{
    constexpr std::array opacities{1.0F, 0.8F, 0.68F, 0.58F, 0.5F};
    return opacities[std::min(rank, opacities.size() - 1)];
}

std::string who_words(const Call& call)
{
    const std::string from = call.from.empty() ? "unknown" : call.from;
    return call.to.empty() ? from : from + " to " + call.to;
}

void add_sound(const PanelQuestion& question, RadioData& data)
{
    if (data.lines.empty())
        return;
    const CallSound* sound = question.replay.call_sound(data.lines.front().call);
    if (sound == nullptr || !(sound->length_s > 0))
        return;
    data.envelope = sound->envelope;
    const double heard_s = to_seconds(question.view.time - data.lines.front().time);
    data.spoken = static_cast<float>(std::clamp(heard_s / sound->length_s, 0.0, 1.0));
}

}  // namespace

RadioData panel_radio(const PanelQuestion& question)
{
    RadioData data;
    const std::vector<CallReport>& calls = question.replay.report().calls.list;
    std::size_t all = 0;
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const Call& call = calls[i].call;
        if (!is_account_shown(question.replay, question.view, call.account))
            continue;
        ++all;
        if (call.time > question.view.time)
            continue;
        RadioLine line{i, call.time, format_time_of_day(call.time, 1), who_words(call), call.channel, call.text};
        line.is_speaking = question.view.time < call.time + shown_length(question.replay, i);
        data.lines.push_back(std::move(line));
    }
    std::reverse(data.lines.begin(), data.lines.end());
    for (std::size_t rank = 0; rank < data.lines.size(); ++rank)
        data.lines[rank].opacity = data.lines[rank].is_speaking ? 1.0F : opacity_of(rank);
    data.count =
        all == 0 ? "no calls" : fmt::format("{} of {} made", data.lines.size(), count_text(all, "call", "calls"));
    add_sound(question, data);
    return data;
}

std::string panel_caption(const PanelQuestion& question)
{
    if (!is_on(question.view, Switch::caption))
        return "";
    if (!question.view.caption.empty())
        return question.view.caption;
    const std::optional<std::size_t> spoken = call_being_spoken(question.replay, question.view);
    if (!spoken)
        return "";
    const Call& call = question.replay.report().calls.list[*spoken].call;
    return fmt::format("{}: {}", call.from.empty() ? "unknown" : call.from, call.text);
}

}  // namespace incursion
