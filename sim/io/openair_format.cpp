#include "sim/io/openair_format.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "sim/io/airspace_times.h"
#include "sim/io/openair_limit.h"
#include "sim/io/openair_shape.h"
#include "sim/io/text_cells.h"
#include "sim/io/utf8_text.h"
#include "sim/model/activation.h"

namespace incursion {

namespace {

constexpr std::size_t most_openair_bytes = std::size_t{1} << 28U;
constexpr std::size_t most_openair_points = 10'000'000;
/// Told one by one; beyond them one line says how many more there are.
constexpr long most_unknown_lines = 20;

constexpr std::array ignored_commands{"AI", "AF", "AG", "AR", "AX", "AT", "TP", "SP", "SB", "TO", "TC"};

/// Takes the next line off, without its end: \n, \r\n or \r.
std::string_view take_openair_line(std::string_view& text)
{
    const std::size_t end = text.find_first_of("\r\n");
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(line.size());
    if (text.starts_with("\r\n"))
        text.remove_prefix(2);
    else if (!text.empty())
        text.remove_prefix(1);
    return line;
}

/// What a line says: `AN`, `CTR Hamburg`. Comments are left out.
struct OpenAirLine {
    std::string_view command, rest;
};

OpenAirLine split_openair_line(std::string_view line)
{
    const std::string_view content = trimmed(line.substr(0, line.find('*')));
    const std::string_view command = content.substr(0, content.find_first_of(" \t="));
    return {command, trimmed(content.substr(command.size()))};
}

/// One of the lines of AA: `start/end`, of which either may be NONE.
Result<std::optional<TimeSpan>> parse_active_span(std::string_view text)
{
    const std::string_view content = trimmed(text.substr(0, text.find(';')));
    const std::size_t slash = content.find('/');
    if (content == "NONE" || content == "NONE/NONE")
        return std::optional<TimeSpan>{};
    TimeSpan span = unbounded_span();
    for (Time* end : {&span.from, &span.to}) {
        const std::string_view part =
            trimmed(end == &span.from ? content.substr(0, slash)
                                      : content.substr(slash == std::string_view::npos ? content.size() : slash + 1));
        if (part == "NONE")
            continue;
        const auto time = parse_airspace_time(part, false);
        if (!time)
            return Problem{
                fmt::format("'{}' is no time of activation ({}); write AA 2023-12-16T12:00Z/2023-12-16T13:00Z or AA "
                            "NONE",
                            content.substr(0, 80), time.problem())};
        *end = *time;
    }
    if (span.empty())
        return Problem{fmt::format("'{}' ends before it begins", content.substr(0, 80))};
    return std::optional{span};
}

/// The airspace that is being read.
struct OpenAirAirspace {
    AirspaceRecord record;
    long floor_line = 0, ceiling_line = 0;  ///< 0 where there is none yet
    Activation activation;
    bool has_activation = false, is_never = false;
    OpenAirShape shape;
    bool is_broken = false;
};

class OpenAirReader {
public:
    OpenAirReader(const std::string& file, std::size_t most_points, Diagnostics& diagnostics)
        : file_{file}, most_points_{most_points}, diagnostics_{diagnostics}
    {
    }

    std::vector<AirspaceRecord> read(std::string_view text)
    {
        for (line_ = 1; !text.empty(); ++line_)
            take(split_openair_line(take_openair_line(text)));
        finish_airspace();
        if (unknown_ > most_unknown_lines)
            diagnostics_.warning(
                file_, std::nullopt, "",
                fmt::format("{} more lines are of no known command and passed over", unknown_ - most_unknown_lines));
        return std::move(records_);
    }

private:
    void take(const OpenAirLine& line)
    {
        const std::string_view command = line.command;
        if (command.empty())
            return;
        if (command == "AC") {
            begin_airspace(line.rest);
            return;
        }
        if (std::find(ignored_commands.begin(), ignored_commands.end(), command) != ignored_commands.end())
            return;
        const bool is_shape = command == "V" || (command.size() == 2 && command[0] == 'D' &&
                                                 std::string_view{"PABCY"}.find(command[1]) != std::string_view::npos);
        if (!is_shape && command != "AN" && command != "AY" && command != "AL" && command != "AH" && command != "AA")
            pass_over(command);
        else if (!current_)
            stray(command);
        else if (is_shape)
            draw(command, line.rest);
        else
            set(command, line.rest);
    }

    void pass_over(std::string_view command)
    {
        if (++unknown_ <= most_unknown_lines)
            diagnostics_.warning(
                file_, line_, name(),
                fmt::format("there is no command '{}'; the line is passed over", as_utf8(command.substr(0, 20))));
    }

    void stray(std::string_view command)
    {
        // A variable alone draws nothing, so that nothing is lost with it.
        if (command != "V" && !std::exchange(was_stray_, true))
            error(fmt::format("'{}' belongs to no airspace; each begins with AC", command));
    }

    void begin_airspace(std::string_view rest)
    {
        finish_airspace();
        current_.emplace();
        current_->record.line = line_;
        const std::string content = as_utf8(rest);
        if (content.size() == 1 && content[0] >= 'A' && content[0] <= 'G')
            current_->record.icao_class = content;
        else if (content != "UNC" && content != "UNCLASSIFIED")
            current_->record.type = content;
    }

    void set(std::string_view command, std::string_view rest)
    {
        AirspaceRecord& record = current_->record;
        if (command == "AN")
            record.name = as_utf8(rest);
        else if (command == "AY")
            record.type = rest == "NONE" || rest == "UNCLASSIFIED" ? "" : as_utf8(rest);
        else if (command == "AL")
            set_limit("floor", rest, record.floor, current_->floor_line);
        else if (command == "AH")
            set_limit("ceiling", rest, record.ceiling, current_->ceiling_line);
        else
            set_activation(rest);
    }

    void set_limit(const char* what, std::string_view rest, std::string& limit, long& set_on)
    {
        const auto read = parse_openair_limit(rest);
        if (!read) {
            error(read.problem());
            return;
        }
        if (!read->warning.empty())
            diagnostics_.warning(file_, line_, name(), read->warning);
        if (set_on != 0 && limit != read->text)
            error(fmt::format("this is a second {}; the first is on line {}; leave one", what, set_on));
        limit = read->text;
        set_on = line_;
    }

    void set_activation(std::string_view rest)
    {
        const auto span = parse_active_span(rest);
        if (!span) {
            error(span.problem());
            return;
        }
        current_->has_activation = true;
        if (*span)
            current_->activation.spans.push_back(**span);
        else
            current_->is_never = true;
    }

    void draw(std::string_view command, std::string_view rest)
    {
        if (!is_full_ && points_ + current_->shape.points() > most_points_) {
            is_full_ = true;
            error(fmt::format("the airspaces up to here have more than {} points; what follows is not drawn; split the "
                              "file",
                              most_points_));
        }
        if (!is_full_)
            tell(current_->shape.draw(command, rest));
    }

    void finish_airspace()
    {
        if (!current_)
            return;
        points_ += current_->shape.points();
        OpenAirAirspace done = std::move(*current_);
        AirspaceRecord& record = done.record;
        // Not reset before, for its name.
        if (!done.shape.has_lines() && !is_full_)
            shape_error(record, "it has no shape; draw it with DP, DA, DB or DC");
        current_.reset();
        record.designator = record.name;
        record.rings = std::move(done.shape).rings();
        if (done.has_activation)
            record.activation = done.is_never ? "never" : format_activation(done.activation);
        if (!done.is_broken && !record.rings.empty())
            records_.push_back(std::move(record));
    }

    void shape_error(const AirspaceRecord& record, std::string message)
    {
        diagnostics_.error(file_, static_cast<int>(record.line), record.name, std::move(message));
    }

    void tell(const Result<std::string>& drawn)
    {
        if (!drawn)
            error(drawn.problem());
        else if (!drawn->empty())
            diagnostics_.warning(file_, line_, name(), *drawn);
    }

    void error(std::string message)
    {
        diagnostics_.error(file_, line_, name(), std::move(message));
        if (current_)
            current_->is_broken = true;
    }

    std::string name() const { return current_ ? current_->record.name : ""; }

    const std::string& file_;
    std::size_t most_points_;
    Diagnostics& diagnostics_;
    int line_ = 0;
    std::optional<OpenAirAirspace> current_;
    bool was_stray_ = false, is_full_ = false;
    std::size_t points_ = 0;  ///< of the airspaces before this
    long unknown_ = 0;
    std::vector<AirspaceRecord> records_;
};

}  // namespace

bool fits_openair(std::string_view ending, std::string_view start)
{
    if (ending == ".csv" || ending == ".tsv" || start.find('\0') != std::string_view::npos)
        return false;
    bool has_comments = false, may_follow = false;
    for (std::string_view text = start; !text.empty();) {
        const std::string_view line = trimmed(take_openair_line(text));
        has_comments = has_comments || line.starts_with('*');
        if (line.empty() || line.starts_with('*'))
            continue;
        const auto [command, rest] = split_openair_line(line);
        const bool is_command = rest.size() < 100 && line.size() > command.size() && line[command.size()] != '=';
        if (is_command && command == "AC" && !rest.empty() && rest.find(',') == std::string_view::npos)
            return true;
        // Labels of the terrain may stand before the first airspace.
        may_follow = is_command && (command == "SP" || command == "SB" || command == "TO" || command == "TC");
        if (!may_follow)
            return ending == ".openair" && is_command;
    }
    return has_comments && (ending == ".txt" || ending == ".openair") && start.size() > 1000;
}

std::vector<AirspaceRecord> read_openair(InputBytes& input, EdgeReading, Diagnostics& diagnostics)
{
    return read_openair(input, most_openair_points, diagnostics);
}

std::vector<AirspaceRecord> read_openair(InputBytes& input, std::size_t most_points, Diagnostics& diagnostics)
{
    const auto text = input.rest(most_openair_bytes);
    if (!text) {
        diagnostics.error(input.name(), std::nullopt, "", text.problem());
        return {};
    }
    auto records = OpenAirReader{input.name(), most_points, diagnostics}.read(*text);
    if (records.empty() && !diagnostics.has_errors())
        diagnostics.error(input.name(), std::nullopt, "", "it holds no airspace; each begins with AC");
    return records;
}

}  // namespace incursion
