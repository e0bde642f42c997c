#include "sim/io/write_visit_json.h"

#include <cmath>

namespace incursion {

namespace {

void append(nlohmann::ordered_json& record, const std::string& name, const VisitEnd& end)
{
    record[name + "_time"] = format_time(end.time);
    record[name + "_lon"] = reported_lon(end.place);
    record[name + "_lat"] = end.place.lat_deg;
    record[name + "_alt_m"] = end.altitude_m ? nlohmann::ordered_json(*end.altitude_m) : nullptr;
    record[name + "_by"] = name_of(end.by);
    record[name + "_error_s"] = end.error_s;
}

}  // namespace

double reported_lon(LonLat place)
{
    return std::abs(place.lon_deg) <= 180 ? place.lon_deg : wrapped_lon(place.lon_deg);
}

nlohmann::ordered_json visit_json(const Visit& visit, const std::string& track)
{
    nlohmann::ordered_json record{
        {"track", track}, {"airspace", visit.airspace}, {"owner", visit.owner}, {"foreign", visit.foreign}};
    append(record, "entry", visit.entry);
    append(record, "exit", visit.exit);
    record["duration_s"] = to_seconds(visit.duration());
    record["path_m"] = visit.path_m;
    record["max_depth_m"] = visit.max_depth_m;
    record["max_depth_time"] = format_time(visit.max_depth_time);
    return record;
}

}  // namespace incursion
