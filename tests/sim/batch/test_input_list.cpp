#include <catch2/catch.hpp>

#include "sim/base/random.h"
#include "sim/batch/input_list.h"
#include "tests/support/temporary_folder.h"

using namespace incursion;
using incursion::test::TemporaryFolder;

namespace {

/// The paths below the folder, with blanks between them.
std::string names_of(const std::vector<BatchInput>& inputs, const TemporaryFolder& folder)
{
    std::string names;
    for (const BatchInput& input : inputs)
        names += (names.empty() ? "" : " ") + input.path.substr(folder.path().string().size() + 1);
    return names;
}

}  // namespace

TEST_CASE("a folder stands for its files of tracks, in order, hidden ones and others left out")
{
    const TemporaryFolder folder;
    for (const char* name : {"d/b.csv", "d/a.csv.gz", "d/sub/c.gpx", "d/.hidden.csv", "d/.git/x.csv", "d/notes.md", "d/Z.TSV"})
        folder.write(name, "x");
    Diagnostics diagnostics;
    const auto inputs = list_inputs({folder / "d"}, diagnostics);
    CHECK(names_of(inputs, folder) == "d/Z.TSV d/a.csv.gz d/b.csv d/sub/c.gpx");
    CHECK(inputs[0].bytes == 1);
    CHECK(inputs[0].changed_ns > 0);
    CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("patterns stand for what they match, files for themselves, and the order of arguments stays")
{
    const TemporaryFolder folder;
    for (const char* name : {"b2.csv", "b1.csv", "a[1].csv"})
        folder.write(name, "x");
    Diagnostics diagnostics;
    const auto inputs =
        list_inputs({folder / "missing.csv", folder / "b?.csv", folder / "a[1].csv", folder / "b1.csv"}, diagnostics);
    CHECK(names_of(inputs, folder) == "missing.csv b1.csv b2.csv a[1].csv b1.csv");
    CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("an empty folder and a pattern without matches are errors that name them")
{
    const TemporaryFolder folder;
    Diagnostics diagnostics;
    CHECK(list_inputs({folder.path().string(), folder / "*.csv"}, diagnostics).empty());
    REQUIRE(diagnostics.list().size() == 2);
    CHECK(diagnostics.list()[0].file == folder.path().string());
    CHECK(diagnostics.list()[1].file == folder / "*.csv");
}

TEST_CASE("a file of names may separate them by line ends or by zero bytes")
{
    const TemporaryFolder folder;
    Diagnostics diagnostics;
    const std::vector<std::string> expected{"a.csv", "b c.csv"};
    CHECK(read_names(folder.write("lines", "a.csv\r\n\nb c.csv"), diagnostics) == expected);
    CHECK(read_names(folder.write("zeros", std::string_view{"a.csv\0b c.csv\0", 14}), diagnostics) == expected);
    CHECK_FALSE(diagnostics.has_errors());
    CHECK(read_names(folder / "missing", diagnostics).empty());
    CHECK(diagnostics.has_errors());
}

TEST_CASE("the shards of a list, one behind the other, are the list, and weigh about the same")
{
    const std::uint64_t seed = 4;
    CAPTURE(seed);
    RandomStream random{seed, "shards"};
    for (int round = 0; round < 200; ++round) {
        std::vector<BatchInput> inputs;
        for (double left = random.uniform(0, 60); left > 0; --left)
            inputs.push_back({std::to_string(inputs.size()), static_cast<std::int64_t>(random.uniform(0, 1) * 1e6), 0});
        const auto count = static_cast<std::size_t>(random.uniform(1, 12));
        double total = 0;
        for (const BatchInput& input : inputs)
            total += static_cast<double>(input.bytes) + 4096;
        std::vector<BatchInput> joined;
        for (std::size_t number = 1; number <= count; ++number) {
            const auto shard = shard_of(inputs, number, count);
            double weight = 0;
            for (const BatchInput& input : shard) {
                weight += static_cast<double>(input.bytes) + 4096;
                joined.push_back(input);
            }
            CHECK(weight <= total / static_cast<double>(count) + 1.01e6);
        }
        REQUIRE(joined.size() == inputs.size());
        for (std::size_t i = 0; i < inputs.size(); ++i)
            REQUIRE(joined[i].path == inputs[i].path);
    }
}
