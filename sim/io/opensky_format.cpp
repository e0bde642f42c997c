#include "sim/io/opensky_format.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <simdjson.h>

#include "sim/io/bad_rows.h"
#include "sim/io/csv_format.h"
#include "sim/io/json_objects.h"
#include "sim/io/opensky_csv.h"
#include "sim/io/opensky_json.h"
#include "sim/io/opensky_states.h"

namespace incursion {

namespace {

// A day of the world's snapshots, every ten seconds, is ten times as much: it comes in several files.
constexpr std::size_t most_array_bytes = std::size_t{1} << 30U;

char first_letter(std::string_view start)
{
    const std::size_t first = start.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? '\0' : start[first];
}

void fail_opensky(const InputBytes& input, std::optional<int> line, std::string message, Diagnostics& diagnostics)
{
    diagnostics.error(input.name(), line, "", std::move(message));
}

void read_documents(InputBytes& input, OpenSkyStates& states, Diagnostics& diagnostics)
{
    JsonObjects objects{input, JsonObjects::Sequence::any};
    simdjson::dom::parser parser;
    while (states.is_wanted()) {
        const auto next = objects.next();
        if (!next)
            return fail_opensky(input, static_cast<int>(objects.line()), next.problem(), diagnostics);
        if (!*next)
            return;
        const JsonObjects::Object& found = **next;
        simdjson::dom::element document;
        const auto error = parser.parse(found.text.data(), found.text.size()).get(document);
        if (error == simdjson::SUCCESS)
            add_opensky_document(document, found.line, states);
        else
            states.problems().add(
                unreadable_record_kind, found.line,
                fmt::format("the document is broken JSON ({}); dropped", simdjson::error_message(error)));
    }
}

void read_array(InputBytes& input, OpenSkyStates& states, Diagnostics& diagnostics)
{
    const auto text = input.rest(most_array_bytes);
    if (!text)
        return fail_opensky(input, std::nullopt, text.problem(), diagnostics);
    simdjson::dom::parser parser;
    simdjson::dom::array documents;
    const auto error = parser.parse(text->data(), text->size()).get(documents);
    if (error != simdjson::SUCCESS)
        return fail_opensky(input, std::nullopt,
                            fmt::format("the JSON is broken ({}); get the file again", simdjson::error_message(error)),
                            diagnostics);
    std::int64_t number = 0;
    for (const simdjson::dom::element document : documents)
        if (states.is_wanted())
            add_opensky_document(document, ++number, states);
}

}  // namespace

bool fits_opensky(std::string_view, std::string_view start)
{
    const char first = first_letter(start);
    if (first != '{' && first != '[')
        return is_opensky_header(start);
    const auto has = [&](std::string_view key) { return start.find(key) != std::string_view::npos; };
    const bool is_document = has("\"states\"") && has("\"time\"");
    const bool is_archive = has("\"icao24\"") && has("\"lastposupdate\"");
    return (is_document || is_archive) && !has("\"geometry\"") && !has("\"type\"");
}

void read_opensky(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics)
{
    const auto start = input.start();
    if (!start)
        return fail_opensky(input, std::nullopt, start.problem(), diagnostics);
    const char first = first_letter(*start);
    const bool is_json = first == '{' || first == '[';
    if (!is_json && !options.columns.empty())
        return read_csv(input, options, sink, diagnostics);
    if (!is_json && !is_opensky_header(*start))
        return fail_opensky(input, std::nullopt,
                            "these are no state vectors: the header has no columns icao24, lat, lon and lastposupdate",
                            diagnostics);
    OpenSkyStates states{options, sink};
    if (!is_json)
        read_opensky_csv(input, states, diagnostics);
    else if (first == '[')
        read_array(input, states, diagnostics);
    else
        read_documents(input, states, diagnostics);
    states.finish(options, input.name(), diagnostics);
}

}  // namespace incursion
