#include "sim/io/action_json.h"

#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sim/io/toml_spelling.h"

namespace incursion {

namespace {

using nlohmann::ordered_json;

enum Part : unsigned {
    track = 1,
    phrase = 2,
    category = 4,
    text = 8,
    heading = 16,
    figures = 32,
    to = 64,
    inject = 128
};

struct Kind {
    ActionKind kind;
    unsigned needed;
    unsigned allowed;  ///< beside what is needed
};

constexpr std::array kinds{
    Kind{ActionKind::begin, 0, 0},
    Kind{ActionKind::take_up, track, 0},
    Kind{ActionKind::classify, track | category, 0},
    Kind{ActionKind::call, track | text, phrase},
    Kind{ActionKind::order, track | heading, phrase | text},
    Kind{ActionKind::log_entry, track, 0},
    Kind{ActionKind::log_exit, track, 0},
    Kind{ActionKind::report, figures, 0},
    Kind{ActionKind::finish, 0, 0},
    Kind{ActionKind::pause, 0, 0},
    Kind{ActionKind::resume, 0, 0},
    Kind{ActionKind::rewind, to, 0},
    Kind{ActionKind::inject, inject, 0},
    Kind{ActionKind::clock, 0, 0},
};

struct Field {
    const char* name;
    unsigned part;
};
constexpr std::array fields{Field{"track", track}, Field{"phrase", phrase},       Field{"category", category},
                            Field{"text", text},   Field{"heading_deg", heading}, Field{"figures", figures},
                            Field{"to", to},       Field{"inject", inject}};

const Kind& kind_of(ActionKind kind)
{
    for (const Kind& entry : kinds)
        if (entry.kind == kind)
            return entry;
    return kinds.back();
}

const Kind* kind_named(std::string_view name)
{
    for (const Kind& entry : kinds)
        if (name_of(entry.kind) == name)
            return &entry;
    return nullptr;
}

Problem unknown_action(const std::string& name)
{
    std::vector<std::string> names;
    for (const Kind& entry : kinds)
        names.emplace_back(name_of(entry.kind));
    return Problem{fmt::format("there is no action '{}'{}", name, did_you_mean(name, names))};
}

/// A member that must be a text; empty where it is not there.
Result<std::string> text_of(const ordered_json& record, const char* name)
{
    const auto found = record.find(name);
    if (found == record.end())
        return std::string{};
    if (!found->is_string())
        return Problem{fmt::format("'{}' must be a text", name)};
    return found->get<std::string>();
}

Result<Time> time_of(const ordered_json& record, const char* name)
{
    const Result<std::string> written = text_of(record, name);
    if (!written)
        return Problem{written.problem()};
    if (written->empty())
        return Problem{fmt::format("'{}' is missing", name)};
    const Result<Time> time = parse_time(*written);
    return time ? time : Result<Time>{Problem{fmt::format("'{}': {}", name, time.problem())}};
}

std::optional<Problem> check_members(const ordered_json& record, const Kind& kind)
{
    for (const auto& [name, value] : record.items()) {
        unsigned part = 0;
        for (const Field& field : fields)
            part = name == field.name ? field.part : part;
        if (part == 0 && name != "time" && name != "action")
            return Problem{fmt::format("nobody knows '{}'; leave it out", name)};
        if (part != 0 && ((kind.needed | kind.allowed) & part) == 0)
            return Problem{fmt::format("'{}' says nothing about '{}'; leave it out", name, name_of(kind.kind))};
    }
    for (const Field& field : fields)
        if ((kind.needed & field.part) != 0 && !record.contains(field.name))
            return Problem{fmt::format("'{}' is missing", field.name)};
    return std::nullopt;
}

std::optional<Problem> read_texts(const ordered_json& record, Action& action)
{
    struct Target {
        const char* name;
        std::string* text;
    };
    for (const Target target :
         {Target{"track", &action.track}, Target{"phrase", &action.id}, Target{"text", &action.text},
          Target{"category", &action.text}, Target{"inject", &action.id}}) {
        if (!record.contains(target.name))
            continue;
        Result<std::string> read = text_of(record, target.name);
        if (!read)
            return Problem{read.problem()};
        *target.text = std::move(read).value();
        if (target.text->empty() && target.text != &action.text)
            return Problem{fmt::format("'{}' must not be empty", target.name)};
    }
    return std::nullopt;
}

std::optional<Problem> read_numbers(const ordered_json& record, Action& action)
{
    if (const auto found = record.find("heading_deg"); found != record.end()) {
        if (!found->is_number() || !std::isfinite(found->get<double>()))
            return Problem{"'heading_deg' must be a number of degrees"};
        action.heading = Angle::degrees(found->get<double>());
    }
    if (const auto found = record.find("figures"); found != record.end()) {
        if (!found->is_object())
            return Problem{"'figures' must be an object of texts"};
        for (const auto& [name, value] : found->items()) {
            if (!value.is_string())
                return Problem{fmt::format("the figure '{}' must be a text, as it was entered", name)};
            action.figures.emplace_back(name, value.get<std::string>());
        }
    }
    if (record.contains("to")) {
        const Result<Time> time = time_of(record, "to");
        if (!time)
            return Problem{time.problem()};
        action.to = time.value();
    }
    return std::nullopt;
}

}  // namespace

double written_deg(Angle heading)
{
    return std::round(heading.deg() * 1e9) / 1e9;
}

ordered_json action_json(const Action& action)
{
    const Kind& kind = kind_of(action.kind);
    const unsigned parts = kind.needed | kind.allowed;
    ordered_json record{{"time", format_time(action.time)}, {"action", name_of(action.kind)}};
    if ((parts & track) != 0)
        record["track"] = action.track;
    if ((parts & phrase) != 0 && !action.id.empty())
        record["phrase"] = action.id;
    if ((parts & category) != 0)
        record["category"] = action.text;
    if (action.heading && (parts & heading) != 0)
        record["heading_deg"] = written_deg(*action.heading);
    if ((parts & text) != 0)
        record["text"] = action.text;
    if ((parts & figures) != 0) {
        ordered_json entered = ordered_json::object();
        for (const auto& [name, value] : action.figures)
            entered[name] = value;
        record["figures"] = std::move(entered);
    }
    if (action.to && (parts & to) != 0)
        record["to"] = format_time(*action.to);
    if ((parts & inject) != 0)
        record["inject"] = action.id;
    return record;
}

Result<Action> action_of(const ordered_json& record)
{
    const Result<Time> time = time_of(record, "time");
    if (!time)
        return Problem{time.problem()};
    const Result<std::string> name = text_of(record, "action");
    if (!name)
        return Problem{name.problem()};
    if (name->empty())
        return Problem{"'action' is missing"};
    const Kind* kind = kind_named(*name);
    if (kind == nullptr)
        return unknown_action(*name);
    if (auto problem = check_members(record, *kind))
        return *problem;
    Action action;
    action.time = time.value();
    action.kind = kind->kind;
    if (auto problem = read_texts(record, action))
        return *problem;
    if (auto problem = read_numbers(record, action))
        return *problem;
    return action;
}

ordered_json head_json(const ActionLog& log)
{
    return {{"schema", action_log_schema},
            {"lesson", log.lesson},
            {"lesson_sha256", log.lesson_sha256},
            {"trainee", log.trainee},
            {"version", log.version}};
}

Result<ActionLog> head_of(const ordered_json& record)
{
    const Result<std::string> schema = text_of(record, "schema");
    if (!schema || *schema != action_log_schema)
        return Problem{fmt::format("an action log begins with {{\"schema\": \"{}\", ...}}; is this the right file?",
                                   action_log_schema)};
    ActionLog log;
    for (const auto& [name, target] : {std::pair{"lesson", &log.lesson}, std::pair{"lesson_sha256", &log.lesson_sha256},
                                       std::pair{"trainee", &log.trainee}, std::pair{"version", &log.version}}) {
        Result<std::string> read = text_of(record, name);
        if (!read)
            return Problem{read.problem()};
        *target = std::move(read).value();
    }
    if (log.lesson.empty())
        return Problem{"'lesson' is missing; name the lesson's file"};
    return log;
}

std::optional<ordered_json> record_of(std::string_view line)
{
    ordered_json record = ordered_json::parse(line, nullptr, false);
    return record.is_object() ? std::optional{std::move(record)} : std::nullopt;
}

}  // namespace incursion
