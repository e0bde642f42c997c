#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/result.h"

namespace incursion {

/// Bytes that are read once, from the front: of a file, of what is unpacked from another source, of one member of an
/// archive.
class ByteSource {
public:
    ByteSource() = default;
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// Puts 1 to `size` bytes at `to` and tells how many; 0 at the end. The problem says what is damaged.
    /// REQUIRES: size > 0.
    virtual Result<std::size_t> read(char* to, std::size_t size) = 0;
    /// The length of what can be sought in; 0 where the source can only be read from front to back.
    virtual std::uint64_t seekable_size() const { return 0; }
    /// Goes on at `from_start`; false where that cannot be done.
    virtual bool seek(std::uint64_t from_start);
};

/// Counts the bytes read of a file as it is stored. Other threads may look while it counts.
class ReadMeter {
public:
    /// `total` is that of many files; it outlives the meter.
    explicit ReadMeter(std::atomic<std::int64_t>& total) : total_{total} {}
    void add(std::int64_t bytes) { set(own_ + bytes); }
    /// As many as that: none when the file is read again, all of them when it is done, however it was read.
    void set(std::int64_t bytes)
    {
        total_.fetch_add(bytes - own_, std::memory_order_relaxed);
        own_ = bytes;
    }

private:
    std::atomic<std::int64_t>& total_;
    std::int64_t own_ = 0;
};

/// A file, or standard input for `-`. Read with read(), not mapped: a mapped file that somebody cuts short meanwhile
/// would end the program (SIGBUS); the copy from the page cache costs about 0.1 s for each GB.
/// `meter`, where given, counts what is read; it outlives the source.
Result<std::unique_ptr<ByteSource>> open_file_source(const std::string& path, ReadMeter* meter = nullptr);

/// Another source whose first bytes can be looked at before they are read.
class PeekedSource : public ByteSource {
public:
    explicit PeekedSource(std::unique_ptr<ByteSource> source) : source_{std::move(source)} {}

    /// The first `size` bytes that were not read yet, fewer only at the end. The problem of the bytes that come
    /// first; one further on is told when it is reached.
    Result<std::string_view> peek(std::size_t size);
    Result<std::size_t> read(char* to, std::size_t size) override;
    std::uint64_t seekable_size() const override { return source_->seekable_size(); }
    bool seek(std::uint64_t from_start) override;

private:
    std::unique_ptr<ByteSource> source_;
    std::string kept_;
    std::size_t read_ = 0;  ///< how many of them are gone
    std::optional<Problem> problem_;  ///< met behind them, and told once they are gone
};

}  // namespace incursion
