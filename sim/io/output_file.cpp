#include "sim/io/output_file.h"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sim/io/give_name.h"

namespace incursion {

namespace fs = std::filesystem;

namespace {

fs::path folder_of(const fs::path& path)
{
    return path.has_parent_path() ? path.parent_path() : fs::path{"."};
}

/// Devices, pipes and sockets: there is nothing to replace in them.
bool is_stream(fs::file_type type)
{
    return type == fs::file_type::character || type == fs::file_type::block || type == fs::file_type::fifo ||
           type == fs::file_type::socket;
}

}  // namespace

std::optional<Problem> refuse_output(const std::string& path, Overwrite overwrite)
{
    if (path.empty())
        return Problem{"the name of the output file is empty; name a file, or - for standard output"};
    std::error_code error;
    const fs::file_type link = fs::symlink_status(path, error).type();
    const fs::file_type type = fs::status(path, error).type();
    if (type == fs::file_type::directory)
        return Problem{fmt::format("{}: this is a folder; name a file in it", path)};
    if (is_stream(type))
        return std::nullopt;
    const bool exists = link != fs::file_type::not_found && link != fs::file_type::none;
    if (exists && overwrite == Overwrite::no)
        return already_there(path);
    const fs::path folder = folder_of(path);
    if (!fs::is_directory(folder, error))
        return Problem{fmt::format("{}: there is no folder '{}'; make it first", path, folder.string())};
    return std::nullopt;
}

Result<OutputFile> OutputFile::create(const std::string& path, Overwrite overwrite)
{
    if (auto refused = refuse_output(path, overwrite))
        return *refused;
    OutputFile file;
    file.path_ = path;
    file.overwrite_ = overwrite;
    std::error_code error;
    const fs::path resolved = fs::canonical(path, error);
    file.target_ = error ? path : resolved.string();

    struct stat existing{};
    const bool exists = ::stat(file.target_.c_str(), &existing) == 0;
    if (exists && !S_ISREG(existing.st_mode)) {
        file.descriptor_ = ::open(file.target_.c_str(), O_WRONLY | O_CLOEXEC);
        if (file.descriptor_ < 0)
            return could_not(path, "open it", errno);
        return file;
    }
    const fs::path target{file.target_};
    for (int attempt = 0; file.descriptor_ < 0; ++attempt) {
        file.temporary_ = (folder_of(target) / fmt::format(".{}.{}-{}.part", target.filename().string(), ::getpid(),
                                                           attempt)).string();
        file.descriptor_ = ::open(file.temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file.descriptor_ < 0 && (errno != EEXIST || attempt == 100)) {
            file.temporary_.clear();
            return could_not(path, "make a file in its folder", errno);
        }
    }
    if (exists && ::fchmod(file.descriptor_, existing.st_mode & 07777) != 0)
        return could_not(path, "hand on the permissions of the file to be replaced", errno);
    return file;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_{std::move(other.path_)},
      target_{std::move(other.target_)},
      temporary_{std::exchange(other.temporary_, {})},
      descriptor_{std::exchange(other.descriptor_, -1)},
      overwrite_{other.overwrite_},
      broken_pipe_{other.broken_pipe_}
{}

OutputFile::~OutputFile()
{
    discard();
}

void OutputFile::discard()
{
    if (descriptor_ >= 0)
        ::close(descriptor_);
    descriptor_ = -1;
    if (!temporary_.empty())
        ::unlink(temporary_.c_str());
    temporary_.clear();
}

std::optional<Problem> OutputFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            broken_pipe_ = errno == EPIPE;
            return could_not(path_, "write to it", errno);
        }
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return std::nullopt;
}

std::optional<Problem> OutputFile::commit()
{
    const bool direct = temporary_.empty();
    // A pipe or a terminal has no disk to be brought to.
    if (::fsync(descriptor_) != 0 && !(direct && (errno == EINVAL || errno == EROFS || errno == ENOTSUP)))
        return could_not(path_, "bring it to the disk", errno);
    if (::close(std::exchange(descriptor_, -1)) != 0)
        return could_not(path_, "close it", errno);
    if (direct)
        return std::nullopt;
    const int error = give_name(temporary_, target_, overwrite_);
    if (error == EEXIST)
        return already_there(path_);
    if (error != 0)
        return could_not(path_, "give the finished file its name", error);
    temporary_.clear();
    sync_folder(folder_of(target_).string());
    return std::nullopt;
}

}  // namespace incursion
