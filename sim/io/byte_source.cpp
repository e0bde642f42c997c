#include "sim/io/byte_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

namespace incursion {

namespace {

/// Of an error number, in words that do not depend on the locale.
std::string words_of(int error)
{
    return std::system_category().message(error);
}

class FileSource : public ByteSource {
public:
    FileSource(int file, bool owned, ReadMeter* meter) : file_{file}, owned_{owned}, meter_{meter}
    {
        struct stat status = {};
        if (::fstat(file_, &status) == 0 && S_ISREG(status.st_mode) && owned_)
            size_ = static_cast<std::uint64_t>(status.st_size);
        // Advice only: whether it is taken does not matter.
        static_cast<void>(::posix_fadvise(file_, 0, 0, POSIX_FADV_SEQUENTIAL));
    }
    ~FileSource() override
    {
        if (owned_)
            ::close(file_);
    }

    Result<std::size_t> read(char* to, std::size_t size) override
    {
        for (;;) {
            const ssize_t got = ::read(file_, to, size);
            if (got >= 0 && meter_ != nullptr)
                meter_->add(got);
            if (got >= 0)
                return static_cast<std::size_t>(got);
            if (errno != EINTR)
                return Problem{fmt::format("the file cannot be read to its end: {}", words_of(errno))};
        }
    }
    std::uint64_t seekable_size() const override { return size_; }
    bool seek(std::uint64_t from_start) override
    {
        return size_ > 0 && ::lseek(file_, static_cast<off_t>(from_start), SEEK_SET) >= 0;
    }

private:
    int file_;
    bool owned_;
    ReadMeter* meter_;
    std::uint64_t size_ = 0;
};

}  // namespace

bool ByteSource::seek(std::uint64_t)
{
    return false;
}

Result<std::unique_ptr<ByteSource>> open_file_source(const std::string& path, ReadMeter* meter)
{
    if (path == "-")
        return std::unique_ptr<ByteSource>{std::make_unique<FileSource>(STDIN_FILENO, false, meter)};
    std::error_code code;
    const auto status = std::filesystem::status(path, code);
    if (!std::filesystem::exists(status))
        return Problem{"there is no such file; check the path"};
    if (std::filesystem::is_directory(status))
        return Problem{"this is a folder; name a file in it"};
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return Problem{fmt::format("the file cannot be opened ({}); check who may read it", words_of(errno))};
    return std::unique_ptr<ByteSource>{std::make_unique<FileSource>(file, true, meter)};
}

Result<std::string_view> PeekedSource::peek(std::size_t size)
{
    kept_.erase(0, std::exchange(read_, 0));
    std::size_t had = kept_.size();
    while (had < size && !problem_) {
        kept_.resize(size);
        const auto got = source_->read(kept_.data() + had, size - had);
        const std::size_t more = got ? *got : 0;
        kept_.resize(had + more);
        if (!got)
            problem_ = Problem{got.problem()};
        if (more == 0)
            break;
        had += more;
    }
    if (had == 0 && problem_)
        return *problem_;
    return std::string_view{kept_}.substr(0, size);
}

Result<std::size_t> PeekedSource::read(char* to, std::size_t size)
{
    const std::size_t held = std::min(size, kept_.size() - read_);
    if (held == 0 && problem_)
        return *problem_;
    if (held == 0)
        return source_->read(to, size);
    std::memcpy(to, kept_.data() + read_, held);
    read_ += held;
    return held;
}

bool PeekedSource::seek(std::uint64_t from_start)
{
    if (!source_->seek(from_start))
        return false;
    kept_.clear();
    read_ = 0;
    problem_.reset();
    return true;
}

}  // namespace incursion
