#include "tools/incursion/text_sources.h"

#include <algorithm>

namespace incursion {

std::size_t Sources::number_of(const Evidence& evidence, const std::string& subject)
{
    if (!evidence.note.empty()) {
        auto note = std::find_if(notes_.begin(), notes_.end(), [&](const Note& n) { return n.text == evidence.note; });
        if (note == notes_.end())
            note = notes_.insert(notes_.end(), {evidence.note, {}});
        if (std::find(note->subjects.begin(), note->subjects.end(), subject) == note->subjects.end())
            note->subjects.push_back(subject);
    }
    if (evidence.source.empty() && evidence.confidence.empty())
        return 0;
    const auto found = std::find_if(sources_.begin(), sources_.end(), [&](const Source& s) {
        return s.text == evidence.source && s.confidence == evidence.confidence;
    });
    if (found != sources_.end())
        return static_cast<std::size_t>(found - sources_.begin()) + 1;
    sources_.push_back({evidence.source, evidence.confidence});
    return sources_.size();
}

std::string Sources::cite(const Evidence& evidence, const std::string& subject)
{
    return cite({{&evidence, subject}});
}

std::string Sources::cite(const std::vector<std::pair<const Evidence*, std::string>>& evidence)
{
    std::vector<std::size_t> numbers;
    for (const auto& [one, subject] : evidence)
        if (const std::size_t number = number_of(*one, subject); number != 0)
            numbers.push_back(number);
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    std::string text;
    for (const std::size_t number : numbers)
        text += (text.empty() ? before_ : ", ") + std::to_string(number);
    return text.empty() ? text : text + after_;
}

std::string meaning_of_confidence(const std::string& letter)
{
    if (letter == "A")
        return "an official text, or an agency quoting it";
    if (letter == "B")
        return "one secondary report";
    if (letter == "C")
        return "weak, inconsistent or without a name";
    if (letter == "D")
        return "derived from other figures by arithmetic";
    if (letter == "G")
        return "a game's parameter, without authority";
    return {};
}

}  // namespace incursion
