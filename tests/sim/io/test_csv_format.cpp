#include <catch2/catch.hpp>

#include "sim/io/csv_format.h"
#include "sim/io/read_tracks.h"
#include "tests/sim/io/csv_support.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// A text given out in small parts, and perhaps damage behind it.
class TextInput : public InputBytes {
public:
    TextInput(std::string text, std::size_t part_bytes, bool damaged = false)
        : text_{std::move(text)}, part_bytes_{part_bytes}, damaged_{damaged}
    {
        name_ = "night.csv";
    }
    Result<std::string_view> start() override { return std::string_view{text_}.substr(0, 4096); }
    Result<std::string_view> next(std::size_t wanted) override
    {
        const std::string_view part = std::string_view{text_}.substr(at_, std::min(wanted, part_bytes_));
        at_ += part.size();
        if (part.empty() && damaged_)
            return Problem{"the archive is damaged"};
        return part;
    }
    Result<std::string_view> rest(std::size_t) override { return Problem{"not asked for"}; }
    std::size_t given() const { return at_; }

private:
    std::string text_;
    std::size_t part_bytes_;
    bool damaged_;
    std::size_t at_ = 0;
};

class ListingSink : public TrackSink {
public:
    explicit ListingSink(std::size_t most = 1'000'000'000) : most_{most} {}
    bool take(TrackPiece piece) override
    {
        for (std::size_t i = 0; i < piece.fixes.size(); ++i)
            fixes.push_back(fix_line(piece.id, piece.lines[i], piece.fixes[i]));
        return fixes.size() < most_;
    }
    std::vector<std::string> fixes;

private:
    std::size_t most_;
};

std::string many_rows(int count)
{
    std::string text = "track,time_s,lat,lon,note\n";
    for (int i = 0; i < count; ++i)
        text += fmt::format("t{},{},{}.5,36,{}\n", i / 100, i, i % 80, i % 1000 == 0 ? "\"two\nlines\"" : "");
    return text;
}

}  // namespace

TEST_CASE("CSV is known by its ending, or by a first row of several cells")
{
    CHECK(fits_csv(".csv", "anything"));
    CHECK(fits_csv(".tsv", ""));
    CHECK(fits_csv("", "time;lon;lat\n1;2;3\n"));
    CHECK(fits_csv(".log", "# made by hand\ntime\tlon\tlat\n"));
    CHECK_FALSE(fits_csv("", "a text of one cell\n"));
    CHECK_FALSE(fits_csv("", ""));
    CHECK_FALSE(fits_csv(".json", "{\"a\": 1, \"b\": 2}"));
    CHECK_FALSE(fits_csv(".gpx", "<gpx version=\"1.1\", creator=\"x\">"));
    CHECK_FALSE(fits_csv("", std::string_view{"SQLite\0,format,3", 16}));
}

TEST_CASE("a CSV file of several blocks is read whole, in whatever parts it comes")
{
    const std::string text = many_rows(400'000);
    REQUIRE(text.size() > 2 * CsvTracks::start_bytes);
    for (const std::size_t part : {std::size_t{100'000}, std::size_t{5'000'000}, std::size_t{100'000'000}}) {
        TextInput input{text, part};
        ListingSink sink;
        Diagnostics diagnostics;
        read_csv(input, {}, sink, diagnostics);
        CHECK(diagnostics.list().empty());
        CHECK(sink.problems().empty());
        const RowResults expected = read_in_blocks(text);
        CHECK(sink.fixes.size() == 400'000);
        CHECK((sink.fixes == expected.fixes));
    }
}

TEST_CASE("a row longer than a block is read like any other")
{
    const std::string text = "time_s,lat,lon,note\n1,2,3," + std::string(10'000'000, 'x') + "\n2,2,3,\n";
    TextInput input{text, 1'000'000};
    ListingSink sink;
    Diagnostics diagnostics;
    read_csv(input, {}, sink, diagnostics);
    CHECK(sink.fixes.size() == 2);
    CHECK(sink.problems().empty());
}

TEST_CASE("of a damaged CSV file the whole rows before the damage are read")
{
    TextInput input{"time_s,lat,lon\n1,10,20\n2,11,21\n3,12,2", 7, true};
    ListingSink sink;
    Diagnostics diagnostics;
    read_csv(input, {}, sink, diagnostics);
    CHECK(sink.fixes.size() == 2);
    CHECK(told(diagnostics) == std::vector<std::string>{"error - : the archive is damaged"});
    TextInput nothing{"", 7, true};
    Diagnostics only_damage;
    read_csv(nothing, {}, sink, only_damage);
    CHECK(told(only_damage) == std::vector<std::string>{"error - : the archive is damaged"});
}

TEST_CASE("reading stops where the sink wants no more")
{
    TextInput input{many_rows(1'000'000), CsvTracks::start_bytes};
    ListingSink sink{50};
    Diagnostics diagnostics;
    read_csv(input, {}, sink, diagnostics);
    CHECK(sink.fixes.size() == 100);
    CHECK(input.given() == CsvTracks::start_bytes);
}

TEST_CASE("dirty fixes are dropped, refused or repaired as asked")
{
    const TemporaryFolder folder;
    const std::string path = folder.write("a.csv", "time_s,lat,lon\n10,50,1\n30,50,3\n20,50,2\nx,50,3\n40,50,4\n40,50,4\n");
    const auto read = [&](DirtyFixes dirty, Diagnostics& diagnostics) {
        TrackReadOptions options;
        options.dirty = dirty;
        std::size_t fixes = 0;
        for (const Track& track : read_tracks(path, options, diagnostics))
            fixes += track.fixes().size();
        return fixes;
    };
    Diagnostics dropped, refused, repaired;
    CHECK(read(DirtyFixes::drop, dropped) == 3);
    CHECK(tells(dropped, "warning 5 ", "'x' is not an instant"));
    CHECK(tells(dropped, "warning 4 ", "is before"));
    CHECK(read(DirtyFixes::refuse, refused) == 0);
    CHECK(tells(refused, "error 5 ", "'x' is not an instant"));
    CHECK(tells(refused, "error 4 ", "is before"));
    CHECK(count(refused, Severity::error) == 2);
    CHECK(read(DirtyFixes::repair, repaired) == 4);
    CHECK(count(repaired, Severity::warning) == 1);
}

TEST_CASE("errors about one file do not make those of another")
{
    const TemporaryFolder folder;
    Diagnostics diagnostics;
    CHECK(read_tracks(folder / "none.csv", {}, diagnostics).empty());
    CHECK(read_tracks(folder.write("a.csv", "time_s,lat,lon\n10,50,1\n"), {}, diagnostics).size() == 1);
    CHECK(count(diagnostics, Severity::error) == 1);
}
