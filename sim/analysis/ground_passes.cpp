#include "sim/analysis/ground_passes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>

#include <boost/math/tools/toms748_solve.hpp>

namespace incursion {

namespace {

/// Positions on a leg are good to 20 nm and slopes of ground are below 50.
constexpr double height_noise_m = 1e-6;

class GroundSearch {
public:
    GroundSearch(const LegOverGround& leg, double limit_m, std::vector<GroundPass>& passes)
        : leg_{leg}, limit_m_{limit_m}, passes_{passes}
    {
    }

    bool find(double u0, double u1)
    {
        // A step of half a cell crosses at most one line of each direction.
        const auto from = leg_.terrain.position_of(leg_.path.at(u0)), to = leg_.terrain.position_of(leg_.path.at(u1));
        const double cells = std::max(std::abs(to.column - from.column), std::abs(to.row - from.row));
        const auto steps = static_cast<std::int64_t>(std::clamp(std::ceil(2 * cells), 1.0, 1e7));
        Sample before = sample(u0);
        for (std::int64_t i = 1; i <= steps; ++i) {
            const double u = i == steps ? u1 : u0 + (u1 - u0) * static_cast<double>(i) / static_cast<double>(steps);
            const Sample here = sample(u);
            part_at_lines(before, here);
            before = here;
        }
        return known_;
    }

private:
    struct Sample {
        double u = 0;
        Terrain::Position at;
        double over_m = 0;  ///< the limit
    };

    double over_m(double u) const { return leg_.above_ground_m(u) - limit_m_; }

    Sample sample(double u)
    {
        const LonLat place = leg_.path.at(u);
        const auto ground_m = leg_.terrain.height_m(place);
        known_ = known_ && ground_m;
        return {u, leg_.terrain.position_of(place), leg_.msl_m(u) - ground_m.value_or(0) - limit_m_};
    }

    /// The fraction between two samples at which a line of the grid is crossed.
    static std::optional<double> line_between(const Sample& a, const Sample& b, double from, double to)
    {
        const double line = std::floor(std::max(from, to));
        if (from == to || line <= std::min(from, to))
            return std::nullopt;
        return a.u + (b.u - a.u) * (line - from) / (to - from);
    }

    void part_at_lines(const Sample& a, const Sample& b)
    {
        std::array<double, 2> lines{};
        std::size_t count = 0;
        if (const auto u = line_between(a, b, a.at.column, b.at.column))
            lines[count++] = *u;
        if (const auto u = line_between(a, b, a.at.row, b.at.row))
            lines[count++] = *u;
        if (count == 2 && lines[0] > lines[1])
            std::swap(lines[0], lines[1]);
        Sample before = a;
        for (std::size_t i = 0; i < count; ++i)
            if (lines[i] > before.u && lines[i] < b.u) {
                const Sample here = sample(lines[i]);
                part_at_extremum(before, here);
                before = here;
            }
        part_at_extremum(before, b);
    }

    /// Within one cell the height is a quadratic: by its values at both ends and in the middle.
    void part_at_extremum(const Sample& a, const Sample& b)
    {
        const Sample middle = sample((a.u + b.u) / 2);
        const double bend = 2 * (a.over_m + b.over_m - 2 * middle.over_m);
        const double slope = b.over_m - a.over_m - bend;  // at a, of the quadratic over [0, 1]
        const double at = bend == 0 ? -1 : -slope / (2 * bend);
        if (at > 0 && at < 1) {
            const Sample extremum = sample(a.u + (b.u - a.u) * at);
            solve(a, extremum);
            solve(extremum, b);
        } else {
            solve(a, b);
        }
    }

    void solve(const Sample& a, const Sample& b)
    {
        if ((a.over_m >= 0) == (b.over_m >= 0))
            return;
        const auto done = [](double low, double high) { return std::abs(high - low) <= 1e-16 * std::abs(high); };
        std::uintmax_t rounds = 100;
        const auto [low, high] = boost::math::tools::toms748_solve([&](double u) { return over_m(u); }, a.u, b.u,
                                                                   a.over_m, b.over_m, done, rounds);
        const double steepness = std::abs(b.over_m - a.over_m) / (b.u - a.u);  // of height, over the whole leg
        const double u = (low + high) / 2;
        passes_.push_back({u, (high - low) / 2 + std::min((b.u - a.u) / 2, height_noise_m / steepness)});
    }

    const LegOverGround& leg_;
    double limit_m_;
    std::vector<GroundPass>& passes_;
    bool known_ = true;
};

}  // namespace

double LegOverGround::above_ground_m(double u) const
{
    return msl_m(u) - terrain.height_m(path.at(u)).value_or(0);
}

bool find_ground_passes(const LegOverGround& leg, double limit_m, double u0, double u1, std::vector<GroundPass>& passes)
{
    return GroundSearch{leg, limit_m, passes}.find(u0, u1);
}

}  // namespace incursion
