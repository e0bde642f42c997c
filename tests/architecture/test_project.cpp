// The rules of ARCHITECTURE.md, held against the project itself. That each of them can fail is shown in
// test_rules.cpp.
#include "tests/architecture/rules.h"
#include "tests/architecture/source_tree.h"

#include <catch2/catch.hpp>

namespace {

using namespace incursion::architecture;

const std::filesystem::path root{INCURSION_SOURCE_DIR};

/// Files of more than 400 lines, with the reason for each.
const std::vector<LongFile> long_files{};

std::string told(const Violations& violations)
{
    std::string text;
    for (const std::string& line : violations)
        text += line + '\n';
    return text;
}

}  // namespace

TEST_CASE("the project's rooms include and link only the rooms below them")
{
    REQUIRE(cpp_below(root, {"sim"}).size() > 30);
    CHECK(told(dependency_violations(root)) == "");
}

TEST_CASE("the project includes an outside library only in the room that wraps it")
{
    CHECK(told(library_violations(root)) == "");
}

TEST_CASE("no room of the project prints or ends the program")
{
    CHECK(told(output_violations(root)) == "");
}

TEST_CASE("the engine and the scope know no particular incident")
{
    CHECK(told(case_violations(root)) == "");
}

TEST_CASE("no file of the project is longer than 400 lines without a reason")
{
    CHECK(told(length_violations(root, 400, long_files)) == "");
}

TEST_CASE("no two headers define types of one name")
{
    CHECK(told(type_name_violations(root)) == "");
}

TEST_CASE("nothing lies at the project's top level that does not belong there")
{
    CHECK(told(top_level_violations(root)) == "");
}

TEST_CASE("nothing in the project waits to be done")
{
    CHECK(told(leftover_violations(root)) == "");
}

TEST_CASE("every data file is listed with its origin, licence and checksum")
{
    CHECK(told(source_violations(root)) == "");
}
