#pragma once

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "sim/base/time.h"

namespace incursion::test {

/// Of the program and the machine rather than of the incident.
inline const std::set<std::string> not_compared{"incursion", "path", "sha256"};

// Sampled extremes (depth, closest approach, limits) move most with a change of the last bits.
constexpr double number_tolerance = 1e-3;  // metres or seconds; a millionth of what is beyond 1000
constexpr double time_tolerance_s = 2e-3;

inline bool near_in_time(const std::string& a, const std::string& b)
{
    const auto time_a = parse_time(a), time_b = parse_time(b);
    return time_a && time_b && std::abs(to_seconds(time_a.value() - time_b.value())) <= time_tolerance_s;
}

inline bool same_value(const nlohmann::json& stored, const nlohmann::json& now)
{
    if (stored.is_number() && now.is_number()) {
        const double a = stored.get<double>(), b = now.get<double>();
        return std::abs(a - b) <= number_tolerance * std::max(1.0, std::abs(a) * 1e-3);
    }
    if (stored.is_string() && now.is_string())
        return stored == now || near_in_time(stored.get<std::string>(), now.get<std::string>());
    return stored == now;
}

/// Every difference between what was stored and what comes out now, with its place in the document.
inline void compare(const nlohmann::json& stored, const nlohmann::json& now, const std::string& place,
                    std::vector<std::string>& differences)
{
    if (stored.is_object() && now.is_object()) {
        for (const auto& [key, value] : stored.items())
            if (!now.contains(key))
                differences.push_back(place + "/" + key + ": is missing");
            else if (!not_compared.contains(key))
                compare(value, now[key], place + "/" + key, differences);
        for (const auto& [key, value] : now.items())
            if (!stored.contains(key))
                differences.push_back(place + "/" + key + ": is new");
    } else if (stored.is_array() && now.is_array() && stored.size() == now.size()) {
        for (std::size_t i = 0; i < stored.size(); ++i)
            compare(stored[i], now[i], place + "/" + std::to_string(i), differences);
    } else if (!same_value(stored, now)) {
        differences.push_back(place + ": " + stored.dump() + " is now " + now.dump());
    }
}

}  // namespace incursion::test
