#include "sim/io/prepared_sections.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <new>
#include <string_view>
#include <system_error>

#include <fmt/format.h>
#include <oneapi/tbb/parallel_for.h>
#include <xxhash.h>

#include "sim/border/border_image.h"

namespace incursion {

namespace {

/// Begins with a byte that no text has, ends with a line end that a transfer as text would change.
constexpr std::array<char, 8> magic{'\x89', 'B', 'O', 'R', 'D', 'E', 'R', '\n'};
constexpr std::uint32_t byte_order = 0x01020304;
constexpr std::uint64_t alignment = 64;

struct Head {
    std::array<char, 8> begins = magic;
    std::uint32_t order = byte_order;
    std::uint32_t format = PreparedSections::format;
    std::uint32_t layout = BorderImage::layout;
    std::uint32_t section_count = 0;
    std::uint64_t file_bytes = 0;
    std::uint64_t table_checksum = 0;
    std::uint64_t head_checksum = 0;  ///< of all before it
};
static_assert(sizeof(Head) == 48);

struct Row {
    std::uint64_t offset = 0, bytes = 0;
    std::uint64_t checksum = 0;  ///< of the section and of the zeros between it and the next
};
static_assert(sizeof(Row) == 24);

std::uint64_t aligned(std::uint64_t offset)
{
    return (offset + alignment - 1) / alignment * alignment;
}

std::uint64_t checksum_of(std::span<const std::byte> bytes)
{
    return XXH3_64bits(bytes.data(), bytes.size());
}

std::uint64_t checksum_of(const Head& head)
{
    return XXH3_64bits(&head, offsetof(Head, head_checksum));
}

struct FreeState {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

std::uint64_t padding_of(std::uint64_t bytes)
{
    return aligned(bytes) - bytes;
}

std::uint64_t padded_checksum(std::span<const std::byte> bytes)
{
    constexpr std::array<std::byte, alignment> zeros{};
    const std::unique_ptr<XXH3_state_t, FreeState> state{XXH3_createState()};
    if (!state)
        throw std::bad_alloc{};
    XXH3_64bits_reset(state.get());
    XXH3_64bits_update(state.get(), bytes.data(), bytes.size());
    XXH3_64bits_update(state.get(), zeros.data(), padding_of(bytes.size()));
    return XXH3_64bits_digest(state.get());
}

std::string_view text_of(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::optional<Problem> refuse_head(const Head& head, std::uint64_t file_bytes, std::size_t section_count)
{
    if (head.begins != magic)
        return Problem{"this is no file of prepared borders"};
    if (head.order != byte_order)
        return Problem{"it was prepared on a machine of another kind; prepare it anew on this one"};
    if (head.head_checksum != checksum_of(head))
        return Problem{"its head is damaged; prepare it anew"};
    if (head.format != PreparedSections::format || head.layout != BorderImage::layout ||
        head.section_count != section_count)
        return Problem{fmt::format("it was prepared by another version of this program (format {}.{}, here {}.{}); "
                                   "prepare it anew",
                                   head.format, head.layout, PreparedSections::format, BorderImage::layout)};
    if (head.file_bytes != file_bytes)
        return Problem{fmt::format("it is {} bytes long and should be {}; is it cut off? Prepare it anew", file_bytes,
                                   head.file_bytes)};
    return std::nullopt;
}

}  // namespace

Result<PreparedSections> PreparedSections::read(std::span<const std::byte> bytes, std::size_t section_count)
{
    Head head;
    if (bytes.size() < sizeof head)
        return Problem{"it ends within its head; is it cut off? Prepare it anew"};
    std::memcpy(&head, bytes.data(), sizeof head);
    if (auto problem = refuse_head(head, bytes.size(), section_count))
        return std::move(*problem);

    const Problem damaged{"its table of sections is damaged; prepare it anew"};
    std::vector<Row> rows(section_count);
    const std::uint64_t table_end = sizeof head + section_count * sizeof(Row);
    if (bytes.size() < aligned(table_end))
        return damaged;
    const auto table = bytes.subspan(sizeof head, aligned(table_end) - sizeof head);
    if (checksum_of(table) != head.table_checksum)
        return damaged;
    std::memcpy(rows.data(), table.data(), section_count * sizeof(Row));

    PreparedSections result;
    std::uint64_t offset = aligned(table_end);
    for (const Row& row : rows) {
        const std::uint64_t left = bytes.size() - offset;
        if (row.offset != offset || row.bytes > left || aligned(row.bytes) > left)
            return damaged;
        result.sections_.push_back(
            {bytes.subspan(offset, row.bytes), bytes.subspan(offset, aligned(row.bytes)), row.checksum});
        offset += aligned(row.bytes);
    }
    return offset == bytes.size() ? Result{std::move(result)} : damaged;
}

bool PreparedSections::are_whole(std::size_t begin, std::size_t end) const
{
    std::atomic<bool> whole{true};
    oneapi::tbb::parallel_for(begin, end, [&](std::size_t i) {
        if (checksum_of(sections_[i].padded) != sections_[i].checksum)
            whole = false;
    });
    return whole;
}

bool is_prepared(const std::string& path)
{
    std::error_code code;
    if (!std::filesystem::is_regular_file(path, code))
        return false;
    std::array<char, magic.size()> begins{};
    std::ifstream{path, std::ios::binary}.read(begins.data(), begins.size());
    return begins == magic;
}

std::optional<Problem> write_sections(OutputFile& file, std::span<const std::span<const std::byte>> sections)
{
    const std::uint64_t table_end = sizeof(Head) + sections.size() * sizeof(Row);
    std::vector<std::byte> table(aligned(table_end) - sizeof(Head));
    std::uint64_t offset = aligned(table_end);
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const Row row{offset, sections[i].size(), padded_checksum(sections[i])};
        std::memcpy(table.data() + i * sizeof row, &row, sizeof row);
        offset += aligned(row.bytes);
    }
    Head head;
    head.section_count = static_cast<std::uint32_t>(sections.size());
    head.file_bytes = offset;
    head.table_checksum = checksum_of(table);
    head.head_checksum = checksum_of(head);

    if (auto problem = file.write(text_of(std::as_bytes(std::span{&head, 1}))))
        return problem;
    if (auto problem = file.write(text_of(table)))
        return problem;
    for (const std::span<const std::byte> section : sections) {
        if (auto problem = file.write(text_of(section)))
            return problem;
        if (auto problem = file.write(std::string(padding_of(section.size()), '\0')))
            return problem;
    }
    return std::nullopt;
}

}  // namespace incursion
