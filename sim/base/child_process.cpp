#include "sim/base/child_process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

extern "C" char** environ;  // declared by no header of POSIX

namespace incursion {

namespace {

constexpr int longest_silence_ms = 20000;

class FileDescriptor {
public:
    explicit FileDescriptor(int number = -1) : number_{number} {}
    ~FileDescriptor() { close(); }
    FileDescriptor(FileDescriptor&& other) noexcept : number_{std::exchange(other.number_, -1)} {}
    FileDescriptor& operator=(FileDescriptor&&) = delete;

    int number() const { return number_; }
    bool valid() const { return number_ >= 0; }
    void close()
    {
        if (valid())
            ::close(std::exchange(number_, -1));
    }

private:
    int number_;
};

/// Input and errors lie in memory, so that nothing blocks while both sides write, and no pipe breaks.
FileDescriptor memory_file(std::string_view content)
{
    FileDescriptor file{::memfd_create("incursion", MFD_CLOEXEC)};
    while (file.valid() && !content.empty()) {
        const ssize_t written = ::write(file.number(), content.data(), content.size());
        if (written < 0 && errno != EINTR)
            file.close();
        content.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    if (file.valid())
        ::lseek(file.number(), 0, SEEK_SET);
    return file;
}

/// Reads until the end. False where nothing came for too long or reading failed.
bool read_all(int descriptor, std::string& text)
{
    std::array<char, 65536> part{};
    for (;;) {
        pollfd waiting{descriptor, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, longest_silence_ms);
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            return false;
        const ssize_t count = ::read(descriptor, part.data(), part.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return count == 0;
        text.append(part.data(), static_cast<std::size_t>(count));
    }
}

/// The error of the system, or 0 and the id of the process.
int spawn(const std::vector<std::string>& arguments, int in, int out, int err, pid_t& id)
{
    std::vector<std::string> copies = arguments;
    std::vector<char*> pointers;
    for (std::string& copy : copies)
        pointers.push_back(copy.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    if (const int error = ::posix_spawn_file_actions_init(&actions))
        return error;
    int error = ::posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
    error = error ? error : ::posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    error = error ? error : ::posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO);
    error = error ? error : ::posix_spawnp(&id, pointers.front(), &actions, nullptr, pointers.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    return error;
}

int wait_for(pid_t id)
{
    int status = 0;
    while (::waitpid(id, &status, 0) < 0)
        if (errno != EINTR)
            return 128;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

Problem cannot_start(const std::string& name, int error)
{
    if (error == ENOENT)
        return {fmt::format("the command '{}' is not installed", name)};
    return {fmt::format("the command '{}' cannot be started: {}", name, std::strerror(error))};
}

}  // namespace

Result<ChildOutput> run_child(const std::vector<std::string>& arguments, const std::string& input)
{
    const FileDescriptor in = memory_file(input), err = memory_file({});
    std::array<int, 2> ends{-1, -1};
    if (!in.valid() || !err.valid() || ::pipe2(ends.data(), O_CLOEXEC) != 0)
        return cannot_start(arguments.front(), errno);
    const FileDescriptor ours{ends[0]};
    FileDescriptor theirs{ends[1]};
    pid_t id = 0;
    const int error = spawn(arguments, in.number(), theirs.number(), err.number(), id);
    if (error != 0)
        return cannot_start(arguments.front(), error);
    theirs.close();
    ChildOutput output;
    if (!read_all(ours.number(), output.out))
        ::kill(id, SIGKILL);
    output.exit_status = wait_for(id);
    ::lseek(err.number(), 0, SEEK_SET);
    read_all(err.number(), output.err);
    return output;
}

}  // namespace incursion
