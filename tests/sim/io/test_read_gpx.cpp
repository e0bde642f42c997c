#include <catch2/catch.hpp>

#include "sim/io/bad_rows.h"
#include "tests/sim/io/format_support.h"

namespace incursion {

using test::read_as;
using test::read_file;
using test::tells;
using test::told;

namespace {

std::string gpx(const std::string& inside)
{
    return "<?xml version=\"1.0\"?>\n<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\">" + inside +
           "</gpx>";
}

std::string point(const std::string& attributes, const std::string& inside)
{
    return "<trkpt " + attributes + ">" + inside + "</trkpt>";
}

const std::string a_time = "<time>2015-11-24T07:24:00Z</time>";

}  // namespace

TEST_CASE("a GPX file gives the fixes of its tracks, with elevations above mean sea level")
{
    const auto read = read_file(test::sample("logger.gpx"));
    CAPTURE(told(read.diagnostics));
    CHECK(read.format == "gpx");
    CHECK(read.ids() == std::vector<std::string>{"D-EFGH & co", "D-EFGH & co (2)", ""});
    REQUIRE(read.pieces.size() == 3);

    const auto& first = read.pieces[0];
    CHECK(first.datum == AltitudeDatum::msl);
    REQUIRE(first.fixes.size() == 3);
    CHECK(first.fixes[0].time == *parse_time("2015-11-24T07:24:00Z"));
    CHECK(first.fixes[0].place == LonLat{35.5, 36.25});
    CHECK(first.fixes[0].altitude_m == 5791.2);
    CHECK_FALSE(first.fixes[0].accuracy_m);
    CHECK(first.fixes[1].time == *parse_time("2015-11-24T07:24:10.25Z"));
    CHECK(first.fixes[2].time == *parse_time("2015-11-24T07:24:20Z"));
    CHECK_FALSE(first.fixes[2].altitude_m);
    CHECK(first.lines == std::vector<std::int64_t>{14, 22, 23});

    CHECK(read.pieces[1].fixes[0].time == *parse_time("2015-11-24T08:00:00.123456789Z"));
    CHECK(read.pieces[1].fixes[0].altitude_m == -3.5);
    CHECK(read.pieces[2].fixes[0].place == LonLat{179.5, -36.5});

    CHECK(read.dropped(no_time_kind) == 1);
    CHECK(read.problems.kinds()[0].told[0].line == 24);
    CHECK(tells(read.diagnostics, "note", "routes and waypoints are no recording and are not read: 2"));
    CHECK_FALSE(read.diagnostics.has_errors());
}

TEST_CASE("GPX 1.0 and prefixed elements are read alike")
{
    const auto read =
        read_as("old", "<g:gpx version='1.0' xmlns:g='http://www.topografix.com/GPX/1/0'><g:trk><g:trkseg>"
                       "<g:trkpt lat='1' lon='2'><g:time>2001-01-01T00:00:00Z</g:time></g:trkpt>"
                       "</g:trkseg></g:trk></g:gpx>");
    CAPTURE(told(read.diagnostics));
    REQUIRE(read.pieces.size() == 1);
    CHECK(read.pieces[0].fixes[0].place == LonLat{2, 1});
}

TEST_CASE("two unnamed GPX tracks do not become one")
{
    const std::string track = "<trk><trkseg>" + point("lat='1' lon='2'", a_time) + "</trkseg></trk>";
    CHECK(read_as("night.gpx", gpx(track + track)).ids() == std::vector<std::string>{"", "night (2)"});
    TrackReadOptions options;
    options.default_id = "ALPHA";
    CHECK(read_as("night.gpx", gpx(track + track), options).ids() == std::vector<std::string>{"", "ALPHA (2)"});
}

TEST_CASE("a GPX track that bears the name of another's part keeps apart from it")
{
    const auto track = [](const std::string& name) {
        return "<trk><name>" + name + "</name><trkseg>" + point("lat='1' lon='2'", a_time) + "</trkseg></trk>";
    };
    CHECK(read_as("a.gpx", gpx(track("a (2)") + track("a") + track("a"))).ids() ==
          std::vector<std::string>{"a (2)", "a", "a (3)"});
}

TEST_CASE("GPX points that cannot be read are dropped and told by kind")
{
    const std::string body = "<trk><trkseg>" + point("lat='1' lon='2'", "<time>yesterday</time>") +
                             point("lat='1'", a_time) + point("lat='1,5' lon='2'", a_time) +
                             point("lat='120' lon='20'", a_time) +
                             point("lat='1' lon='2'", a_time + "<ele>high</ele>") + point("lat='nan' lon='2'", a_time) +
                             point("lat='1' lon='2'", a_time) + "</trkseg></trk>";
    const auto read = read_as("a.gpx", gpx(body));
    CHECK(read.dropped(bad_time_kind) == 1);
    CHECK(read.dropped(no_position_kind) == 1);
    CHECK(read.dropped(bad_number_kind) == 3);
    CHECK(read.dropped(impossible_position_kind) == 1);
    REQUIRE(read.pieces.size() == 1);
    CHECK(read.pieces[0].fixes.size() == 1);
}

TEST_CASE("a GPX file that is cut off gives what came before, and an error with its line")
{
    const std::string whole = gpx("\n<trk><trkseg>\n" + point("lat='1' lon='2'", a_time) + "\n" +
                                  point("lat='1' lon='3'", a_time) + "\n</trkseg></trk>");
    const auto read = read_as("a.gpx", whole.substr(0, whole.size() - 40));
    REQUIRE(read.pieces.size() == 1);
    CHECK(read.pieces[0].fixes.size() == 1);
    CHECK(tells(read.diagnostics, "error 5", "the XML is broken here"));
}

TEST_CASE("XML that could blow up or nest without end is refused")
{
    std::string laughs = "<?xml version='1.0'?><!DOCTYPE gpx [<!ENTITY a 'ha'>";
    for (char c = 'b'; c <= 'j'; ++c) {
        laughs += std::string{"<!ENTITY "} + c + " '";
        for (int i = 0; i < 10; ++i)
            laughs += std::string{"&"} + static_cast<char>(c - 1) + ";";
        laughs += "'>";
    }
    laughs += "]><gpx><trk><name>&j;</name></trk></gpx>";
    CHECK(tells(read_as("a.gpx", laughs).diagnostics, "error", "declares entities"));

    std::string deep = "<gpx>";
    for (int i = 0; i < 100'000; ++i)
        deep += "<x>";
    CHECK(tells(read_as("a.gpx", deep).diagnostics, "error", "nest too deeply"));

    const std::string long_text = gpx("<trk><name>" + std::string(2'000'000, 'x') + "</name></trk>");
    CHECK(tells(read_as("a.gpx", long_text).diagnostics, "error", "more than a megabyte of text"));
}

TEST_CASE("GPX in UTF-16 and with Latin letters is read; an unknown encoding is an error")
{
    const std::string body = gpx("<trk><trkseg>" + point("lat='1' lon='2'", a_time) + "</trkseg></trk>");
    const std::string text = body.substr(body.find('\n') + 1);
    std::string wide = "\xFF\xFE";
    for (const char c : text)
        wide += std::string{c, '\0'};
    CHECK(read_as("a.gpx", wide).pieces.size() == 1);
    const std::string latin = "<?xml version='1.0' encoding='ISO-8859-1'?><gpx><trk><name>\xE4</name><trkseg>" +
                              point("lat='1' lon='2'", a_time) + "</trkseg></trk></gpx>";
    CHECK(read_as("a.gpx", latin).ids() == std::vector<std::string>{"\xC3\xA4"});
    CHECK(tells(read_as("a.gpx", "<?xml version='1.0' encoding='klingon'?><gpx/>").diagnostics, "error 1", "encoding"));
    CHECK(tells(read_as("a.gpx", "<gpx><trk><name>\xE4\xE4</name></trk></gpx>").diagnostics, "error 1", "broken"));
}

TEST_CASE("a GPX file without tracks or without anything in it gives none")
{
    CHECK(read_as("a.gpx", gpx("")).pieces.empty());
    CHECK(tells(read_as("a.gpx", "").diagnostics, "", ""));
    CHECK(read_as("a.gpx", gpx("<trk><trkseg></trkseg></trk>")).pieces.empty());
}

TEST_CASE("reading GPX stops when nobody wants the rest, and hands on long tracks in pieces")
{
    std::string body = "<trk><trkseg>";
    for (int i = 0; i < 25'000; ++i)
        body += point("lat='1' lon='2'", a_time);
    const test::TemporaryFolder folder;
    const auto inside = open_input(folder.write("a.gpx", gpx(body + "</trkseg></trk>"))).value()->next();
    REQUIRE(inside);
    Diagnostics diagnostics;
    test::KeepingSink sink{1};
    const TrackFormat* format = track_format_of(**inside, {}, diagnostics);
    REQUIRE(format != nullptr);
    format->read(**inside, {}, sink, diagnostics);
    REQUIRE(sink.pieces.size() == 1);
    CHECK(sink.pieces[0].fixes.size() == 10'000);
    CHECK_FALSE(diagnostics.has_errors());
}

}  // namespace incursion
