#include "sim/io/gpx_output.h"

#include <utility>

#include "sim/io/text_output.h"
#include "sim/io/text_pieces.h"
#include "sim/io/track_losses.h"

namespace incursion {

namespace {

void append_trkpt(fmt::memory_buffer& text, const Fix& fix, bool with_heights)
{
    const LonLat place = written_place(fix.place);
    append_piece(text, "<trkpt lat=\"");
    append_decimal(text, place.lat_deg, place_decimals);
    append_piece(text, "\" lon=\"");
    append_decimal(text, place.lon_deg, place_decimals);
    append_piece(text, "\">");
    if (with_heights && fix.altitude_m) {
        append_piece(text, "<ele>");
        append_decimal(text, *fix.altitude_m, metre_decimals);
        append_piece(text, "</ele>");
    }
    append_piece(text, "<time>");
    append_time(text, fix.time);
    append_piece(text, "</time></trkpt>\n");
}

}  // namespace

std::optional<Problem> write_gpx(const TableTarget& target, std::span<const Track> tracks, Diagnostics& diagnostics)
{
    auto made = TextOutput::create(target);
    if (!made)
        return Problem{made.problem()};
    TextOutput output = std::move(made).value();
    append_piece(output.text(),
                 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<gpx xmlns=\"http://www.topografix.com/GPX/1/1\" version=\"1.1\" creator=\"Incursion\">\n");
    for (const Track& track : tracks) {
        append_piece(output.text(), "<trk><name>");
        append_xml_text(output.text(), track.id());
        append_piece(output.text(), "</name><trkseg>\n");
        const bool with_heights = has_heights_to_write(track);
        for (const Fix& fix : track.fixes()) {
            append_trkpt(output.text(), fix, with_heights);
            if (auto problem = output.write_if_full())
                return problem;
        }
        append_piece(output.text(), "</trkseg></trk>\n");
    }
    append_piece(output.text(), "</gpx>\n");
    tell_losses(target, "GPX", tracks, diagnostics);
    return output.finish();
}

}  // namespace incursion
