#include "render/footage/subtitle_stream.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace incursion {

namespace {

/// A TextSampleEntry without its head (3GPP TS 26.245, section 5.16): white letters without a ground, in the middle of
/// the foot of the picture, of a font that is called Serif there and is the player's own choice.
constexpr std::array<std::uint8_t, 48> timed_text_head{
    0,    0,    0,    0,                       // displayFlags
    1,    0xff,                                // centre, bottom
    0,    0,    0,    0,                       // background-color-rgba
    0,    0,    0,    0,    0,   0,   0,   0,  // default-text-box: the track's
    0,    0,    0,    0,                       // default-style: startChar, endChar
    0,    1,    0,    18,                      // font-ID, face-style-flags, font-size
    0xff, 0xff, 0xff, 0xff,                    // text-color-rgba
    0,    0,    0,    18,   'f', 't', 'a', 'b', 0, 1, 0, 1, 5, 'S', 'e', 'r', 'i', 'f'};

constexpr std::size_t longest_timed_text = 0xffff;

struct LanguageName {
    std::string_view two, three;
};
/// ISO 639-1 and 639-2/T, of the languages that are written most; others are told as undetermined.
constexpr std::array languages{
    LanguageName{"ar", "ara"}, LanguageName{"az", "aze"}, LanguageName{"bg", "bul"}, LanguageName{"bn", "ben"},
    LanguageName{"cs", "ces"}, LanguageName{"da", "dan"}, LanguageName{"de", "deu"}, LanguageName{"el", "ell"},
    LanguageName{"en", "eng"}, LanguageName{"es", "spa"}, LanguageName{"et", "est"}, LanguageName{"fa", "fas"},
    LanguageName{"fi", "fin"}, LanguageName{"fr", "fra"}, LanguageName{"he", "heb"}, LanguageName{"hi", "hin"},
    LanguageName{"hu", "hun"}, LanguageName{"hy", "hye"}, LanguageName{"id", "ind"}, LanguageName{"it", "ita"},
    LanguageName{"ja", "jpn"}, LanguageName{"ka", "kat"}, LanguageName{"ko", "kor"}, LanguageName{"ku", "kur"},
    LanguageName{"lt", "lit"}, LanguageName{"lv", "lav"}, LanguageName{"nb", "nob"}, LanguageName{"nl", "nld"},
    LanguageName{"no", "nor"}, LanguageName{"pl", "pol"}, LanguageName{"pt", "por"}, LanguageName{"ro", "ron"},
    LanguageName{"ru", "rus"}, LanguageName{"sk", "slk"}, LanguageName{"sr", "srp"}, LanguageName{"sv", "swe"},
    LanguageName{"tr", "tur"}, LanguageName{"uk", "ukr"}, LanguageName{"vi", "vie"}, LanguageName{"zh", "zho"}};

std::string language_name(std::string_view tag)
{
    const std::string_view primary = tag.substr(0, tag.find('-'));
    if (primary.size() == 3)
        return std::string{primary};
    const auto* found =
        std::find_if(languages.begin(), languages.end(), [&](const LanguageName& name) { return name.two == primary; });
    return found == languages.end() ? "und" : std::string{found->three};
}

/// Two bytes that tell its length, then the text (3GPP TS 26.245, section 5.17); none would fit that is longer.
std::string timed_text(std::string_view text)
{
    text = text.substr(0, longest_timed_text);
    std::string bytes{static_cast<char>(text.size() >> 8U), static_cast<char>(text.size() & 0xffU)};
    return bytes.append(text);
}

}  // namespace

SubtitleStream::SubtitleStream(Container& container, const FootageOptions& options)
    : container_{container}, is_webm_{options.format == FootageFormat::webm}
{
    TextStream text;
    text.codec = is_webm_ ? AV_CODEC_ID_WEBVTT : AV_CODEC_ID_MOV_TEXT;
    text.language = language_name(options.subtitle_language);
    text.width_px = options.width_px;
    text.height_px = std::max(options.height_px / 6, 1);
    if (!is_webm_)
        text.head = timed_text_head;
    stream_ = container.add_text_stream(text);
}

void SubtitleStream::write(const std::vector<Subtitle>& subtitles)
{
    for (const Subtitle& subtitle : subtitles)
        container_.write_text(stream_, subtitle.from_ms, subtitle.to_ms - subtitle.from_ms,
                              is_webm_ ? subtitle.text : timed_text(subtitle.text));
}

}  // namespace incursion
