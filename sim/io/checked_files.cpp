#include "sim/io/checked_files.h"

#include <atomic>
#include <cerrno>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>

#include <cpl_vsi_virtual.h>

namespace incursion {

namespace {

constexpr std::string_view prefix = "/vsi_incursion_checked/";

/// The first error of each file, by its path.
class WriteErrors {
public:
    void add(const std::string& path, int error)
    {
        const std::lock_guard lock{mutex_};
        errors_.try_emplace(path, error != 0 ? error : EIO);
        none_ = false;
    }
    std::optional<int> first_below(const std::string& folder)
    {
        if (none_)
            return std::nullopt;
        const std::lock_guard lock{mutex_};
        const auto found = errors_.lower_bound(folder + "/");
        if (found == errors_.end() || !found->first.starts_with(folder + "/"))
            return std::nullopt;
        return found->second;
    }
    void forget_below(const std::string& folder)
    {
        const std::lock_guard lock{mutex_};
        auto at = errors_.lower_bound(folder + "/");
        while (at != errors_.end() && at->first.starts_with(folder + "/"))
            at = errors_.erase(at);
        none_ = errors_.empty();
    }

private:
    std::mutex mutex_;
    std::map<std::string, int> errors_;
    std::atomic<bool> none_ = true;  ///< spares the lock, which would be taken for every row
};

WriteErrors& write_errors()
{
    static WriteErrors errors;
    return errors;
}

std::string local_path(const char* name)
{
    std::string_view path{name};
    if (path.starts_with(prefix))
        path.remove_prefix(prefix.size() - 1);
    return std::string{path};
}

VSIFilesystemHandler& local_files()
{
    return *VSIFileManager::GetHandler("/");
}

class CheckedFile : public VSIVirtualHandle {
public:
    CheckedFile(VSIVirtualHandle* file, std::string path) : file_{file}, path_{std::move(path)} {}
    ~CheckedFile() override { CheckedFile::Close(); }

    int Seek(vsi_l_offset offset, int whence) override { return checked(file_->Seek(offset, whence)); }
    vsi_l_offset Tell() override { return file_->Tell(); }
    std::size_t Read(void* buffer, std::size_t size, std::size_t count) override
    {
        return file_->Read(buffer, size, count);
    }
    std::size_t Write(const void* buffer, std::size_t size, std::size_t count) override
    {
        errno = 0;
        const std::size_t written = file_->Write(buffer, size, count);
        if (written < count && size > 0)
            write_errors().add(path_, errno);
        return written;
    }
    int Eof() override { return file_->Eof(); }
    int Flush() override { return checked(file_->Flush()); }
    int Truncate(vsi_l_offset size) override { return checked(file_->Truncate(size)); }
    int Close() override
    {
        const std::unique_ptr<VSIVirtualHandle> file = std::move(file_);
        return file ? checked(file->Close()) : 0;
    }

private:
    int checked(int result)
    {
        if (result != 0)
            write_errors().add(path_, errno);
        return result;
    }

    std::unique_ptr<VSIVirtualHandle> file_;
    std::string path_;
};

class CheckedFiles : public VSIFilesystemHandler {
public:
    VSIVirtualHandle* Open(const char* name, const char* access, bool set_error, CSLConstList options) override
    {
        const std::string path = local_path(name);
        VSIVirtualHandle* file = local_files().Open(path.c_str(), access, set_error, options);
        return file == nullptr ? nullptr : new CheckedFile{file, path};
    }
    int Stat(const char* name, VSIStatBufL* status, int flags) override
    {
        return local_files().Stat(local_path(name).c_str(), status, flags);
    }
    int Unlink(const char* name) override { return local_files().Unlink(local_path(name).c_str()); }
    int Mkdir(const char* name, long mode) override { return local_files().Mkdir(local_path(name).c_str(), mode); }
    int Rmdir(const char* name) override { return local_files().Rmdir(local_path(name).c_str()); }
    char** ReadDirEx(const char* name, int most) override
    {
        return local_files().ReadDirEx(local_path(name).c_str(), most);
    }
    int Rename(const char* from, const char* to) override
    {
        return local_files().Rename(local_path(from).c_str(), local_path(to).c_str());
    }
    GIntBig GetDiskFreeSpace(const char* name) override
    {
        return local_files().GetDiskFreeSpace(local_path(name).c_str());
    }
};

}  // namespace

std::string checked_name(const std::string& path)
{
    static std::once_flag once;
    // GDAL owns the handler from then on.
    std::call_once(once, [] { VSIFileManager::InstallHandler(std::string{prefix}, new CheckedFiles); });
    return std::string{prefix} + (path.starts_with('/') ? path.substr(1) : path);
}

std::optional<int> first_write_error(const std::string& folder)
{
    return write_errors().first_below(folder);
}

void forget_write_errors(const std::string& folder)
{
    write_errors().forget_below(folder);
}

}  // namespace incursion
