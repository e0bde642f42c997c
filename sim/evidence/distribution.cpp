#include "sim/evidence/distribution.h"

#include <algorithm>
#include <cmath>

namespace incursion {

namespace {

double quantile(const std::vector<double>& sorted, double share)
{
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (at - static_cast<double>(below));
}

}  // namespace

Distribution distribution_of(std::vector<double> sample)
{
    Distribution d;
    d.count = sample.size();
    if (sample.empty())
        return d;
    std::sort(sample.begin(), sample.end());
    d.p05 = quantile(sample, 0.05);
    d.p25 = quantile(sample, 0.25);
    d.median = quantile(sample, 0.5);
    d.p75 = quantile(sample, 0.75);
    d.p95 = quantile(sample, 0.95);
    const double n = static_cast<double>(sample.size()), half = 1.959963984540054 * std::sqrt(n) / 2;
    const auto rank = [&](double r) { return static_cast<std::size_t>(std::clamp(r, 0.0, n - 1)); };
    d.median_low = sample[rank(std::floor(n / 2 - half) - 1)];
    d.median_high = sample[rank(std::ceil(n / 2 + half))];
    double sum = 0;
    for (const double x : sample)
        sum += x;
    d.mean = sum / n;
    return d;
}

}  // namespace incursion
