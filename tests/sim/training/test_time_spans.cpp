#include "sim/analysis/span_sum.h"
#include "sim/training/time_spans.h"

#include "tests/support/shapes.h"

#include <catch2/catch.hpp>

using namespace incursion;
using namespace incursion::test;

namespace {

TimeSpan span(double from_s, double to_s)
{
    return {at_second(from_s), at_second(to_s)};
}

using Spans = std::vector<TimeSpan>;

}  // namespace

TEST_CASE("spans that overlap or touch are joined")
{
    CHECK(joined({span(5, 7), span(0, 2), span(2, 3), span(6, 9), span(4, 4)}) == Spans{span(0, 3), span(5, 9)});
}

TEST_CASE("spans are cut by others")
{
    CHECK(without({span(0, 10), span(20, 30)}, {span(-5, 1), span(4, 5), span(8, 22), span(29, 40)}) ==
          Spans{span(1, 4), span(5, 8), span(22, 29)});
    CHECK(without({span(0, 10)}, {}) == Spans{span(0, 10)});
    CHECK(within({span(0, 10), span(20, 30)}, {span(5, 25), span(29, 31)}) ==
          Spans{span(5, 10), span(20, 25), span(29, 30)});
}

TEST_CASE("time in some spans is not waited for")
{
    const Spans spans{span(10, 20), span(25, 35)};
    CHECK(after_waiting(at_second(5), seconds(2), spans) == at_second(7));
    CHECK(after_waiting(at_second(5), seconds(5), spans) == at_second(20));
    CHECK(after_waiting(at_second(5), seconds(12), spans) == at_second(37));
    CHECK(after_waiting(at_second(12), {}, spans) == at_second(20));
    CHECK(waited(at_second(5), at_second(37), spans) == seconds(12));
    CHECK(waited(at_second(5), at_second(15), spans) == seconds(5));
    CHECK(waited(at_second(5), at_second(3), spans) == seconds(-2));
}
