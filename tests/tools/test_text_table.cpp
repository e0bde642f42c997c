#include <catch2/catch.hpp>

#include "tools/incursion/text_table.h"

using namespace incursion;
using Lines = std::vector<std::string>;

namespace {

Table places()
{
    Table table;
    table.columns = {{"place"}, {"depth", TextAlign::right}, {"words", TextAlign::left, 6}};
    table.rows = {{{"Yayladağı"}, {"2 m"}, {"one two three"}}, {{"Türkiye"}, {"1134 m\n3720 ft"}, {""}}};
    return table;
}

}  // namespace

TEST_CASE("columns line up whatever letters they hold")
{
    CHECK(table_lines(places(), 60, false) == Lines{"  place        depth  words",
                                                    "  Yayladağı      2 m  one two three",
                                                    "  Türkiye     1134 m",
                                                    "             3720 ft"});
}

TEST_CASE("a column that may be wrapped gives way in a narrow space")
{
    CHECK(table_lines(places(), 29, false) == Lines{"  place        depth  words",
                                                    "  Yayladağı      2 m  one two",
                                                    "                      three",
                                                    "  Türkiye     1134 m",
                                                    "             3720 ft"});
}

TEST_CASE("where columns do not fit, each row becomes a block without its empty cells")
{
    CHECK(table_lines(places(), 27, false) == Lines{"  Yayladağı",
                                                    "    depth  2 m",
                                                    "    words  one two three",
                                                    "  Türkiye",
                                                    "    depth  1134 m, 3720 ft"});
}

TEST_CASE("where not even a label and its value fit beside each other, the value stands below")
{
    CHECK(table_lines(places(), 22, false) == Lines{"  Yayladağı",
                                                    "    depth",
                                                    "      2 m",
                                                    "    words",
                                                    "      one two three",
                                                    "  Türkiye",
                                                    "    depth",
                                                    "      1134 m, 3720 ft"});
}

TEST_CASE("colours change no column")
{
    Table table = places();
    table.rows[0][0].style = TextStyle::alarm;
    CHECK(table_lines(table, 60, true)[1] == "  \x1b[1;31mYayladağı\x1b[0m      2 m  one two three");
    CHECK(table_lines(table, 60, false)[1] == "  Yayladağı      2 m  one two three");
}
