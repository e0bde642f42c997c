#include "sim/io/geojson_coordinate_values.h"

#include "sim/io/csv_names.h"

namespace incursion {

namespace {

int rank_of(AltitudeDatum datum)
{
    return datum == AltitudeDatum::msl ? 0 : datum == AltitudeDatum::ellipsoid ? 1 : 2;
}

}  // namespace

CoordinateValues CoordinateValues::of(const simdjson::dom::object& properties, std::optional<AltitudeDatum> altitude)
{
    CoordinateValues values;
    simdjson::dom::object lists;
    if (properties["coordinateProperties"].get(lists) != simdjson::SUCCESS)
        return values;
    for (const auto& [key, list] : lists) {
        if (!list.is_array())
            continue;
        const std::string name = plain_name(key);
        if (const auto found = altitude_name(name, false); found && found->metres) {
            const bool better = !values.altitudes || rank_of(found->datum) < rank_of(values.datum);
            if (better && found->datum == altitude.value_or(found->datum)) {
                values.altitudes = List{list, *found->metres};
                values.datum = found->datum;
            }
        } else if (const auto accuracy = accuracy_name(name); accuracy && accuracy->metres && !values.accuracies) {
            values.accuracies = List{list, *accuracy->metres};
        }
    }
    return values;
}

}  // namespace incursion
