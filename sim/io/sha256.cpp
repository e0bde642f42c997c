#include "sim/io/sha256.h"

#include <array>
#include <cerrno>
#include <cstddef>
#include <memory>
#include <system_error>
#include <vector>

#include <cpl_error.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <openssl/evp.h>

namespace incursion {

namespace {

struct CloseFile {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
struct FreeDigest {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

/// GDAL's own messages are for its own log: the caller gets a problem instead.
class QuietGdal {
public:
    QuietGdal() { CPLPushErrorHandler(CPLQuietErrorHandler); }
    ~QuietGdal() { CPLPopErrorHandler(); }
    QuietGdal(const QuietGdal&) = delete;
    QuietGdal& operator=(const QuietGdal&) = delete;
};

class Digest {
public:
    bool begin() { return context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1; }
    void add(const void* bytes, std::size_t count) { EVP_DigestUpdate(context_.get(), bytes, count); }
    std::string end()
    {
        std::array<unsigned char, EVP_MAX_MD_SIZE> result{};
        unsigned int length = 0;
        EVP_DigestFinal_ex(context_.get(), result.data(), &length);
        std::string text;
        for (unsigned int i = 0; i < length; ++i)
            text += fmt::format("{:02x}", result[i]);
        return text;
    }

private:
    std::unique_ptr<EVP_MD_CTX, FreeDigest> context_{EVP_MD_CTX_new()};
};

const Problem no_sha256{"no checksum: this OpenSSL refuses SHA-256"};

}  // namespace

Result<std::string> sha256_of_file(const std::string& path)
{
    const QuietGdal quiet;
    errno = 0;
    const std::unique_ptr<VSILFILE, CloseFile> file{VSIFOpenL(path.c_str(), "rb")};
    if (!file)
        return Problem{fmt::format("cannot be read for its checksum ({})",
                                   errno != 0 ? std::generic_category().message(errno) : "it is no plain file")};
    Digest digest;
    if (!digest.begin())
        return no_sha256;

    std::vector<unsigned char> block(std::size_t{1} << 16);
    for (;;) {
        const std::size_t count = VSIFReadL(block.data(), 1, block.size(), file.get());
        digest.add(block.data(), count);
        if (count == block.size())
            continue;
        if (VSIFEofL(file.get()) == 0)
            return Problem{"could not be read to its end for its checksum"};
        break;
    }
    return digest.end();
}

Result<std::string> sha256_of(std::string_view bytes)
{
    Digest digest;
    if (!digest.begin())
        return no_sha256;
    digest.add(bytes.data(), bytes.size());
    return digest.end();
}

}  // namespace incursion
