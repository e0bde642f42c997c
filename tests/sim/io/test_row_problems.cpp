#include <catch2/catch.hpp>

#include "sim/io/row_problems.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

std::vector<std::string> told_of(const RowProblems& problems, Severity severity)
{
    Diagnostics diagnostics;
    problems.tell("a.csv", severity, diagnostics);
    return told(diagnostics);
}

}  // namespace

TEST_CASE("problems of rows are counted by kind, and told at their lines")
{
    RowProblems problems;
    CHECK(problems.empty());
    problems.add("rows with a bad time", 7, "'x' is no time");
    problems.add("rows with a bad number", 3, "'y' is no number");
    problems.add("rows with a bad time", 1'000'000'000, "'z' is no time");
    problems.add("rows with a bad time", 0, "somewhere");
    problems.add_repeated(2);
    CHECK_FALSE(problems.empty());
    CHECK(problems.count() == 4);
    CHECK(problems.repeated() == 2);
    REQUIRE(problems.kinds().size() == 2);
    CHECK(problems.kinds()[0].name == "rows with a bad time");
    CHECK(problems.kinds()[0].count == 3);
    CHECK(told_of(problems, Severity::warning) ==
          std::vector<std::string>{"warning 7 : 'x' is no time", "warning 1000000000 : 'z' is no time",
                                   "warning - : somewhere", "warning 3 : 'y' is no number",
                                   "note - : rows that only repeat the fix before: 2 dropped"});
    CHECK(told_of(problems, Severity::error)[0] == "error 7 : 'x' is no time");
}

TEST_CASE("repeated rows alone are no problem")
{
    RowProblems problems;
    problems.add_repeated(3);
    CHECK(problems.empty());
    CHECK(problems.count() == 0);
    CHECK(told_of(problems, Severity::error) ==
          std::vector<std::string>{"note - : rows that only repeat the fix before: 3 dropped"});
}

TEST_CASE("parts of an input put together tell what the whole would have told")
{
    for (const int cut : {0, 1, 19, 20, 21, 35, 50}) {
        RowProblems whole, first, second;
        for (int i = 0; i < 50; ++i) {
            const char* kind = i % 3 == 0 ? "rows of one kind" : "rows of another";
            RowProblems& part = i < cut ? first : second;
            for (RowProblems* each : {&whole, &part}) {
                each->add(kind, i + 1, "row " + std::to_string(i));
                each->add_repeated(1);
            }
        }
        first.append(std::move(second));
        CAPTURE(cut);
        CHECK(first.count() == 50);
        CHECK(told_of(first, Severity::warning) == told_of(whole, Severity::warning));
        // 33 of the other kind: 20 told, 13 counted; 17 of the first, all told.
        CHECK(told_of(first, Severity::warning).size() == 17 + 20 + 1 + 1);
        CHECK(told_of(first, Severity::warning)[37] == "warning - : 13 more rows of another, 33 in all");
    }
}
