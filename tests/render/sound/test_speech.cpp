#include "render/sound/speech.h"

#include <filesystem>

#include <catch2/catch.hpp>

#include "sim/base/child_process.h"
#include "tests/render/sound/environment.h"
#include "tests/render/sound/sounds.h"
#include "tests/support/temporary_folder.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// A folder that holds a program of the name `espeak-ng` which does something else.
void write_program(const TemporaryFolder& folder, const std::string& script)
{
    const std::string path = folder.write("espeak-ng", "#!/bin/sh\n" + script + "\n");
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
}

}  // namespace

TEST_CASE("words are spoken in several languages for about as long as a person would take")
{
    struct Words {
        std::string text, language;
        double least_s, most_s;
    };
    // At 130 to 190 words a minute and with some silence around them.
    const auto words = GENERATE(values<Words>({
        {"Unknown aircraft, you are approaching the border. Change your heading south immediately.", "en", 3, 8},
        {"Türk hava sahasına yaklaşıyorsunuz. Derhal güneye dönün.", "tr", 2, 7},
        {"Вы приближаетесь к границе. Немедленно измените курс на юг.", "ru", 2, 8},
    }));
    CAPTURE(words.text);
    const Result<Sound> sound = speak(words.text, words.language);
    INFO((sound ? "" : sound.problem()));
    REQUIRE(sound);
    CHECK(sound->length_s() > words.least_s);
    CHECK(sound->length_s() < words.most_s);
    CHECK(power(sound->samples) > 1e-4);
    CHECK(share(spectrum(sound->samples), 100, 4000) > 0.8);      // where voices are
    CHECK(share(spectrum(sound->samples), 11100, 24000) < 1e-4);  // nothing above the half of its own rate
}

TEST_CASE("the same words give the same samples, in any locale")
{
    const std::string text = "Şu anda güneye dönün.";
    const Result<Sound> first = speak(text, "tr"), second = speak(text, "tr");
    const Environment locale{"LC_ALL", "C"};
    const Result<Sound> third = speak(text, "tr");
    REQUIRE((first && second && third));
    CHECK(first->samples == second->samples);
    CHECK(first->samples == third->samples);
}

TEST_CASE("another language speaks the same words otherwise")
{
    const Result<Sound> english = speak("radio", "en"), russian = speak("radio", "ru");
    REQUIRE((english && russian));
    CHECK(english->samples != russian->samples);
}

TEST_CASE("words are never taken for options or for commands")
{
    const TemporaryFolder folder;
    const Result<Sound> sound =
        speak("--version; $(touch " + folder / "made" + ") `touch " + folder / "made" + "`", "en");
    REQUIRE(sound);
    CHECK(sound->length_s() > 1);
    CHECK_FALSE(std::filesystem::exists(folder / "made"));
}

TEST_CASE("a language that espeak-ng has no voice for is told")
{
    const std::string language = GENERATE("xx", "", "--help", "../en", "/etc/passwd", "en;ls");
    const Result<Sound> sound = speak("words", language);
    REQUIRE_FALSE(sound);
    CHECK(sound.problem() == "espeak-ng has no voice '" + language + "'; 'espeak-ng --voices' lists those it has");
}

TEST_CASE("a text with nothing to say is told")
{
    const std::string text = GENERATE("", "  \n", "...");
    CHECK(speak(text, "en").problem() == "espeak-ng finds nothing to say in the text");
}

TEST_CASE("a missing espeak-ng is told")
{
    const TemporaryFolder empty;
    const Environment path{"PATH", empty.path().string()};
    CHECK(speak("words", "en").problem() == "the command 'espeak-ng' is not installed; spoken calls need it");
}

TEST_CASE("an espeak-ng that fails, dies or gives no sound is told")
{
    const TemporaryFolder folder;
    const Environment path{"PATH", folder.path().string()};
    write_program(folder, "echo no data >&2; echo more >&2; exit 3");
    CHECK(speak("words", "en").problem() == "espeak-ng failed with status 3: no data");
    write_program(folder, "kill -9 $$");
    CHECK(speak("words", "en").problem() == "espeak-ng failed with status 137: ");
    write_program(folder, "echo words");
    CHECK(speak("words", "en").problem() == "what espeak-ng gave is no RIFF WAV file; convert it to one");
}

TEST_CASE("a program gets its input, gives back all it writes, and may leave input unread")
{
    const std::string much(3'000'000, 'x');
    const Result<ChildOutput> echoed = run_child({"cat"}, much);
    REQUIRE(echoed);
    CHECK(echoed->exit_status == 0);
    CHECK(echoed->out == much);
    CHECK(echoed->err.empty());

    const Result<ChildOutput> deaf = run_child({"sh", "-c", "echo out; echo err >&2; exit 4"}, much);
    REQUIRE(deaf);
    CHECK(deaf->exit_status == 4);
    CHECK(deaf->out == "out\n");
    CHECK(deaf->err == "err\n");
}
