#include <catch2/catch.hpp>

#include "tools/incursion/text_width.h"

using namespace incursion;
using Lines = std::vector<std::string>;

TEST_CASE("a letter with a mark takes the columns that a terminal gives it")
{
    CHECK(display_width("") == 0);
    CHECK(display_width("Yayladağı") == 9);
    CHECK(display_width("Türkiye") == 7);
    CHECK(display_width("Tu\u0308rkiye") == 7);  // the same word with a combining diaeresis
    CHECK(display_width("航空") == 4);
    CHECK(display_width("± 1 µs") == 6);
}

TEST_CASE("padding counts columns, not bytes")
{
    CHECK(padded("ağı", 5) == "ağı  ");
    CHECK(padded_left("ağı", 5) == "  ağı");
    CHECK(padded("Hatay", 3) == "Hatay");
}

TEST_CASE("lines are cut at spaces and keep within the width")
{
    CHECK(wrapped("one two  three", 7) == Lines{"one two", "three"});
    CHECK(wrapped("one\ntwo three", 20) == Lines{"one", "two three"});
    CHECK(wrapped("", 10) == Lines{""});
    CHECK(wrapped("   ", 10) == Lines{""});
    CHECK(wrapped("Yayladağı Hatay", 9) == Lines{"Yayladağı", "Hatay"});
}

TEST_CASE("a long word is cut between characters, an address is not cut")
{
    CHECK(wrapped("a ğğğğğ b", 3) == Lines{"a", "ğğğ", "ğğ", "b"});
    CHECK(wrapped("航空", 1) == Lines{"航", "空"});
    CHECK(wrapped("see https://example.org/a/long/page now", 10) ==
          Lines{"see", "https://example.org/a/long/page", "now"});
}

TEST_CASE("a number stays with its unit")
{
    CHECK(wrapped(with_bound_units("it flew 68.04 km (36.74 nmi) away"), 14) ==
          Lines{"it flew", "68.04\u00A0km", "(36.74\u00A0nmi)", "away"});
    CHECK(with_bound_units("± 1 ns, 35.8° N") == "±\u00A01\u00A0ns, 35.8°\u00A0N");
    CHECK(with_bound_units("10 calls, a m") == "10 calls, a m");
}

TEST_CASE("nothing that steers a terminal gets through")
{
    CHECK(printable("a\x1b[31mb\tc\r\n") == "a [31mb c  ");
    CHECK(printable("\u009B31m") == " 31m");  // the one-character form of the escape
    CHECK(printable("Hatay\xFF\xC4") == "Hatay\uFFFD\uFFFD");
    CHECK(printable("\xC0\xAF") == "\uFFFD\uFFFD");          // overlong
    CHECK(printable("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");  // a surrogate
    CHECK(printable("Yayladağı 航 \U0001F6E9") == "Yayladağı 航 \U0001F6E9");
}
