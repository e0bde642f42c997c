#pragma once

namespace incursion {

/// The ways to tell how fast an aircraft moves through the air, converted in the standard atmosphere at an
/// altitude in metres above mean sea level. Speeds in m/s.
///
/// Calibrated airspeed is what a perfect indicator shows: the speed that would give the same impact pressure
/// at sea level. Below the speed of sound the impact pressure is that of isentropic flow, above it that behind
/// a normal shock (Rayleigh's pitot formula): Gracey, Measurement of Aircraft Speed and Altitude, NASA RP-1046
/// (1980), chapter 3; Aiken, NACA Report 837 (1946). Valid to Mach 10.
/// PROMISES: each pair of functions undoes the other within a relative 1e-12.

double mach_from_tas(double tas_mps, double altitude_m);
double tas_from_mach(double mach, double altitude_m);

double cas_from_tas(double tas_mps, double altitude_m);
double tas_from_cas(double cas_mps, double altitude_m);

/// Equivalent airspeed: the speed that would give the same dynamic pressure at sea level density.
double eas_from_tas(double tas_mps, double altitude_m);
double tas_from_eas(double eas_mps, double altitude_m);

}  // namespace incursion
