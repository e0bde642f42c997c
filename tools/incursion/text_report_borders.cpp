#include "tools/incursion/text_report_parts.h"

#include <fmt/format.h>

namespace incursion {

namespace {

Cell verdict_cell(const BorderVerdict& verdict)
{
    if (!verdict.known)
        return {"unknown", TextStyle::faint};
    if (verdict.inside)
        return {"in " + seconds_text(verdict.dwell_s, 1), TextStyle::alarm};
    return {"out\n" + metric_length(verdict.closest_m)};
}

std::string row_text(const BorderRow& row)
{
    std::string line =
        row.track + " and " + row.airspace + ": " +
        (row.unanimous ? "all borders agree on inside or outside" : "the borders disagree on inside or outside");
    if (row.greatest_dwell_s > 0)
        line += fmt::format("; time inside {} to {}", seconds_text(row.least_dwell_s, 1),
                            seconds_text(row.greatest_dwell_s, 1));
    if (row.apart_m)
        line += fmt::format("; near there the line of {} runs up to {} from ours, at {}", row.apart_variant,
                            length_text(*row.apart_m), place_text(row.apart_at));
    return line + ".";
}

}  // namespace

void write_borders(ReportText& text)
{
    if (!text.report.borders || text.report.borders->rows.empty())
        return;
    const BorderComparison& borders = *text.report.borders;
    text.page.heading("Other drawings of the borders");
    for (const BorderVariant& v : borders.variants)
        text.page.paragraph(
            fmt::format("{}: {}{}, {} edges{}{}", v.id, v.title.empty() ? v.id : v.title,
                        v.date.empty() ? "" : ", " + v.date, v.edges == EdgeReading::straight ? "straight" : "geodesic",
                        v.licence.empty() ? "" : ", " + v.licence, text.sources.cite(v.evidence, "border " + v.id)),
            TextStyle::plain, 2);
    text.page.blank();
    Table table;
    table.columns = {{"track", TextAlign::left, 6}, {"airspace"}};
    for (const BorderVariant& v : borders.variants)
        table.columns.push_back({v.id, TextAlign::right, 7});
    for (const BorderRow& row : borders.rows) {
        std::vector<Cell> cells{{row.track}, {row.airspace}};
        for (const BorderVerdict& verdict : row.verdicts)
            cells.push_back(verdict_cell(verdict));
        table.rows.push_back(std::move(cells));
    }
    text.page.table(table);
    text.page.blank();
    for (const BorderRow& row : borders.rows)
        text.page.paragraph(row_text(row), TextStyle::plain, 2);
}

}  // namespace incursion
