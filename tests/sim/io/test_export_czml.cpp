#include <catch2/catch.hpp>

#include <cmath>

#include <nlohmann/json.hpp>

#include "sim/geo/geodesic.h"
#include "sim/io/export_czml.h"
#include "sim/io/export_heights.h"
#include "tests/sim/io/czml_slow_reader.h"
#include "tests/sim/io/export_support.h"

namespace incursion {

using nlohmann::json;
using test::check_czml;
using test::czml_interval_of;
using test::czml_packet;
using test::czml_position;
using test::Exported;
using test::square_time;
using test::SquareFlight;

namespace {

json packets_of(const Exported& exported)
{
    Diagnostics diagnostics;
    return json::parse(czml_text(exported.incident, diagnostics));
}

}  // namespace

TEST_CASE("a CZML export has the structure of the guide, whatever the flight", "[export]")
{
    check_czml(packets_of(Exported{}));
    check_czml(packets_of(Exported{SquareFlight{.with_gap = true}}));
    check_czml(packets_of(Exported{SquareFlight{.west_deg = 179.5, .altitude = ""}}));
    check_czml(packets_of(Exported{SquareFlight{.altitude = "alt_pressure_m"}}));
}

TEST_CASE("a slow reader of CZML finds the aircraft at the places of its crossings", "[export]")
{
    const Exported exported;
    const json packets = packets_of(exported);
    for (std::size_t i = 0; i < exported.incident.crossings.size(); ++i) {
        const ExportedCrossing& crossing = exported.incident.crossings[i];
        const json& told = czml_packet(packets, "crossing/" + std::to_string(i));
        CHECK(czml_interval_of(told.at("availability")).first == crossing.end.time);
        const auto here = czml_position(told, crossing.end.time);
        const auto track = czml_position(czml_packet(packets, "track/" + exported.incident.tracks[crossing.track].id),
                                         crossing.end.time);
        REQUIRE(here);
        REQUIRE(track);
        // Legs of 11 km on the equator: linear in degrees and the geodesic are one.
        CHECK(distance_m({(*here)[0], (*here)[1]}, {(*track)[0], (*track)[1]}) < 0.01);
        CHECK(std::abs((*here)[2] - (*track)[2]) < 0.5);
    }
    const auto entry = czml_position(czml_packet(packets, "track/A1"), square_time(test::square_in_s));
    REQUIRE(entry);
    CHECK(std::abs((*entry)[0] - 10) < 1e-8);
}

TEST_CASE("heights of a CZML export count from the ellipsoid", "[export]")
{
    const HeightChange geoid{0};
    const double undulation_m = geoid.undulation_m({9.55, 0});
    const auto height = [](const std::string& column) {
        const json packets = packets_of(Exported{SquareFlight{.altitude = column}});
        return czml_packet(packets, "track/A1").at("position").at("cartographicDegrees").at(3).get<double>();
    };
    CHECK(std::abs(height("alt_m") - (3000 + undulation_m)) < 0.001);
    CHECK(std::abs(height("alt_pressure_m") - (3000 + undulation_m)) < 0.001);
    CHECK(height("alt_hae_m") == 3000);
    const json packets = packets_of(Exported{SquareFlight{.altitude = ""}});
    CHECK(czml_packet(packets, "track/A1").at("point").at("heightReference") == "CLAMP_TO_GROUND");
}

TEST_CASE("a CZML track is not available while nobody observed it", "[export]")
{
    const json packets = packets_of(Exported{SquareFlight{.with_gap = true}});
    const json& track = czml_packet(packets, "track/A1");
    REQUIRE(track.at("availability").size() == 2);
    CHECK(czml_interval_of(track["availability"][0]).second == square_time(800));
    CHECK(czml_interval_of(track["availability"][1]).first == square_time(900));
    CHECK_FALSE(czml_position(track, square_time(850)));
    CHECK(czml_position(track, square_time(950)));
}

TEST_CASE("texts of a CZML export are escaped where they are HTML and plain where they are labels", "[export]")
{
    const json packets = packets_of(Exported{});
    CHECK(packets.at(0).at("name") == "Through a <square> & out");
    const json& call = czml_packet(packets, "call/0");
    CHECK(call.at("description").get<std::string>().find("now, &lt;50 km&gt; &amp; &quot;fast&quot;") !=
          std::string::npos);
    CHECK(call.at("label").at("text").get<std::string>().find("<50 km> & \"fast\"") != std::string::npos);
    CHECK_FALSE(czml_packet(packets, "call/1").contains("position"));
    CHECK(czml_packet(packets, "track/P1").at("name") == "P1 (reconstructed)");
}

}  // namespace incursion
