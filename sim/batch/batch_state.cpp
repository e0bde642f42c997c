#include "sim/batch/batch_state.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <sstream>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <zlib.h>

#include <fmt/format.h>

#include "sim/io/batch_journal.h"
#include "sim/io/read_text_file.h"

namespace incursion {

namespace {

constexpr const char* journal_name = "/journal.jsonl";
constexpr const char* rows_name = "/rows.bin";
constexpr std::string_view finishing_line = "{\"finishing\":true}\n";
constexpr std::size_t copied_bytes = std::size_t{1} << 20U;
constexpr std::size_t most_journal_bytes = std::size_t{8} << 30U;

Problem failure(const std::string& path, const char* what)
{
    return {fmt::format("{}: {}: {}", path, what, std::strerror(errno))};
}

std::optional<Problem> write_all(int descriptor, std::string_view bytes, const std::string& path)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return failure(path, "cannot be written");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return std::nullopt;
}

std::uint32_t crc_with(std::uint32_t crc, std::string_view bytes)
{
    return static_cast<std::uint32_t>(
        ::crc32_z(crc, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()));
}

/// The first line in which two descriptions differ, for the message.
std::string first_difference(const std::string& before, const std::string& now)
{
    std::istringstream a{before}, b{now};
    std::string line_a, line_b;
    for (;;) {
        const bool has_a = static_cast<bool>(std::getline(a, line_a)),
                   has_b = static_cast<bool>(std::getline(b, line_b));
        if (!has_a && !has_b)
            return "";
        if (!has_a || !has_b || line_a != line_b)
            return fmt::format("it was begun with '{}', this call has '{}'", has_a ? line_a : "", has_b ? line_b : "");
    }
}

}  // namespace

std::string state_folder_of(const std::string& output)
{
    return output + ".part";
}

Result<std::unique_ptr<BatchState>> BatchState::open(const std::string& folder, const std::string& run, Begin begin)
{
    std::error_code code;
    const bool there = std::filesystem::exists(folder + journal_name, code);
    if (there && begin == Begin::anew)
        return Problem{fmt::format("{}: an unfinished run is kept here; go on with it by --resume, or begin anew by "
                                   "--overwrite",
                                   folder)};
    std::filesystem::create_directory(folder, code);
    if (code)
        return Problem{fmt::format("{}: cannot be made: {}", folder, code.message())};
    std::unique_ptr<BatchState> state{new BatchState};
    state->folder_ = folder;
    state->journal_ = ::open((folder + journal_name).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    state->rows_ = ::open((folder + rows_name).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (state->journal_ < 0 || state->rows_ < 0)
        return failure(folder, "cannot be opened");
    if (::flock(state->journal_, LOCK_EX | LOCK_NB) != 0)
        return Problem{fmt::format("{}: another run is writing here", folder)};
    if (auto problem = there ? state->go_on(run) : state->begin_journal(run))
        return *problem;
    return state;
}

BatchState::~BatchState()
{
    if (journal_ >= 0)
        ::close(journal_);
    if (rows_ >= 0)
        ::close(rows_);
}

std::optional<Problem> BatchState::begin_journal(const std::string& run)
{
    if (::ftruncate(journal_, 0) != 0 || ::ftruncate(rows_, 0) != 0)
        return failure(folder_, "cannot be written");
    return write_journal(journal_head(run));
}

std::optional<Problem> BatchState::write_journal(const std::string& line) const
{
    return write_all(journal_, line, folder_ + journal_name);
}

/// Reads the journal up to its last whole and true line and forgets what is behind it.
std::optional<Problem> BatchState::go_on(const std::string& run)
{
    const auto text = read_text_file(folder_ + journal_name, most_journal_bytes);
    if (!text)
        return Problem{folder_ + journal_name + ": " + text.problem()};
    std::size_t end = text->find('\n');
    if (end == std::string::npos)
        return begin_journal(run);  // it ended before it had begun
    const auto head = parse_journal_head(std::string_view{*text}.substr(0, end));
    if (!head)
        return Problem{fmt::format("{}: {}; begin anew by --overwrite", folder_, head.problem())};
    if (*head != run)
        return Problem{fmt::format("{}: the run kept here is another one: {}; begin anew by --overwrite", folder_,
                                   first_difference(*head, run))};
    std::size_t good = end + 1;
    std::uint64_t rows_end = 0;
    for (; (end = text->find('\n', good)) != std::string::npos; good = end + 1) {
        const std::string_view line = std::string_view{*text}.substr(good, end + 1 - good);
        if (line == finishing_line) {
            finishing_ = true;
            continue;
        }
        auto entry = parse_journal_line(line);
        if (!entry || entry->outcome.place != outcomes_.size() || entry->rows_end < rows_end ||
            crc_of_rows(rows_end, entry->rows_end) != entry->rows_crc)
            break;
        rows_end = entry->rows_end;
        outcomes_.push_back(std::move(entry).value().outcome);
        rows_end_.push_back(rows_end);
    }
    if (::ftruncate(journal_, static_cast<off_t>(good)) != 0 || ::ftruncate(rows_, static_cast<off_t>(rows_end)) != 0 ||
        ::lseek(journal_, 0, SEEK_END) < 0 || ::lseek(rows_, 0, SEEK_END) < 0)
        return failure(folder_, "cannot be gone on with");
    return std::nullopt;
}

std::uint32_t BatchState::crc_of_rows(std::uint64_t from, std::uint64_t to) const
{
    std::uint32_t crc = 0;
    const auto problem = read_rows(from, to, [&](std::string_view block) {
        crc = crc_with(crc, block);
        return std::optional<Problem>{};
    });
    return problem ? ~crc : crc;
}

std::optional<Problem> BatchState::read_rows(std::uint64_t from, std::uint64_t to,
                                             const std::function<std::optional<Problem>(std::string_view)>& use) const
{
    std::string block(std::min<std::uint64_t>(copied_bytes, to - from), '\0');
    while (from < to) {
        const ssize_t got =
            ::pread(rows_, block.data(), std::min<std::uint64_t>(block.size(), to - from), static_cast<off_t>(from));
        if (got <= 0)
            return got < 0 ? failure(folder_ + rows_name, "cannot be read")
                           : Problem{folder_ + rows_name + ": is cut off"};
        if (auto problem = use(std::string_view{block}.substr(0, static_cast<std::size_t>(got))))
            return problem;
        from += static_cast<std::uint64_t>(got);
    }
    return std::nullopt;
}

std::optional<Problem> BatchState::take(const InputResult& result)
{
    JournalEntry entry{result.outcome, rows_end_.empty() ? 0 : rows_end_.back(), 0};
    auto problem = result.rows.read([&](std::string_view block) {
        entry.rows_crc = crc_with(entry.rows_crc, block);
        return write_all(rows_, block, folder_ + rows_name);
    });
    entry.rows_end += result.rows.size();
    if (!problem)
        problem = write_journal(journal_line(entry));
    if (problem)
        return problem;
    outcomes_.push_back(std::move(entry.outcome));
    rows_end_.push_back(entry.rows_end);
    return std::nullopt;
}

std::optional<Problem>
BatchState::read(const std::function<std::optional<Problem>(const InputOutcome&, const TrackFindings&)>& use) const
{
    std::uint64_t from = 0;
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
        FindingsStream stream{[&](const TrackFindings& findings) { return use(outcomes_[i], findings); }};
        auto problem = read_rows(from, rows_end_[i], [&](std::string_view block) { return stream.feed(block); });
        if (!problem)
            problem = stream.finish();
        if (problem)
            return problem;
        from = rows_end_[i];
    }
    return std::nullopt;
}

std::optional<Problem> BatchState::mark_finishing()
{
    if (finishing_)
        return std::nullopt;
    finishing_ = true;
    return write_journal(std::string{finishing_line});
}

void BatchState::remove()
{
    remove_state(folder_);
}

void remove_state(const std::string& folder)
{
    std::error_code code;  // What cannot be removed is only clutter.
    std::filesystem::remove(folder + rows_name, code);
    std::filesystem::remove(folder + journal_name, code);
    std::filesystem::remove(folder, code);
}

}  // namespace incursion
