#include "sim/batch/row_buffer.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>

namespace incursion {

namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 20U;

/// Open for both ways, and already without a name: it is gone with the program, however that ends.
std::FILE* nameless_file(const std::string& folder)
{
    std::string name = folder + "/spill.XXXXXX";
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0)
        return nullptr;
    ::unlink(name.c_str());
    return ::fdopen(descriptor, "w+b");
}

}  // namespace

RowBuffer::RowBuffer(std::string folder, std::size_t most_in_memory)
    : folder_{std::move(folder)}, most_in_memory_{most_in_memory}
{
}

RowBuffer::~RowBuffer() = default;
RowBuffer::RowBuffer(RowBuffer&&) noexcept = default;
RowBuffer& RowBuffer::operator=(RowBuffer&&) noexcept = default;

std::optional<Problem> RowBuffer::append(std::string_view bytes)
{
    memory_.append(bytes);
    return memory_.size() > most_in_memory_ ? spill() : std::nullopt;
}

std::optional<Problem> RowBuffer::spill()
{
    if (!file_)
        file_.reset(nameless_file(folder_));
    if (!file_ || std::fwrite(memory_.data(), 1, memory_.size(), file_.get()) != memory_.size() ||
        std::fflush(file_.get()) != 0)
        return Problem{fmt::format("cannot keep results in {}: {}; make room there", folder_, std::strerror(errno))};
    in_file_ += memory_.size();
    memory_.clear();
    return std::nullopt;
}

std::optional<Problem> RowBuffer::read(const std::function<std::optional<Problem>(std::string_view)>& use) const
{
    std::vector<char> block(in_file_ > 0 ? block_bytes : 0);
    for (std::uint64_t at = 0; at < in_file_;) {
        const ssize_t got = ::pread(::fileno(file_.get()), block.data(),
                                    std::min<std::uint64_t>(block.size(), in_file_ - at), static_cast<off_t>(at));
        if (got <= 0)
            return Problem{fmt::format("cannot read results back from {}: {}", folder_,
                                       got < 0 ? std::strerror(errno) : "they are cut off")};
        if (auto problem = use({block.data(), static_cast<std::size_t>(got)}))
            return problem;
        at += static_cast<std::uint64_t>(got);
    }
    return memory_.empty() ? std::nullopt : use(memory_);
}

void RowBuffer::truncate(std::uint64_t size)
{
    if (size >= in_file_) {
        memory_.resize(static_cast<std::size_t>(size - in_file_));
        return;
    }
    // What is behind stays in the file until it is written over; in_file_ says what counts.
    memory_.clear();
    in_file_ = size;
    std::fseek(file_.get(), static_cast<long>(size), SEEK_SET);
}

}  // namespace incursion
