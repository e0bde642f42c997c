#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

#include "sim/io/write_json.h"

using namespace incursion;
using nlohmann::ordered_json;

namespace {

std::string number(double value)
{
    std::string text = json_text(ordered_json(value));
    text.pop_back();
    return text;
}

}  // namespace

TEST_CASE("a number is the shortest text that reads back, and shows that it is no integer")
{
    CHECK(number(17) == "17.0");
    CHECK(number(0.1) == "0.1");
    CHECK(number(1e-9) == "1e-09");
    CHECK(number(1e300) == "1e+300");
    CHECK(number(5e-324) == "5e-324");
    CHECK(number(36.16937) == "36.16937");
    CHECK(number(1.0 / 3) == "0.3333333333333333");
    CHECK(number(9007199254740993.0) == "9007199254740992.0");
    for (const double value : {17.1, 1e22, -2.2250738585072014e-308, 123456.789012345, 0.1 + 0.2})
        CHECK(ordered_json::parse(number(value)).get<double>() == value);
}

TEST_CASE("what JSON cannot say is null, and zero has no sign")
{
    CHECK(number(std::nan("")) == "null");
    CHECK(number(std::numeric_limits<double>::infinity()) == "null");
    CHECK(number(-0.0) == "0.0");
}

TEST_CASE("short records stay on a line and long ones are opened")
{
    const ordered_json document{{"short", {1, 2.5, nullptr, true, "x"}},
                                {"none", ordered_json::array()},
                                {"deep", {{{"a", 1}}, {{"b", ordered_json::object()}}}},
                                {"long", std::string(100, 'x')}};
    CHECK(json_text(document) == "{\n"
                                 "  \"short\": [1, 2.5, null, true, \"x\"],\n"
                                 "  \"none\": [],\n"
                                 "  \"deep\": [\n"
                                 "    {\"a\": 1},\n"
                                 "    {\"b\": {}}\n"
                                 "  ],\n"
                                 "  \"long\": \"" + std::string(100, 'x') + "\"\n"
                                 "}\n");
}

TEST_CASE("any bytes in a string give a document that can be read")
{
    CHECK(json_text("Yaylada\xC4\x9F\xC4\xB1 \"\\\n") == "\"Yaylada\xC4\x9F\xC4\xB1 \\\"\\\\\\n\"\n");
    CHECK(json_text("Hatay\xFF") == "\"Hatay\xEF\xBF\xBD\"\n");
    const ordered_json odd_key{{"\xFF", 1}};
    CHECK(json_text(odd_key) == "{\"\xEF\xBF\xBD\": 1}\n");
}
