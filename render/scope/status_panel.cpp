#include <cmath>

#include "render/scope/panel_list.h"

namespace incursion {
namespace {

struct CaptionForm {
    FontId font = FontId::panel_small;
    std::vector<std::string_view> lines;
};

/// As many lines, none much shorter than the others.
std::vector<std::string_view> evened(const Pen& pen, FontId font, std::string_view text, float width, std::size_t count)
{
    const float step = width / 40;
    std::vector<std::string_view> lines = wrapped(pen, font, text, width);
    for (float narrower = width - step; count > 1 && narrower > step; narrower -= step) {
        std::vector<std::string_view> tried = wrapped(pen, font, text, narrower);
        if (tried.size() != count)
            break;
        lines = std::move(tried);
    }
    return lines;
}

/// The largest in which all of it fits; where it does not fit at all, the smallest with as many lines as do.
CaptionForm form_of(const Pen& pen, const Rect& in, std::string_view text)
{
    CaptionForm form;
    for (const FontId font : {FontId::panel_text, FontId::panel_small}) {
        form = {font, wrapped(pen, font, text, in.width)};
        const float height = line_height(pen, font);
        const auto fitting = static_cast<std::size_t>(std::fmax(std::floor(in.height / height + 0.02F), 0.0F));
        if (form.lines.size() <= fitting) {
            form.lines = evened(pen, font, text, in.width, form.lines.size());
            return form;
        }
        if (font == FontId::panel_small) {
            form.lines.resize(fitting);
            if (!form.lines.empty())
                form.lines.back() = text.substr(static_cast<std::size_t>(form.lines.back().data() - text.data()));
        }
    }
    return form;
}

}  // namespace

void draw_status(const Pen& pen, const Rect& rect, const std::string& text)
{
    write_in(pen, FontId::panel_small, StyleId::text, inset(rect, pen.px(8), 0), Align::left, text);
}

void draw_caption(const Pen& pen, const Rect& rect, const std::string& text)
{
    const Rect in = inset(rect, pen.px(8), 0);
    const CaptionForm form = form_of(pen, in, text);
    const float height = line_height(pen, form.font);
    float y = in.y + (in.height - height * static_cast<float>(form.lines.size())) / 2;
    for (const std::string_view line : form.lines) {
        write_in(pen, form.font, StyleId::text_bright, {in.x, y, in.width, height}, Align::centre, line);
        y += height;
    }
}

}  // namespace incursion
