#include "sim/io/archive_reader.h"

#include <cerrno>
#include <cstdio>
#include <utility>

#include <archive_entry.h>
#include <fmt/format.h>

namespace incursion {

namespace {

constexpr std::size_t archive_block_bytes = std::size_t{1} << 18U;

}  // namespace

ArchiveReader::ArchiveReader(std::unique_ptr<ByteSource> source, Holds holds)
    : source_{std::move(source)}, block_(archive_block_bytes), handle_{archive_read_new()}
{
    archive* const handle = handle_.get();
    if (handle == nullptr)
        return;
    if (holds == Holds::members) {
        archive_read_support_format_zip(handle);
        archive_read_support_format_tar(handle);
    } else {
        archive_read_support_format_raw(handle);
        archive_read_support_filter_zstd(handle);
        archive_read_support_filter_xz(handle);
        archive_read_support_filter_bzip2(handle);
    }
    archive_read_set_callback_data(handle, this);
    archive_read_set_read_callback(handle, give_bytes);
    if (source_->seekable_size() > 0)
        archive_read_set_seek_callback(handle, seek_bytes);
    opened_ = archive_read_open1(handle) == ARCHIVE_OK;
}

la_ssize_t ArchiveReader::give_bytes(archive* handle, void* self, const void** bytes)
{
    auto& reader = *static_cast<ArchiveReader*>(self);
    const auto got = reader.source_->read(reader.block_.data(), reader.block_.size());
    if (!got) {
        reader.of_source_ = Problem{got.problem()};
        archive_set_error(handle, EIO, "%s", got.problem().c_str());
        return -1;
    }
    *bytes = reader.block_.data();
    reader.at_ += *got;
    return static_cast<la_ssize_t>(*got);
}

la_int64_t ArchiveReader::seek_bytes(archive*, void* self, la_int64_t offset, int whence)
{
    auto& reader = *static_cast<ArchiveReader*>(self);
    const auto size = static_cast<la_int64_t>(reader.source_->seekable_size());
    const auto at = static_cast<la_int64_t>(reader.at_);
    const la_int64_t wanted = offset + (whence == SEEK_SET ? 0 : whence == SEEK_CUR ? at : size);
    if (wanted < 0 || !reader.source_->seek(static_cast<std::uint64_t>(wanted)))
        return ARCHIVE_FATAL;
    reader.at_ = static_cast<std::uint64_t>(wanted);
    return wanted;
}

Problem ArchiveReader::problem() const
{
    if (of_source_)
        return *of_source_;
    const char* said = handle_ ? archive_error_string(handle_.get()) : nullptr;
    return Problem{fmt::format("the archive is damaged or cut off ({}); get it again",
                               said != nullptr ? said : "its bytes make no sense")};
}

Result<std::optional<ArchiveReader::Entry>> ArchiveReader::next_entry()
{
    if (!opened_)
        return problem();
    archive_entry* entry = nullptr;
    int result = ARCHIVE_RETRY;
    while (result == ARCHIVE_RETRY)
        result = archive_read_next_header(handle_.get(), &entry);
    if (result == ARCHIVE_EOF)
        return std::optional<Entry>{};
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
        return problem();
    if (archive_entry_is_encrypted(entry) == 1)
        return Problem{"the archive is encrypted; unpack it with its password first"};
    const char* name = archive_entry_pathname(entry);
    return std::optional{Entry{name != nullptr ? name : "", archive_entry_filetype(entry) == AE_IFREG}};
}

Result<std::size_t> ArchiveReader::read_data(char* to, std::size_t size)
{
    la_ssize_t got = ARCHIVE_RETRY;
    while (got == ARCHIVE_RETRY)
        got = archive_read_data(handle_.get(), to, size);
    if (got < 0)
        return problem();
    return static_cast<std::size_t>(got);
}

bool ArchiveReader::is_tar() const
{
    return (archive_format(handle_.get()) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_TAR;
}

}  // namespace incursion
