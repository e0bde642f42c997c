#include "sim/io/airspace_format.h"

#include <array>

#include "sim/io/aixm_format.h"
#include "sim/io/openaip_format.h"
#include "sim/io/openair_format.h"

namespace incursion {

namespace {

constexpr std::array table_of_airspace_formats{
    AirspaceFormat{"openair", "OpenAir 1 and 2", ".txt .openair", fits_openair, read_openair},
    AirspaceFormat{"aixm", "AIXM 5.1", ".xml", fits_aixm, read_aixm},
    AirspaceFormat{"openaip", "OpenAIP core API", ".json .geojson", fits_openaip, read_openaip},
};

}  // namespace

std::span<const AirspaceFormat> airspace_formats()
{
    return table_of_airspace_formats;
}

}  // namespace incursion
