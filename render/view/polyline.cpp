#include "render/view/polyline.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace incursion {

namespace {

/// The stretch a to b within a rectangle as shares of it (Liang and Barsky, ACM TOG 3 (1984), 1-22); empty where
/// first > last.
std::pair<float, float> share_inside(Point a, Point b, const Rect& rect)
{
    float first = 0, last = 1;
    const auto cut = [&](float step, float room) {
        if (step == 0) {
            if (room < 0)
                first = 2;
        } else if (step < 0) {
            first = std::max(first, room / step);
        } else {
            last = std::min(last, room / step);
        }
    };
    cut(a.x - b.x, a.x - rect.x);
    cut(b.x - a.x, rect.right() - a.x);
    cut(a.y - b.y, a.y - rect.y);
    cut(b.y - a.y, rect.bottom() - a.y);
    return {first, last};
}

Point between(Point a, Point b, float share)
{
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

/// The part of a ring where room(point) >= 0.
template <class Room>
Polyline cut_ring(const Polyline& ring, const Room& room)
{
    Polyline kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i], b = ring[i + 1 < ring.size() ? i + 1 : 0];
        const float at_a = room(a), at_b = room(b);
        if (at_a >= 0)
            kept.push_back(a);
        if ((at_a >= 0) != (at_b >= 0))
            kept.push_back(between(a, b, at_a / (at_a - at_b)));
    }
    return kept;
}

}  // namespace

std::vector<Polyline> clipped_line(const Polyline& line, const Rect& rect)
{
    std::vector<Polyline> parts;
    bool open = false;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const auto [first, last] = share_inside(line[i], line[i + 1], rect);
        if (first > last) {
            open = false;
            continue;
        }
        if (!open || first > 0)
            parts.push_back({first > 0 ? between(line[i], line[i + 1], first) : line[i]});
        parts.back().push_back(last < 1 ? between(line[i], line[i + 1], last) : line[i + 1]);
        open = last >= 1;
    }
    return parts;
}

Polyline clipped_ring(const Polyline& ring, const Rect& rect)
{
    Polyline kept = cut_ring(ring, [&](Point p) { return p.x - rect.x; });
    kept = cut_ring(kept, [&](Point p) { return rect.right() - p.x; });
    kept = cut_ring(kept, [&](Point p) { return p.y - rect.y; });
    return cut_ring(kept, [&](Point p) { return rect.bottom() - p.y; });
}

Polyline decimated(const Polyline& line, float tolerance_px)
{
    if (line.size() < 3)
        return line;
    std::vector<bool> stays(line.size(), false);
    stays.front() = stays.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> stretches{{0, line.size() - 1}};
    while (!stretches.empty()) {
        const auto [from, to] = stretches.back();
        stretches.pop_back();
        float farthest_px = tolerance_px;
        std::size_t farthest = from;
        for (std::size_t i = from + 1; i < to; ++i)
            if (const float d = distance_to_stretch_px(line[i], line[from], line[to]); d > farthest_px) {
                farthest_px = d;
                farthest = i;
            }
        if (farthest == from)
            continue;
        stays[farthest] = true;
        stretches.push_back({from, farthest});
        stretches.push_back({farthest, to});
    }
    Polyline kept;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (stays[i])
            kept.push_back(line[i]);
    return kept;
}

Polyline circle(Point centre, float radius_px)
{
    // A chord of angle a strays by r (1 - cos(a/2)), which is r a^2 / 8.
    const float step = std::sqrt(0.8F / std::max(radius_px, 1.0F));
    const int pieces = std::max(12, static_cast<int>(std::ceil(2 * std::numbers::pi_v<float> / step)));
    Polyline line;
    for (int i = 0; i <= pieces; ++i) {
        const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i % pieces) / static_cast<float>(pieces);
        line.push_back({centre.x + radius_px * std::sin(angle), centre.y - radius_px * std::cos(angle)});
    }
    return line;
}

float distance_px(Point a, Point b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

float distance_to_stretch_px(Point p, Point a, Point b)
{
    const float dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
    if (square == 0)
        return distance_px(p, a);
    const float share = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0F, 1.0F);
    return distance_px(p, between(a, b, share));
}

}  // namespace incursion
