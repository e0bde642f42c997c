#include "sim/analysis/leg_parts.h"

#include <algorithm>

namespace incursion {

namespace {

/// An instant at which a limit may be passed.
struct LimitPass {
    double u = 0, half = 0;
    CrossedBy by = CrossedBy::floor;
};

double height_at(const LegHeights& heights, double u)
{
    return heights.from_m + (heights.to_m - heights.from_m) * u;
}

/// Limits that are planes: the leg passes each at most once.
void add_plane_part(const VerticalRange& range, const LegHeights& heights, double u0, double u1,
                    std::vector<LegPart>& parts)
{
    const LegRange held = within(range, heights.from_m, heights.to_m);
    LegPart part{std::max(held.from, u0), std::min(held.to, u1), {}, {}};
    if (held.from >= held.to || part.from >= part.to)
        return;
    if (held.from > u0)
        part.in_by = held.enters_by_floor ? CrossedBy::floor : CrossedBy::ceiling;
    if (held.to < u1)
        part.out_by = held.leaves_by_floor ? CrossedBy::floor : CrossedBy::ceiling;
    parts.push_back(part);
}

/// All passes of one limit within the stretch. False where ground is not known.
bool add_passes(double limit_m, bool above_ground, CrossedBy by, const LegHeights& heights, double u0, double u1,
                std::vector<LimitPass>& passes)
{
    const double rise_m = heights.to_m - heights.from_m;
    if (!above_ground) {
        const double u = rise_m == 0 ? -1 : (limit_m - heights.from_m) / rise_m;
        if (u > u0 && u < u1)
            passes.push_back({u, 0, by});
        return true;
    }
    const LegOverGround leg{heights.path, *heights.terrain, heights.from_m - heights.over_msl_m,
                            heights.to_m - heights.over_msl_m};
    std::vector<GroundPass> found;
    const bool known = find_ground_passes(leg, limit_m, u0, u1, found);
    for (const GroundPass& pass : found)
        passes.push_back({pass.u, pass.half, by});
    return known;
}

/// Between two passes next to each other nothing changes, so the middle speaks for all.
void add_parts_between(const VerticalRange& range, const LegHeights& heights, std::vector<LimitPass> passes, double u0,
                       double u1, std::vector<LegPart>& parts)
{
    std::sort(passes.begin(), passes.end(), [](const LimitPass& a, const LimitPass& b) { return a.u < b.u; });
    const std::size_t first = parts.size();
    for (std::size_t i = 0; i <= passes.size(); ++i) {
        const double from = i == 0 ? u0 : passes[i - 1].u, to = i == passes.size() ? u1 : passes[i].u;
        const double middle = (from + to) / 2;
        const LimitsAt limits = limits_at(range, heights, middle);
        const double height_m = height_at(heights, middle);
        if (from >= to || height_m < limits.floor_m || height_m >= limits.ceiling_m)
            continue;
        if (parts.size() > first && parts.back().to == from) {
            parts.back().to = to;
            parts.back().out_by = {};
        } else {
            parts.push_back({from, to, {}, {}});
            if (i > 0) {
                parts.back().in_by = passes[i - 1].by;
                parts.back().in_half = passes[i - 1].half;
            }
        }
        if (i < passes.size()) {
            parts.back().out_by = passes[i].by;
            parts.back().out_half = passes[i].half;
        }
    }
}

}  // namespace

LimitsAt limits_at(const VerticalRange& range, const LegHeights& heights, double u)
{
    double ground_m = 0;
    if (range.follows_ground() && heights.terrain != nullptr)
        ground_m = heights.terrain->height_m(heights.path.at(u)).value_or(0) + heights.over_msl_m;
    return {range.floor_m + (range.floor_above_ground ? ground_m : 0),
            range.ceiling_m + (range.ceiling_above_ground ? ground_m : 0)};
}

bool find_leg_parts(const VerticalRange& range, const LegHeights& heights, double u0, double u1,
                    std::vector<LegPart>& parts)
{
    if (!range.follows_ground() || heights.terrain == nullptr) {
        add_plane_part(range, heights, u0, u1, parts);
        return !range.follows_ground();
    }
    std::vector<LimitPass> passes;
    const bool floor_known =
        add_passes(range.floor_m, range.floor_above_ground, CrossedBy::floor, heights, u0, u1, passes);
    const bool ceiling_known =
        add_passes(range.ceiling_m, range.ceiling_above_ground, CrossedBy::ceiling, heights, u0, u1, passes);
    add_parts_between(range, heights, std::move(passes), u0, u1, parts);
    return floor_known && ceiling_known;
}

}  // namespace incursion
