#include <catch2/catch.hpp>

#include <csignal>
#include <filesystem>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sim/io/output_file.h"
#include "tests/support/temporary_folder.h"

using namespace incursion;
using namespace incursion::test;
namespace fs = std::filesystem;

namespace {

OutputFile opened(const std::string& path, Overwrite overwrite = Overwrite::no)
{
    Result<OutputFile> file = OutputFile::create(path, overwrite);
    INFO((file ? "" : file.problem()));
    REQUIRE(file);
    return std::move(file).value();
}

std::size_t entries_of(const fs::path& folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{folder}, fs::directory_iterator{}));
}

}  // namespace

TEST_CASE("a file has its name once it is complete, not before")
{
    const TemporaryFolder folder;
    {
        OutputFile file = opened(folder / "report.json");
        CHECK_FALSE(file.write("half "));
        CHECK_FALSE(fs::exists(folder / "report.json"));
        CHECK_FALSE(file.write("whole"));
        CHECK_FALSE(file.commit());
        CHECK(read_text(folder / "report.json") == "half whole");
    }
    CHECK(entries_of(folder.path()) == 1);
}

TEST_CASE("a file that is given up leaves nothing behind")
{
    const TemporaryFolder folder;
    {
        OutputFile file = opened(folder / "report.json");
        CHECK_FALSE(file.write("half"));
        const OutputFile moved = std::move(file);
        CHECK(entries_of(folder.path()) == 1);
    }
    CHECK(entries_of(folder.path()) == 0);
}

TEST_CASE("another writer may fill the file by its temporary name")
{
    const TemporaryFolder folder;
    write_text(folder / "footage.mp4", "old");
    {
        OutputFile file = opened(folder / "footage.mp4", Overwrite::yes);
        const std::string name = file.temporary_path();
        CHECK(fs::path{name}.parent_path() == folder.path());
        CHECK(name != folder / "footage.mp4");
        write_text(name, "filled by name");
        CHECK(read_text(folder / "footage.mp4") == "old");
        CHECK_FALSE(file.commit());
        CHECK(file.temporary_path().empty());
        CHECK_FALSE(fs::exists(name));
        CHECK(read_text(folder / "footage.mp4") == "filled by name");
    }
    {
        const OutputFile given_up = opened(folder / "other.mp4");
        write_text(given_up.temporary_path(), "half");
    }
    CHECK(entries_of(folder.path()) == 1);
}

TEST_CASE("an existing file is refused unless it may be replaced, and kept until it is")
{
    const TemporaryFolder folder;
    const std::string path = folder / "report.txt";
    write_text(path, "old");
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);

    const Result<OutputFile> refused = OutputFile::create(path, Overwrite::no);
    REQUIRE_FALSE(refused);
    CHECK_THAT(refused.problem(), Catch::Contains("exists already") && Catch::Contains("--overwrite"));

    OutputFile file = opened(path, Overwrite::yes);
    CHECK_FALSE(file.write("new"));
    CHECK(read_text(path) == "old");
    CHECK_FALSE(file.commit());
    CHECK(read_text(path) == "new");
    CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a file that came into being meanwhile is kept")
{
    const TemporaryFolder folder;
    const std::string path = folder / "report.txt";
    {
        OutputFile file = opened(path);
        CHECK_FALSE(file.write("mine"));
        write_text(path, "theirs");
        const auto problem = file.commit();
        REQUIRE(problem);
        CHECK_THAT(problem->message, Catch::Contains("exists already"));
    }
    CHECK(read_text(path) == "theirs");
    CHECK(entries_of(folder.path()) == 1);
}

TEST_CASE("a symbolic link is written through")
{
    const TemporaryFolder folder;
    write_text(folder / "target", "old");
    fs::create_symlink("target", folder / "link");
    OutputFile file = opened(folder / "link", Overwrite::yes);
    CHECK_FALSE(file.write("new"));
    CHECK_FALSE(file.commit());
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(read_text(folder / "target") == "new");
}

TEST_CASE("a folder, a missing folder and no name are refused before anything is made")
{
    const TemporaryFolder folder;
    CHECK(refuse_output(folder.path().string(), Overwrite::yes));
    CHECK(refuse_output(folder / "none/report.json", Overwrite::no));
    CHECK(refuse_output("", Overwrite::no));
    CHECK_FALSE(refuse_output(folder / "report.json", Overwrite::no));
    CHECK(entries_of(folder.path()) == 0);
}

TEST_CASE("a full disk is a problem that says so")
{
    OutputFile file = opened("/dev/full");
    const auto problem = file.write("x");
    REQUIRE(problem);
    CHECK_THAT(problem->message, Catch::Contains("/dev/full") && Catch::Contains("No space left"));
    CHECK_FALSE(file.broken_pipe());
    CHECK(fs::is_character_file("/dev/full"));
}

TEST_CASE("a device takes bytes directly and stays a device")
{
    OutputFile file = opened("/dev/null");
    CHECK(file.temporary_path().empty());
    CHECK_FALSE(file.write("x"));
    CHECK_FALSE(file.commit());
    CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a pipe without a reader is told apart")
{
    const auto previous = std::signal(SIGPIPE, SIG_IGN);
    const TemporaryFolder folder;
    const std::string path = folder / "pipe";
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    const int reader = ::open(path.c_str(), O_RDONLY | O_NONBLOCK);
    REQUIRE(reader >= 0);
    OutputFile file = opened(path);
    ::close(reader);
    CHECK(file.write("x"));
    CHECK(file.broken_pipe());
    std::signal(SIGPIPE, previous);
}
