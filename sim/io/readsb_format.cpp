#include "sim/io/readsb_format.h"

#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <simdjson.h>

#include "sim/io/bad_rows.h"
#include "sim/io/chosen_altitude.h"
#include "sim/io/json_values.h"
#include "sim/io/piece_writer.h"
#include "sim/io/readsb_entry.h"

namespace incursion {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

// A day of one aircraft is a few megabytes.
constexpr std::size_t most_bytes = std::size_t{1} << 30U;

bool has_pressure_altitude(const simdjson::dom::array& trace)
{
    for (const element each : trace)
        if (const auto entry = readsb_entry(each); entry && entry->pressure_altitude_m)
            return true;
    return false;
}

class TraceReader {
public:
    TraceReader(Time start, ChosenAltitude& altitude, TrackSink& sink)
        : start_{start}, altitude_{altitude}, writer_{sink}
    {
    }

    void read(const simdjson::dom::array& trace, std::string id)
    {
        writer_.begin(std::move(id), altitude_.datum());
        std::int64_t line = 0;
        for (const element each : trace) {
            const auto entry = readsb_entry(each);
            ++line;
            if (entry)
                add(*entry, line);
            else
                writer_.problems().add(unreadable_kind, line, "this is no entry of a trace; dropped");
            if (!writer_.is_wanted())
                break;
        }
        writer_.finish();
    }

private:
    void add(const ReadsbEntry& entry, std::int64_t line)
    {
        if (entry.details)
            accuracy_m_ = readsb_accuracy_m(*entry.details);
        RowProblems& problems = writer_.problems();
        if (!entry.after) {
            problems.add(bad_time_kind, line, "the entry does not begin with seconds after the timestamp; dropped");
            return;
        }
        if (!entry.lat_deg || !entry.lon_deg) {
            problems.add(no_position_kind, line, "the entry has no latitude and longitude; dropped");
            return;
        }
        const LonLat place{*entry.lon_deg, *entry.lat_deg};
        if (is_possible(place, line, problems))
            writer_.add({start_ + *entry.after, place,
                         altitude_.of({{}, entry.pressure_altitude_m, entry.ellipsoid_altitude_m}),
                         entry.sent_by_aircraft ? accuracy_m_ : std::nullopt},
                        line);
    }

    Time start_;
    ChosenAltitude& altitude_;
    PieceWriter writer_;
    std::optional<double> accuracy_m_;  ///< by the last aircraft object
};

/// When the trace begins. README-json.md says that it is seconds since 1970.
Result<Time> start_of(const object& root)
{
    element timestamp;
    if (root["timestamp"].get(timestamp) != simdjson::SUCCESS || !json_number(timestamp))
        return Problem{"the trace has no `timestamp` in seconds since 1970"};
    std::string text;
    append_cell_text(timestamp, text);
    auto start = parse_time_cell(text, {9, false});
    // Room for the entries behind it, which lie within ten years.
    constexpr Time latest{std::chrono::hours{24 * 365 * 200L}};
    if (start && (*start < Time{} || *start > latest))
        return Problem{fmt::format("the `timestamp` {} is no time of a flight", text)};
    return start;
}

}  // namespace

bool fits_readsb(std::string_view, std::string_view start)
{
    const std::size_t first = start.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && start[first] == '{' &&
           start.find("\"trace\"") != std::string_view::npos && start.find("\"icao\"") != std::string_view::npos;
}

void read_readsb(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics)
{
    const auto fail = [&](std::string message) {
        diagnostics.error(input.name(), std::nullopt, "", std::move(message));
    };
    const auto text = input.rest(most_bytes);
    if (!text)
        return fail(text.problem());
    simdjson::dom::parser parser;
    object root;
    const auto error = parser.parse(text->data(), text->size()).get(root);
    if (error != simdjson::SUCCESS)
        return fail(fmt::format("the JSON is broken ({}); get the file again", simdjson::error_message(error)));
    simdjson::dom::array trace;
    if (root["trace"].get(trace) != simdjson::SUCCESS)
        return fail("there is no list `trace` in it");
    const auto start = start_of(root);
    if (!start)
        return fail(start.problem());
    ChosenAltitude altitude{options, has_pressure_altitude(trace) ? AltitudeDatum::pressure : AltitudeDatum::ellipsoid};
    TraceReader{*start, altitude, sink}.read(trace, std::string{json_text(root, "icao").value_or("")});
    altitude.tell(options, input.name(), diagnostics);
}

}  // namespace incursion
