#include "sim/io/give_name.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace incursion {

Problem could_not(std::string_view path, std::string_view what, int error)
{
    return Problem{fmt::format("{}: cannot {}: {}", path, what, std::generic_category().message(error))};
}

Problem already_there(std::string_view path)
{
    return Problem{fmt::format("{}: the file exists already; choose another name or add --overwrite", path)};
}

void sync_folder(const std::string& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

int give_name(const std::string& from, const std::string& to, Overwrite overwrite)
{
    if (overwrite == Overwrite::yes)
        return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // A file system without RENAME_NOREPLACE: a second name is refused where the name is taken.
    if (::link(from.c_str(), to.c_str()) != 0)
        return errno;
    ::unlink(from.c_str());
    return 0;
}

}  // namespace incursion
