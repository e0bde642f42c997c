#include <catch2/catch.hpp>

#include <algorithm>

#include "sim/base/random.h"
#include "sim/batch/track_grouper.h"

using namespace incursion;
using Mode = TrackGrouper::Mode;

namespace {

TrackPiece piece(const std::string& id, std::vector<std::int64_t> lines)
{
    TrackPiece made{id, AltitudeDatum::msl, {}, lines};
    for (const std::int64_t line : lines)
        made.fixes.push_back({Time{} + Duration{line}, {0, 0}, {}, {}});
    return made;
}

/// `a:1,2 b:3` of all tracks that came out.
std::string text_of(std::vector<TrackPiece> tracks)
{
    std::string text;
    for (const TrackPiece& track : tracks) {
        text += (text.empty() ? "" : " ") + track.id + ":";
        for (std::size_t i = 0; i < track.lines.size(); ++i) {
            CHECK(track.fixes[i].time == Time{} + Duration{track.lines[i]});
            text += (i > 0 ? "," : "") + std::to_string(track.lines[i]);
        }
    }
    return text;
}

}  // namespace

TEST_CASE("a grouped track is whole when another begins, the last one at the end")
{
    TrackGrouper grouper{Mode::grouped, "file"};
    REQUIRE(grouper.add(piece("a", {1})));
    REQUIRE(grouper.add(piece("a", {2, 3})));
    CHECK(grouper.take_whole().empty());
    REQUIRE(grouper.add(piece("b", {4})));
    CHECK(text_of(grouper.take_whole()) == "a:1,2,3");
    grouper.finish();
    CHECK(text_of(grouper.take_whole()) == "b:4");
}

TEST_CASE("a grouped track that comes back is noticed, also among those known to be whole")
{
    TrackGrouper one{Mode::grouped, "file"};
    REQUIRE(one.add(piece("a", {1})));
    REQUIRE(one.add(piece("b", {2})));
    CHECK_FALSE(one.add(piece("a", {3})));

    TrackGrouper other{Mode::grouped, "file"};
    REQUIRE(other.add(piece("a", {1})));
    REQUIRE(other.pass({hash_of_id("b"), hash_of_id("c")}));
    CHECK(text_of(other.take_whole()) == "a:1");
    REQUIRE(other.add(piece("d", {9})));
    CHECK_FALSE(other.pass({hash_of_id("e"), hash_of_id("b")}));

    TrackGrouper open{Mode::grouped, "file"};
    REQUIRE(open.add(piece("a", {1})));
    CHECK_FALSE(open.pass({hash_of_id("a")}));
}

TEST_CASE("gathered tracks come at the end, in the order of their first fixes")
{
    TrackGrouper grouper{Mode::gathered, "file"};
    for (std::int64_t line = 1; line <= 6; ++line)
        REQUIRE(grouper.add(piece(line % 2 == 0 ? "even" : "odd", {line})));
    CHECK(grouper.take_whole().empty());
    grouper.finish();
    CHECK(text_of(grouper.take_whole()) == "odd:1,3,5 even:2,4,6");
}

TEST_CASE("fixes without a track belong to the input's own")
{
    for (const Mode mode : {Mode::grouped, Mode::gathered}) {
        TrackGrouper grouper{mode, "flight-7"};
        REQUIRE(grouper.add(piece("", {1})));
        REQUIRE(grouper.add(piece("", {2})));
        grouper.finish();
        CHECK(text_of(grouper.take_whole()) == "flight-7:1,2");
    }
}

TEST_CASE("where tracks are grouped, both ways give the same")
{
    const std::uint64_t seed = 20151124;
    CAPTURE(seed);
    RandomStream random{seed, "grouper"};
    TrackGrouper grouped{Mode::grouped, "x"}, gathered{Mode::gathered, "x"};
    std::vector<TrackPiece> from_grouped;
    std::int64_t line = 0;
    for (int track = 0; track < 200; ++track)
        for (double pieces = random.uniform(1, 5); pieces > 0; --pieces) {
            ++line;
            const std::string id = "t" + std::to_string(track * 7919 % 200);
            REQUIRE(grouped.add(piece(id, {line})));
            REQUIRE(gathered.add(piece(id, {line})));
            for (TrackPiece& whole : grouped.take_whole())
                from_grouped.push_back(std::move(whole));
        }
    grouped.finish();
    gathered.finish();
    for (TrackPiece& whole : grouped.take_whole())
        from_grouped.push_back(std::move(whole));
    CHECK(text_of(std::move(from_grouped)) == text_of(gathered.take_whole()));
}
