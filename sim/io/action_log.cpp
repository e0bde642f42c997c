#include "sim/io/action_log.h"

#include <utility>

#include <fmt/format.h>

#include "sim/io/action_json.h"
#include "sim/io/read_text_file.h"

namespace incursion {

namespace {

constexpr std::size_t max_log_bytes = 64U << 20U;  // a day of one line a second takes five

std::string line_of(const nlohmann::ordered_json& record)
{
    // A name or a typed call may hold bytes that are not UTF-8; what is not is replaced, so that the line reads back.
    return record.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

/// The lines of a log, one by one.
class Reading {
public:
    Reading(const std::string& path, Diagnostics& diagnostics) : path_{path}, diagnostics_{diagnostics} {}

    void line(std::string_view text, bool is_last_and_open)
    {
        ++number_;
        if (text.ends_with('\r'))
            text.remove_suffix(1);
        const auto record = record_of(text);
        if (!record && is_last_and_open && number_ > 1)
            diagnostics_.warning(path_, number_, "", "this last line was cut short and is passed over");
        else if (!record)
            error("this is no JSON object on a line of its own; restore the line, or take it out");
        else if (number_ == 1)
            head(*record);
        else
            action(*record);
    }
    ActionLog take() { return std::move(log_); }

private:
    void error(std::string message) { diagnostics_.error(path_, number_, "", std::move(message)); }
    void head(const nlohmann::ordered_json& record)
    {
        Result<ActionLog> read = head_of(record);
        if (!read)
            return error(read.problem());
        log_ = std::move(read).value();
        log_.path = path_;
    }
    void action(const nlohmann::ordered_json& record)
    {
        Result<Action> read = action_of(record);
        if (!read)
            return error(read.problem());
        Action action = std::move(read).value();
        if (reached_ && action.time < *reached_)
            return error(fmt::format("this is earlier than the action before it ({}); only a rewind goes back",
                                     format_time(*reached_)));
        if (action.to && *action.to > action.time)
            return error("a rewind goes back, and 'to' is later than its time");
        reached_ = action.to.value_or(action.time);
        log_.actions.push_back(std::move(action));
    }

    std::string path_;
    Diagnostics& diagnostics_;
    ActionLog log_;
    int number_ = 0;
    std::optional<Time> reached_;
};

}  // namespace

std::string action_log_head(const ActionLog& log)
{
    return line_of(head_json(log));
}

std::string action_line(const Action& action)
{
    return line_of(action_json(action));
}

std::optional<ActionLog> read_action_log(const std::string& path, Diagnostics& diagnostics)
{
    const Result<std::string> text = read_text_file(path, max_log_bytes);
    if (!text) {
        diagnostics.error(path, std::nullopt, "", text.problem());
        return std::nullopt;
    }
    Diagnostics found;
    Reading reading{path, found};
    std::string_view rest = text.value();
    if (rest.empty())
        found.error(path, 1, "", "this log is empty; it has not even a head");
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        reading.line(rest.substr(0, end), end == std::string_view::npos);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    for (const Diagnostic& diagnostic : found.list())
        diagnostics.add(diagnostic);
    return found.has_errors() ? std::nullopt : std::optional{reading.take()};
}

}  // namespace incursion
