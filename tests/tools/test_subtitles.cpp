#include <catch2/catch.hpp>

#include <sstream>

#include "tools/incursion/subtitles.h"
#include "tools/incursion/text_width.h"

namespace incursion::test {

TEST_CASE("a title and a text become cues of two short lines that share the time by their characters")
{
    // 10 characters, then 20, then 2 lines of 30 characters: shares of 10, 20, 60 in 9 s.
    const std::string line(30, 'x');
    const auto cues = cues_of("Ten chars.", "Exactly twenty char. " + line + " " + line, {seconds(1), seconds(10)});
    REQUIRE(cues.size() == 3);
    CHECK(cues[0].text == "Ten chars.");
    CHECK(cues[1].text == "Exactly twenty char.");
    CHECK(cues[2].text == line + "\n" + line);
    CHECK(cues[0].from == seconds(1));
    CHECK(to_seconds(cues[0].to) == Approx(2).margin(0.02));
    CHECK(cues[1].from == cues[0].to);
    CHECK(to_seconds(cues[1].to) == Approx(4).margin(0.1));
    CHECK(cues[2].to == seconds(10));
}

TEST_CASE("no line of a cue is longer than 42 characters, no cue has more than two, and no word is lost")
{
    const std::string text =
        "Türkiye'ye göre çağrılar acil durum kanalından yapıldı; sözlerinin kaydı yayımlandı. Her birinin saati "
        "yayımlanmadı: burada eşit aralıklarla dizildiler. A depth of 1.36 miles is one number. Why? So!";
    std::string joined;
    for (const SubtitleCue& cue : cues_of("Başlık", text, {seconds(0), seconds(20)})) {
        std::istringstream lines{cue.text};
        int count = 0;
        for (std::string line; std::getline(lines, line); ++count) {
            CAPTURE(line);
            CHECK(display_width(line) <= 42);
            joined += (joined.empty() ? "" : " ") + line;
        }
        CHECK((count == 1 || count == 2));
        CHECK(cue.from < cue.to);
    }
    CHECK(joined == "Başlık " + text);
}

TEST_CASE("subtitles are written as SubRip: number, instants to the millisecond, lines, an empty line")
{
    const std::vector<SubtitleCue> cues{{seconds(0), seconds(1.5), "Seven minutes"},
                                        {seconds(3723.004), seconds(3725), "Türkiye: in at 11:42,\nat 200 feet"}};
    CHECK(srt_text(cues) == "1\n00:00:00,000 --> 00:00:01,500\nSeven minutes\n"
                            "\n2\n01:02:03,004 --> 01:02:05,000\nTürkiye: in at 11:42,\nat 200 feet\n");
    CHECK(srt_text({}).empty());
}

TEST_CASE("a span too short for its words still gives cues that ascend")
{
    Duration last{};
    for (const SubtitleCue& cue : cues_of("One. Two.", "Three. Four. Five.", {seconds(1), seconds(1.002)})) {
        CHECK(cue.from >= last);
        CHECK(cue.to > cue.from);
        last = cue.to;
    }
    CHECK(last <= seconds(1.002));
}

}  // namespace incursion::test
