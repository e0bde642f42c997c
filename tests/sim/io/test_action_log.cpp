#include <catch2/catch.hpp>

#include <sys/stat.h>

#include "sim/io/action_log.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

Time at(double s)
{
    return Time{std::chrono::sys_days{std::chrono::year{2015} / 11 / 24}} + std::chrono::hours{7} + seconds(s);
}

Action action(double s, ActionKind kind, std::string track = {}, std::string id = {}, std::string text = {})
{
    Action made;
    made.time = at(s);
    made.kind = kind;
    made.track = std::move(track);
    made.id = std::move(id);
    made.text = std::move(text);
    return made;
}

constexpr const char* head =
    R"({"schema":"incursion.actions/1","lesson":"lesson.toml","lesson_sha256":"ab","trainee":"Ö","version":"0.1.0"})"
    "\n";

struct Read {
    std::optional<ActionLog> log;
    Diagnostics diagnostics;
};

Read read(const std::string& content)
{
    const TemporaryFolder folder;
    Read result;
    result.log = read_action_log(folder.write("run.jsonl", content), result.diagnostics);
    return result;
}

/// Every kind of action once, with all that its kind has.
std::vector<Action> one_of_each()
{
    std::vector<Action> all{action(0, ActionKind::begin), action(1, ActionKind::take_up, "A01"),
                            action(2, ActionKind::classify, "A01", "", "military \"jet\""),
                            action(3.000000001, ActionKind::call, "A01", "south", "Change heading\nsouth, Ägäis."),
                            action(4, ActionKind::call, "A02", "", "")};
    Action order = action(5, ActionKind::order, "A01", "", "Fly heading 180.");
    order.heading = Angle::degrees(180.5);
    all.push_back(order);
    all.push_back(action(6, ActionKind::log_entry, "A01"));
    all.push_back(action(7, ActionKind::log_exit, "A01"));
    Action report = action(8, ActionKind::report);
    report.figures = {{"calls", "10"}, {"dwell_s", ""}, {"entry_time", "07:24:05"}};
    all.push_back(report);
    all.push_back(action(9, ActionKind::pause));
    all.push_back(action(9, ActionKind::resume));
    Action back = action(10, ActionKind::rewind);
    back.to = at(6.5);
    all.push_back(back);
    all.push_back(action(6.5, ActionKind::inject, "", "drop"));
    all.push_back(action(11, ActionKind::clock));
    all.push_back(action(12, ActionKind::finish));
    return all;
}

void check_same(const Action& a, const Action& b)
{
    CHECK(a.time == b.time);
    CHECK(a.kind == b.kind);
    CHECK(a.track == b.track);
    CHECK(a.id == b.id);
    CHECK(a.text == b.text);
    CHECK(a.heading.has_value() == b.heading.has_value());
    if (a.heading && b.heading)
        CHECK(a.heading->deg() == Approx(b.heading->deg()).epsilon(1e-12));
    CHECK(a.figures == b.figures);
    CHECK(a.to == b.to);
}

void check_writes(ActionLogWriter& writer, const Action& made)
{
    const auto problem = writer.write(made);
    CAPTURE(problem ? problem->message : "");
    CHECK_FALSE(problem);
}

}  // namespace

TEST_CASE("what the writer of a log was told reads back, every kind of action, to the nanosecond")
{
    const TemporaryFolder folder;
    ActionLog log;
    log.lesson = "../l.toml";
    log.lesson_sha256 = "cd";
    log.trainee = "A \"B\"";
    log.version = "0.1.0";
    const std::vector<Action> actions = one_of_each();
    {
        auto writer = ActionLogWriter::create(folder / "run.jsonl", log);
        REQUIRE(writer);
        ActionLogWriter open = std::move(writer).value();
        for (const Action& made : actions)
            check_writes(open, made);
    }
    Diagnostics d;
    const auto read = read_action_log(folder / "run.jsonl", d);
    CAPTURE(told(d));
    REQUIRE(read);
    CHECK(d.list().empty());
    CHECK(read->path == folder / "run.jsonl");
    CHECK(read->lesson == "../l.toml");
    CHECK(read->lesson_sha256 == "cd");
    CHECK(read->trainee == "A \"B\"");
    CHECK(read->version == "0.1.0");
    REQUIRE(read->actions.size() == actions.size());
    for (std::size_t i = 0; i < actions.size(); ++i)
        check_same(read->actions[i], actions[i]);
}

TEST_CASE("a line of a log is the JSON object that people and scripts are told of")
{
    CHECK(action_line(action(1175, ActionKind::call, "A01", "south", "Go.")) ==
          R"({"time":"2015-11-24T07:19:35.000000Z","action":"call","track":"A01","phrase":"south","text":"Go."})"
          "\n");
    CHECK(action_line(action(1175, ActionKind::classify, "A01", "", "military")) ==
          R"({"time":"2015-11-24T07:19:35.000000Z","action":"classify","track":"A01","category":"military"})"
          "\n");
    Action order = action(0, ActionKind::order, "A01");
    order.heading = Angle::degrees(255);  // which is 255.00000000000003 once it has been radians
    CHECK(action_line(order).find("\"heading_deg\":255.0,") != std::string::npos);
    CHECK(action_line(action(0, ActionKind::call, "A01", "", "\xff\n")).find("\xEF\xBF\xBD\\n") != std::string::npos);
}

TEST_CASE("every bad line of a log is told with its number")
{
    const auto [log, d] = read(std::string{head} +
                               R"({"time":"2015-11-24T07:00:00Z","action":"begin"}
{"time":"2015-11-24T07:00:01Z","action":"tke_up","track":"A01"}
{"time":"2015-11-24T07:00:02Z","action":"take_up"}
{"time":"2015-11-24T07:00:03","action":"take_up","track":"A01"}
{"time":"2015-11-24T07:00:04Z","action":"call","track":"A01","text":7}
{"time":"2015-11-24T07:00:05Z","action":"log_entry","track":"A01","category":"x"}
{"time":"2015-11-24T07:00:06Z","action":"order","track":"A01","heading_deg":"180"}
[1, 2]
not json

{"time":"2015-11-24T07:00:07Z","action":"report","figures":{"calls":10}}
{"time":"2015-11-24T07:00:08Z","action":"finish","colour":"red"}
{"time":"2015-11-24T07:00:08Z","action":"take_up","track":""}
)");
    CAPTURE(told(d));
    CHECK_FALSE(log);
    CHECK(count(d, Severity::error) == 12);
    CHECK(tells(d, "error 3 ", "there is no action 'tke_up' (did you mean 'take_up'?)"));
    CHECK(tells(d, "error 4 ", "'track' is missing"));
    CHECK(tells(d, "error 5 ", "'time': "));
    CHECK(tells(d, "error 6 ", "'text' must be a text"));
    CHECK(tells(d, "error 7 ", "'category' says nothing about 'log_entry'"));
    CHECK(tells(d, "error 8 ", "'heading_deg' must be a number"));
    CHECK(tells(d, "error 9 ", "no JSON object"));
    CHECK(tells(d, "error 10 ", "no JSON object"));
    CHECK(tells(d, "error 11 ", "no JSON object"));
    CHECK(tells(d, "error 12 ", "the figure 'calls' must be a text"));
    CHECK(tells(d, "error 13 ", "nobody knows 'colour'"));
    CHECK(tells(d, "error 14 ", "'track' must not be empty"));
}

TEST_CASE("a last line that was cut short is passed over with a warning; a whole one without newline counts")
{
    const std::string begin = R"({"time":"2015-11-24T07:00:00Z","action":"begin"})";
    const auto torn = read(std::string{head} + begin + "\n" + R"({"time":"2015-11-24T07:00:01Z","act)");
    CAPTURE(told(torn.diagnostics));
    REQUIRE(torn.log);
    CHECK(torn.log->actions.size() == 1);
    CHECK(tells(torn.diagnostics, "warning 3 ", "cut short"));
    const auto zeros = read(std::string{head} + begin + "\n" + std::string(40, '\0'));
    REQUIRE(zeros.log);
    CHECK(zeros.log->actions.size() == 1);
    const auto open = read(std::string{head} + begin);
    REQUIRE(open.log);
    CHECK(open.log->actions.size() == 1);
    CHECK(open.diagnostics.list().empty());
    CHECK_FALSE(read(std::string{head}.substr(0, 30)).log);
    CHECK_FALSE(read("").log);
    // Cut short in the middle of a log is damage, not a crash.
    CHECK_FALSE(read(std::string{head} + "{\"time\":\"20\n" + begin + "\n").log);
}

TEST_CASE("times ascend; only a rewind goes back, and from there they ascend again")
{
    const std::string begin = R"({"time":"2015-11-24T07:00:10Z","action":"begin"})"
                              "\n";
    const auto back = read(std::string{head} + begin +
                           R"({"time":"2015-11-24T07:00:09Z","action":"finish"})"
                           "\n");
    CHECK_FALSE(back.log);
    CHECK(tells(back.diagnostics, "error 3 ", "only a rewind goes back"));
    const auto rewound = read(std::string{head} + begin +
                              R"({"time":"2015-11-24T07:00:20Z","action":"rewind","to":"2015-11-24T07:00:12Z"}
{"time":"2015-11-24T07:00:12Z","action":"take_up","track":"A01"}
{"time":"2015-11-24T07:00:11Z","action":"finish"}
)");
    CHECK(count(rewound.diagnostics, Severity::error) == 1);
    CHECK(tells(rewound.diagnostics, "error 5 "));
    const auto forward = read(std::string{head} + begin +
                              R"({"time":"2015-11-24T07:00:20Z","action":"rewind","to":"2015-11-24T07:00:21Z"})"
                              "\n");
    CHECK(tells(forward.diagnostics, "error 3 ", "goes back"));
}

TEST_CASE("a file that is no action log says so")
{
    const auto [log, d] = read("{\"schema\":\"incursion.debrief/1\"}\n");
    CHECK_FALSE(log);
    CHECK(tells(d, "error 1 ", "incursion.actions/1"));
    Diagnostics missing;
    CHECK_FALSE(read_action_log("/nowhere/run.jsonl", missing));
    CHECK(tells(missing, "error - ", "no such file"));
}

TEST_CASE("a log that is there is never replaced, and has one writer at a time")
{
    const TemporaryFolder folder;
    const std::string path = folder.write("run.jsonl", "precious\n");
    const auto refused = ActionLogWriter::create(path, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.problem().find("never replaced") != std::string::npos);
    CHECK(read_text(path) == "precious\n");
    const auto first = ActionLogWriter::append_to(path);
    REQUIRE(first);
    const auto second = ActionLogWriter::append_to(path);
    REQUIRE_FALSE(second);
    CHECK(second.problem().find("another exercise") != std::string::npos);
    CHECK_FALSE(ActionLogWriter::append_to(folder / "none.jsonl"));
    CHECK_FALSE(ActionLogWriter::create(folder / "no/such/run.jsonl", {}));
}

TEST_CASE("going on with a log cuts off a torn line, keeps a whole one, and adds behind them")
{
    const std::string begin = R"({"time":"2015-11-24T07:00:00Z","action":"begin"})";
    for (const std::string& end :
         {begin + "\n", begin, begin + "\n{\"time\":\"2015-1", begin + "\n" + std::string(9, '\0')}) {
        CAPTURE(end);
        const TemporaryFolder folder;
        const std::string path = folder.write("run.jsonl", head + end);
        {
            auto made = ActionLogWriter::append_to(path);
            REQUIRE(made);
            ActionLogWriter writer = std::move(made).value();
            check_writes(writer, action(5, ActionKind::finish));
        }
        CHECK(read_text(path) == head + begin + "\n" + action_line(action(5, ActionKind::finish)));
    }
}

TEST_CASE("what is written is in the file at once, whoever reads it")
{
    const TemporaryFolder folder;
    auto made = ActionLogWriter::create(folder / "run.jsonl", {});
    REQUIRE(made);
    ActionLogWriter writer = std::move(made).value();
    std::string expected = read_text(folder / "run.jsonl");
    CHECK(expected == action_log_head({}));
    for (const Action& next : one_of_each()) {
        check_writes(writer, next);
        expected += action_line(next);
        CHECK(read_text(folder / "run.jsonl") == expected);
    }
}

TEST_CASE("whatever bytes a log has, it is read or refused, never more")
{
    RandomStream random{20151124, "garbage of action logs"};
    const std::string good = std::string{head} + action_line(action(1, ActionKind::take_up, "A01"));
    for (int i = 0; i < 2000; ++i) {
        std::string content = i % 2 == 0 ? good : std::string{head};
        content += garbage(random, random.bits() % 120, "{}[]\":,\n timeactionrewind0123456789Z-");
        if (i % 3 == 0)
            content[random.bits() % content.size()] = static_cast<char>(random.bits() & 0xFFU);
        CAPTURE(i, content);
        const auto [log, d] = read(content);
        CHECK(log.has_value() != d.has_errors());
    }
}
