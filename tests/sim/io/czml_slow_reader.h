#pragma once

#include <catch2/catch.hpp>

#include <array>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "sim/base/time.h"

namespace incursion::test {

// A reader of CZML that is slow and simple, and shares nothing with the writer.

inline const nlohmann::json& czml_packet(const nlohmann::json& packets, const std::string& id)
{
    for (const nlohmann::json& one : packets)
        if (one.at("id") == id)
            return one;
    FAIL("no packet " << id);
    return packets;
}

inline std::pair<Time, Time> czml_interval_of(const std::string& text)
{
    const auto from = parse_time(text.substr(0, text.find('/'))), to = parse_time(text.substr(text.find('/') + 1));
    REQUIRE(from);
    REQUIRE(to);
    return {*from, *to};
}

/// A slow reader: where a packet is at an instant, linear between the samples around it; the rest of the track counts
/// for nothing. None where it is not.
inline std::optional<std::array<double, 3>> czml_position(const nlohmann::json& packet, Time time)
{
    const nlohmann::json& told = packet.at("position");
    for (const nlohmann::json& part : told.is_array() ? told : nlohmann::json::array({told})) {
        if (part.contains("interval")) {
            const auto [from, to] = czml_interval_of(part["interval"]);
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

inline void check_czml_coordinates(const nlohmann::json& coordinates, std::size_t stride)
{
    REQUIRE(coordinates.is_array());
    CHECK(coordinates.size() % stride == 0);
    CHECK_FALSE(coordinates.empty());
    for (const nlohmann::json& number : coordinates)
        CHECK(number.is_number());
}

/// What czml-writer's guide asks of any document, as far as these use it.
inline void check_czml(const nlohmann::json& packets)
{
    REQUIRE(packets.is_array());
    CHECK(packets.at(0).at("id") == "document");
    CHECK(packets.at(0).at("version") == "1.0");
    czml_interval_of(packets.at(0).at("clock").at("interval"));
    std::set<std::string> ids;
    for (const nlohmann::json& one : packets) {
        CAPTURE(one.at("id").get<std::string>());
        CHECK(ids.insert(one.at("id").get<std::string>()).second);
        CHECK(one.at("name").is_string());
        if (one.contains("parent"))
            CHECK(ids.contains(one["parent"].get<std::string>()));
        if (one.contains("availability"))
            for (const nlohmann::json& span :
                 one["availability"].is_array() ? one["availability"] : nlohmann::json::array({one["availability"]})) {
                const auto [from, to] = czml_interval_of(span);
                CHECK(from <= to);
            }
        if (one.contains("position"))
            for (const nlohmann::json& part :
                 one["position"].is_array() ? one["position"] : nlohmann::json::array({one["position"]}))
                check_czml_coordinates(part.at("cartographicDegrees"), part.contains("epoch") ? 4 : 3);
        if (one.contains("polygon"))
            check_czml_coordinates(one["polygon"].at("positions").at("cartographicDegrees"), 3);
        if (one.contains("polyline"))
            check_czml_coordinates(one["polyline"].at("positions").at("cartographicDegrees"), 3);
    }
}

}  // namespace incursion::test
