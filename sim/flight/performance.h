#pragma once

#include <optional>
#include <string_view>

#include "sim/base/angle.h"
#include "sim/base/units.h"
#include "sim/model/aircraft_type.h"

namespace incursion {

/// What the limits of an aircraft type come to at an altitude (metres above mean sea level), a true airspeed
/// (m/s) and a load factor. A limit that the type does not state is absent from the answer.

/// A limit in numbers, and which one of LimitReached::limit it is.
struct Bound {
    double value = 0;
    std::string_view limit;
};

/// Load factor of a level coordinated turn, 1/cos(bank), and back: Anderson, Aircraft Performance and Design
/// (1999), section 6.2. REQUIRES: |bank| < 90 degrees; load factor >= 1.
double load_factor_from_bank(double bank_rad);
double bank_from_load_factor(double load_factor);

/// Radius of a level coordinated turn in still air, V^2/(g tan bank) (as above).
double turn_radius_m(double tas_mps, double bank_rad);

/// True airspeed at which the wing's greatest lift carries `load_factor` times the weight,
/// V_EAS = sqrt(2 n m g/(rho0 S CLmax)) (Anderson, section 5.8); nothing where mass, area or lift is not known.
std::optional<double> stall_tas_mps(const AircraftType& type, double altitude_m, double load_factor = 1);

/// The mass at which a true airspeed is the stall, m = rho0 V_EAS^2 S CLmax / (2 n g), kg: heavier, it falls. Nothing
/// where area or lift is not known.
std::optional<double> stall_mass_kg(const AircraftType& type, double altitude_m, double tas_mps, double load_factor = 1);

/// Least true airspeed: the stall where its data are known, else the least CAS, which grows with the square
/// root of the load factor likewise.
std::optional<Bound> least_tas_mps(const AircraftType& type, double altitude_m, double load_factor = 1);
/// Greatest true airspeed by Mach number and CAS.
std::optional<Bound> greatest_tas_mps(const AircraftType& type, double altitude_m);

/// The least and greatest true airspeed in level, unturning flight.
struct SpeedRange {
    std::optional<double> least_tas_mps;
    std::optional<double> greatest_tas_mps;
};
SpeedRange speed_range(const AircraftType& type, double altitude_m);

/// True airspeeds with which a level coordinated turn of that radius in still air is within the type's limits: not
/// below V1 / (1 - (V1^2 / (g r))^2)^(1/4), where V1 is the least in straight flight and grows with the square root of
/// the load factor n = (1 + (V^2 / (g r))^2)^(1/2) (Anderson, sections 5.8 and 6.2); not above V^2 = g r tan(bank) at the
/// greatest bank by bank limit and structure. Nothing where no speed will do. REQUIRES: radius positive.
std::optional<SpeedRange> turning_speed_range(const AircraftType& type, double altitude_m, double radius_m);

/// Greatest load factor by structure and by stall. Never below that of `least_turning_bank_rad`: an aircraft
/// at its stall speed could not turn at all, and flies the 0.2 % faster that this bank takes.
std::optional<Bound> greatest_load_factor(const AircraftType& type, double altitude_m, double tas_mps);
/// Greatest bank, in radians, by the type's bank limit and by load factor.
std::optional<Bound> greatest_bank_rad(const AircraftType& type, double altitude_m, double tas_mps);

/// Greatest vertical speed, positive: the type's climb or descent limit, and in any case what a path of 80
/// degrees gives at that airspeed.
Bound greatest_climb_mps(const AircraftType& type, double tas_mps);
Bound greatest_descent_mps(const AircraftType& type, double tas_mps);

/// Vertical acceleration with which a climb is begun and ended, m/s2: `usual_pull_mps2`, or less where load
/// factor and stall leave less in level flight, but at least 0.02 g.
double pull_mps2(const AircraftType& type, double altitude_m, double tas_mps);

// What is flown where neither plan nor type says otherwise.
inline constexpr double default_bank_rad = Angle::degrees(25).rad();  ///< ICAO Doc 8168 vol. I: turns at 25 degrees
inline constexpr double default_roll_rate_radps = Angle::degrees(10).rad();
inline constexpr double default_acceleration_mps2 = 1.0;                   ///< about 2 kt a second
inline constexpr double default_climb_mps = 10.0;                          ///< about 2,000 ft/min
/// A quarter of g: how a pilot answers a resolution advisory, ICAO Annex 10 vol. IV, standard pilot model.
inline constexpr double usual_pull_mps2 = 0.25 * standard_gravity_mps2;
inline constexpr double least_turning_bank_rad = Angle::degrees(5).rad();
inline constexpr double steepest_path_rad = Angle::degrees(80).rad();

}  // namespace incursion
