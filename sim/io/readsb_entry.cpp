#include "sim/io/readsb_entry.h"

#include <cmath>
#include <string_view>

#include "sim/base/units.h"
#include "sim/io/json_values.h"
#include "sim/io/navigation_accuracy.h"

namespace incursion {

namespace {

using simdjson::dom::element;

// Places within an entry: readsb, README-json.md, "trace jsons"; the last two since version 3.14.
enum Entry { after, lat, lon, altitude, speed, heading, flags, vertical_rate, details, source, geometric_altitude };

constexpr std::int64_t geometric_flag = 8;

// Ten years: what stands so long after the beginning is no part of a trace of a day.
constexpr double longest_after_s = 3.2e8;

void take_altitude(const element& value, bool geometric, ReadsbEntry& entry)
{
    const auto feet = json_number(value);
    if (feet)
        (geometric ? entry.ellipsoid_altitude_m : entry.pressure_altitude_m) = *feet * metres_per_foot;
}

}  // namespace

std::optional<ReadsbEntry> readsb_entry(const element& entry)
{
    simdjson::dom::array list;
    if (entry.get(list) != simdjson::SUCCESS)
        return std::nullopt;
    ReadsbEntry read;
    std::optional<element> first_altitude;
    bool geometric = false;
    int place = 0;
    for (const element value : list) {
        switch (place++) {
        case Entry::after:
            if (const auto after_s = json_number(value); after_s && std::abs(*after_s) < longest_after_s)
                read.after = seconds(*after_s);
            break;
        case Entry::lat: read.lat_deg = json_number(value); break;
        case Entry::lon: read.lon_deg = json_number(value); break;
        case Entry::altitude: first_altitude = value; break;
        case Entry::flags: {
            std::int64_t bits = 0;
            geometric = value.get(bits) == simdjson::SUCCESS && (bits & geometric_flag) != 0;
            break;
        }
        case Entry::details: {
            simdjson::dom::object object;
            if (value.get(object) == simdjson::SUCCESS)
                read.details = object;
            break;
        }
        case Entry::source: {
            std::string_view text;
            if (value.get(text) == simdjson::SUCCESS)
                read.sent_by_aircraft = text.starts_with("adsb") || text.starts_with("adsr");
            break;
        }
        case Entry::geometric_altitude: take_altitude(value, true, read); break;
        default: break;
        }
    }
    if (first_altitude)
        take_altitude(*first_altitude, geometric, read);
    return read;
}

std::optional<double> readsb_accuracy_m(const simdjson::dom::object& details)
{
    std::int64_t category = 0;
    if (details["nac_p"].get(category) != simdjson::SUCCESS)
        return std::nullopt;
    return navigation_accuracy_m(category);
}

}  // namespace incursion
