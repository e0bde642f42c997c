#include <catch2/catch.hpp>

#include "sim/io/versions.h"

TEST_CASE("every version is a number of three parts")
{
    const incursion::Versions versions = incursion::versions();
    for (const std::string& version : {versions.incursion, versions.gdal, versions.proj})
        CHECK_THAT(version, Catch::Matches("[0-9]+\\.[0-9]+\\.[0-9]+.*"));
}
