#include <catch2/catch.hpp>

#include <sstream>
#include <string>

#include "tests/tools/sample_debrief.h"
#include "tools/incursion/text_debrief.h"
#include "tools/incursion/text_debrief_words.h"
#include "tools/incursion/text_width.h"

using namespace incursion;
using namespace incursion::test;
using Catch::Contains;

namespace {

std::string in_one_line(const std::string& text)
{
    std::string line;
    std::istringstream words{text};
    for (std::string word; words >> word;)
        line += (line.empty() ? "" : " ") + word;
    return line;
}

}  // namespace

TEST_CASE("points are told to what they were counted to, and only everything is 100 %")
{
    CHECK(points_text(10) == "10");
    CHECK(points_text(7.5) == "7.5");
    CHECK(points_text(9.667) == "9.667");
    CHECK(points_text(0) == "0");
    CHECK(share_text(1) == "100 %");
    CHECK(share_text(0.99999) == "99.9 %");
    CHECK(share_text(0.58) == "58 %");
    CHECK(share_text(0) == "0 %");
}

TEST_CASE("a debrief tells the score, each task, what was flown, the calls and everything that was done")
{
    const Debrief debrief = sample::debrief(sample::exercise(), sample::actions());
    const std::string text = in_one_line(text_debrief(debrief, {120, false}));
    CHECK_THAT(text, Contains("T. \"Rain\" <ee>: "));
    CHECK_THAT(text, Contains("of 25 points"));
    CHECK_THAT(text, Contains("Ended by the trainee at 00:13:20."));
    CHECK_THAT(text, Contains("A<1> AAA 00:04:10.000 00:12:30.000 8 min 20.0 s"));
    CHECK_THAT(text, Contains("(not heard)"));
    CHECK_THAT(text, Contains("takes up A01"));
    CHECK_THAT(text, Contains("Inject: the radio fails from 00:03:50 to 00:04:10."));
    CHECK_THAT(text, Contains("Log run.jsonl, written by version 0.1.0."));
}

TEST_CASE("a log that breaks off says so, and an unnamed trainee is called so")
{
    Debrief debrief = sample::debrief(sample::exercise(), {sample::done(5, ActionKind::begin)});
    debrief.log.trainee.clear();
    const std::string text = in_one_line(text_debrief(debrief, {80, false}));
    CHECK_THAT(text, Contains("unnamed trainee: 0 of 25 points, 0 %"));
    CHECK_THAT(text, Contains("The log breaks off at 00:00:05"));
}

TEST_CASE("a debrief keeps within the width, and its words do not depend on it or on colours")
{
    const Debrief debrief = sample::debrief(sample::exercise(), sample::actions());
    for (const std::size_t width : {40UL, 60UL, 80UL, 120UL, 200UL}) {
        CAPTURE(width);
        std::istringstream lines{text_debrief(debrief, {width, false})};
        for (std::string line; std::getline(lines, line);) {
            CAPTURE(line);
            CHECK(display_width(line) <= width);
        }
    }
    CHECK(text_debrief(debrief, {80, false}) == text_debrief(debrief, {80, false}));
    CHECK_THAT(text_debrief(debrief, {80, true}), Contains("\x1b["));
    CHECK(text_debrief(debrief, {80, false}).find('\x1b') == std::string::npos);
}

TEST_CASE("a class is a table with a row for each run and a column for each task")
{
    const auto exercise = sample::exercise();
    std::vector<Debrief> runs;
    runs.push_back(sample::debrief(exercise, sample::actions()));
    runs.push_back(sample::debrief(exercise, {}));
    runs.back().log.trainee = "B, second";
    const std::string csv = csv_class(runs);
    std::istringstream lines{csv};
    std::string head, first, second;
    std::getline(lines, head);
    std::getline(lines, first);
    std::getline(lines, second);
    CHECK(head == "trainee,log,lesson,points,out_of,share,finished,first,entry,\"keep,out\"");
    CHECK(first.starts_with("\"T. \"\"Rain\"\" <ee>\",run.jsonl,lesson.toml,"));
    CHECK(first.find(",true,") != std::string::npos);
    CHECK(second == "\"B, second\",run.jsonl,lesson.toml,0,25,0,false,0,0,0");
    const std::string text = in_one_line(text_class(runs, {200, false}));
    CHECK_THAT(text, Contains("trainee log points share finished first entry keep,out"));
    CHECK_THAT(text, Contains("B, second run.jsonl 0 0 % no 0 0 0"));
    CHECK_THAT(text, Contains("entry: Log its entry (10 points)"));
}
