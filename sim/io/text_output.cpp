#include "sim/io/text_output.h"

#include <utility>

namespace incursion {

namespace {

constexpr std::size_t zipped_block_bytes = std::size_t{1} << 20U;

}  // namespace

Result<TextOutput> TextOutput::create(const TableTarget& target, const std::string& member)
{
    if (member.empty()) {
        auto plain = BlockOutput::create(target.path, target.overwrite);
        if (!plain)
            return Problem{plain.problem()};
        return TextOutput{std::move(plain).value()};
    }
    auto zip = ZipOutput::create(target.path, target.overwrite, member);
    if (!zip)
        return Problem{zip.problem()};
    return TextOutput{Zipped{std::move(zip).value()}};
}

fmt::memory_buffer& TextOutput::text()
{
    if (auto* plain = std::get_if<BlockOutput>(&output_))
        return plain->text();
    return std::get_if<Zipped>(&output_)->text;
}

std::optional<Problem> TextOutput::write_if_full()
{
    if (broken_pipe_) {
        text().clear();
        return std::nullopt;
    }
    auto* plain = std::get_if<BlockOutput>(&output_);
    auto problem = plain != nullptr ? plain->write_if_full() : write_block();
    broken_pipe_ = problem && plain != nullptr && plain->broken_pipe();
    return broken_pipe_ ? std::nullopt : problem;
}

std::optional<Problem> TextOutput::write_block()
{
    auto& zipped = *std::get_if<Zipped>(&output_);
    if (zipped.text.size() < zipped_block_bytes)
        return std::nullopt;
    auto problem = zipped.zip.write({zipped.text.data(), zipped.text.size()});
    zipped.text.clear();
    return problem;
}

std::optional<Problem> TextOutput::finish()
{
    if (broken_pipe_)
        return std::nullopt;
    if (auto* plain = std::get_if<BlockOutput>(&output_)) {
        auto problem = plain->finish();
        return plain->broken_pipe() ? std::nullopt : problem;
    }
    auto& zipped = *std::get_if<Zipped>(&output_);
    if (auto problem = zipped.zip.write({zipped.text.data(), zipped.text.size()}))
        return problem;
    return zipped.zip.finish();
}

}  // namespace incursion
