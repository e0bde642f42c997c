#include "sim/evidence/crossing_search.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "sim/geo/lon_lat.h"

namespace incursion {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr NumberRange nothing{infinity, -infinity};

NumberRange both(NumberRange a, NumberRange b)
{
    return {std::max(a.low, b.low), std::min(a.high, b.high)};
}

bool is_empty(NumberRange range)
{
    return !(range.low <= range.high);
}

NumberRange within(bool holds)
{
    return holds ? NumberRange{0, infinity} : nothing;
}

bool contains(NumberRange range, double value)
{
    return range.low <= value && value <= range.high;
}

void widen(NumberRange& range, NumberRange by)
{
    range = {std::min(range.low, by.low), std::max(range.high, by.high)};
}

/// With which speeds a figure is true of a crossing: all where it says nothing of time, none where it is false.
NumberRange speeds_for(const TrialCrossing& c, const StatedFigure& figure)
{
    switch (figure.what) {
    case CrossingFigure::dwell:
        if (!(figure.range.high > 0))
            return nothing;
        return {c.length_m / figure.range.high, figure.range.low > 0 ? c.length_m / figure.range.low : infinity};
    case CrossingFigure::depth: return within(contains(figure.range, c.depth_m));
    case CrossingFigure::point_distance:
        return within(c.point_distance_m && contains(figure.range, *c.point_distance_m));
    case CrossingFigure::length: return within(contains(figure.range, c.length_m));
    case CrossingFigure::speed: return figure.range;
    case CrossingFigure::limits:
        return {c.speeds.least_tas_mps.value_or(0), c.speeds.greatest_tas_mps.value_or(infinity)};
    }
    return nothing;
}

/// Counts, for every subset of the figures, the crossings that make all of it true. A subset is the bits of its
/// figures' places.
class Subsets {
public:
    Subsets(const std::vector<TrialCrossing>& crossings, const std::vector<StatedFigure>& figures)
        : counts_(std::size_t{1} << figures.size())
    {
        std::vector<NumberRange> speeds(counts_.size()), single(figures.size());
        for (const TrialCrossing& c : crossings) {
            for (std::size_t i = 0; i < figures.size(); ++i)
                single[i] = speeds_for(c, figures[i]);
            speeds[0] = {0, infinity};
            ++counts_[0];
            for (std::size_t set = 1; set < counts_.size(); ++set) {
                const std::size_t rest = set & (set - 1);
                speeds[set] = both(speeds[rest], single[figure_of(set ^ rest)]);
                counts_[set] += is_empty(speeds[set]) ? 0U : 1U;
            }
        }
    }

    static std::size_t figure_of(std::size_t bit) { return static_cast<std::size_t>(std::countr_zero(bit)); }

    std::size_t alone(std::size_t figure) const { return counts_[std::size_t{1} << figure]; }

    /// None makes it true, though with any figure less some do.
    bool is_smallest_contradiction(std::size_t set) const
    {
        if (counts_[set] > 0)
            return false;
        for (std::size_t left = set; left != 0; left &= left - 1)
            if (counts_[set ^ (left & (~left + 1))] == 0)
                return false;
        return true;
    }

    std::vector<std::size_t> smallest_contradictions() const
    {
        std::vector<std::size_t> found;
        for (std::size_t set = 1; set < counts_.size(); ++set)
            if (is_smallest_contradiction(set))
                found.push_back(set);
        std::stable_sort(found.begin(), found.end(),
                         [](std::size_t a, std::size_t b) { return std::popcount(a) < std::popcount(b); });
        return found;
    }

private:
    std::vector<std::size_t> counts_;
};

/// What a crossing flown with `speeds` has for a figure.
NumberRange numbers_of(const TrialCrossing& c, CrossingFigure what, NumberRange speeds)
{
    switch (what) {
    case CrossingFigure::dwell: return {c.length_m / speeds.high, speeds.low > 0 ? c.length_m / speeds.low : infinity};
    case CrossingFigure::depth: return {c.depth_m, c.depth_m};
    case CrossingFigure::point_distance: {
        const double distance_m = c.point_distance_m.value_or(infinity);
        return {distance_m, distance_m};
    }
    case CrossingFigure::length: return {c.length_m, c.length_m};
    case CrossingFigure::speed:
    case CrossingFigure::limits: break;
    }
    return speeds;
}

NumberRange speeds_with(const TrialCrossing& c, const std::vector<StatedFigure>& figures,
                        const std::vector<std::size_t>& places)
{
    NumberRange speeds{0, infinity};
    for (const std::size_t i : places)
        speeds = both(speeds, speeds_for(c, figures[i]));
    return speeds;
}

NearMiss near_miss(const std::vector<TrialCrossing>& crossings, const std::vector<StatedFigure>& figures,
                   const std::vector<std::size_t>& contradiction, std::size_t of)
{
    std::vector<std::size_t> rest = contradiction;
    std::erase(rest, of);
    const StatedFigure& figure = figures[of];
    NearMiss miss{of, {}, {}};
    for (const TrialCrossing& c : crossings) {
        const NumberRange speeds = speeds_with(c, figures, rest);
        if (is_empty(speeds))
            continue;
        const NumberRange numbers = numbers_of(c, figure.what, speeds);
        if (numbers.high < figure.range.low)
            miss.below = std::max(miss.below.value_or(-infinity), numbers.high);
        if (numbers.low > figure.range.high)
            miss.above = std::min(miss.above.value_or(infinity), numbers.low);
    }
    return miss;
}

void add_contradictions(CrossingSearch& search, const std::vector<TrialCrossing>& crossings, const Subsets& subsets)
{
    for (const std::size_t set : subsets.smallest_contradictions()) {
        Contradiction contradiction;
        for (std::size_t left = set; left != 0; left &= left - 1)
            contradiction.figures.push_back(Subsets::figure_of(left));
        for (const std::size_t figure : contradiction.figures)
            if (search.figures[figure].what != CrossingFigure::limits)
                contradiction.misses.push_back(near_miss(crossings, search.figures, contradiction.figures, figure));
        search.contradictions.push_back(std::move(contradiction));
    }
}

void add_feasible(CrossingSearch& search, const std::vector<TrialCrossing>& crossings)
{
    CrossingRanges ranges{nothing, nothing, nothing, nothing, nothing, nothing};
    for (std::size_t i = 0; i < crossings.size(); ++i) {
        const TrialCrossing& c = crossings[i];
        const auto speeds = speeds_of(c, search.figures);
        if (!speeds)
            continue;
        search.feasible.push_back(i);
        search.feasible_turning += c.turn_radius_m ? 1U : 0U;
        widen(ranges.length_m, {c.length_m, c.length_m});
        widen(ranges.depth_m, {c.depth_m, c.depth_m});
        widen(ranges.speed_mps, *speeds);
        widen(ranges.dwell_s, numbers_of(c, CrossingFigure::dwell, *speeds));
        widen(ranges.entry_lat_deg, {c.entry.lat_deg, c.entry.lat_deg});
        widen(ranges.entry_lon_deg, {c.entry.lon_deg, c.entry.lon_deg});
    }
    if (!search.feasible.empty())
        search.ranges = ranges;
}

void add_figure(std::vector<StatedFigure>& figures, CrossingFigure what, const std::optional<ClaimedFigure>& claimed,
                std::size_t reading, std::size_t claim)
{
    if (!claimed)
        return;
    const std::size_t i = std::min(reading, claimed->readings.size() - 1);
    StatedFigure figure{what, claimed->readings[i].text, claimed->readings[i].value,
                        {claimed->low(i), claimed->high(i)}, {claim}};
    for (StatedFigure& known : figures)
        if (known.what == what && known.range.low == figure.range.low && known.range.high == figure.range.high) {
            known.claims.push_back(claim);
            return;
        }
    figures.push_back(std::move(figure));
}

}  // namespace

std::string name_of(CrossingFigure figure)
{
    switch (figure) {
    case CrossingFigure::dwell: return "dwell";
    case CrossingFigure::depth: return "depth";
    case CrossingFigure::point_distance: return "depth_from";
    case CrossingFigure::length: return "length";
    case CrossingFigure::speed: return "speed";
    case CrossingFigure::limits: break;
    }
    return "limits";
}

std::vector<StatedFigure> stated_figures(const std::vector<Claim>& claims, std::size_t reading)
{
    std::vector<StatedFigure> figures;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const Claim& claim = claims[i];
        add_figure(figures, CrossingFigure::dwell, claim.dwell, reading, i);
        add_figure(figures, claim.depth_from ? CrossingFigure::point_distance : CrossingFigure::depth, claim.depth,
                   reading, i);
        add_figure(figures, CrossingFigure::length, claim.length, reading, i);
        add_figure(figures, CrossingFigure::speed, claim.speed, reading, i);
    }
    return figures;
}

CrossingSearch search_crossings(const std::vector<TrialCrossing>& crossings, const std::vector<StatedFigure>& figures)
{
    CrossingSearch search;
    search.figures = figures;
    const Subsets subsets{crossings, figures};
    for (std::size_t i = 0; i < figures.size(); ++i)
        search.alone.push_back(subsets.alone(i));
    add_feasible(search, crossings);
    add_contradictions(search, crossings, subsets);
    return search;
}

std::optional<NumberRange> speeds_of(const TrialCrossing& crossing, const std::vector<StatedFigure>& figures)
{
    NumberRange speeds{0, infinity};
    for (const StatedFigure& figure : figures)
        speeds = both(speeds, speeds_for(crossing, figure));
    return is_empty(speeds) ? std::nullopt : std::optional{speeds};
}

}  // namespace incursion
