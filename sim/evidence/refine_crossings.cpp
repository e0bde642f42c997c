#include "sim/evidence/refine_crossings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include <tbb/parallel_for.h>

namespace incursion {

namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity();

double square(double x)
{
    return x * x;
}

double missing(double number, const StatedFigure& figure)
{
    const double gap = std::max({0.0, figure.range.low - number, number - figure.range.high});
    return gap / std::max(1.0, std::abs(figure.value));
}

/// A crossing and how far it is from what is sought.
struct Candidate {
    TrialCrossing crossing;
    double violation = unbounded;
};

/// The best crossing along a path.
Candidate best_along(TrialFlyer& flyer, const TrialPath& path, const std::vector<StatedFigure>& figures)
{
    Candidate best;
    for (const TrialCrossing& c : flyer.fly(path))
        if (const double v = violation(c, figures); v < best.violation)
            best = {c, v};
    return best;
}

/// Steps to the best of the eight neighbours as long as one is better, then halves the steps.
Candidate descend(Candidate at, TrialFlyer& flyer, const std::vector<StatedFigure>& figures, const CrossingGrid& grid,
                  double least_step_m)
{
    double offset_step_m = (at.crossing.path.turn ? grid.turn_step_m : grid.step_m) / 2;
    Angle direction_step = Angle::degrees(90.0 / static_cast<double>(grid.directions));
    static constexpr std::array<std::pair<int, int>, 8> neighbours{
        {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}}};
    while (at.violation > 0 && offset_step_m >= least_step_m) {
        Candidate best = at;
        for (const auto& [turned, moved] : neighbours) {
            TrialPath path = at.crossing.path;
            path.direction = path.direction + direction_step * turned;
            path.offset_m += offset_step_m * moved;
            if (path.turn && path.offset_m < 0)
                continue;
            Candidate next = best_along(flyer, path, figures);
            if (next.violation < best.violation)
                best = std::move(next);
        }
        if (best.violation < at.violation) {
            at = std::move(best);
            continue;
        }
        offset_step_m /= 2;
        direction_step = direction_step * 0.5;
    }
    return at;
}

/// The nearest to what is sought, but not there, in each direction of each kind of path, best first.
std::vector<Candidate> beginnings(const TrialCrossings& crossings, const std::vector<StatedFigure>& figures,
                                  std::size_t most)
{
    std::map<std::pair<std::size_t, double>, Candidate> best;
    for (const TrialCrossing& c : crossings.list) {
        const double v = violation(c, figures);
        if (v <= 0)
            continue;
        Candidate& known = best[{c.path.turn ? *c.path.turn + 1 : 0, c.path.direction.rad()}];
        if (v < known.violation)
            known = {c, v};
    }
    std::vector<Candidate> list;
    for (auto& [place, candidate] : best)
        if (std::isfinite(candidate.violation))
            list.push_back(std::move(candidate));
    std::stable_sort(list.begin(), list.end(),
                     [](const Candidate& a, const Candidate& b) { return a.violation < b.violation; });
    list.resize(std::min(list.size(), most));
    return list;
}

}  // namespace

double violation(const TrialCrossing& crossing, const std::vector<StatedFigure>& figures)
{
    double sum = 0, slowest = 0, fastest = unbounded;
    const auto narrow = [&](double low, double high) {
        slowest = std::max(slowest, low);
        fastest = std::min(fastest, high);
    };
    for (const StatedFigure& figure : figures)
        switch (figure.what) {
        case CrossingFigure::dwell:
            if (!(figure.range.high > 0))
                return unbounded;
            narrow(crossing.length_m / figure.range.high,
                   figure.range.low > 0 ? crossing.length_m / figure.range.low : unbounded);
            break;
        case CrossingFigure::depth: sum += square(missing(crossing.depth_m, figure)); break;
        case CrossingFigure::point_distance:
            sum += square(missing(crossing.point_distance_m.value_or(unbounded), figure));
            break;
        case CrossingFigure::length: sum += square(missing(crossing.length_m, figure)); break;
        case CrossingFigure::speed: narrow(figure.range.low, figure.range.high); break;
        case CrossingFigure::limits:
            narrow(crossing.speeds.least_tas_mps.value_or(0), crossing.speeds.greatest_tas_mps.value_or(unbounded));
            break;
        }
    return sum + (slowest > fastest ? square((slowest - fastest) / slowest) : 0);
}

std::size_t refine_crossings(TrialCrossings& crossings, const std::vector<StatedFigure>& figures, const std::string& key,
                             const CrossingGrid& grid, const AnalysisGround& ground, std::size_t descents,
                             double least_step_m)
{
    std::vector<Candidate> candidates = beginnings(crossings, figures, descents);
    tbb::parallel_for(std::size_t{0}, candidates.size(), [&](std::size_t i) {
        TrialFlyer flyer{key, grid, ground};
        candidates[i] = descend(std::move(candidates[i]), flyer, figures, grid, least_step_m);
    });
    std::size_t added = 0;
    for (const Candidate& candidate : candidates)
        if (candidate.violation <= 0) {
            crossings.list.push_back(candidate.crossing);
            ++added;
        }
    return added;
}

}  // namespace incursion
