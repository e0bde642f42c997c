#include "sim/io/kml_output.h"

#include <string>
#include <utility>

#include <fmt/format.h>

#include "sim/io/text_output.h"
#include "sim/io/text_pieces.h"
#include "sim/io/track_losses.h"

namespace incursion {

namespace {

void append_coord(fmt::memory_buffer& text, const Fix& fix, bool with_heights)
{
    const LonLat place = written_place(fix.place);
    append_piece(text, "<gx:coord>");
    append_decimal(text, place.lon_deg, place_decimals);
    text.push_back(' ');
    append_decimal(text, place.lat_deg, place_decimals);
    if (!with_heights) {
        append_piece(text, " 0");
    } else if (fix.altitude_m) {
        text.push_back(' ');
        append_decimal(text, *fix.altitude_m, metre_decimals);
    }
    append_piece(text, "</gx:coord>\n");
}

/// Times first and places behind them, as the schema of gx:Track has it.
std::optional<Problem> append_placemark(TextOutput& output, const Track& track)
{
    const bool with_heights = has_heights_to_write(track);
    append_piece(output.text(), "<Placemark><name>");
    append_xml_text(output.text(), track.id());
    append_piece(output.text(), "</name><gx:Track>\n<altitudeMode>");
    append_piece(output.text(), with_heights ? "absolute" : "clampToGround");
    append_piece(output.text(), "</altitudeMode>\n");
    for (const Fix& fix : track.fixes()) {
        append_piece(output.text(), "<when>");
        append_time(output.text(), fix.time);
        append_piece(output.text(), "</when>\n");
        if (auto problem = output.write_if_full())
            return problem;
    }
    for (const Fix& fix : track.fixes()) {
        append_coord(output.text(), fix, with_heights);
        if (auto problem = output.write_if_full())
            return problem;
    }
    append_piece(output.text(), "</gx:Track></Placemark>\n");
    return std::nullopt;
}

void tell_missing_heights(const TableTarget& target, std::span<const Track> tracks, Diagnostics& diagnostics)
{
    std::size_t count = 0;
    for (const Track& track : tracks)
        count += has_heights_to_write(track) ? fixes_without_altitude(track) : 0;
    if (count > 0)
        diagnostics.warning(target.path, std::nullopt, "",
                            fmt::format("fixes without an altitude in tracks that have some: {}; programs may draw "
                                        "them at the height 0",
                                        count));
}

std::optional<Problem> write_placemarks(const TableTarget& target, const std::string& member,
                                        std::span<const Track> tracks, Diagnostics& diagnostics)
{
    auto made = TextOutput::create(target, member);
    if (!made)
        return Problem{made.problem()};
    TextOutput output = std::move(made).value();
    append_piece(output.text(), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<kml xmlns=\"http://www.opengis.net/kml/2.2\" "
                                "xmlns:gx=\"http://www.google.com/kml/ext/2.2\">\n<Document>\n");
    for (const Track& track : tracks)
        if (auto problem = append_placemark(output, track))
            return problem;
    append_piece(output.text(), "</Document>\n</kml>\n");
    tell_losses(target, "KML", tracks, diagnostics);
    tell_missing_heights(target, tracks, diagnostics);
    return output.finish();
}

}  // namespace

std::optional<Problem> write_kml(const TableTarget& target, std::span<const Track> tracks, Diagnostics& diagnostics)
{
    return write_placemarks(target, "", tracks, diagnostics);
}

std::optional<Problem> write_kmz(const TableTarget& target, std::span<const Track> tracks, Diagnostics& diagnostics)
{
    return write_placemarks(target, "doc.kml", tracks, diagnostics);
}

}  // namespace incursion
