#include "sim/io/batch_journal.h"

#include <array>
#include <exception>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace incursion {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* schema = "incursion.batch-state/1";
constexpr std::array severities{"note", "warning", "error"};

std::string line_of(const Json& json)
{
    // Names of files need not be UTF-8; what is not is replaced, for it is only shown.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json to_json(const Diagnostic& diagnostic)
{
    Json json{{"severity", severities[static_cast<std::size_t>(diagnostic.severity)]}, {"file", diagnostic.file}};
    if (diagnostic.line)
        json["line"] = *diagnostic.line;
    json["path"] = diagnostic.path;
    json["message"] = diagnostic.message;
    return json;
}

Severity severity_of(const std::string& name)
{
    for (std::size_t i = 0; i < severities.size(); ++i)
        if (name == severities[i])
            return static_cast<Severity>(i);
    throw Json::other_error::create(501, fmt::format("no severity: {}", name), nullptr);
}

Diagnostic to_diagnostic(const Json& json)
{
    Diagnostic diagnostic{severity_of(json.at("severity")), json.at("file"), std::nullopt, json.at("path"),
                          json.at("message")};
    if (json.contains("line"))
        diagnostic.line = json.at("line").get<int>();
    return diagnostic;
}

InputOutcome to_outcome(const Json& json)
{
    InputOutcome outcome;
    outcome.place = json.at("input");
    outcome.path = json.at("path");
    outcome.fixes = json.at("fixes");
    outcome.tracks = json.at("tracks");
    outcome.visits = json.at("visits");
    outcome.repeated = json.at("repeated");
    for (const auto& [kind, count] : json.at("dropped").items())
        outcome.dropped.emplace_back(kind, count.get<std::int64_t>());
    for (const Json& diagnostic : json.at("diagnostics"))
        outcome.diagnostics.push_back(to_diagnostic(diagnostic));
    outcome.failed = json.at("failed");
    return outcome;
}

}  // namespace

std::string journal_head(const std::string& run)
{
    return line_of({{"schema", schema}, {"run", run}});
}

Result<std::string> parse_journal_head(std::string_view line)
{
    const Json json = Json::parse(line, nullptr, false);
    if (json.is_discarded() || !json.is_object() || json.value("schema", "") != schema || !json.contains("run") ||
        !json["run"].is_string())
        return Problem{"it is not the state of a batch run of this version of the program"};
    return json["run"].get<std::string>();
}

std::string journal_line(const JournalEntry& entry)
{
    const InputOutcome& outcome = entry.outcome;
    Json dropped = Json::object();
    for (const auto& [kind, count] : outcome.dropped)
        dropped[kind] = count;
    Json diagnostics = Json::array();
    for (const Diagnostic& diagnostic : outcome.diagnostics)
        diagnostics.push_back(to_json(diagnostic));
    return line_of({{"input", outcome.place},
                    {"path", outcome.path},
                    {"rows_end", entry.rows_end},
                    {"rows_crc", entry.rows_crc},
                    {"failed", outcome.failed},
                    {"fixes", outcome.fixes},
                    {"tracks", outcome.tracks},
                    {"visits", outcome.visits},
                    {"repeated", outcome.repeated},
                    {"dropped", std::move(dropped)},
                    {"diagnostics", std::move(diagnostics)}});
}

Result<JournalEntry> parse_journal_line(std::string_view line)
{
    try {
        const Json json = Json::parse(line);
        return JournalEntry{to_outcome(json), json.at("rows_end"), json.at("rows_crc")};
    } catch (const Json::exception& damage) {
        return Problem{damage.what()};
    }
}

}  // namespace incursion
