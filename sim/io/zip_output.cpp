#include "sim/io/zip_output.h"

#include <cerrno>
#include <utility>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

namespace incursion {

struct ZipOutput::Target {
    std::string path;
    OutputFile file;
    std::optional<Problem> problem{};  ///< of a write

    static la_ssize_t take(archive* handle, void* self, const void* bytes, std::size_t size)
    {
        auto& target = *static_cast<Target*>(self);
        target.problem = target.file.write({static_cast<const char*>(bytes), size});
        if (!target.problem)
            return static_cast<la_ssize_t>(size);
        archive_set_error(handle, EIO, "%s", target.problem->message.c_str());
        return -1;
    }
};

ZipOutput::ZipOutput(std::unique_ptr<Target> target) : target_{std::move(target)}, handle_{archive_write_new()} {}

ZipOutput::ZipOutput(ZipOutput&& other) noexcept
    : target_{std::move(other.target_)}, handle_{std::exchange(other.handle_, nullptr)}
{
}

ZipOutput::~ZipOutput()
{
    // Without finish() what is there is thrown away with the temporary file.
    if (handle_ != nullptr)
        archive_write_free(handle_);
}

Result<ZipOutput> ZipOutput::create(const std::string& path, Overwrite overwrite, const std::string& member)
{
    if (path == "-")
        return Problem{"a zip cannot be written to standard output; name a file"};
    Result<OutputFile> file = OutputFile::create(path, overwrite);
    if (!file)
        return Problem{file.problem()};
    ZipOutput output{std::unique_ptr<Target>{new Target{path, std::move(file).value()}}};
    archive* const handle = output.handle_;
    if (handle == nullptr)
        return Problem{fmt::format("{}: there is not enough memory to write it", path)};
    archive_write_set_format_zip(handle);
    archive_write_set_bytes_in_last_block(handle, 1);
    bool good = archive_write_open(handle, output.target_.get(), nullptr, Target::take, nullptr) == ARCHIVE_OK;
    // Without a size, which nobody knows yet, and without a time, so that the bytes depend on the text alone.
    archive_entry* const entry = archive_entry_new();
    if (entry != nullptr) {
        archive_entry_set_pathname(entry, member.c_str());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        good = good && archive_write_header(handle, entry) == ARCHIVE_OK;
        archive_entry_free(entry);
    }
    if (entry == nullptr || !good)
        return output.problem();
    return output;
}

std::optional<Problem> ZipOutput::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const la_ssize_t count = archive_write_data(handle_, bytes.data(), bytes.size());
        if (count <= 0)
            return problem();
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return std::nullopt;
}

std::optional<Problem> ZipOutput::finish()
{
    if (archive_write_close(handle_) != ARCHIVE_OK)
        return problem();
    return target_->file.commit();
}

bool ZipOutput::broken_pipe() const
{
    return target_->file.broken_pipe();
}

Problem ZipOutput::problem() const
{
    if (target_->problem)
        return *target_->problem;
    const char* said = archive_error_string(handle_);
    return Problem{
        fmt::format("{}: the zip cannot be written: {}", target_->path, said != nullptr ? said : "unknown reason")};
}

}  // namespace incursion
