#include "sim/io/sbs_format.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "sim/io/bad_rows.h"
#include "sim/io/chosen_altitude.h"
#include "sim/io/mixed_pieces.h"
#include "sim/io/sbs_message.h"
#include "sim/io/text_lines.h"

namespace incursion {

namespace {

constexpr std::chrono::seconds longest_heard{5};

/// An altitude that came without a position.
struct HeardAltitude {
    Time time{};
    double pressure_m = 0;
};

class SbsReader {
public:
    SbsReader(const TrackReadOptions& options, TrackSink& sink)
        : altitude_{options, AltitudeDatum::pressure}, pieces_{sink, altitude_.datum()}
    {
    }

    void read(std::string_view text, std::int64_t line)
    {
        if (!is_sbs_message(text))
            return;
        const auto message = sbs_message(text, line, pieces_.problems(), cells_);
        if (!message)
            return;
        if (message->type > 3)
            heard_[std::string{message->ident}] = {message->time, *message->pressure_m};
        else if (message->place)
            add(*message, line);
        else
            pieces_.problems().add(no_position_kind, line, "the message has no latitude and longitude; dropped");
    }

    void finish(const TrackReadOptions& options, const std::string& file, Diagnostics& diagnostics)
    {
        pieces_.finish();
        altitude_.tell(options, file, diagnostics);
        if (pieces_.fixes() > 0)
            diagnostics.note(file, std::nullopt, "",
                             "SBS messages do not tell their time zone; their times are read as UTC");
    }
    bool is_wanted() const { return pieces_.is_wanted(); }

private:
    void add(const SbsMessage& message, std::int64_t line)
    {
        if (!is_possible(*message.place, line, pieces_.problems()))
            return;
        Altitudes altitudes;
        if (message.type == 3 && !message.is_on_ground)
            altitudes.pressure_m = message.pressure_m ? message.pressure_m : heard(message);
        pieces_.add(message.ident, {message.time, *message.place, altitude_.of(altitudes), std::nullopt}, line);
    }

    std::optional<double> heard(const SbsMessage& message) const
    {
        const auto found = heard_.find(std::string{message.ident});
        if (found == heard_.end() || found->second.time > message.time ||
            message.time - found->second.time > longest_heard)
            return std::nullopt;
        return found->second.pressure_m;
    }

    ChosenAltitude altitude_;
    MixedPieces pieces_;
    std::unordered_map<std::string, HeardAltitude> heard_;  // looked up, never walked
    std::vector<std::string_view> cells_;
};

}  // namespace

bool fits_sbs(std::string_view ending, std::string_view start)
{
    if (ending == ".sbs")
        return true;
    // The first line may be any of them.
    const std::string_view first = start.substr(0, start.find('\n'));
    if (first.starts_with("MSG,") || first.starts_with("MLAT,"))
        return true;
    for (const std::string_view word : {"SEL,", "ID,", "AIR,", "STA,", "CLK,"})
        if (first.starts_with(word))
            return start.find("\nMSG,") != std::string_view::npos || start.find("\nMLAT,") != std::string_view::npos;
    return false;
}

void read_sbs(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics)
{
    SbsReader reader{options, sink};
    TextLines lines{input};
    while (reader.is_wanted())
        if (const auto line = lines.next())
            reader.read(*line, lines.number());
        else
            break;
    reader.finish(options, input.name(), diagnostics);
    if (lines.problem())
        diagnostics.error(input.name(), std::nullopt, "", *lines.problem());
}

}  // namespace incursion
