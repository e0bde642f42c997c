#pragma once

#include <compare>
#include <numbers>

namespace incursion {

/// An angle that cannot be made from a bare number: the unit is named where it is made and where
/// it is read. Any finite value is legal; nothing is wrapped unless a function says so.
class Angle {
public:
    constexpr Angle() = default;
    static constexpr Angle degrees(double value) { return Angle{value * (std::numbers::pi / 180)}; }
    static constexpr Angle radians(double value) { return Angle{value}; }

    constexpr double deg() const { return rad_ * (180 / std::numbers::pi); }
    constexpr double rad() const { return rad_; }

    friend constexpr auto operator<=>(Angle, Angle) = default;
    friend constexpr Angle operator+(Angle a, Angle b) { return Angle{a.rad_ + b.rad_}; }
    friend constexpr Angle operator-(Angle a, Angle b) { return Angle{a.rad_ - b.rad_}; }
    friend constexpr Angle operator-(Angle a) { return Angle{-a.rad_}; }
    friend constexpr Angle operator*(Angle a, double k) { return Angle{a.rad_ * k}; }

private:
    explicit constexpr Angle(double rad) : rad_{rad} {}
    double rad_ = 0;
};

/// The same direction in [0, 360) degrees: how headings, tracks and bearings are told.
Angle wrapped_to_circle(Angle angle);

/// The same direction in (-180, 180] degrees: how turns are told, right positive.
Angle wrapped_to_half_turn(Angle angle);

}  // namespace incursion
