#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/track_outlook.h"
#include "tools/incursion/html_report.h"
#include "tools/incursion/html_writer.h"
#include "tools/incursion/text_report_parts.h"

namespace incursion {

/// One aircraft, and how its lines look.
struct PageFlight {
    const TrackReport& report;
    const Track& track;
    std::unique_ptr<TrackOutlook> outlook;
    std::size_t side = 0;             ///< colour and dashes: of its account; of itself where there are no accounts
    bool intrudes = false;            ///< was ever in foreign airspace
    std::optional<double> nearest_m;  ///< to foreign airspace
};

/// What the parts of a report's page work with.
struct ReportHtml {
    const Scenario& scenario;
    const Incident& incident;
    const AnalysisGround& ground;
    const std::vector<AlternativeBorders>& alternatives;
    const ReportPage& page;
    Clock clock;
    TimeSpan span;                     ///< of all that is told
    std::vector<PageFlight> flights;       ///< in the report's order
    std::vector<std::size_t> ranking;  ///< places in flights, those first that matter most: intruders, then the nearest
    HtmlWriter head{}, writer{};       ///< what stands above the contents, and below
    Sources sources{std::string{citation_begins}, std::string{citation_ends}};

    const Report& report() const { return incident.report; }
};

/// The airspaces that are foreign to a flight, and whether any of some holds a place.
AirspaceSet foreign_to(const ReportHtml& html, std::size_t flight);
bool is_in_any(const ReportHtml& html, LonLat place, const AirspaceSet& airspaces);

inline constexpr std::size_t sides = 6;  ///< different looks that lines have

/// `side-2`, the class of lines and names of a side.
std::string side_class(std::size_t side);

/// The colours and dashes of the page's sides, with the accounts' names; empty where there is but one.
std::string legend_markup(const ReportHtml& html);

// A figure: the same picture for a wide and for a narrow screen, of which one is shown.
inline constexpr double wide_picture = 760, narrow_picture = 358;
/// `picture` makes the SVG of a width, with an id that ends in what is told.
template <class Picture>
std::string figure_markup(const std::string& heading, const std::string& caption, const Picture& picture)
{
    const auto shown = [](std::string svg, std::string_view when) {
        svg.insert(4, " class=\"" + std::string{when} + "\"");  // behind `<svg`
        return svg;
    };
    return "<figure>\n" + (heading.empty() ? "" : "<h3>" + html_inline(heading) + "</h3>\n") +
           shown(picture(wide_picture, "-wide"), "wide") + shown(picture(narrow_picture, "-narrow"), "narrow") +
           (caption.empty() ? "" : "<figcaption>" + html_inline(caption) + "</figcaption>\n") + "</figure>\n";
}

// The parts of the page that the text report does not have, in the order of the page.
void write_page_head(ReportHtml& html);
void write_page_contents(ReportHtml& html);  ///< once all parts are written
void write_page_answer(ReportHtml& html);
void write_page_maps(ReportHtml& html);
void write_page_timeline(ReportHtml& html);
void write_page_charts(ReportHtml& html);
void write_page_sources(ReportHtml& html);
void write_page_making(ReportHtml& html);

}  // namespace incursion
