#include "sim/io/block_output.h"

#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

#include <unistd.h>

namespace incursion {

namespace {

constexpr std::size_t block_size = std::size_t{1} << 20;

}  // namespace

Result<BlockOutput> BlockOutput::create(const std::string& path, Overwrite overwrite)
{
    BlockOutput output;
    if (path != "-") {
        Result<OutputFile> file = OutputFile::create(path, overwrite);
        if (!file)
            return Problem{file.problem()};
        output.file_.emplace(std::move(file).value());
    }
    return output;
}

std::optional<Problem> BlockOutput::write_if_full()
{
    return text_.size() < block_size ? std::nullopt : write_text();
}

std::optional<Problem> BlockOutput::finish()
{
    if (auto problem = write_text())
        return problem;
    return file_ ? file_->commit() : std::nullopt;
}

std::optional<Problem> BlockOutput::write_text()
{
    std::string_view bytes{text_.data(), text_.size()};
    if (file_) {
        auto problem = file_->write(bytes);
        text_.clear();
        return problem;
    }
    while (!bytes.empty()) {
        const ssize_t count = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            broken_pipe_ = errno == EPIPE;
            return Problem{fmt::format("cannot write to standard output: {}", std::generic_category().message(errno))};
        }
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    text_.clear();
    return std::nullopt;
}

}  // namespace incursion
