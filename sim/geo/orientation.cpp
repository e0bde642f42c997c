#include "sim/geo/orientation.h"

#include <array>
#include <cmath>
#include <cstddef>

namespace incursion {

namespace {

/// Shewchuk (1997), figure 21: ccwerrboundA = (3 + 16 eps) eps with eps = 2^-53.
constexpr double eps = 0x1.0p-53;
constexpr double filter_bound = (3 + 16 * eps) * eps;

/// An exact sum of doubles that do not overlap, smallest first (Shewchuk 1997, section 2.4).
class Expansion {
public:
    /// Adds the exact product x*y.
    void add_product(double x, double y)
    {
        const double high = x * y;
        add(std::fma(x, y, -high));
        add(high);
    }

    /// The sum rounded once per component: its sign is the sign of the sum, its relative error below 2^-51.
    double value() const
    {
        double sum = 0;
        for (std::size_t i = 0; i < count_; ++i)
            sum += parts_[i];
        return sum;
    }

private:
    /// GROW-EXPANSION with zero elimination.
    void add(double x)
    {
        std::size_t kept = 0;
        double q = x;
        for (std::size_t i = 0; i < count_; ++i) {
            const double sum = q + parts_[i];
            const double virtual_part = sum - q;
            const double error = (q - (sum - virtual_part)) + (parts_[i] - virtual_part);
            if (error != 0)
                parts_[kept++] = error;
            q = sum;
        }
        if (q != 0)
            parts_[kept++] = q;
        count_ = kept;
    }

    std::array<double, 12> parts_{};
    std::size_t count_ = 0;
};

double exact_determinant(LonLat a, LonLat b, LonLat p)
{
    Expansion sum;
    sum.add_product(a.lon_deg, b.lat_deg);
    sum.add_product(-a.lat_deg, b.lon_deg);
    sum.add_product(b.lon_deg, p.lat_deg);
    sum.add_product(-b.lat_deg, p.lon_deg);
    sum.add_product(p.lon_deg, a.lat_deg);
    sum.add_product(-p.lat_deg, a.lon_deg);
    return sum.value();
}

int sign_of(double x)
{
    return (x > 0) - (x < 0);
}

}  // namespace

int orientation(LonLat a, LonLat b, LonLat p)
{
    const double left = (b.lon_deg - a.lon_deg) * (p.lat_deg - a.lat_deg);
    const double right = (b.lat_deg - a.lat_deg) * (p.lon_deg - a.lon_deg);
    const double det = left - right;
    if (std::abs(det) > filter_bound * (std::abs(left) + std::abs(right)))
        return sign_of(det);
    return sign_of(exact_determinant(a, b, p));
}

double orientation_value(LonLat a, LonLat b, LonLat p)
{
    return exact_determinant(a, b, p);
}

}  // namespace incursion
