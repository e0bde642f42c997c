#include "sim/io/output_folder.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "sim/io/give_name.h"

namespace incursion {

namespace fs = std::filesystem;

namespace {

/// What others put beside a Shapefile (spatial and attribute indexes), a GML file (its schema as last read) and an
/// SQLite database (journals).
constexpr std::array dependent_endings{".qix", ".sbn", ".sbx", ".idm", ".ind", ".gfs"};
constexpr std::array journal_endings{"-journal", "-wal", "-shm"};

/// 0, or the errno.
int sync_file(const fs::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return errno;
    const int error = ::fsync(descriptor) == 0 || errno == EINVAL ? 0 : errno;
    ::close(descriptor);
    return error;
}

/// Sorted by name, `last` at the end.
std::vector<fs::path> entries_of(const fs::path& folder, const fs::path& last)
{
    std::vector<fs::path> names;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder, error})
        names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    std::stable_partition(names.begin(), names.end(), [&](const fs::path& name) { return name != last; });
    return names;
}

void remove_dependents(const fs::path& target)
{
    std::error_code ignored;
    for (const char* ending : dependent_endings)
        fs::remove(fs::path{target}.replace_extension(ending), ignored);
    for (const char* ending : journal_endings)
        fs::remove(fs::path{target}.concat(ending), ignored);
}

}  // namespace

Result<OutputFolder> OutputFolder::create(const std::string& path, Overwrite overwrite)
{
    if (auto refused = refuse_output(path, overwrite))
        return *refused;
    std::error_code error;
    const fs::file_type type = fs::status(path, error).type();
    if (type != fs::file_type::regular && type != fs::file_type::not_found)
        return Problem{fmt::format("{}: this format needs a file, not a device or a pipe", path)};
    OutputFolder output;
    output.path_ = path;
    output.overwrite_ = overwrite;
    const fs::path resolved = fs::canonical(path, error);
    output.target_ = (error ? fs::absolute(path) : resolved).string();
    const fs::path target{output.target_};
    for (int attempt = 0; output.folder_.empty(); ++attempt) {
        // Nothing of the target's name, in which GDAL would look for the ending of a zipped file (.xlsx).
        const fs::path folder = target.parent_path() / fmt::format(".incursion.{}-{}.part", ::getpid(), attempt);
        if (fs::create_directory(folder, error))
            output.folder_ = folder.string();
        else if (error || attempt == 100)
            return could_not(path, "make a folder beside it", error ? error.value() : EEXIST);
    }
    return output;
}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : path_{std::move(other.path_)},
      target_{std::move(other.target_)},
      folder_{std::exchange(other.folder_, {})},
      overwrite_{other.overwrite_}
{
}

OutputFolder::~OutputFolder()
{
    std::error_code ignored;
    if (!folder_.empty())
        fs::remove_all(folder_, ignored);
}

std::string OutputFolder::file() const
{
    return (fs::path{folder_} / fs::path{target_}.filename()).string();
}

std::optional<Problem> OutputFolder::commit()
{
    const fs::path target{target_};
    const fs::path place = target.parent_path();
    const std::vector<fs::path> names = entries_of(folder_, target.filename());
    std::error_code error;
    for (const fs::path& name : names) {
        if (overwrite_ == Overwrite::no && fs::exists(fs::symlink_status(place / name, error)))
            return already_there((fs::path{path_}.parent_path() / name).string());
        if (const int failed = sync_file(fs::path{folder_} / name))
            return could_not(path_, "bring it to the disk", failed);
    }
    const fs::file_status replaced = fs::status(target, error);
    if (fs::is_regular_file(replaced)) {
        fs::permissions(file(), replaced.permissions(), error);
        remove_dependents(target);
    }
    for (const fs::path& name : names) {
        const int failed = give_name((fs::path{folder_} / name).string(), (place / name).string(), overwrite_);
        if (failed == EEXIST)
            return already_there((fs::path{path_}.parent_path() / name).string());
        if (failed != 0)
            return could_not(path_, "give the finished file its name", failed);
    }
    fs::remove(std::exchange(folder_, {}), error);
    sync_folder(place.string());
    return std::nullopt;
}

}  // namespace incursion
