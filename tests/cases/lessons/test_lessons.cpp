#include <catch2/catch.hpp>

#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "sim/io/action_log.h"
#include "sim/io/read_airspaces.h"
#include "sim/io/read_lesson.h"
#include "sim/io/sha256.h"
#include "sim/io/write_debrief_json.h"
#include "sim/training/look_back.h"
#include "tests/support/compare_json.h"

// Each lesson has three logs here: `perfect`, `late` (its first call a second later, and nothing else) and `empty`. A
// stored debrief is what `incursion debrief -f json` printed when it was last looked at. After a change of a lesson,
// its checksum goes into the logs, and debriefs are made anew from this folder with `incursion debrief NAME/LOG.jsonl
// -o stored/NAME/LOG.json --overwrite`.

namespace incursion::test {

namespace {

using nlohmann::json;

const std::string folder = INCURSION_SOURCE_DIR "/tests/cases/lessons/";

struct Shipped {
    const char* name;    ///< of the folder with its logs
    const char* lesson;  ///< below scenarios/
};
const std::vector<Shipped> shipped{{"hatay-2015", "hatay-2015/lesson.toml"},
                                   {"porvoo-2016", "porvoo-2016/lesson.toml"},
                                   {"porvoo-2016-evening", "porvoo-2016/evening-lesson.toml"}};

std::string path_of(const Shipped& lesson)
{
    return std::string{INCURSION_SOURCE_DIR "/scenarios/"} + lesson.lesson;
}

void no_problems(const Diagnostics& diagnostics)
{
    for (const Diagnostic& diagnostic : diagnostics.list())
        FAIL_CHECK(to_string(diagnostic));
}

std::shared_ptr<const Exercise> exercise_of(const Shipped& lesson)
{
    Diagnostics diagnostics;
    auto files = read_lesson(path_of(lesson), diagnostics);
    no_problems(diagnostics);
    REQUIRE(files);
    auto airspaces = read_airspaces(files->scenario.airspace, diagnostics);
    REQUIRE(airspaces);
    std::shared_ptr<const Exercise> exercise =
        Exercise::make(std::move(files->lesson), std::move(files->scenario), std::move(*airspaces), diagnostics);
    no_problems(diagnostics);
    REQUIRE(exercise);
    return exercise;
}

Debrief debrief_of(const std::shared_ptr<const Exercise>& exercise, const std::string& log)
{
    Diagnostics diagnostics;
    auto read = read_action_log(folder + log + ".jsonl", diagnostics);
    no_problems(diagnostics);
    REQUIRE(read);
    auto debrief = look_back(exercise, std::move(*read), diagnostics);
    no_problems(diagnostics);
    REQUIRE(debrief);
    debrief->lesson_sha256 = *sha256_of_file(exercise->lesson().path);
    debrief->log_sha256 = *sha256_of_file(folder + log + ".jsonl");
    return std::move(*debrief);
}

}  // namespace

TEST_CASE("A perfect log earns everything, an empty one nothing, one with a first call a second late strictly less")
{
    for (const Shipped& lesson : shipped) {
        const std::string name = lesson.name;
        CAPTURE(name);
        const auto exercise = exercise_of(lesson);
        const Debrief perfect = debrief_of(exercise, name + "/perfect");
        for (const TaskScore& task : perfect.score.tasks) {
            CAPTURE(exercise->lesson().tasks[task.task].id, task.expected, task.done);
            CHECK(task.applies);
            CHECK(task.points == task.out_of);
        }
        CHECK(perfect.score.out_of == 100);
        CHECK(perfect.score.share() == 1);
        CHECK(perfect.score.is_finished);

        const Debrief empty = debrief_of(exercise, name + "/empty");
        CHECK(empty.score.points == 0);
        CHECK(empty.score.out_of == 100);

        const Debrief late = debrief_of(exercise, name + "/late");
        CHECK(late.score.points < perfect.score.points);
        CHECK(late.score.points > 90);
        const std::vector<Action>&a = perfect.log.actions, &b = late.log.actions;
        REQUIRE(a.size() == b.size());
        std::size_t differing = 0;
        for (std::size_t i = 0; i < a.size(); ++i)
            if (a[i].time != b[i].time) {
                ++differing;
                CHECK(b[i].time - a[i].time == std::chrono::seconds{1});
                CHECK(static_cast<std::size_t>(b[i].kind == ActionKind::call) + differing == 2);
            }
        CHECK(differing == 1);
    }
}

TEST_CASE("The logs of the lessons name them as they are")
{
    for (const Shipped& lesson : shipped)
        for (const char* log : {"perfect", "late", "empty"}) {
            const std::string name = std::string{lesson.name} + "/" + log;
            CAPTURE(name);
            Diagnostics diagnostics;
            const auto read = read_action_log(folder + name + ".jsonl", diagnostics);
            REQUIRE(read);
            CHECK(read->lesson == "../../../../scenarios/" + std::string{lesson.lesson});
            CHECK(read->lesson_sha256 == *sha256_of_file(path_of(lesson)));
        }
}

TEST_CASE("Every log of a lesson gives its stored debrief, and the same bytes each time")
{
    for (const Shipped& lesson : shipped) {
        const auto exercise = exercise_of(lesson);
        for (const char* log : {"perfect", "late", "empty"}) {
            const std::string name = std::string{lesson.name} + "/" + log;
            std::ifstream file{folder + "stored/" + name + ".json"};
            CAPTURE(name);
            REQUIRE(file.good());
            Diagnostics diagnostics;
            const std::string written = debrief_json(debrief_of(exercise, name), diagnostics);
            CHECK(written == debrief_json(debrief_of(exercise_of(lesson), name), diagnostics));
            no_problems(diagnostics);
            json stored = json::parse(file), now = json::parse(written);
            for (json* document : {&stored, &now})  // a path, as the others
                (*document)["lesson"].erase("scenario");
            std::vector<std::string> differences;
            compare(stored, now, name, differences);
            for (const std::string& difference : differences)
                FAIL_CHECK(difference);
        }
    }
}

TEST_CASE("Whoever calls the aircraft that obeys in time keeps it out; whoever is silent sees it come in")
{
    const auto exercise = exercise_of(shipped[1]);
    const auto visits = [](const Debrief& debrief) {
        std::size_t count = 0;
        for (const TrackReport& track : debrief.incident.report.tracks)
            for (const Visit& visit : track.visits)
                count += track.track == "SU27" && visit.foreign ? 1U : 0U;
        return count;
    };
    CHECK(visits(debrief_of(exercise, "porvoo-2016/perfect")) == 0);
    CHECK(visits(debrief_of(exercise, "porvoo-2016/empty")) == 1);
    CHECK(exercise->course({}).turns.empty());
}

TEST_CASE("The briefings are short, and say that the exercise is made up")
{
    for (const Shipped& lesson : shipped) {
        const std::string briefing = exercise_of(lesson)->lesson().briefing;
        CAPTURE(briefing);
        CHECK(briefing.ends_with("An exercise: orders, phrases and reactions are made up."));
        CHECK(std::count(briefing.begin(), briefing.end(), ' ') < 90);
    }
}

}  // namespace incursion::test
