#include "tools/incursion/text_report_parts.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace incursion {

void write_events(ReportText& text)
{
    if (text.report.events.empty())
        return;
    text.page.heading("What else happened, according to the accounts");
    Table table;
    table.columns = {{"time"}, {"account", TextAlign::left, 8}, {"event", TextAlign::left, 16}, {"where", TextAlign::left, 12}};
    for (const Event& event : text.report.events) {
        std::string where = event.place ? place_text(*event.place) : "";
        if (event.altitude_m)
            where += (where.empty() ? "at " : ", ") + altitude_text(*event.altitude_m);
        table.rows.push_back({{text.clock.brief(event.time)},
                              {event.account},
                              {event.title + text.sources.cite(event.evidence, "event: " + event.title)},
                              {where}});
    }
    text.page.table(table);
}

void write_notes(ReportText& text)
{
    static constexpr std::string_view mark = "reconstructed: ";
    for (const bool reconstructed : {true, false}) {
        bool first = true;
        for (const Sources::Note& note : text.sources.notes()) {
            if (note.text.starts_with(mark) != reconstructed)
                continue;
            if (first)
                text.page.heading(reconstructed ? "What nobody published, and is reconstructed here" : "Notes");
            first = false;
            const std::string words = reconstructed ? note.text.substr(mark.size()) : note.text;
            text.page.paragraph(fmt::format("{}: {}", listed(note.subjects), words), TextStyle::plain, 2);
        }
    }
}

void write_confidence_legend(PageWriter& page, const std::set<std::string>& letters)
{
    std::string legend;
    for (const std::string& letter : letters)
        if (const std::string meaning = meaning_of_confidence(letter); !meaning.empty())
            legend += fmt::format("{}{} {}", legend.empty() ? "" : "; ", letter, meaning);
    if (!legend.empty())
        page.paragraph("Confidence: " + legend + ".", TextStyle::faint);
}

void write_sources(ReportText& text)
{
    if (text.sources.list().empty())
        return;
    text.page.heading("Sources");
    std::set<std::string> letters;
    std::size_t number = 0;
    for (const Sources::Source& source : text.sources.list()) {
        const std::string mark = source.confidence.empty() ? "" : "(" + source.confidence + ") ";
        text.page.paragraph(fmt::format("[{}] {}{}", ++number, mark, source.text.empty() ? "no source named" : source.text),
                            TextStyle::plain, 4);
        letters.insert(source.confidence);
    }
    write_confidence_legend(text.page, letters);
}

namespace {

std::string zero_words(AltitudeDatum datum)
{
    switch (datum) {
    case AltitudeDatum::msl: return "above mean sea level";
    case AltitudeDatum::pressure: return "pressure altitudes (1013.25 hPa)";
    case AltitudeDatum::ellipsoid: return "above the WGS-84 ellipsoid";
    }
    return "";
}

/// Which zero altitudes count from; one sentence where it is one for all.
std::string datums_of(const Report& report)
{
    const auto tracks_of = [&](AltitudeDatum datum) {
        std::vector<std::string> tracks;
        for (const TrackReport& track : report.tracks)
            if (track.datum == datum)
                tracks.push_back(track.track);
        return tracks;
    };
    std::string others;
    for (const AltitudeDatum datum : {AltitudeDatum::pressure, AltitudeDatum::ellipsoid}) {
        const std::vector<std::string> tracks = tracks_of(datum);
        if (!tracks.empty() && tracks.size() == report.tracks.size())
            return fmt::format("Altitudes of aircraft are {}.", zero_words(datum));
        if (!tracks.empty())
            others += fmt::format("; those of {} are {}", listed(tracks), zero_words(datum));
    }
    return fmt::format("Altitudes are {}{}.", zero_words(AltitudeDatum::msl), others);
}

void write_heights(ReportText& text)
{
    const Report& report = text.report;
    std::string words = datums_of(report);
    const bool by_geoid = report.has_limits && std::any_of(report.tracks.begin(), report.tracks.end(), [](const auto& t) {
                              return t.datum == AltitudeDatum::ellipsoid;
                          });
    if (report.has_limits || report.qnh_hpa)
        words += fmt::format(" Flight levels and pressure altitudes are set against heights above mean sea level by an "
                             "altimeter setting of {:.6g} hPa{}, whatever the temperature of the air.",
                             report.qnh_hpa.value_or(1013.25),
                             report.qnh_hpa ? "" : ", as nothing else is stated");
    if (by_geoid)
        words += " Heights above the ellipsoid are brought to mean sea level by EGM96.";
    if (!report.terrain.empty())
        words += fmt::format(" Heights above ground are above the terrain of {}.", report.terrain);
    text.page.paragraph(words);
}

}  // namespace

void write_readings(ReportText& text)
{
    const Report& report = text.report;
    text.page.heading("How this was computed");
    text.page.paragraph(
        fmt::format("Between two stored points a border runs {}, and between two fixes an aircraft runs {}.",
                    report.edges == EdgeReading::straight ? "straight in longitude and latitude"
                                                          : "along the WGS-84 geodesic",
                    report.legs == LegReading::straight ? "straight in longitude and latitude"
                                                        : "along the WGS-84 geodesic at constant speed"));
    text.page.paragraph("Distances are geodesic on WGS-84. A visit is half-open: the instant of its entry belongs to it, "
                        "that of its exit does not. The ± beside a crossing is the most that the computed "
                        "instant can differ from that of the given track and border; how sure those are is another "
                        "matter.");
    write_heights(text);
    std::vector<std::string> flown;
    for (const TrackReport& track : report.tracks)
        if (track.flown)
            flown.push_back(track.track);
    if (!flown.empty())
        text.page.paragraph(fmt::format("The motion of {} is a simulated flight along a plan, not a recording.",
                                        listed(flown)));
    if (!report.path.empty())
        text.page.paragraph(fmt::format("Scenario {}, seed {}.", report.path, report.seed), TextStyle::faint);
}

}  // namespace incursion
