#include "sim/io/mapped_file.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace incursion {

namespace {

class Descriptor {
public:
    explicit Descriptor(int number) : number_{number} {}
    ~Descriptor()
    {
        if (number_ >= 0)
            ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

Problem cannot_be_read(int error)
{
    return Problem{fmt::format("the file cannot be read: {}", std::generic_category().message(error))};
}

}  // namespace

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::string& path)
{
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.number() < 0)
        return cannot_be_read(errno);
    struct stat status {};
    if (::fstat(file.number(), &status) != 0)
        return cannot_be_read(errno);
    if (!S_ISREG(status.st_mode))
        return Problem{"this is no plain file"};
    if (status.st_size == 0)
        return Problem{"the file is empty"};
    const auto size = static_cast<std::size_t>(status.st_size);
    // All of it is looked at, so its pages are brought in at once rather than one by one.
    void* const begin = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file.number(), 0);
    if (begin == MAP_FAILED)
        return cannot_be_read(errno);
    const std::shared_ptr<MappedFile> mapped{new MappedFile};
    mapped->bytes_ = {static_cast<const std::byte*>(begin), size};
    return std::shared_ptr<const MappedFile>{mapped};
}

MappedFile::~MappedFile()
{
    if (!bytes_.empty())
        ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

}  // namespace incursion
