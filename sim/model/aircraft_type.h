#pragma once

#include <optional>
#include <string>
#include <vector>

namespace incursion {

/// Where a number of an aircraft type comes from.
struct SourcedNumber {
    std::string key;         ///< `mass`, `wing_area`, ...
    std::string text;        ///< as written: `33325 kg`
    std::string source;      ///< page or document
    std::string confidence;  ///< A official, B one secondary report, C weak, G a game's parameter, D derived
};

/// What an aircraft of a type can do, in SI units. Every limit may be absent, which means unlimited; a
/// type with none of them is a point that can fly anything.
struct AircraftType {
    std::string id;     ///< `f-16c`
    std::string title;  ///< `F-16C`

    // 1-g stall: V_EAS = sqrt(2 m g / (rho0 S CLmax)); grows with the square root of the load factor.
    std::optional<double> mass_kg;
    std::optional<double> wing_area_m2;
    std::optional<double> max_lift_coefficient;

    std::optional<double> max_load_factor;         ///< g units, in turns and pull-ups
    std::optional<double> min_load_factor;         ///< negative for push-overs
    std::optional<double> max_bank_rad;
    std::optional<double> roll_rate_radps;
    std::optional<double> max_mach;
    std::optional<double> max_cas_mps;
    std::optional<double> min_cas_mps;             ///< where stall data are missing
    std::optional<double> ceiling_m;               ///< above mean sea level
    std::optional<double> max_climb_mps;
    std::optional<double> max_descent_mps;         ///< positive
    std::optional<double> max_acceleration_mps2;   ///< along the path
    std::optional<double> max_deceleration_mps2;   ///< positive

    std::vector<SourcedNumber> numbers;  ///< in the order of the file
};

}  // namespace incursion
