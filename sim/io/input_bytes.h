#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "sim/base/result.h"

namespace incursion {

class ReadMeter;

/// The bytes of one input, whatever they are wrapped in: a plain file, a compressed one (gzip, zstd, xz, bzip2), a member
/// of an archive, standard input. Read once, from the front. Why a plain file is not mapped: sim/io/byte_source.h.
class InputBytes {
public:
    virtual ~InputBytes() = default;

    /// For messages and as the track's name of last resort: `night.zip/a.csv`, `-` for standard input.
    const std::string& name() const { return name_; }
    /// The same without folders, wrapping and endings: `a`.
    std::string stem() const;
    /// In lower case, with its point, of what is inside the wrapping: `.csv` of `a.csv.gz`.
    std::string ending() const;
    /// What GDAL opens: the path, with /vsigzip/, /vsizip/ or /vsitar/ before it where wrapped. Empty where GDAL cannot:
    /// standard input, other packings, packed files within an archive.
    const std::string& gdal_path() const { return gdal_path_; }

    /// The first 4 KiB, or all where there are fewer, without a byte order mark; consumes nothing.
    virtual Result<std::string_view> start() = 0;
    /// The next bytes, at most `wanted` of them, valid until the next call; empty at the end. A byte order mark is left
    /// out. A problem says what is damaged; what came before it was good.
    virtual Result<std::string_view> next(std::size_t wanted) = 0;
    /// The same, written to the caller's memory: how many, at most `size`, and 0 only at the end.
    virtual Result<std::size_t> read(char* to, std::size_t size);
    /// All bytes that next() has not given, valid as long as this lives. A problem where there are more than
    /// `max_bytes`.
    virtual Result<std::string_view> rest(std::size_t max_bytes) = 0;

protected:
    std::string name_, gdal_path_;
};

/// The files inside one input, one after the other: one of a plain or compressed file and of standard input (`-`), any
/// number of an archive (zip, tar), which may be compressed, as may its members. Recognised by content. Members without
/// bytes are passed over, and those that belong to another file (the .dbf of a Shapefile); of a .kmz all but the KML.
class InputMembers {
public:
    virtual ~InputMembers() = default;
    /// The next member, null at the end; the one before must be gone. A problem where the archive is damaged.
    virtual Result<std::unique_ptr<InputBytes>> next() = 0;
};
/// `meter`, where given, counts the bytes of the file that are read; it outlives what is opened.
Result<std::unique_ptr<InputMembers>> open_input(const std::string& path, ReadMeter* meter = nullptr);

}  // namespace incursion
