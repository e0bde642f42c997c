#include <catch2/catch.hpp>

#include <filesystem>

#include "sim/batch/row_buffer.h"
#include "tests/support/temporary_folder.h"

using namespace incursion;
using incursion::test::TemporaryFolder;

namespace {

std::string all_of(const RowBuffer& rows)
{
    std::string all;
    REQUIRE_FALSE(rows.read([&](std::string_view block) {
        all.append(block);
        return std::optional<Problem>{};
    }));
    return all;
}

}  // namespace

TEST_CASE("rows come back in their order, whether they fitted into memory or not")
{
    const TemporaryFolder folder;
    for (const std::size_t most : {std::size_t{0}, std::size_t{10}, std::size_t{1000}, std::size_t{1} << 20U}) {
        CAPTURE(most);
        RowBuffer rows{folder.path().string(), most};
        std::string expected;
        for (int i = 0; i < 500; ++i) {
            const std::string row = "row " + std::to_string(i) + "\n";
            expected += row;
            REQUIRE_FALSE(rows.append(row));
        }
        CHECK(rows.size() == expected.size());
        CHECK(all_of(rows) == expected);
        const RowBuffer moved = std::move(rows);
        CHECK(all_of(moved) == expected);
    }
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("rows that cannot be kept anywhere are a problem that names the folder")
{
    RowBuffer rows{"/nowhere/at/all", 4};
    const auto problem = rows.append("more than four");
    REQUIRE(problem);
    CHECK(problem->message.find("/nowhere/at/all") != std::string::npos);
}

TEST_CASE("what a reader of rows finds wrong ends the reading")
{
    const TemporaryFolder folder;
    RowBuffer rows{folder.path().string()};
    REQUIRE_FALSE(rows.append("abc"));
    const auto problem = rows.read([](std::string_view) { return std::optional{Problem{"no"}}; });
    REQUIRE(problem);
    CHECK(problem->message == "no");
}

TEST_CASE("rows behind a place can be forgotten, in memory and on the disk, and others take their place")
{
    const TemporaryFolder folder;
    for (const std::size_t most : {std::size_t{0}, std::size_t{7}, std::size_t{1000}})
        for (const std::uint64_t size : {0U, 3U, 10U, 17U, 20U}) {
            CAPTURE(most, size);
            RowBuffer rows{folder.path().string(), most};
            REQUIRE_FALSE(rows.append("0123456789"));
            REQUIRE_FALSE(rows.append("abcdefghij"));
            rows.truncate(size);
            CHECK(rows.size() == size);
            REQUIRE_FALSE(rows.append("XY"));
            CHECK(all_of(rows) == std::string{"0123456789abcdefghij"}.substr(0, size) + "XY");
        }
}
