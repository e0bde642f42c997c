#include <set>

#include <fmt/format.h>

#include "tools/incursion/html_report_parts.h"
#include "tools/incursion/html_text.h"

// The foot of the page: what it rests on and how to make it again.

namespace incursion {

void write_page_sources(ReportHtml& html)
{
    if (html.sources.list().empty())
        return;
    html.writer.heading("Sources");
    std::string text = "<ol class=\"sources\">\n";
    std::set<std::string> letters;
    std::size_t number = 0;
    for (const Sources::Source& source : html.sources.list()) {
        text += fmt::format("<li id=\"source-{}\">{}{}</li>\n", ++number,
                            html_inline(source.text.empty() ? "no source named" : source.text),
                            source.confidence.empty() ? std::string{}
                                                      : fmt::format(" <span class=\"soft\">(confidence {})</span>",
                                                                    html_escaped(source.confidence)));
        letters.insert(source.confidence);
    }
    html.writer.markup(text + "</ol>\n");
    write_confidence_legend(html.writer, letters);
}

void write_page_making(ReportHtml& html)
{
    ReportText text{html.report(), html.writer, html.sources, html.clock};
    write_readings(text);
    html.writer.paragraph(
        "Maps are azimuthal equidistant about their middle on WGS-84: distances and directions from there "
        "are true. What is called deep is the distance to the nearest border of that airspace, as drawn "
        "by the source of borders.");
    html.writer.heading("What this rests on, and how to make it again");
    for (const std::string& credit : html.page.credits)
        html.writer.paragraph("Borders: " + credit);
    html.writer.markup("<div class=\"table\" role=\"region\" aria-label=\"Table: input files\" tabindex=\"0\">\n" +
                       html_inputs(html.page.inputs) + "</div>\n");
    html.writer.paragraph(html.page.versions +
                          fmt::format(" Seed {}. With the same files and versions this command makes "
                                      "the same page, byte for byte:",
                                      html.report().seed));
    html.writer.markup(fmt::format("<pre><code>{}</code></pre>\n", html_escaped(html.page.command)));
}

}  // namespace incursion
