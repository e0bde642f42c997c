#include <catch2/catch.hpp>

#include "sim/batch/findings_stream.h"
#include "tests/sim/batch/sample_findings.h"

using namespace incursion;
using incursion::test::findings;

namespace {

/// Two findings are the same if they are written the same, which keeps every bit.
std::string bytes_of(const TrackFindings& all)
{
    std::string bytes;
    encode(all, bytes);
    return bytes;
}

TrackFindings with_path()
{
    TrackFindings all = findings("with a path", 2);
    all.visits[1].path = {{Time{} + seconds(121), {179.9, -1}, 100.0}, {Time{} + seconds(122), {-179.9, -1}, std::nullopt}};
    return all;
}

}  // namespace

TEST_CASE("findings come back as they were, one behind the other")
{
    std::string bytes = bytes_of(findings("first", 2)) + bytes_of(findings("", 0)) + bytes_of(with_path());
    std::string_view rest = bytes;
    TrackFindings back;
    REQUIRE(decode(rest, back));
    CHECK(back.track == "first");
    CHECK(back.datum == AltitudeDatum::pressure);
    CHECK(back.fixes == 12);
    CHECK(back.span.length() == seconds(120));
    CHECK(back.observed == seconds(110));
    CHECK(back.outside == seconds(93));
    CHECK(back.foreign == seconds(17));
    REQUIRE(back.visits.size() == 2);
    CHECK(back.visits[1].airspace.index == 1);
    CHECK(back.visits[1].visit.entry.altitude_m == 5791.2);
    CHECK(back.visits[1].visit.entry.place == LonLat{36.1, 35.8});
    CHECK_FALSE(back.visits[1].visit.exit.altitude_m);
    CHECK(back.visits[1].visit.exit.by == CrossedBy::end);
    CHECK(back.visits[1].visit.max_depth_m == 1080.25);
    CHECK(back.visits[1].visit.max_depth_time == Time{} + seconds(129));
    REQUIRE(decode(rest, back));
    CHECK(back.track.empty());
    CHECK(back.visits.empty());
    REQUIRE(decode(rest, back));
    REQUIRE(back.visits[1].path.size() == 2);
    CHECK(back.visits[1].path[0].altitude_m == 100.0);
    CHECK(back.visits[1].path[1].place == LonLat{-179.9, -1});
    CHECK_FALSE(decode(rest, back));
}

TEST_CASE("findings that are cut off anywhere are told apart from whole ones")
{
    const std::string bytes = bytes_of(with_path());
    TrackFindings back;
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        std::string_view cut = std::string_view{bytes}.substr(0, size);
        CAPTURE(size);
        REQUIRE_FALSE(decode(cut, back));
    }
}

TEST_CASE("findings in blocks of any size are the same, and a cut at the end is a problem")
{
    const std::vector<TrackFindings> all{findings("a", 1), with_path(), findings("c", 3), findings("d", 0)};
    std::string bytes;
    for (const TrackFindings& one : all)
        encode(one, bytes);
    for (std::size_t block = 1; block <= bytes.size(); block += block < 40 ? 1 : 37) {
        CAPTURE(block);
        std::string again;
        FindingsStream stream{[&](const TrackFindings& next) {
            encode(next, again);
            return std::optional<Problem>{};
        }};
        for (std::size_t at = 0; at < bytes.size(); at += block)
            REQUIRE_FALSE(stream.feed(std::string_view{bytes}.substr(at, block)));
        REQUIRE_FALSE(stream.finish());
        REQUIRE(again == bytes);
    }
    FindingsStream cut{[](const TrackFindings&) { return std::optional<Problem>{}; }};
    REQUIRE_FALSE(cut.feed(std::string_view{bytes}.substr(0, bytes.size() - 1)));
    CHECK(cut.finish());
}
