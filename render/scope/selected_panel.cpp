#include <algorithm>
#include <cmath>

#include "render/scope/panel_list.h"

namespace incursion {
namespace {

void draw_readout(const Pen& pen, const Rect& box, const Readout& readout)
{
    fill(pen, StyleId::button, box, 0.55F);
    fill(pen, readout.style, {box.x, box.y, std::fmax(pen.px(2), 1.0F), box.height}, 0.9F);
    const Rect in{box.x + pen.px(9), box.y + pen.px(1), std::fmax(box.width - pen.px(13), 0.0F),
                  std::fmax(box.height - pen.px(2), 0.0F)};
    const float name = line_height(pen, FontId::panel_small);
    const float unit = readout.unit.empty() ? 0 : text_width(pen, FontId::panel_small, readout.unit) + pen.px(4);
    const bool is_high = in.height >= name + line_height(pen, FontId::panel_bold) - 1;
    if (is_high)
        write_in(pen, FontId::panel_small, StyleId::text_dim, {in.x, in.y, in.width, name}, Align::left, readout.name);
    const Rect rest = is_high ? Rect{in.x, in.y + name, in.width, in.height - name} : in;
    const bool is_large = line_height(pen, FontId::panel_value) <= rest.height &&
                          text_width(pen, FontId::panel_value, readout.value) + unit <= rest.width;
    const FontId font = is_large ? FontId::panel_value : FontId::panel_bold;
    const float width = write_in(pen, font, readout.style, rest, Align::left, readout.value);
    if (width + unit > rest.width || width == 0)
        return;
    // The unit on the value's base line.
    const float y = rest.y + (rest.height - line_height(pen, font)) / 2 +
                    0.79F * (line_height(pen, font) - line_height(pen, FontId::panel_small));
    write(pen, FontId::panel_small, StyleId::text_dim, {rest.x + width + pen.px(4), y}, readout.unit);
}

/// Distance to the border as a place between far outside (left) and deep inside (right).
void draw_gauge(const Pen& pen, const Rect& bar, const SelectedData& data)
{
    const auto x = [&](float part) { return bar.x + std::clamp(part, 0.0F, 1.0F) * bar.width; };
    const Rect track{bar.x, bar.bottom() - pen.px(6), bar.width, pen.px(6)};
    fill(pen, StyleId::button, track);
    const auto part = [&](float from, float to, StyleId style, float opacity) {
        fill(pen, style, {x(from), track.y, std::fmax(x(to) - x(from), 0.0F), track.height}, opacity);
    };
    part(data.gauge_buffer, data.gauge_border, StyleId::state_near, 0.35F);
    part(data.gauge_border, 1, StyleId::state_inside, 0.4F);
    const float border = std::round(x(data.gauge_border));
    fill(pen, StyleId::border_concerned,
         {border - pen.px(1), track.y - pen.px(3), pen.px(2), track.height + pen.px(3)});
    const float at = x(data.gauge_value), half = pen.px(5);
    fill(pen, StyleId::text_bright, {at - pen.px(1), track.y, std::fmax(pen.px(2), 1.0F), track.height});
    pen.list->AddTriangleFilled({at - half, track.y - pen.px(7)}, {at + half, track.y - pen.px(7)}, {at, track.y},
                                pen.colour(StyleId::text_bright));
}

/// Columns in which the readouts fill their area best.
std::size_t columns_for(const Pen& pen, const Rect& area, std::size_t count)
{
    const auto widest = static_cast<std::size_t>(std::fmax(std::floor(area.width / pen.px(92)), 1.0F));
    std::size_t columns = std::min(widest, count);
    const std::size_t rows = (count + columns - 1) / columns;
    return std::max<std::size_t>((count + rows - 1) / rows, 1);  // rows of equal length
}

void draw_readouts(const Pen& pen, const Rect& area, const std::vector<Readout>& readouts)
{
    if (readouts.empty())
        return;
    const float gap = pen.px(5), least = line_height(pen, FontId::panel_bold) + pen.px(4);
    const std::size_t columns = columns_for(pen, area, readouts.size());
    std::size_t rows = (readouts.size() + columns - 1) / columns;
    const auto fitting = static_cast<std::size_t>(std::fmax(std::floor((area.height + gap) / (least + gap)), 0.0F));
    rows = std::min(rows, fitting);
    if (rows == 0)
        return;
    const float width = (area.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float height =
        std::fmin((area.height - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows), pen.px(54));
    for (std::size_t i = 0; i < std::min(readouts.size(), rows * columns); ++i)
        draw_readout(pen,
                     {area.x + static_cast<float>(i % columns) * (width + gap),
                      area.y + static_cast<float>(i / columns) * (height + gap), width, height},
                     readouts[i]);
}

}  // namespace

void draw_selected(const Pen& pen, const Rect& rect, const SelectedData& data, Requests& requests)
{
    const float head = line_height(pen, FontId::panel_value);
    // Where the title leaves no room for the place, that stands above it if it can.
    const float label = text_width(pen, FontId::panel_value, data.label) + pen.px(12);
    const float place_above = text_width(pen, FontId::panel_small, data.position + "  " + data.age) + pen.px(118);
    const bool is_above =
        place_above <= rect.width &&
        label + text_width(pen, FontId::panel_small, data.title + data.position) + pen.px(32) > rect.width;
    Rect in = panel_frame(pen, rect, "Selected", is_above ? data.position + "  " + data.age : data.age);
    if (in.height >= head) {
        const Rect row{in.x, in.y - pen.px(4), in.width, head + pen.px(1)};
        const float taken = write_in(pen, FontId::panel_value, data.side, row, Align::left, data.label);
        const Rect rest{row.x + taken + pen.px(12), row.y, std::fmax(row.width - taken - pen.px(12), 0.0F), row.height};
        const float place = text_width(pen, FontId::panel_small, data.position);
        const bool has_place = !is_above && place <= rest.width;
        if (has_place)
            write_in(pen, FontId::panel_small, StyleId::text, rest, Align::right, data.position);
        const Rect title{rest.x, rest.y, rest.width - (has_place ? place + pen.px(12) : 0), rest.height};
        if (title.width >= pen.px(40))
            write_in(pen, FontId::panel_small, StyleId::text_dim, title, Align::left, data.title);
        if (touch("label", row).is_clicked)
            requests.push_back(CentreOnSelected{});
        in.y += head - pen.px(2);
        in.height = std::fmax(in.height - head + pen.px(2), 0.0F);
    }
    const float gauge = pen.px(15);
    const bool has_gauge = data.has_gauge && in.height >= gauge + pen.px(34);
    if (has_gauge)
        in.height -= gauge;
    draw_readouts(pen, in, data.readouts);
    if (has_gauge)
        draw_gauge(pen, {in.x + pen.px(2), in.bottom() + pen.px(4), in.width - pen.px(4), gauge - pen.px(4)}, data);
}

}  // namespace incursion
