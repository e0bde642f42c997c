#include "sim/io/action_log.h"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "sim/io/action_json.h"

// The half of the action log that writes; action_log.cpp reads.

namespace incursion {

namespace {

Problem failed(const std::string& path, const char* what)
{
    return Problem{fmt::format("{}: cannot {}: {}", path, what, std::generic_category().message(errno))};
}

/// The folder's entry for a new file is on the disk only after this.
void sync_folder_of(const std::string& path)
{
    const std::filesystem::path folder = std::filesystem::path{path}.parent_path();
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

std::optional<Problem> lock(const std::string& path, int descriptor)
{
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return std::nullopt;
    return errno == EWOULDBLOCK ? Problem{path + ": another exercise is writing to this log; end it first"}
                                : failed(path, "lock it");
}

}  // namespace

Result<ActionLogWriter> ActionLogWriter::create(const std::string& path, const ActionLog& log)
{
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0666);
    if (descriptor < 0 && errno == EEXIST)
        return Problem{path + ": this log is there already and is never replaced; name another, or go on with it by "
                              "--resume"};
    if (descriptor < 0)
        return failed(path, "make it");
    ActionLogWriter writer{path, descriptor};
    if (auto problem = lock(path, descriptor))
        return *problem;
    if (auto problem = writer.write_line(action_log_head(log)))
        return *problem;
    sync_folder_of(path);
    return writer;
}

Result<ActionLogWriter> ActionLogWriter::append_to(const std::string& path)
{
    const int descriptor = ::open(path.c_str(), O_RDWR | O_APPEND | O_CLOEXEC);
    if (descriptor < 0)
        return failed(path, "open it to go on with it");
    ActionLogWriter writer{path, descriptor};
    if (auto problem = lock(path, descriptor))
        return *problem;
    if (auto problem = writer.mend_end())
        return *problem;
    return writer;
}

ActionLogWriter::ActionLogWriter(ActionLogWriter&& other) noexcept
    : path_{std::move(other.path_)}, descriptor_{std::exchange(other.descriptor_, -1)}
{
}

ActionLogWriter& ActionLogWriter::operator=(ActionLogWriter&& other) noexcept
{
    std::swap(path_, other.path_);
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

ActionLogWriter::~ActionLogWriter()
{
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

std::optional<Problem> ActionLogWriter::write(const Action& action)
{
    return write_line(action_line(action));
}

std::optional<Problem> ActionLogWriter::write_line(std::string_view line)
{
    const off_t before = ::lseek(descriptor_, 0, SEEK_END);
    ssize_t count = 0;
    do
        count = ::write(descriptor_, line.data(), line.size());
    while (count < 0 && errno == EINTR);
    if (count == static_cast<ssize_t>(line.size()) && ::fdatasync(descriptor_) == 0)
        return std::nullopt;
    if (count >= 0 && count < static_cast<ssize_t>(line.size()))
        errno = ENOSPC;  // a write to a file is short only where there is no room
    Problem problem = failed(path_, "write to it");
    if (before >= 0 && ::ftruncate(descriptor_, before) != 0)
        problem.message += "; its last line may be cut short";
    return problem;
}

std::optional<Problem> ActionLogWriter::mend_end()
{
    const off_t size = ::lseek(descriptor_, 0, SEEK_END);
    if (size < 0)
        return failed(path_, "find its end");
    std::string content(static_cast<std::size_t>(size), '\0');
    for (std::size_t done = 0; done < content.size();) {
        const ssize_t count =
            ::pread(descriptor_, content.data() + done, content.size() - done, static_cast<off_t>(done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return failed(path_, "read it");
        done += static_cast<std::size_t>(count);
    }
    if (content.empty() || content.back() == '\n')
        return std::nullopt;
    const std::size_t last = content.rfind('\n') + 1;  // npos + 1 is 0
    if (record_of(std::string_view{content}.substr(last)))
        return write_line("\n");
    if (::ftruncate(descriptor_, static_cast<off_t>(last)) != 0 || ::fdatasync(descriptor_) != 0)
        return failed(path_, "cut off its torn last line");
    return std::nullopt;
}

}  // namespace incursion
