#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>

#include "sim/io/action_log.h"
#include "tests/sim/training/equator_lesson.h"
#include "tests/support/temporary_folder.h"
#include "tools/incursion/training_session.h"

namespace incursion::test {

namespace {

/// A log in a folder of its own, and sessions that write it.
struct Desk {
    Desk()
    {
        Lesson lesson = equator_lesson();
        lesson.reactions = {obedient()};
        exercise = exercise_of(std::move(lesson));
    }

    TrainingSession begun(double speed = 1)
    {
        auto writer = ActionLogWriter::create(path.string(), {path.string(), "lesson.toml", "", "", "", {}});
        REQUIRE(writer);
        TrainingSession session{*exercise, std::move(writer).value(), {}, speed};
        session.begin();
        return session;
    }
    std::vector<Action> logged() const
    {
        Diagnostics diagnostics;
        const auto log = read_action_log(path.string(), diagnostics);
        REQUIRE(log);
        return log->actions;
    }
    TrainingSession resumed()
    {
        auto writer = ActionLogWriter::append_to(path.string());
        REQUIRE(writer);
        return {*exercise, std::move(writer).value(), logged(), 1};
    }

    TemporaryFolder folder;
    std::filesystem::path path{folder / "run.jsonl"};
    std::unique_ptr<Exercise> exercise;
};

std::string kinds_of(const std::vector<Action>& actions)
{
    std::string kinds;
    for (const Action& action : actions)
        kinds += (kinds.empty() ? "" : " ") + std::string{name_of(action.kind)};
    return kinds;
}

}  // namespace

TEST_CASE("The clock of an exercise runs as fast as asked for, and the log hears of it once a second")
{
    Desk desk;
    {
        TrainingSession session = desk.begun(4);
        for (int i = 0; i < 30; ++i)
            session.advance(0.1);
        CHECK(to_seconds(session.now() - at_second(12)) == Approx(0).margin(1e-6));
    }
    const std::vector<Action> logged = desk.logged();
    CHECK(kinds_of(logged).starts_with("begin clock clock"));
    CHECK(logged.size() <= 4);
}

TEST_CASE("What was done is in the log before anything comes of it, and a run is gone on with where it was left")
{
    Desk desk;
    const std::string number = number_of_bravo(*desk.exercise);
    std::size_t turns = 0;
    {
        TrainingSession session = desk.begun();
        session.advance(160);
        CHECK(session.take(order_at(0, number, 0)));
        CHECK(session.now() == at_second(160));
        REQUIRE(desk.logged().back().kind == ActionKind::order);
        CHECK(desk.logged().back().time == at_second(160));
        turns = session.course().turns.size();
        session.advance(20);
    }
    CHECK(turns == 1);
    TrainingSession session = desk.resumed();
    CHECK(session.phase() == TrainingSession::Phase::briefing);
    CHECK(session.is_resumed());
    CHECK(session.now() == at_second(180));
    CHECK(session.course().turns.size() == turns);
    session.begin();
    session.advance(5);
    session.keep_clock();
    CHECK(kinds_of(desk.logged()) == "begin clock order clock clock clock");
}

TEST_CASE("Nothing is taken before the beginning, after the end, or twice begun")
{
    Desk desk;
    {
        TrainingSession session = desk.begun();
        session.begin();
        session.advance(700);
        CHECK(session.phase() == TrainingSession::Phase::finished);
        CHECK(session.now() == at_second(600));
        CHECK_FALSE(session.take(call_at(0, "A01")));
        session.begin();
        session.keep_clock();
    }
    CHECK(kinds_of(desk.logged()) == "begin finish");
    CHECK(desk.resumed().phase() == TrainingSession::Phase::finished);
}

TEST_CASE("The instructor stops the clock, steps back, and what was done from there on counts no more")
{
    Desk desk;
    const std::string number = number_of_bravo(*desk.exercise);
    {
        TrainingSession session = desk.begun();
        session.advance(160);
        session.take(order_at(0, number, 0));
        REQUIRE(session.course().turns.size() == 1);
        session.pause(true);
        session.advance(10);
        CHECK(session.now() == at_second(160));
        session.rewind(at_second(100));
        CHECK(session.now() == at_second(100));
        CHECK(session.course().turns.empty());
        CHECK(session.course().calls.empty());
        session.pause(false);
        session.advance(10);
        session.take(call_at(0, number));
    }
    CHECK(kinds_of(desk.logged()) == "begin clock order pause rewind resume clock call");
    TrainingSession session = desk.resumed();
    CHECK(session.now() == at_second(110));
    CHECK(session.course().calls.size() == 1);
    session.begin();
    session.rewind(at_second(-50));
    CHECK(session.now() == at_second(0));
}

TEST_CASE("A finished exercise has the score that its log has")
{
    Desk desk;
    Lesson lesson = equator_lesson();
    lesson.tasks = {task_of(TaskKind::take_up)};
    desk.exercise = exercise_of(std::move(lesson));
    const std::string number = number_of_bravo(*desk.exercise);
    TrainingSession session = desk.begun();
    session.advance(60);
    session.take(action_at(0, ActionKind::take_up, number));
    session.finish();
    const auto result = session.result();
    REQUIRE(result);
    const Score again = scored(*desk.exercise, actions_that_count(desk.logged()));
    CHECK(result->score.points == again.points);
    CHECK(result->score.is_finished);
}

}  // namespace incursion::test
