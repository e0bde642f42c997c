#include <catch2/catch.hpp>

#include "sim/io/sha256.h"
#include "tests/support/temporary_folder.h"

using namespace incursion;
using namespace incursion::test;

// Digests from FIPS 180-2, appendix B, and its note on the empty message.

TEST_CASE("the checksum of a file is that of its bytes")
{
    const TemporaryFolder folder;
    write_text(folder / "abc", "abc");
    write_text(folder / "empty", "");
    write_text(folder / "million", std::string(1'000'000, 'a'));
    CHECK(*sha256_of_file(folder / "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(*sha256_of_file(folder / "empty") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(*sha256_of_file(folder / "million") == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a file of whole blocks has no bytes left over")
{
    // 131072 zero bytes, by `head -c 131072 /dev/zero | sha256sum` (GNU coreutils 9.1).
    const TemporaryFolder folder;
    write_text(folder / "zeros", std::string(131072, '\0'));
    CHECK(*sha256_of_file(folder / "zeros") == "fa43239bcee7b97ca62f007cc68487560a39e19f74f3dde7486db3f98df8e471");
}

TEST_CASE("what has no bytes to read has no checksum, and says why")
{
    const TemporaryFolder folder;
    const Result<std::string> missing = sha256_of_file(folder / "missing");
    REQUIRE_FALSE(missing);
    CHECK_THAT(missing.problem(), Catch::Contains("No such file"));
    CHECK_FALSE(sha256_of_file(folder.path().string()));
}
