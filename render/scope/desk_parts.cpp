#include <algorithm>
#include <array>
#include <cmath>

#include "render/scope/desk_list.h"
#include "render/scope/panel_geometry.h"

namespace incursion {
namespace {

/// A column of the table of tracks: of a share of what the number leaves.
struct Column {
    std::string name;
    std::string DeskTrack::*value;
    float share;
    Align align;
};

std::vector<Column> columns_of(const DeskData& data)
{
    return {{"age", &DeskTrack::age, 0.11F, Align::right},
            {data.level_unit == "m" ? "m" : "FL", &DeskTrack::level, 0.15F, Align::right},
            {data.speed_unit, &DeskTrack::speed, 0.13F, Align::right},
            {"track", &DeskTrack::heading, 0.13F, Align::right},
            {"known as", &DeskTrack::category, 0.48F, Align::left}};
}

std::vector<Rect> cells_of(const Pen& pen, const Rect& row, const std::vector<Column>& columns)
{
    const float number = std::fmin(pen.px(46), row.width / 4), rest = row.width - number;
    std::vector<Rect> cells{{row.x + pen.px(4), row.y, number - pen.px(4), row.height}};
    float x = row.x + number;
    for (const Column& column : columns) {
        const float width = rest * column.share, pad = column.align == Align::left ? pen.px(10) : 0;
        cells.push_back({x + pad, row.y, std::fmax(width - pad, 0.0F), row.height});
        x += width;
    }
    return cells;
}

void draw_track(const Pen& pen, const Rect& row, const DeskTrack& track, const std::vector<Column>& columns,
                bool is_hovered)
{
    if (track.is_selected || is_hovered)
        fill(pen, StyleId::row_selected, row, track.is_selected ? 1 : 0.5F);
    const std::vector<Rect> cells = cells_of(pen, row, columns);
    write_in(pen, FontId::panel_bold, track.is_taken_up ? StyleId::text_bright : StyleId::side_1, cells[0], Align::left,
             track.number);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string& value = track.*columns[i].value;
        const bool is_category = columns[i].value == &DeskTrack::category;
        write_in(pen, FontId::panel_text, track.is_selected ? StyleId::text_bright : StyleId::text, cells[i + 1],
                 columns[i].align, is_category && value.empty() ? (track.is_taken_up ? "taken up" : "-") : value);
    }
}

bool has_room(const Rect& rect)
{
    return rect.width > 0 && rect.height > 0;
}

}  // namespace

void draw_desk_tracks(const Pen& pen, const Rect& rect, const DeskData& data, DeskState& state, DeskRequests& requests)
{
    if (!has_room(rect))
        return;
    Rect in = panel_frame(pen, rect, "Tracks", data.selected.empty() ? "Tab selects" : data.selected + " selected");
    const std::vector<Column> columns = columns_of(data);
    const float names = line_height(pen, FontId::panel_small) + pen.px(3);
    const std::vector<Rect> heads = cells_of(pen, {in.x, in.y, in.width - pen.px(7), names}, columns);
    for (std::size_t i = 0; i < columns.size(); ++i)
        write_in(pen, FontId::panel_small, StyleId::text_dim, heads[i + 1], columns[i].align, columns[i].name);
    in = {in.x, in.y + names, in.width, std::fmax(in.height - names, 0.0F)};
    const float row = line_height(pen, FontId::panel_text) + pen.px(5);
    const ListPlace list = list_place(in, row, pen.gui->scale());
    scroll(pen, rect, list.bar, data.tracks.size(), list.shown, state.first_track);
    for (std::size_t i = 0; i < list.shown && state.first_track + i < data.tracks.size(); ++i) {
        const DeskTrack& track = data.tracks[state.first_track + i];
        const Touch at = touch("track", list.row(i), i);
        draw_track(pen, list.row(i), track, columns, at.is_hovered);
        if (at.is_clicked)
            requests.push_back(SelectNumber{track.number});
    }
}

void draw_desk_phrases(const Pen& pen, const Rect& rect, const DeskData& data, DeskState& state, DeskRequests& requests)
{
    if (!has_room(rect))
        return;
    Rect in = panel_frame(pen, rect, "Call", data.selected.empty() ? "" : "to " + data.selected);
    const float line = line_height(pen, FontId::panel_bold) + pen.px(6);
    write_in(pen, FontId::panel_bold, StyleId::accent, {in.x, in.y, in.width, line - pen.px(4)}, Align::left,
             data.since_call);
    in.y += line;
    in.height = std::fmax(in.height - line, 0.0F);
    std::vector<WrappedRow> rows;
    for (const DeskPhrase& phrase : data.phrases)
        rows.push_back({phrase.key, phrase.text, StyleId::accent, StyleId::text, "", true, true});
    const auto [clicked] = draw_wrapped(pen, "phrase", in, rows, pen.px(30), FontId::panel_text, state.first_phrase);
    if (clicked)
        requests.push_back(SayPhrase{*clicked});
}

void draw_desk_tasks(const Pen& pen, const Rect& rect, const DeskData& data, DeskState& state)
{
    if (!has_room(rect))
        return;
    std::size_t done = 0, count = 0;
    std::vector<WrappedRow> rows;
    for (const DeskTask& task : data.tasks) {
        count += task.can_be_done ? 1U : 0U;
        done += task.is_done ? 1U : 0U;
        rows.push_back({!task.can_be_done ? "always"
                        : task.is_done    ? "done"
                                          : "-",
                        task.title, task.is_done ? StyleId::accent : StyleId::text_dim,
                        task.is_done ? StyleId::text_dim : StyleId::text});
    }
    const Rect in = panel_frame(pen, rect, "Tasks", std::to_string(done) + " of " + std::to_string(count) + " done");
    draw_wrapped(pen, "task", in, rows, pen.px(52), FontId::panel_text, state.first_task);
}

void draw_desk_rules(const Pen& pen, const Rect& rect, const DeskData& data)
{
    if (!has_room(rect))
        return;
    const Rect in = panel_frame(pen, rect, "Rules in force");
    float lead = 0;
    std::vector<WrappedRow> rows;
    for (const DeskRule& rule : data.rules) {
        lead = std::fmax(lead, text_width(pen, FontId::panel_text, rule.name));
        rows.push_back({rule.name, rule.value});
    }
    std::size_t first = 0;
    draw_wrapped(pen, "rule", in, rows, std::fmin(lead + pen.px(12), in.width / 2), FontId::panel_text, first);
}

void draw_desk_deeds(const Pen& pen, const Rect& rect, const DeskData& data, DeskState& state)
{
    if (!has_room(rect))
        return;
    const Rect in = panel_frame(pen, rect, "Done", "newest first");
    std::vector<WrappedRow> rows;
    for (const DeskDeed& deed : data.deeds)
        rows.push_back({deed.clock, deed.text});
    draw_wrapped(pen, "deed", in, rows, text_width(pen, FontId::panel_text, "00:00:00") + pen.px(12),
                 FontId::panel_text, state.first_deed);
}

}  // namespace incursion
