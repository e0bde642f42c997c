#include "sim/io/bookmarks.h"

#include <catch2/catch.hpp>

#include "sim/io/settings_file.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// Texts that a careless writer would break a file with.
std::vector<std::string> nasty_texts()
{
    std::vector<std::string> texts{"",
                                   "plain",
                                   "\"quoted\"",
                                   "'''",
                                   "\"\"\"",
                                   "back\\slash \\n \\u0041",
                                   "two\nlines\r\nand three\n",
                                   "tab\there",
                                   "ends in a backslash\\",
                                   "# no comment",
                                   "[[bookmark]]\ntime = 2000-01-01T00:00:00Z",
                                   "Yayladağı, İskenderun, 北京, \U0001F6E9",
                                   "next line \u0085, separator \u2028, mark \uFEFF",
                                   std::string(10000, '"'),
                                   "a.b.c.d.e.f.g.h.i.j.k.l.m"};
    std::string controls;
    for (char c = 0; c < 0x20; ++c)
        controls += c;
    texts.push_back(controls + '\x7f');
    return texts;
}

Time at(const char* text)
{
    return parse_time(text).value();
}

}  // namespace

TEST_CASE("bookmarks lie beside their scenario under a name of their own")
{
    CHECK(bookmarks_path("a/scenario.toml") == "a/scenario.bookmarks.toml");
    CHECK(bookmarks_path("flight.csv") == "flight.csv.bookmarks.toml");
    CHECK(bookmarks_path("toml") == "toml.bookmarks.toml");
}

TEST_CASE("bookmarks come back as they were written, to the nanosecond and the last character")
{
    const TemporaryFolder folder;
    const std::string path = folder / "s.bookmarks.toml";
    std::vector<Bookmark> bookmarks;
    Time time = at("2015-11-24T07:24:05.123456789Z");
    for (const std::string& text : nasty_texts()) {
        bookmarks.push_back({time, text});
        time -= std::chrono::nanoseconds{999'999'937};  // out of order: the order is the user's
    }
    for (int round = 0; round < 2; ++round) {  // the second time over the first file
        REQUIRE_FALSE(write_bookmarks(path, bookmarks));
        Diagnostics d;
        const std::vector<Bookmark> read = read_bookmarks(path, d);
        CAPTURE(told(d));
        CHECK(d.list().empty());
        REQUIRE(read.size() == bookmarks.size());
        for (std::size_t i = 0; i < read.size(); ++i) {
            CHECK(read[i].time == bookmarks[i].time);
            CHECK(read[i].note == bookmarks[i].note);
        }
    }
    REQUIRE_FALSE(write_bookmarks(path, {}));
    Diagnostics d;
    CHECK(read_bookmarks(path, d).empty());
}

TEST_CASE("a note that is no UTF-8 does not cost the other bookmarks")
{
    const TemporaryFolder folder;
    const std::string path = folder / "s.bookmarks.toml";
    REQUIRE_FALSE(write_bookmarks(path, {{Time{}, "bad \xff\xc3 bytes"}, {Time{}, "good"}}));
    Diagnostics d;
    const auto read = read_bookmarks(path, d);
    REQUIRE(read.size() == 2);
    CHECK(read[0].note == "bad \uFFFD\uFFFD bytes");
    CHECK(read[1].note == "good");
}

TEST_CASE("no file of bookmarks is no problem, a broken one is, and what can be read of it is kept")
{
    const TemporaryFolder folder;
    Diagnostics missing, broken, partly;
    CHECK(read_bookmarks(folder / "none.toml", missing).empty());
    CHECK(missing.list().empty());
    CHECK(read_bookmarks(folder.write("broken.toml", "[[bookmark]\n"), broken).empty());
    CHECK(tells(broken, "error 1", "not TOML"));
    const auto read =
        read_bookmarks(folder.write("partly.toml", "[[bookmark]]\nnote = \"no time\"\n"
                                                   "[[bookmark]]\ntime = 12\n"
                                                   "[[bookmark]]\ntime = 2020-01-01T00:00:00Z\nnot = 1\n"),
                       partly);
    REQUIRE(read.size() == 1);
    CHECK(read[0].time == at("2020-01-01T00:00:00Z"));
    CHECK(tells(partly, "error 1 bookmark[0]:", "'time' is missing"));
    CHECK(tells(partly, "error 4 bookmark[1].time"));
    CHECK(tells(partly, "error 7 bookmark[2].not", "unknown key"));
}

TEST_CASE("bookmarks that cannot be written say why, and leave the file as it was")
{
    const TemporaryFolder folder;
    CHECK(write_bookmarks(folder / "no/such/folder.toml", {}));
    CHECK(write_bookmarks(folder / ".", {}));
}

TEST_CASE("settings come back as they were written, keys and values")
{
    const TemporaryFolder folder;
    const std::string path = folder / "settings.toml";
    Settings settings;
    int number = 0;
    for (const std::string& text : nasty_texts()) {
        settings[text] = "value of a nasty key";
        settings["key" + std::to_string(number++)] = text;
    }
    REQUIRE_FALSE(write_settings(path, settings));
    Diagnostics d;
    CHECK(read_settings(path, d) == settings);
    CAPTURE(told(d));
    CHECK(d.list().empty());
}

TEST_CASE("settings that are missing, broken or of another kind never stop anything")
{
    const TemporaryFolder folder;
    Diagnostics missing, broken, partly;
    CHECK(read_settings(folder / "none.toml", missing).empty());
    CHECK(missing.list().empty());
    CHECK(read_settings(folder.write("broken.toml", "width = \n"), broken).empty());
    CHECK(tells(broken, "warning 1", "not TOML"));
    CHECK_FALSE(broken.has_errors());
    const Settings read = read_settings(folder.write("partly.toml", "width = 5\npalette = \"amber\"\n"), partly);
    CHECK(read == Settings{{"palette", "amber"}});
    CHECK(tells(partly, "warning 1 width", "left out"));
    CHECK_FALSE(partly.has_errors());
}
