#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <set>

#include <nlohmann/json.hpp>

#include "sim/geo/geodesic.h"
#include "sim/io/export_czml.h"
#include "sim/io/export_heights.h"
#include "tests/sim/io/export_support.h"

namespace incursion {

using nlohmann::json;
using test::Exported;
using test::square_time;
using test::SquareFlight;

namespace {

json packets_of(const Exported& exported)
{
    Diagnostics diagnostics;
    return json::parse(czml_text(exported.incident, diagnostics));
}

const json& packet(const json& packets, const std::string& id)
{
    for (const json& one : packets)
        if (one.at("id") == id)
            return one;
    FAIL("no packet " << id);
    return packets;
}

std::pair<Time, Time> interval(const std::string& text)
{
    const auto from = parse_time(text.substr(0, text.find('/'))), to = parse_time(text.substr(text.find('/') + 1));
    REQUIRE(from);
    REQUIRE(to);
    return {*from, *to};
}

/// A slow reader: where a packet is at an instant, linear between the samples around it; the rest of the track counts
/// for nothing. None where it is not.
std::optional<std::array<double, 3>> position(const json& packet, Time time)
{
    const json& told = packet.at("position");
    for (const json& part : told.is_array() ? told : json::array({told})) {
        if (part.contains("interval")) {
            const auto [from, to] = interval(part["interval"]);
            if (time < from || time > to)
                continue;
        }
        const auto numbers = part.at("cartographicDegrees").get<std::vector<double>>();
        if (numbers.size() == 3)
            return std::array{numbers[0], numbers[1], numbers[2]};
        const double s = to_seconds(time - *parse_time(part.at("epoch").get<std::string>()));
        for (std::size_t i = 0; i + 4 < numbers.size(); i += 4)
            if (numbers[i] <= s && s <= numbers[i + 4]) {
                const double share = (s - numbers[i]) / (numbers[i + 4] - numbers[i]);
                std::array<double, 3> place{};
                for (std::size_t k = 0; k < 3; ++k)
                    place.at(k) = numbers[i + 1 + k] + share * (numbers[i + 5 + k] - numbers[i + 1 + k]);
                return place;
            }
    }
    return std::nullopt;
}

void check_coordinates(const json& coordinates, std::size_t stride)
{
    REQUIRE(coordinates.is_array());
    CHECK(coordinates.size() % stride == 0);
    CHECK_FALSE(coordinates.empty());
    for (const json& number : coordinates)
        CHECK(number.is_number());
}

/// What czml-writer's guide asks of any document, as far as these use it.
void check_structure(const json& packets)
{
    REQUIRE(packets.is_array());
    CHECK(packets.at(0).at("id") == "document");
    CHECK(packets.at(0).at("version") == "1.0");
    interval(packets.at(0).at("clock").at("interval"));
    std::set<std::string> ids;
    for (const json& one : packets) {
        CAPTURE(one.at("id").get<std::string>());
        CHECK(ids.insert(one.at("id").get<std::string>()).second);
        CHECK(one.at("name").is_string());
        if (one.contains("parent"))
            CHECK(ids.contains(one["parent"].get<std::string>()));
        if (one.contains("availability"))
            for (const json& span : one["availability"].is_array() ? one["availability"]
                                                                    : json::array({one["availability"]})) {
                const auto [from, to] = interval(span);
                CHECK(from <= to);
            }
        if (one.contains("position"))
            for (const json& part : one["position"].is_array() ? one["position"] : json::array({one["position"]}))
                check_coordinates(part.at("cartographicDegrees"), part.contains("epoch") ? 4 : 3);
        if (one.contains("polygon"))
            check_coordinates(one["polygon"].at("positions").at("cartographicDegrees"), 3);
        if (one.contains("polyline"))
            check_coordinates(one["polyline"].at("positions").at("cartographicDegrees"), 3);
    }
}

}  // namespace

TEST_CASE("a CZML export has the structure of the guide, whatever the flight", "[export]")
{
    check_structure(packets_of(Exported{}));
    check_structure(packets_of(Exported{SquareFlight{.with_gap = true}}));
    check_structure(packets_of(Exported{SquareFlight{.west_deg = 179.5, .altitude = ""}}));
    check_structure(packets_of(Exported{SquareFlight{.altitude = "alt_pressure_m"}}));
}

TEST_CASE("a slow reader of CZML finds the aircraft at the places of its crossings", "[export]")
{
    const Exported exported;
    const json packets = packets_of(exported);
    for (std::size_t i = 0; i < exported.incident.crossings.size(); ++i) {
        const ExportedCrossing& crossing = exported.incident.crossings[i];
        const json& told = packet(packets, "crossing/" + std::to_string(i));
        CHECK(interval(told.at("availability")).first == crossing.end.time);
        const auto here = position(told, crossing.end.time);
        const auto track = position(packet(packets, "track/" + exported.incident.tracks[crossing.track].id),
                                    crossing.end.time);
        REQUIRE(here);
        REQUIRE(track);
        // Legs of 11 km on the equator: linear in degrees and the geodesic are one.
        CHECK(distance_m({(*here)[0], (*here)[1]}, {(*track)[0], (*track)[1]}) < 0.01);
        CHECK(std::abs((*here)[2] - (*track)[2]) < 0.5);
    }
    const auto entry = position(packet(packets, "track/A1"), square_time(test::square_in_s));
    REQUIRE(entry);
    CHECK(std::abs((*entry)[0] - 10) < 1e-8);
}

TEST_CASE("heights of a CZML export count from the ellipsoid", "[export]")
{
    const GeoidHeights geoid;
    const double undulation_m = geoid.undulation_m({9.55, 0});
    const auto height = [](const std::string& column) {
        const json packets = packets_of(Exported{SquareFlight{.altitude = column}});
        return packet(packets, "track/A1").at("position").at("cartographicDegrees").at(3).get<double>();
    };
    CHECK(std::abs(height("alt_m") - (3000 + undulation_m)) < 0.001);
    CHECK(std::abs(height("alt_pressure_m") - (3000 + undulation_m)) < 0.001);
    CHECK(height("alt_hae_m") == 3000);
    const json packets = packets_of(Exported{SquareFlight{.altitude = ""}});
    CHECK(packet(packets, "track/A1").at("point").at("heightReference") == "CLAMP_TO_GROUND");
}

TEST_CASE("a CZML track is not available while nobody observed it", "[export]")
{
    const json packets = packets_of(Exported{SquareFlight{.with_gap = true}});
    const json& track = packet(packets, "track/A1");
    REQUIRE(track.at("availability").size() == 2);
    CHECK(interval(track["availability"][0]).second == square_time(800));
    CHECK(interval(track["availability"][1]).first == square_time(900));
    CHECK_FALSE(position(track, square_time(850)));
    CHECK(position(track, square_time(950)));
}

TEST_CASE("texts of a CZML export are escaped where they are HTML and plain where they are labels", "[export]")
{
    const json packets = packets_of(Exported{});
    CHECK(packets.at(0).at("name") == "Through a <square> & out");
    const json& call = packet(packets, "call/0");
    CHECK(call.at("description").get<std::string>().find("now, &lt;50 km&gt; &amp; &quot;fast&quot;") !=
          std::string::npos);
    CHECK(call.at("label").at("text").get<std::string>().find("<50 km> & \"fast\"") != std::string::npos);
    CHECK_FALSE(packet(packets, "call/1").contains("position"));
    CHECK(packet(packets, "track/P1").at("name") == "P1 (reconstructed)");
}

}  // namespace incursion
