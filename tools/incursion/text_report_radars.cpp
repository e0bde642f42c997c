#include "tools/incursion/text_report_parts.h"

#include <fmt/format.h>

namespace incursion {

namespace {

std::string proof_cell(const RadarView& view)
{
    if (view.seconds_to_proof)
        return seconds_text(*view.seconds_to_proof, 1);
    return view.true_dwell_s > 0 ? "no proof" : "-";
}

std::string dwell_cell(double s)
{
    return s > 0 ? duration_text(seconds(s)) : "never";
}

bool is_never_inside(const RadarView& view)
{
    return !(view.true_dwell_s > 0) && !(view.plot_dwell_s > 0) && !(view.system_dwell_s > 0) &&
           view.plots_shown_inside == 0;
}

void write_radar(ReportText& text, const RadarReport& report)
{
    const Radar& radar = report.radar;
    text.page.subheading(radar.id + (radar.title.empty() ? "" : ": " + radar.title));
    text.page.paragraph(fmt::format("{}{} at {}, antenna at {}. One turn in {}.{}", capitalised(radar.type.id),
                                    radar.account.empty() ? "" : " of account " + radar.account, place_text(radar.site),
                                    altitude_text(radar.antenna_m), seconds_text(radar.type.scan_period_s, 1),
                                    text.sources.cite(radar.evidence, "radar " + radar.id)));
    Table table;
    table.columns = {{"track"},
                     {"air-\nspace"},
                     {"true\ninside", TextAlign::right, 8},
                     {"by its\nplots", TextAlign::right, 8},
                     {"by its\ntracker", TextAlign::right, 8},
                     {"scans\nin", TextAlign::right},
                     {"plots\nin", TextAlign::right},
                     {"shown\nin", TextAlign::right},
                     {"proved\nafter", TextAlign::right, 8}};
    std::vector<std::string> never;
    for (const RadarView& v : report.views) {
        if (is_never_inside(v))
            never.push_back(v.track + " (" + v.airspace + ")");
        else
            table.rows.push_back({{v.track},
                                  {v.airspace},
                                  {dwell_cell(v.true_dwell_s)},
                                  {dwell_cell(v.plot_dwell_s)},
                                  {dwell_cell(v.system_dwell_s)},
                                  {fmt::format("{}", v.scans_inside)},
                                  {fmt::format("{}", v.plots_inside)},
                                  {fmt::format("{}", v.plots_shown_inside)},
                                  {proof_cell(v)}});
    }
    if (!table.rows.empty())
        text.page.table(table);
    if (!never.empty())
        text.page.paragraph("Neither truly nor as shown inside: " + listed(never) + ".", TextStyle::plain, 2);
    if (!report.unseen.empty())
        text.page.paragraph("Never seen: " + listed(report.unseen) + ".");
}

}  // namespace

void write_radars(ReportText& text)
{
    if (text.report.radars.empty())
        return;
    text.page.heading("As radar would show it");
    text.page.paragraph(
        "The true tracks seen by simulated radars. By its plots: the time inside of the plots joined by "
        "straight legs; by its tracker: of the track that a filter makes of them. Scans inside: times "
        "the beam passed the aircraft while it was inside; plots: of these, seen; shown inside: plots "
        "that lie inside, wherever the aircraft was. Proved: by the first plot that lies inside by more "
        "than three standard deviations.");
    for (const RadarReport& report : text.report.radars)
        write_radar(text, report);
}

}  // namespace incursion
