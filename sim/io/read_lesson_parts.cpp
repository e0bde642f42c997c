#include "sim/io/read_lesson_parts.h"

#include <array>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "sim/io/read_rules.h"

namespace incursion {

namespace {

constexpr std::array<std::string_view, 5> inject_kinds{"drop_track", "false_altitude", "aircraft", "radio_failure",
                                                       "late_radar"};
constexpr std::array<std::string_view, 3> behaviours{"deaf", "obeys", "wrong_way"};

std::string needed_text(TomlReader& table, std::string_view key)
{
    const auto text = table.text(key);
    if (text && text->empty())
        table.error(key, "this must not be empty");
    return text.value_or("");
}

std::optional<Angle> read_heading(TomlReader& table)
{
    const auto heading = table.quantity("heading", Dimension::angle);
    return heading ? std::optional{wrapped_to_circle(Angle::radians(*heading))} : std::nullopt;
}

/// Which of the keys about its effect an inject of that kind must have, and may not.
void check_keys(TomlReader& table, InjectKind kind)
{
    const std::string_view name = kind_name(kind);
    switch (kind) {
    case InjectKind::drop_track:
        table.need({"aircraft"});
        refuse_keys(table, name, {"altitude", "delay"});
        break;
    case InjectKind::false_altitude:
        table.need({"aircraft", "altitude"});
        refuse_keys(table, name, {"delay"});
        break;
    case InjectKind::aircraft:
        table.need({"aircraft"});
        refuse_keys(table, name, {"duration", "altitude", "delay"});
        break;
    case InjectKind::radio_failure: refuse_keys(table, name, {"aircraft", "altitude", "delay"}); break;
    case InjectKind::late_radar:
        table.need({"delay"});
        refuse_keys(table, name, {"aircraft", "altitude"});
        break;
    }
}

}  // namespace

void refuse_keys(TomlReader& table, std::string_view kind, std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys)
        if (table.has(key))
            table.error(key, fmt::format("this says nothing about '{}'; leave it out", kind));
}

Phrase read_phrase(TomlReader& table)
{
    table.need({"id", "text"});
    Phrase phrase;
    phrase.id = table.text("id").value_or("");
    phrase.text = needed_text(table, "text");
    phrase.heading = read_heading(table);
    table.finish();
    return phrase;
}

Reaction read_reaction(TomlReader& table)
{
    table.need({"aircraft", "behaviour"});
    Reaction reaction;
    reaction.aircraft = needed_text(table, "aircraft");
    if (const auto behaviour = table.choice("behaviour", {behaviours[0], behaviours[1], behaviours[2]}))
        reaction.behaviour = static_cast<Behaviour>(*behaviour);
    if (const auto call = table.integer("on_call", Sign::positive))
        reaction.on_call = static_cast<std::size_t>(*call);
    reaction.delay_s = table.quantity("delay", Dimension::time, Sign::not_negative).value_or(0);
    reaction.heading = read_heading(table);
    reaction.turn = read_turn(table);
    if (table.has("behaviour") && reaction.behaviour == Behaviour::deaf)
        refuse_keys(table, "deaf", {"on_call", "delay", "heading", "bank", "load_factor", "roll_rate", "reaction"});
    table.finish();
    return reaction;
}

Inject read_inject(TomlReader& table)
{
    table.need({"id", "kind"});
    Inject inject;
    inject.id = table.text("id").value_or("");
    inject.title = table.text("title").value_or("");
    const auto kind =
        table.choice("kind", {inject_kinds[0], inject_kinds[1], inject_kinds[2], inject_kinds[3], inject_kinds[4]});
    if (kind)
        inject.kind = static_cast<InjectKind>(*kind);
    inject.aircraft = table.text("aircraft").value_or("");
    inject.from = table.time("from");
    inject.duration_s = table.quantity("duration", Dimension::time, Sign::positive);
    inject.altitude_m = table.quantity("altitude", Dimension::length).value_or(0);
    inject.delay_s = table.quantity("delay", Dimension::time, Sign::positive).value_or(0);
    if (kind)
        check_keys(table, inject.kind);
    table.finish();
    return inject;
}

std::string_view kind_name(InjectKind kind)
{
    return inject_kinds[static_cast<std::size_t>(kind)];
}

std::string_view behaviour_name(Behaviour behaviour)
{
    return behaviours[static_cast<std::size_t>(behaviour)];
}

}  // namespace incursion
