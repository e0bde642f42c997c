#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include "sim/batch/batch_state.h"
#include "tests/sim/batch/sample_findings.h"
#include "tests/support/temporary_folder.h"

using namespace incursion;
using incursion::test::findings;
using incursion::test::result_of;
using incursion::test::TemporaryFolder;
using Begin = BatchState::Begin;

namespace {

constexpr const char* run = "legs: geodesic\nedges: straight\n";

std::unique_ptr<BatchState> opened(const std::string& folder, Begin begin, const std::string& description = run)
{
    auto state = BatchState::open(folder, description, begin);
    if (!state)
        FAIL(state.problem());
    return std::move(state).value();
}

/// Three inputs with two, no and one tracks.
void fill(BatchState& state, const std::string& scratch)
{
    for (std::size_t place = state.outcomes().size(); place < 3; ++place)
        REQUIRE_FALSE(state.take(result_of(place, scratch,
                                           place == 1 ? std::vector<TrackFindings>{}
                                           : place == 0
                                               ? std::vector{findings("a", 1), findings("b", 0)}
                                               : std::vector{findings("c", 3)})));
}

std::string tracks_of(const BatchState& state)
{
    std::string text;
    REQUIRE_FALSE(state.read([&](const InputOutcome& input, const TrackFindings& track) {
        text += input.path + "/" + track.track + "/" + std::to_string(track.visits.size()) + " ";
        return std::optional<Problem>{};
    }));
    return text;
}

constexpr const char* all_tracks = "input-0.csv/a/1 input-0.csv/b/0 input-2.csv/c/3 ";

std::string content(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void write(const std::string& path, std::string_view text)
{
    std::ofstream{path, std::ios::binary} << text;
}

}  // namespace

TEST_CASE("a state that is opened again knows every finished input and its tracks")
{
    const TemporaryFolder folder;
    const std::string path = folder / "visits.csv.part";
    {
        const auto state = opened(path, Begin::anew);
        fill(*state, folder.path().string());
        CHECK(tracks_of(*state) == all_tracks);
    }
    const auto state = opened(path, Begin::resume);
    REQUIRE(state->outcomes().size() == 3);
    CHECK(state->outcomes()[2].path == "input-2.csv");
    CHECK(state->outcomes()[2].dropped == std::vector<std::pair<std::string, std::int64_t>>{{"rows with a bad number", 3}});
    CHECK(state->outcomes()[2].diagnostics[0].line == 7);
    CHECK(tracks_of(*state) == all_tracks);
    state->remove();
    CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("a journal cut at any byte, with rows behind it, is gone on with and comes to the same")
{
    const TemporaryFolder folder;
    const std::string whole = folder / "whole", cut = folder / "cut";
    fill(*opened(whole, Begin::anew), folder.path().string());
    const std::string journal = content(whole + "/journal.jsonl"), rows = content(whole + "/rows.bin");
    for (std::size_t size = 0; size <= journal.size(); ++size) {
        CAPTURE(size);
        std::filesystem::create_directory(cut);
        write(cut + "/journal.jsonl", std::string_view{journal}.substr(0, size));
        write(cut + "/rows.bin", rows + "rows of an input that was not finished");
        {
            const auto state = opened(cut, Begin::resume);
            fill(*state, folder.path().string());
            REQUIRE(tracks_of(*state) == all_tracks);
        }
        REQUIRE(content(cut + "/journal.jsonl") == journal);
        REQUIRE(content(cut + "/rows.bin") == rows);
        std::filesystem::remove_all(cut);
    }
}

TEST_CASE("rows that do not match their journal are not believed")
{
    const TemporaryFolder folder;
    const std::string path = folder / "state";
    fill(*opened(path, Begin::anew), folder.path().string());
    std::string rows = content(path + "/rows.bin");
    SECTION("damaged in the last input")
    {
        rows.back() ^= 1;
        write(path + "/rows.bin", rows);
        CHECK(opened(path, Begin::resume)->outcomes().size() == 2);
    }
    SECTION("never having reached the disk")
    {
        write(path + "/rows.bin", "");
        CHECK(opened(path, Begin::resume)->outcomes().empty());
    }
}

TEST_CASE("a state is not begun over, nor gone on with by another run, nor shared")
{
    const TemporaryFolder folder;
    const std::string path = folder / "state";
    {
        const auto state = opened(path, Begin::anew);
        const auto second = BatchState::open(path, run, Begin::resume);
        REQUIRE_FALSE(second);
        CHECK(second.problem().find("another run is writing") != std::string::npos);
    }
    const auto anew = BatchState::open(path, run, Begin::anew);
    REQUIRE_FALSE(anew);
    CHECK(anew.problem().find("--resume") != std::string::npos);
    const auto other = BatchState::open(path, "legs: straight\nedges: straight\n", Begin::resume);
    REQUIRE_FALSE(other);
    CHECK(other.problem().find("'legs: geodesic', this call has 'legs: straight'") != std::string::npos);
    write(path + "/journal.jsonl", "{\"schema\": \"something else\"}\n");
    CHECK_FALSE(BatchState::open(path, run, Begin::resume));
}

TEST_CASE("that outputs are being put in place is known after a stop")
{
    const TemporaryFolder folder;
    const std::string path = folder / "state";
    {
        const auto state = opened(path, Begin::anew);
        fill(*state, folder.path().string());
        CHECK_FALSE(state->is_finishing());
        REQUIRE_FALSE(state->mark_finishing());
    }
    const auto state = opened(path, Begin::resume);
    CHECK(state->is_finishing());
    CHECK(tracks_of(*state) == all_tracks);
}
