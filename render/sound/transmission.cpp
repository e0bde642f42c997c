#include "render/sound/transmission.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "render/sound/radio.h"
#include "render/sound/recording.h"
#include "render/sound/speech.h"
#include "sim/base/random.h"

namespace incursion {

namespace {

/// Speaks the same words once. Results stay where they are, so that they can be referred to.
class Speaker {
public:
    const Result<Sound>& spoken(const std::string& text, const std::string& language)
    {
        const auto key = std::pair{language, text};
        const auto known = spoken_.find(key);
        return known != spoken_.end() ? known->second : spoken_.emplace(key, speak(text, language)).first->second;
    }

private:
    std::map<std::pair<std::string, std::string>, Result<Sound>> spoken_;
};

/// Words that were said; what stands in brackets only tells of them.
bool has_words(const std::string& text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
        return false;
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    return text[first] != '(' || text[last] != ')';
}

Result<Sound> heard(const Call& call, std::size_t place, std::uint64_t seed, Speaker& speaker)
{
    if (!call.sound.empty())
        return read_wav(call.sound);
    const Result<Sound>& speech = speaker.spoken(call.text, call.language);
    if (!speech)
        return Problem{speech.problem()};
    return through_radio(*speech, RandomStream{seed, fmt::format("call {}", place)}.bits());
}

}  // namespace

std::vector<Transmission> transmissions_of(const std::vector<Call>& calls, std::uint64_t seed, Diagnostics& diagnostics)
{
    std::vector<Transmission> transmissions;
    std::set<std::string> told;
    Speaker speaker;
    for (std::size_t i = 0; i < calls.size(); ++i) {
        if (calls[i].sound.empty() && !has_words(calls[i].text))
            continue;
        Result<Sound> sound = heard(calls[i], i, seed, speaker);
        if (sound)
            transmissions.push_back({calls[i].time, i, std::move(sound).value()});
        else if (told.insert(sound.problem()).second)
            diagnostics.warning({}, std::nullopt, fmt::format("call[{}]", i),
                                fmt::format("{}; the call stays silent", sound.problem()));
    }
    std::stable_sort(transmissions.begin(), transmissions.end(),
                     [](const Transmission& a, const Transmission& b) { return a.start < b.start; });
    return transmissions;
}

}  // namespace incursion
