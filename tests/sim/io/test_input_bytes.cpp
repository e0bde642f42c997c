#include <catch2/catch.hpp>

#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

#include "sim/base/random.h"
#include "sim/io/input_bytes.h"
#include "tests/sim/io/archive_support.h"
#include "tests/support/temporary_folder.h"

namespace incursion {

using test::pack;

namespace {

/// What an input holds: names, and contents read in blocks of one size.
struct Contents {
    std::vector<std::string> names, stems, endings, texts, gdal_paths;
    std::string problem;
};

Contents contents_of(const std::string& path, std::size_t block = 1000)
{
    Contents all;
    auto opened = open_input(path);
    if (!opened) {
        all.problem = opened.problem();
        return all;
    }
    const auto members = std::move(opened).value();
    for (;;) {
        auto next = members->next();
        if (!next) {
            all.problem = next.problem();
            return all;
        }
        const auto bytes = std::move(next).value();
        if (bytes == nullptr)
            return all;
        all.names.push_back(bytes->name());
        all.stems.push_back(bytes->stem());
        all.endings.push_back(bytes->ending());
        all.gdal_paths.push_back(bytes->gdal_path());
        std::string& text = all.texts.emplace_back();
        for (;;) {
            const auto more = bytes->next(block);
            if (!more)
                all.problem = more.problem();
            if (!more || more->empty())
                break;
            text += *more;
        }
    }
}

/// Long enough for several blocks, and not easily made smaller.
std::string long_text()
{
    RandomStream random{7, "input"};
    std::string text;
    while (text.size() < 700'000)
        text += std::to_string(random.bits()) + "\n";
    return text;
}

}  // namespace

TEST_CASE("a plain file gives its bytes in blocks of any size, without its byte order mark")
{
    const test::TemporaryFolder folder;
    const std::string text = "time,lon,lat\n1,2,3\n";
    const std::string path = folder.write("a.b.CSV", "\xEF\xBB\xBF" + text);
    for (const std::size_t block : {1U, 2U, 5U, 4096U, 1U << 22U}) {
        CAPTURE(block);
        const Contents all = contents_of(path, block);
        CHECK(all.texts == std::vector<std::string>{text});
        CHECK(all.names == std::vector<std::string>{path});
        CHECK(all.stems == std::vector<std::string>{"a.b"});
        CHECK(all.endings == std::vector<std::string>{".csv"});
        CHECK(all.gdal_paths == std::vector<std::string>{path});
    }
}

TEST_CASE("looking at the start of an input consumes nothing")
{
    const test::TemporaryFolder folder;
    const std::string text = long_text();
    auto members = open_input(folder.write("a", "\xEF\xBB\xBF" + text)).value();
    const auto bytes = members->next().value();
    CHECK(*bytes->start() == text.substr(0, 4096));
    CHECK(*bytes->next(10) == text.substr(0, 10));
    CHECK(*bytes->start() == text.substr(10, 4096));
    CHECK(*bytes->rest(text.size()) == text.substr(10));
    CHECK(bytes->next(10)->empty());
    CHECK(members->next().value() == nullptr);
}

TEST_CASE("the rest of an input is refused where it is longer than allowed")
{
    const test::TemporaryFolder folder;
    const std::string path = folder.write("a", long_text());
    CHECK_FALSE(open_input(path).value()->next().value()->rest(1000));
}

TEST_CASE("compressed files are recognised by content, whatever they are called")
{
    const test::TemporaryFolder folder;
    const std::string text = long_text();
    const auto [name, filter] = GENERATE(table<std::string, int>({{"a.csv.gz", ARCHIVE_FILTER_GZIP},
                                                                  {"a.csv", ARCHIVE_FILTER_GZIP},
                                                                  {"a.csv.zst", ARCHIVE_FILTER_ZSTD},
                                                                  {"a.csv.xz", ARCHIVE_FILTER_XZ},
                                                                  {"a.csv.bz2", ARCHIVE_FILTER_BZIP2}}));
    CAPTURE(name);
    const std::string path = folder / name;
    REQUIRE(pack(path, ARCHIVE_FORMAT_RAW, filter, {{"data", text}}));
    const Contents all = contents_of(path);
    CHECK(all.problem.empty());
    CHECK(all.texts == std::vector<std::string>{text});
    CHECK(all.stems == std::vector<std::string>{"a"});
    CHECK(all.endings == std::vector<std::string>{".csv"});
    CHECK(all.gdal_paths[0] == (filter == ARCHIVE_FILTER_GZIP ? "/vsigzip/" + path : ""));
}

TEST_CASE("gzip streams one after the other are one file, and padding behind them does no harm")
{
    const test::TemporaryFolder folder;
    REQUIRE(pack(folder / "1.gz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, {{"data", "one,"}}));
    REQUIRE(pack(folder / "2.gz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, {{"data", "two"}}));
    const std::string both = test::read_text(folder / "1.gz") + test::read_text(folder / "2.gz");
    CHECK(contents_of(folder.write("a.gz", both)).texts == std::vector<std::string>{"one,two"});
    const Contents padded = contents_of(folder.write("b.gz", both + std::string(100, '\0')));
    CHECK(padded.texts == std::vector<std::string>{"one,two"});
    CHECK(padded.problem.empty());
}

TEST_CASE("archives give their files one after the other, compressed ones among them unpacked")
{
    const test::TemporaryFolder folder;
    REQUIRE(pack(folder / "inner.gz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, {{"data", "packed"}}));
    const std::vector<std::pair<std::string, std::string>> files{
        {"a.csv", "first"},
        {"empty.csv", ""},
        {"sub/trace.json", test::read_text(folder / "inner.gz")},
        {"sub/area.shp", "third"},
        {"sub/area.dbf", "beside it"}};
    const auto [name, format, filter] =
        GENERATE(table<std::string, int, int>({{"a.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE},
                                               {"a.tar", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE},
                                               {"a.tar.gz", ARCHIVE_FORMAT_TAR_PAX_RESTRICTED, ARCHIVE_FILTER_GZIP},
                                               {"a.tar.zst", ARCHIVE_FORMAT_TAR_GNUTAR, ARCHIVE_FILTER_ZSTD}}));
    CAPTURE(name);
    const std::string path = folder / name;
    REQUIRE(pack(path, format, filter, files));
    const Contents all = contents_of(path);
    CHECK(all.problem.empty());
    CHECK(all.texts == std::vector<std::string>{"first", "packed", "third"});
    CHECK(all.names == std::vector<std::string>{path + "/a.csv", path + "/sub/trace.json", path + "/sub/area.shp"});
    CHECK(all.stems == std::vector<std::string>{"a", "trace", "area"});
    const std::string driver = format == ARCHIVE_FORMAT_ZIP ? "/vsizip/" : "/vsitar/";
    const bool gdal_can = filter != ARCHIVE_FILTER_ZSTD;
    CHECK(all.gdal_paths == std::vector<std::string>{gdal_can ? driver + "{" + path + "}/a.csv" : "", "",
                                                     gdal_can ? driver + "{" + path + "}/sub/area.shp" : ""});
}

TEST_CASE("members of an archive may be passed over without being read")
{
    const test::TemporaryFolder folder;
    REQUIRE(pack(folder / "a.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, {{"a", long_text()}, {"b", "second"}}));
    const auto members = open_input(folder / "a.zip").value();
    CHECK(members->next().value()->next(10)->size() == 10);
    CHECK(*members->next().value()->rest(100) == "second");
}

TEST_CASE("of a KMZ file only the KML is read")
{
    const test::TemporaryFolder folder;
    REQUIRE(pack(folder / "a.kmz", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
                 {{"files/plane.png", "picture"}, {"doc.kml", "<kml/>"}}));
    CHECK(contents_of(folder / "a.kmz").texts == std::vector<std::string>{"<kml/>"});
}

TEST_CASE("an archive without files gives none")
{
    const test::TemporaryFolder folder;
    REQUIRE(pack(folder / "a.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, {}));
    const Contents all = contents_of(folder / "a.zip");
    CHECK(all.names.empty());
    CHECK(all.problem.empty());
}

TEST_CASE("a packed file that is cut off gives what came before, and a problem")
{
    const test::TemporaryFolder folder;
    const std::string text = long_text();
    const auto [name, format, filter] =
        GENERATE(table<std::string, int, int>({{"a.gz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP},
                                               {"a.zst", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_ZSTD},
                                               {"a.xz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_XZ},
                                               {"a.tar", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE},
                                               {"a.tar.gz", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP}}));
    CAPTURE(name);
    REQUIRE(pack(folder / name, format, filter, {{"data", text}}));
    std::filesystem::resize_file(folder / name, std::filesystem::file_size(folder / name) * 2 / 3);
    const Contents all = contents_of(folder / name);
    CHECK(!all.problem.empty());
    REQUIRE(all.texts.size() == 1);
    CHECK(all.texts[0].size() < text.size());
    CHECK(text.starts_with(all.texts[0]));
}

TEST_CASE("that a packed file is cut off within the bytes looked at first is a problem too")
{
    const test::TemporaryFolder folder;
    REQUIRE(pack(folder / "a.gz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, {{"data", "time,lon,lat\n1,2,3\n4,5,6\n"}}));
    std::filesystem::resize_file(folder / "a.gz", std::filesystem::file_size(folder / "a.gz") - 9);
    auto opened = open_input(folder / "a.gz");
    REQUIRE(opened);
    const auto member = opened.value()->next();
    REQUIRE(member);
    REQUIRE((*member)->start());
    auto bytes = (*member)->next(1000);
    if (bytes && !bytes->empty())
        bytes = (*member)->next(1000);
    CHECK_FALSE(bytes);
}

TEST_CASE("a bit that flipped in a packed file is a problem")
{
    const test::TemporaryFolder folder;
    const std::string text = long_text();
    const auto [name, format, filter] =
        GENERATE(table<std::string, int, int>({{"a.gz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP},
                                               {"a.xz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_XZ},
                                               {"a.bz2", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_BZIP2},
                                               {"a.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE}}));
    REQUIRE(pack(folder / name, format, filter, {{"data", text}}));
    RandomStream random{11, "flips"};
    const std::string good = test::read_text(folder / name);
    for (int i = 0; i < 20; ++i) {
        // Behind the headers and before what stands at the end (a zip's table of contents).
        const std::size_t at = 100 + random.bits() % (good.size() - 400);
        const unsigned bit = 1U << (random.bits() % 8);
        CAPTURE(name, at, bit);
        std::string bad = good;
        bad[at] = static_cast<char>(static_cast<unsigned char>(bad[at]) ^ bit);
        const Contents all = contents_of(folder.write("flipped", bad));
        CHECK(!all.problem.empty());
    }
}

TEST_CASE("what is no file is a problem")
{
    const test::TemporaryFolder folder;
    CHECK(contents_of(folder / "missing").problem == "there is no such file; check the path");
    CHECK(contents_of(folder.path().string()).problem == "this is a folder; name a file in it");
    const Contents empty = contents_of(folder.write("empty", ""));
    CHECK(empty.problem.empty());
    CHECK(empty.texts == std::vector<std::string>{""});
}

TEST_CASE("a file that is cut short while it is read ends there")
{
    const test::TemporaryFolder folder;
    const std::string path = folder.write("a", long_text());
    const auto bytes = open_input(path).value()->next().value();
    CHECK(bytes->next(1000)->size() == 1000);
    std::filesystem::resize_file(path, 2000);
    std::size_t more = 0;
    for (auto block = bytes->next(1 << 20); block && !block->empty(); block = bytes->next(1 << 20))
        more += block->size();
    CHECK(more < 10'000);
}

TEST_CASE("standard input is unpacked too, archives as well")
{
    const test::TemporaryFolder folder;
    const std::string text = long_text();
    const auto [format, filter] = GENERATE(table<int, int>({{ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_NONE},
                                                            {ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP},
                                                            {ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE},
                                                            {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_XZ}}));
    REQUIRE(pack(folder / "a", format, filter, {{"data", text}}));
    const int before = ::dup(STDIN_FILENO);
    const int file = ::open((folder / "a").c_str(), O_RDONLY);
    REQUIRE(::dup2(file, STDIN_FILENO) == STDIN_FILENO);
    const Contents all = contents_of("-");
    ::dup2(before, STDIN_FILENO);
    ::close(before);
    ::close(file);
    CHECK(all.problem.empty());
    CHECK(all.texts == std::vector<std::string>{text});
    CHECK(all.names == std::vector<std::string>{format == ARCHIVE_FORMAT_RAW ? "-" : "-/data"});
    CHECK(all.gdal_paths == std::vector<std::string>{""});
}

}  // namespace incursion
