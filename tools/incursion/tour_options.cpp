#include "tools/incursion/tour_options.h"

#include <CLI/CLI.hpp>

#include "sim/io/language_tag.h"
#include "tools/incursion/command.h"

namespace incursion {

void LanguageOption::setup(CLI::App& app)
{
    app.add_option("--lang", given_, "the language in which the tour is told: en, tr, pt-br; en where absent")
        ->type_name("TAG");
}

void LanguageOption::check()
{
    if (given_.empty())
        return;
    tag_ = given_;
    for (char& c : tag_)
        c = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (!is_language_tag(tag_))
        throw WrongCall{"--lang: '" + given_ + "' names no language; write its tag, as en, tr or pt-br"};
}

void TourOptions::setup(CLI::App& app)
{
    app.add_flag("--tour", is_tour_, "the film of the scenario's steps: it stops at each and shows its words");
    language_.setup(app);
    app.add_option(
           "--captions", captions_name_,
           "of a tour: burned (cards in the picture; where absent), track (subtitles that a player shows, mp4 and "
           "webm) or none")
        ->type_name("HOW")
        ->check(CLI::IsMember({"burned", "track", "none"}));
    app.add_option("--subtitles", subtitles_path_, "of a tour: write its words as subtitles too (.srt)")
        ->type_name("FILE");
    app.add_flag("--narrate", narrates_, "of a tour: speak its words");
}

void TourOptions::check(FootageFormat format, double speed, bool overwrite)
{
    if (!is_tour_ && (language_.is_told() || !captions_name_.empty() || !subtitles_path_.empty() || narrates_))
        throw WrongCall{"--lang, --captions, --subtitles and --narrate are about a tour: add --tour"};
    language_.check();
    captions_ = captions_name_ == "track"  ? Captions::track
                : captions_name_ == "none" ? Captions::none
                                           : Captions::burned;
    if (!subtitles_path_.empty())
        subtitles_ = Destination{subtitles_path_, overwrite ? Overwrite::yes : Overwrite::no};
    if (!is_tour_)
        return;
    if (!(speed > 0))
        throw WrongCall{"--speed: a tour runs forwards; give a positive factor"};
    check_format(format);
}

void TourOptions::check_format(FootageFormat format) const
{
    const bool is_film = format == FootageFormat::mp4 || format == FootageFormat::webm;
    if (captions_ == Captions::track && !is_film)
        throw WrongCall{"--captions track: only an mp4 or a webm has a track for subtitles; use burned or none"};
    if (narrates_ && !is_film)
        throw WrongCall{"--narrate: only an mp4 or a webm has sound"};
    if (subtitles_ && format == FootageFormat::png)
        throw WrongCall{"--subtitles: a single picture has none; they belong to a film"};
}

}  // namespace incursion
