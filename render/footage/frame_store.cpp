#include "render/footage/frame_store.h"

#include <algorithm>
#include <cerrno>
#include <functional>
#include <system_error>

#include <fmt/format.h>
#include <zlib.h>

#include "render/footage/libav.h"

namespace incursion {

namespace {

[[noreturn]] void fail(const char* what)
{
    throw LibavError{
        fmt::format("cannot {} a temporary file for its frames: {}", what, std::generic_category().message(errno))};
}

uLong bytes_of(const std::vector<std::uint32_t>& words)
{
    return static_cast<uLong>(words.size() * sizeof(std::uint32_t));
}

}  // namespace

FrameStore::FrameStore(std::size_t words)
    : file_{std::tmpfile()}, previous_(words), difference_(words), packed_(compressBound(bytes_of(difference_)))
{
    if (file_ == nullptr)
        fail("make");
}

void FrameStore::add(const std::vector<std::uint32_t>& frame)
{
    // What did not change becomes zero; exclusive or undoes itself.
    std::transform(frame.begin(), frame.end(), previous_.begin(), difference_.begin(), std::bit_xor<>{});
    previous_ = frame;
    uLongf size = packed_.size();
    const auto* bytes = reinterpret_cast<const Bytef*>(difference_.data());
    if (compress2(packed_.data(), &size, bytes, bytes_of(difference_), Z_BEST_SPEED) != Z_OK)
        throw LibavError{"cannot compress a frame"};
    if (std::fwrite(&size, sizeof size, 1, file_.get()) != 1 || std::fwrite(packed_.data(), size, 1, file_.get()) != 1)
        fail("write");
    ++left_;
}

void FrameStore::rewind()
{
    if (std::fflush(file_.get()) != 0)
        fail("write");
    std::rewind(file_.get());
    std::fill(previous_.begin(), previous_.end(), 0U);
}

const std::vector<std::uint32_t>* FrameStore::next()
{
    if (left_ == 0)
        return nullptr;
    --left_;
    uLongf size = 0;
    if (std::fread(&size, sizeof size, 1, file_.get()) != 1 || size > packed_.size() ||
        std::fread(packed_.data(), size, 1, file_.get()) != 1)
        fail("read");
    uLongf length = bytes_of(difference_);
    auto* bytes = reinterpret_cast<Bytef*>(difference_.data());
    if (uncompress(bytes, &length, packed_.data(), size) != Z_OK || length != bytes_of(difference_))
        throw LibavError{"cannot read a temporary file for its frames: it was damaged"};
    std::transform(difference_.begin(), difference_.end(), previous_.begin(), previous_.begin(), std::bit_xor<>{});
    return &previous_;
}

}  // namespace incursion
