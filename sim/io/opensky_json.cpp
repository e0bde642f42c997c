#include "sim/io/opensky_json.h"

#include "sim/io/bad_rows.h"
#include "sim/io/json_values.h"
#include "sim/io/text_cells.h"

namespace incursion {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

// Places within a vector: OpenSky REST API, "All State Vectors".
enum StatePlace {
    state_icao24 = 0,
    state_time = 3,
    state_lon = 5,
    state_lat = 6,
    state_baro = 7,
    state_ground = 8,
    state_geo = 13
};

/// A state vector that is being read, and whether something in it is of another kind than it should be.
struct ReadState {
    OpenSkyState state;
    bool has_bad_cell = false;

    void take(std::optional<double>& number, const element& value)
    {
        number = json_number(value);
        has_bad_cell = has_bad_cell || (!number && !value.is_null());
    }
    void take_time(const element& value)
    {
        if (value.is_null())
            return;
        const auto time = json_number(value) ? json_time(value) : Result<Time>{Problem{""}};
        if (time)
            state.position_time = *time;
        has_bad_cell = has_bad_cell || !time;
    }
    void take_id(const element& value)
    {
        std::string_view text;
        if (value.get(text) == simdjson::SUCCESS)
            state.icao24 = trimmed(text);
    }
    void take_ground(const element& value)
    {
        bool is_on_ground = false;
        if (value.get(is_on_ground) == simdjson::SUCCESS)
            state.is_on_ground = is_on_ground;
    }
};

void add_vector(const simdjson::dom::array& vector, std::int64_t line, OpenSkyStates& states)
{
    ReadState read;
    int place = 0;
    for (const element value : vector) {
        switch (place++) {
        case state_icao24: read.take_id(value); break;
        case state_time: read.take_time(value); break;
        case state_lon: read.take(read.state.lon_deg, value); break;
        case state_lat: read.take(read.state.lat_deg, value); break;
        case state_baro: read.take(read.state.altitudes.pressure_m, value); break;
        case state_ground: read.take_ground(value); break;
        case state_geo: read.take(read.state.altitudes.ellipsoid_m, value); break;
        default: break;
        }
    }
    states.add(read.state, read.has_bad_cell, line);
}

void add_named(const object& members, std::int64_t line, OpenSkyStates& states)
{
    ReadState read;
    for (const auto& [key, value] : members) {
        if (key == "icao24")
            read.take_id(value);
        else if (key == "lastposupdate")
            read.take_time(value);
        else if (key == "lon")
            read.take(read.state.lon_deg, value);
        else if (key == "lat")
            read.take(read.state.lat_deg, value);
        else if (key == "baroaltitude")
            read.take(read.state.altitudes.pressure_m, value);
        else if (key == "geoaltitude")
            read.take(read.state.altitudes.ellipsoid_m, value);
        else if (key == "onground")
            read.take_ground(value);
    }
    states.add(read.state, read.has_bad_cell, line);
}

}  // namespace

void add_opensky_document(const element& document, std::int64_t line, OpenSkyStates& states)
{
    object members;
    element list;
    if (document.get(members) != simdjson::SUCCESS) {
        states.problems().add(unreadable_record_kind, line, "this is no document of state vectors; dropped");
        return;
    }
    if (members["states"].get(list) != simdjson::SUCCESS) {
        element id;
        if (members["icao24"].get(id) == simdjson::SUCCESS)
            add_named(members, line, states);
        else
            states.problems().add(unreadable_record_kind, line, "the document has no list `states`; dropped");
        return;
    }
    simdjson::dom::array vectors;
    if (list.get(vectors) != simdjson::SUCCESS) {
        if (!list.is_null())
            states.problems().add(unreadable_record_kind, line, "`states` is no list; dropped");
        return;
    }
    for (const element each : vectors) {
        simdjson::dom::array vector;
        if (each.get(vector) == simdjson::SUCCESS)
            add_vector(vector, line, states);
        else
            states.problems().add(unreadable_record_kind, line, "this is no state vector; dropped");
    }
}

}  // namespace incursion
