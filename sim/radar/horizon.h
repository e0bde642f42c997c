#pragma once

namespace incursion {

/// The Earth's radius that refraction in a standard atmosphere makes of it for radio waves, as a multiple of the true
/// one: ITU-R P.834 and P.453 (effective Earth radius, k = 4/3).
inline constexpr double effective_earth_factor = 4.0 / 3.0;

/// Distance over the ground, in metres, at which two heights (metres above a smooth sea) just see each other along
/// the ray of an Earth of `effective_earth_factor` times its radius: d = sqrt(2 k R h1) + sqrt(2 k R h2), ITU-R
/// P.526, section 3 (spherical Earth, h far below R). `earth_radius_m` is that of the ellipsoid there.
/// Heights below zero count as zero. Accuracy: 1 part in 1000 up to 20 km of height.
double radio_horizon_m(double height_m, double other_height_m, double earth_radius_m = 6'371'000);

}  // namespace incursion
