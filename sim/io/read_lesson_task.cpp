#include "sim/io/read_lesson_task.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/io/read_lesson_parts.h"
#include "sim/training/score.h"

namespace incursion {

namespace {

enum Key : unsigned { within = 1, within_optional = 2, category = 4, count = 8, heading = 16, figures = 32 };

struct Kind {
    std::string_view name;
    unsigned keys;
};

/// In the order of TaskKind: what a task of that kind says beside id, title, points and aircraft.
constexpr std::array<unsigned, 12> keys_of_kinds{within,
                                                 within | category,
                                                 within,
                                                 within_optional,
                                                 count,
                                                 within_optional,
                                                 within | heading,
                                                 within,
                                                 within,
                                                 figures,
                                                 0,
                                                 0};

Kind kind_at(std::size_t place)
{
    return {name_of(static_cast<TaskKind>(place)), keys_of_kinds[place]};
}

constexpr std::array<std::string_view, 5> figure_names{"calls", "dwell", "depth", "entry_time", "exit_time"};

void read_times(TomlReader& table, const Kind& kind, Task& task)
{
    if ((kind.keys & (within | within_optional)) == 0)
        return refuse_keys(table, kind.name, {"within", "zero_after"});
    if ((kind.keys & within) != 0)
        table.need({"within"});
    const auto full = table.quantity("within", Dimension::time, Sign::not_negative);
    const auto none = table.quantity("zero_after", Dimension::time, Sign::not_negative);
    task.within_s = full.value_or(0);
    task.zero_after_s = none.value_or(task.within_s);
    if (none && *none < task.within_s)
        table.error("zero_after", "this must not be shorter than within");
    if (kind.name == "interval" && none)
        table.error("zero_after", "an interval is kept or not; the share of the time counts, so leave this out");
}

void read_heading(TomlReader& table, const Kind& kind, Task& task)
{
    if ((kind.keys & heading) == 0)
        return refuse_keys(table, kind.name, {"heading", "tolerance"});
    table.need({"heading", "tolerance"});
    if (const auto rad = table.quantity("heading", Dimension::angle))
        task.heading = wrapped_to_circle(Angle::radians(*rad));
    task.tolerance_rad = table.quantity("tolerance", Dimension::angle, Sign::not_negative).value_or(0);
}

ReportFigure read_figure(TomlReader& table)
{
    table.need({"figure"});
    ReportFigure figure;
    const auto chosen =
        table.choice("figure", {figure_names[0], figure_names[1], figure_names[2], figure_names[3], figure_names[4]});
    if (chosen)
        figure.kind = static_cast<ReportFigureKind>(*chosen);
    if (!chosen)
        table.has("tolerance");  // its unit cannot be known
    else if (figure.kind == ReportFigureKind::calls)
        figure.tolerance = table.number("tolerance", Sign::not_negative).value_or(0);
    else
        figure.tolerance =
            table
                .quantity("tolerance", figure.kind == ReportFigureKind::depth_m ? Dimension::length : Dimension::time,
                          Sign::not_negative)
                .value_or(0);
    table.finish();
    return figure;
}

void read_figures(TomlReader& table, const Kind& kind, Task& task)
{
    if ((kind.keys & figures) == 0)
        return refuse_keys(table, kind.name, {"figures"});
    table.need({"figures"});
    for (TomlReader& inner : table.tables("figures")) {
        const ReportFigure figure = read_figure(inner);
        const auto same = [&](const ReportFigure& other) { return other.kind == figure.kind; };
        if (inner.has("figure") && std::any_of(task.figures.begin(), task.figures.end(), same))
            inner.error("figure", "this figure is asked for twice");
        task.figures.push_back(figure);
    }
    if (table.has_array("figures") && task.figures.empty())
        table.error("figures", "a report asks for at least one figure");
}

void read_what_is_asked(TomlReader& table, const Kind& kind, Task& task)
{
    read_times(table, kind, task);
    read_heading(table, kind, task);
    read_figures(table, kind, task);
    if ((kind.keys & category) != 0)
        table.need({"category"});
    else
        refuse_keys(table, kind.name, {"category"});
    task.category = table.text("category").value_or("");
    if (table.has("category") && task.category.empty())
        table.error("category", "name one of the lesson's categories");
    if ((kind.keys & count) == 0)
        refuse_keys(table, kind.name, {"count"});
    else if (const auto calls = table.integer("count", Sign::positive))
        task.count = static_cast<std::size_t>(*calls);
    if (task.kind == TaskKind::right_aircraft)
        refuse_keys(table, kind.name, {"aircraft"});
    else
        table.need({"aircraft"});
}

}  // namespace

Task read_task(TomlReader& table)
{
    table.need({"id", "title", "kind", "points"});
    Task task;
    task.path = table.path();
    task.id = table.text("id").value_or("");
    task.title = table.text("title").value_or("");
    task.points = table.number("points", Sign::positive).value_or(0);
    task.aircraft = table.text("aircraft").value_or("");
    const auto name = [](std::size_t place) { return kind_at(place).name; };
    const auto chosen = table.choice("kind", {name(0), name(1), name(2), name(3), name(4), name(5), name(6), name(7),
                                              name(8), name(9), name(10), name(11)});
    if (!chosen) {  // what belongs to it cannot be known
        for (const char* key : {"within", "zero_after", "category", "count", "heading", "tolerance", "figures"})
            table.has(key);
    } else {
        task.kind = static_cast<TaskKind>(*chosen);
        read_what_is_asked(table, kind_at(*chosen), task);
    }
    table.finish();
    return task;
}

}  // namespace incursion
