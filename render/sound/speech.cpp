#include "render/sound/speech.h"

#include <algorithm>

#include <fmt/format.h>

#include "sim/base/child_process.h"
#include "render/sound/recording.h"

namespace incursion {

namespace {

// Words a minute and pitch (0 to 99) of somebody who speaks on the radio: a little slower and lower than usual
// (175 and 50). -b 1: the text is UTF-8, whatever the locale.
constexpr const char* words_per_minute = "158";
constexpr const char* pitch = "38";

/// Names of voices look like `en`, `en-us`, `gmw/en` or `en+f3`; anything else would be a path.
bool is_voice_name(const std::string& language)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '+' || c == '/';
    };
    return !language.empty() && language.front() != '/' && std::all_of(language.begin(), language.end(), fits);
}

Problem no_voice(const std::string& language)
{
    return {fmt::format("espeak-ng has no voice '{}'; 'espeak-ng --voices' lists those it has", language)};
}

bool is_silent(const Sound& sound)
{
    return std::all_of(sound.samples.begin(), sound.samples.end(), [](float sample) { return sample == 0.0F; });
}

}  // namespace

Result<Sound> speak(const std::string& text, const std::string& language)
{
    if (!is_voice_name(language))
        return no_voice(language);
    const Result<ChildOutput> output = run_child(
        {"espeak-ng", "-v", language, "-s", words_per_minute, "-p", pitch, "-b", "1", "--stdin", "--stdout"}, text);
    if (!output)
        return Problem{fmt::format("{}; spoken calls need it", output.problem())};
    if (output->err.find("voice does not exist") != std::string::npos)
        return no_voice(language);
    if (output->exit_status != 0)
        return Problem{fmt::format("espeak-ng failed with status {}: {}", output->exit_status,
                                   output->err.substr(0, output->err.find('\n')))};
    const Problem nothing_to_say{"espeak-ng finds nothing to say in the text"};
    if (output->out.empty())
        return nothing_to_say;
    Result<Sound> sound = parse_wav(output->out);
    if (!sound)
        return Problem{fmt::format("what espeak-ng gave {}", sound.problem())};
    if (is_silent(*sound))
        return nothing_to_say;
    return sound;
}

}  // namespace incursion
