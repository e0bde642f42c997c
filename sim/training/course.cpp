#include "sim/training/course.h"

#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace incursion {

namespace {

std::string with_number(std::string text, const std::string& number)
{
    constexpr std::string_view slot = "{track}";
    for (auto at = text.find(slot); at != std::string::npos; at = text.find(slot, at + number.size()))
        text.replace(at, slot.size(), number);
    return text;
}

}  // namespace

std::optional<std::size_t> shown_track(const Course& course, const std::string& number, Time t)
{
    for (std::size_t i = 0; i < course.shown.size(); ++i)
        if (course.shown[i].number == number)
            return course.shown[i].shown.from <= t ? std::optional{i} : std::nullopt;
    return std::nullopt;
}

std::optional<Angle> heading_ordered(const Lesson& lesson, const Action& action)
{
    if (action.heading)
        return action.heading;
    for (const Phrase& phrase : lesson.phrases)
        if (!action.id.empty() && phrase.id == action.id)
            return phrase.heading;
    return std::nullopt;
}

std::string phrase_text(const Phrase& phrase, const std::string& number)
{
    return with_number(phrase.text, number);
}

std::string call_text(const Lesson& lesson, const Action& action)
{
    std::string text = action.text;
    for (const Phrase& phrase : lesson.phrases)
        if (text.empty() && !action.id.empty() && phrase.id == action.id)
            text = phrase.text;
    if (text.empty() && action.heading)
        text = fmt::format("{{track}}, turn to heading {:03.0f}", wrapped_to_circle(*action.heading).deg());
    return with_number(std::move(text), action.track);
}

}  // namespace incursion
