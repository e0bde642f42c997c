#pragma once

#include <memory>
#include <string_view>

#include "sim/base/result.h"
#include "sim/io/byte_source.h"

namespace incursion {

/// How bytes are packed, told by what they begin with.
enum class Packing { none, gzip, other, archive };

/// `archive` for zip and tar, `other` for zstd, xz and bzip2. `start` should hold 512 bytes or all there are.
Packing packing_of(std::string_view start);

/// What gzip made smaller (zlib; several streams one after the other are one). Its checksums are checked.
std::unique_ptr<ByteSource> unpacked_gzip(std::unique_ptr<ByteSource> source);

/// What zstd, xz or bzip2 made smaller (libarchive).
Result<std::unique_ptr<ByteSource>> unpacked_other(std::unique_ptr<ByteSource> source);

/// Unpacks as long as there is something to unpack, at most four times. `gzip_only` tells whether the layers were
/// one of gzip, or none.
struct Unpacked {
    std::unique_ptr<PeekedSource> source;
    int layers = 0;
    bool gzip_only = true;
};
Result<Unpacked> unpack(std::unique_ptr<ByteSource> source);

}  // namespace incursion
