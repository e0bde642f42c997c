#include "render/sound/transmission.h"

#include <catch2/catch.hpp>

#include "render/sound/radio.h"
#include "render/sound/speech.h"
#include "tests/render/sound/environment.h"
#include "tests/render/sound/sounds.h"
#include "tests/render/sound/wav_bytes.h"
#include "tests/support/shapes.h"
#include "tests/support/temporary_folder.h"

using namespace incursion;
using namespace incursion::test;

namespace {

Call call(double at_s, const std::string& text, const std::string& language = "en")
{
    Call call;
    call.time = at_second(at_s);
    call.text = text;
    call.language = language;
    return call;
}

Call recorded(double at_s, const std::string& path)
{
    Call recorded = call(at_s, "words that are not spoken");
    recorded.sound = path;
    return recorded;
}

}  // namespace

TEST_CASE("calls become transmissions in order of time, each with its place in the list")
{
    Diagnostics diagnostics;
    const auto list =
        transmissions_of({call(20, "Second."), call(10, "First."), call(15, "  "), call(20, "Third.")}, 1, diagnostics);
    REQUIRE(list.size() == 3);
    CHECK((list[0].call == 1 && list[1].call == 0 && list[2].call == 3));
    CHECK((list[0].start == at_second(10) && list[1].start == at_second(20)));
    CHECK(diagnostics.list().empty());
    CHECK(list[0].span().from == at_second(10));
    CHECK(to_seconds(list[0].span().length()) == Approx(list[0].sound.length_s()));
}

TEST_CASE("a spoken call is its speech through the radio, and the noise differs by call and by seed")
{
    Diagnostics diagnostics;
    const std::vector<Call> calls{call(0, "Turn south."), call(9, "Turn south.")};
    const auto list = transmissions_of(calls, 1, diagnostics);
    REQUIRE(list.size() == 2);
    const Result<Sound> speech = speak("Turn south.", "en");
    REQUIRE(speech);
    CHECK(list[0].sound.length_s() == Approx(speech->length_s() + radio_lead_s + radio_tail_s));
    CHECK(list[0].sound.samples.size() == list[1].sound.samples.size());
    CHECK(list[0].sound.samples != list[1].sound.samples);
    CHECK(share(spectrum(list[0].sound.samples), 300, 3400) > 0.9);

    CHECK(transmissions_of(calls, 1, diagnostics)[1].sound.samples == list[1].sound.samples);
    CHECK(transmissions_of(calls, 2, diagnostics)[1].sound.samples != list[1].sound.samples);
}

TEST_CASE("a recording takes the place of the words and is played as it is")
{
    const TemporaryFolder folder;
    const std::string path = folder.write(
        "call.wav", wav(format_chunk(1, 1, 48000, 16) + chunk("data", number(0x4000, 2) + number(0xC000, 2))));
    Diagnostics diagnostics;
    const auto list = transmissions_of({recorded(5, path)}, 1, diagnostics);
    REQUIRE(list.size() == 1);
    CHECK(list[0].sound.samples == std::vector<float>{0.5F, -0.5F});
}

TEST_CASE("what cannot be heard is warned of once for each trouble, and the others are heard")
{
    Diagnostics diagnostics;
    const auto list = transmissions_of(
        {recorded(1, "/none.wav"), call(2, "Words.", "xx"), call(3, "Other words.", "xx"), call(4, "Heard.")}, 1,
        diagnostics);
    REQUIRE(list.size() == 1);
    CHECK(list[0].call == 3);
    REQUIRE(diagnostics.list().size() == 2);
    CHECK_FALSE(diagnostics.has_errors());
    CHECK(to_string(diagnostics.list()[0]) ==
          "warning: call[0]: /none.wav: there is no such file; the call stays silent");
    CHECK(to_string(diagnostics.list()[1]) == "warning: call[1]: espeak-ng has no voice 'xx'; 'espeak-ng --voices' "
                                              "lists those it has; the call stays silent");
}

TEST_CASE("without espeak-ng there is one warning, however many calls there are")
{
    const TemporaryFolder empty;
    const Environment path{"PATH", empty.path().string()};
    Diagnostics diagnostics;
    CHECK(transmissions_of({call(1, "One."), call(2, "Two.", "tr")}, 1, diagnostics).empty());
    REQUIRE(diagnostics.list().size() == 1);
    CHECK(diagnostics.list()[0].message ==
          "the command 'espeak-ng' is not installed; spoken calls need it; the call stays silent");
}

TEST_CASE("what stands in brackets as a whole tells of a call and is not spoken")
{
    Diagnostics diagnostics;
    const auto list = transmissions_of(
        {call(1, "(a warning; its words were not published)"), call(2, "Turn south (heading one eight zero)."), call(3, " () ")},
        1, diagnostics);
    REQUIRE(list.size() == 1);
    CHECK(list[0].call == 1);
}
