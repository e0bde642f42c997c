#include "sim/model/action.h"

#include <catch2/catch.hpp>

#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

Action action(double s, ActionKind kind, const std::string& track = "")
{
    Action one;
    one.time = at_second(s);
    one.kind = kind;
    one.track = track;
    return one;
}

Action back_to(double s, double to_s)
{
    Action one = action(s, ActionKind::rewind);
    one.to = at_second(to_s);
    return one;
}

std::string left_of(const std::vector<Action>& actions)
{
    std::string text;
    for (const Action& one : actions_that_count(actions))
        text += (text.empty() ? "" : " ") + std::string{name_of(one.kind)} + one.track;
    return text;
}

}  // namespace

TEST_CASE("what was done at or after the instant gone back to counts no more, what was done before and then does")
{
    CHECK(left_of({action(0, ActionKind::begin), action(10, ActionKind::call, "A"), action(20, ActionKind::call, "B"),
                   action(30, ActionKind::call, "C"), back_to(40, 20), action(25, ActionKind::call, "D")}) ==
          "begin callA callD");
}

TEST_CASE("a branch can be left for another, and for the beginning")
{
    CHECK(left_of({action(0, ActionKind::begin), action(10, ActionKind::call, "A"), back_to(15, 5),
                   action(7, ActionKind::call, "B"), action(12, ActionKind::call, "C"), back_to(20, 10),
                   action(11, ActionKind::finish)}) == "begin callB finish");
    CHECK(left_of({action(0, ActionKind::begin), action(0, ActionKind::inject, "A"), back_to(15, 0)}) == "begin");
}

TEST_CASE("the clock, a pause and going on count for nothing")
{
    CHECK(left_of({action(0, ActionKind::begin), action(1, ActionKind::clock), action(2, ActionKind::pause),
                   action(2, ActionKind::resume), action(3, ActionKind::take_up, "A")}) == "begin take_upA");
}
