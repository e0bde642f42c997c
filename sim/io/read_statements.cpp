#include "sim/io/read_statements.h"

#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "sim/io/language_tag.h"
#include "sim/io/read_aircraft.h"
#include "sim/io/read_evidence.h"
#include "sim/io/read_paths.h"
#include "sim/io/read_rules.h"

namespace incursion {

namespace {

Time read_time_within(TomlReader& table, const TimeSpan& span)
{
    const auto time = table.time("time");
    if (time && !span.empty() && (*time < span.from || *time > span.to))
        table.warning("time", "this lies outside the scenario's start and end");
    return time.value_or(Time{});
}

void read_voice(TomlReader& table, Call& call, std::vector<std::string>& inputs)
{
    if (const auto language = table.text("language")) {
        call.language = *language;
        if (!is_language_tag(*language))
            table.error("language", fmt::format("'{}' names no language; write its tag in small letters, as en, tr or "
                                                "pt-br",
                                                *language));
    }
    if (const auto sound = table.text("sound")) {
        call.sound = path_beside(table.file(), *sound);
        std::error_code code;
        if (sound->empty() || !std::filesystem::is_regular_file(call.sound, code))
            table.error("sound", fmt::format("there is no recording '{}'; name a sound file as seen from the "
                                             "scenario's folder",
                                             call.sound));
        else
            add_input(inputs, call.sound);
    }
}

}  // namespace

Account read_account(TomlReader& table)
{
    table.need({"id"});
    Account account;
    account.id = table.text("id").value_or("");
    account.title = table.text("title").value_or("");
    account.evidence = read_evidence(table);
    table.finish();
    return account;
}

Call read_call(TomlReader& table, const TimeSpan& span, std::vector<std::string>& inputs)
{
    table.need({"time", "from"});
    Call call;
    call.account = table.text("account").value_or("");
    call.time = read_time_within(table, span);
    call.from = table.text("from").value_or("");
    call.to = table.text("to").value_or("");
    call.channel = table.text("channel").value_or("");
    call.text = table.text("text").value_or("");
    read_voice(table, call, inputs);
    call.evidence = read_evidence(table);
    table.finish();
    return call;
}

Event read_event(TomlReader& table, const TimeSpan& span)
{
    table.need({"time", "title"});
    Event event;
    event.account = table.text("account").value_or("");
    event.time = read_time_within(table, span);
    event.title = table.text("title").value_or("");
    event.place = table.position("position");
    event.altitude_m = table.quantity("altitude", Dimension::length);
    read_event_action(table, event);
    event.evidence = read_evidence(table);
    table.finish();
    return event;
}

}  // namespace incursion
