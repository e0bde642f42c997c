#include "render/view/label_placement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "render/view/polyline.h"

namespace incursion {

namespace {

constexpr int directions = 24;
constexpr std::array distances{1.0F, 1.8F, 3.0F, 4.5F, 6.5F};

}  // namespace

bool overlap(const Rect& a, const Rect& b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

Rect grown(const Rect& rect, float by_px)
{
    return {rect.x - by_px, rect.y - by_px, rect.width + 2 * by_px, rect.height + 2 * by_px};
}

LabelSpace::Cells LabelSpace::cells_of(const Rect& rect) const
{
    const auto cell = [&](float at, float middle) {
        const float share = (at - middle) / (2 * radius_px_) + 0.5F;
        return static_cast<int>(std::clamp(share, 0.0F, 0.999F) * static_cast<float>(cells_across));
    };
    return {cell(rect.x, centre_.x), cell(rect.y, centre_.y), cell(rect.right(), centre_.x),
            cell(rect.bottom(), centre_.y)};
}

void LabelSpace::add(const Rect& rect, float cost)
{
    const auto id = static_cast<std::uint32_t>(things_.size());
    things_.push_back({rect, cost});
    const Cells cells = cells_of(rect);
    for (int row = cells.top; row <= cells.bottom; ++row)
        for (int column = cells.left; column <= cells.right; ++column)
            cells_[static_cast<std::size_t>(row * cells_across + column)].push_back(id);
}

void LabelSpace::avoid_line(Point a, Point b, float cost)
{
    constexpr float step_px = 10;
    const int steps = static_cast<int>(std::min(distance_px(a, b), 4 * radius_px_) / step_px);
    for (int i = 0; i <= steps; ++i) {
        const float share = steps == 0 ? 0.5F : static_cast<float>(i) / static_cast<float>(steps);
        avoid({a.x + (b.x - a.x) * share - 1, a.y + (b.y - a.y) * share - 1, 2, 2}, cost);
    }
}

bool LabelSpace::is_on_glass(const Rect& rect) const
{
    const float dx = std::max(std::abs(rect.x - centre_.x), std::abs(rect.right() - centre_.x));
    const float dy = std::max(std::abs(rect.y - centre_.y), std::abs(rect.bottom() - centre_.y));
    return dx * dx + dy * dy <= radius_px_ * radius_px_;
}

std::optional<float> LabelSpace::cost_of(const Rect& rect) const
{
    if (!is_on_glass(rect))
        return std::nullopt;
    float cost = 0;
    const Cells cells = cells_of(rect);
    for (int row = cells.top; row <= cells.bottom; ++row)
        for (int column = cells.left; column <= cells.right; ++column)
            for (const std::uint32_t id : cells_[static_cast<std::size_t>(row * cells_across + column)]) {
                if (!overlap(things_[id].rect, rect))
                    continue;
                if (things_[id].cost == 0)
                    return std::nullopt;
                // A thing in several cells counts in each: it is the larger one.
                cost += things_[id].cost;
            }
    return cost;
}

LeaderPlace box_at(Point point, float width_px, float height_px, double turns, float distance_px)
{
    const auto angle = static_cast<float>(turns * 2 * std::numbers::pi);
    const float right = std::sin(angle), down = -std::cos(angle);
    const Point end{point.x + right * distance_px, point.y + down * distance_px};
    const float x = right >= 0 ? end.x : end.x - width_px;
    return {{x, end.y - height_px * (1 - down) / 2, width_px, height_px}, end};
}

std::optional<LeaderPlace> place_beside(const LabelSpace& space, Point point, float width_px, float height_px,
                                        double preferred_turns, float least_distance_px)
{
    const auto first = std::lround(preferred_turns * directions);
    std::optional<LeaderPlace> best;
    float least_cost = 0;
    for (const float distance : distances)
        for (int i = 0; i < directions; ++i) {
            const auto direction = first + (i % 2 == 0 ? i / 2 : -(i + 1) / 2);
            const LeaderPlace place = box_at(point, width_px, height_px, static_cast<double>(direction) / directions,
                                             least_distance_px * distance);
            const auto cost = space.cost_of(place.box);
            if (!cost || (best && *cost >= least_cost))
                continue;
            best = place;
            least_cost = *cost;
            if (least_cost == 0)
                return best;
        }
    return best;
}

}  // namespace incursion
