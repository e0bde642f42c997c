#include "render/view/card_place.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace incursion {

namespace {

// Lengths of the design. A card stands one of these gaps off its thing.
constexpr std::array gaps{26.0F, 60.0F, 110.0F, 180.0F, 280.0F, 400.0F};
constexpr float panel_gap = 14, margin = 10;
/// What covering a square length of the design costs, against a length of distance.
constexpr float cost_of_cover = 0.12F;
constexpr float cost_of_thing = 100;
constexpr float cost_of_crossing = 30;  // of a line that runs over something

float shared_area(const Rect& a, const Rect& b)
{
    const float across = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    const float down = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    return std::max(across, 0.0F) * std::max(down, 0.0F);
}

Point middle(const Rect& rect)
{
    return {rect.x + rect.width / 2, rect.y + rect.height / 2};
}

Point nearest_in(const Rect& rect, Point point)
{
    return {std::clamp(point.x, rect.x, rect.right()), std::clamp(point.y, rect.y, rect.bottom())};
}

float distance(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// Liang and Barsky (ACM TOG 3 (1984), 1-22).
bool crosses(Point a, Point b, const Rect& rect)
{
    float from = 0, to = 1;
    const auto clip = [&](float step, float room) {
        if (step == 0)
            return room >= 0;
        const float t = room / step;
        if (step < 0)
            from = std::max(from, t);
        else
            to = std::min(to, t);
        return from <= to;
    };
    return clip(a.x - b.x, a.x - rect.x) && clip(b.x - a.x, rect.right() - a.x) && clip(a.y - b.y, a.y - rect.y) &&
           clip(b.y - a.y, rect.bottom() - a.y);
}

Rect held_in(const Rect& bounds, Rect card)
{
    card.x = std::clamp(card.x, bounds.x, std::max(bounds.right() - card.width, bounds.x));
    card.y = std::clamp(card.y, bounds.y, std::max(bounds.bottom() - card.height, bounds.y));
    return card;
}

/// At each side of a thing, a gap off, with its near, middle or far edge in line with it.
void add_beside(const Rect& thing, float gap, float width, float height, std::vector<Rect>& places)
{
    const std::array across{thing.x, middle(thing).x - width / 2, thing.right() - width};
    const std::array down{thing.y, middle(thing).y - height / 2, thing.bottom() - height};
    for (const float y : down) {
        places.push_back({thing.right() + gap, y, width, height});
        places.push_back({thing.x - gap - width, y, width, height});
    }
    for (const float x : across) {
        places.push_back({x, thing.bottom() + gap, width, height});
        places.push_back({x, thing.y - gap - height, width, height});
    }
}

/// Foot, head, corners.
std::vector<Rect> places_of_bounds(const Rect& bounds, float width, float height)
{
    const float right = bounds.right() - width, foot = bounds.bottom() - height;
    const float centre = middle(bounds).x - width / 2;
    return {{centre, foot, width, height},     {bounds.x, foot, width, height},     {right, foot, width, height},
            {centre, bounds.y, width, height}, {bounds.x, bounds.y, width, height}, {right, bounds.y, width, height}};
}

float covered(const Rect& card, const std::vector<Rect>& kept_free)
{
    float sum = 0;
    for (const Rect& rect : kept_free)
        sum += shared_area(card, rect);
    return sum;
}

CardPlace with_line(const Rect& card, const PointedThing& thing)
{
    CardPlace place{card, false, {}, {}};
    if (shared_area(card, thing.place) > 0)
        return place;
    place.has_line = true;
    if (thing.is_panel) {
        place.to = nearest_in(thing.place, middle(card));
        place.from = nearest_in(card, place.to);
        return place;
    }
    const Point spot = middle(thing.place);
    place.from = nearest_in(card, spot);
    const float away = distance(place.from, spot), radius = thing.place.width / 2;
    const float share = away > radius ? radius / away : 1;
    place.to = {spot.x + (place.from.x - spot.x) * share, spot.y + (place.from.y - spot.y) * share};
    return place;
}

/// What speaks against a place, in lengths of the design.
float cost_of(const Rect& card, const std::optional<PointedThing>& thing, const std::vector<Rect>& kept_free,
              float scale)
{
    const float square = scale * scale;
    float cost = covered(card, kept_free) / square * cost_of_cover;
    if (!thing)
        return cost;
    const Point to = thing->is_panel ? nearest_in(thing->place, middle(card)) : middle(thing->place);
    cost += distance(nearest_in(card, to), to) / scale + shared_area(card, thing->place) / square * cost_of_thing;
    if (thing->is_panel)
        return cost;
    const CardPlace place = with_line(card, *thing);
    for (const Rect& rect : kept_free)
        if (place.has_line && !rect.contains(to) && crosses(place.from, place.to, rect))
            cost += cost_of_crossing;
    return cost;
}

}  // namespace

Rect card_bounds(const Layout& layout, const FrameSize& frame, float height)
{
    const float edge = margin * frame.scale;
    const auto width = static_cast<float>(frame.width_px), all = static_cast<float>(frame.height_px);
    const float top = layout.header.bottom() + edge;
    float bottom = layout.timeline.y;
    if (layout.caption)
        bottom = std::min(bottom, layout.caption->y);
    bottom -= edge;
    if (bottom - top >= height)
        return {edge, top, std::max(width - 2 * edge, 1.0F), bottom - top};
    return {edge, edge, std::max(width - 2 * edge, 1.0F), std::max(all - 2 * edge, 1.0F)};
}

CardPlace card_place(const Rect& bounds, float width, float height, const std::optional<PointedThing>& thing,
                     const std::vector<Rect>& kept_free, float scale)
{
    std::vector<Rect> places;
    if (thing && thing->is_panel)
        add_beside(thing->place, panel_gap * scale, width, height, places);
    else if (thing)
        for (const float gap : gaps)
            add_beside(thing->place, gap * scale, width, height, places);
    const std::size_t beside = places.size();
    for (const Rect& rect : places_of_bounds(bounds, width, height))
        places.push_back(rect);
    Rect best;
    float least = std::numeric_limits<float>::infinity();
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Rect card = held_in(bounds, places[i]);
        float cost = cost_of(card, thing, kept_free, scale);
        // Of equals the first; the edges of the frame are for want of a better place.
        cost += i < beside ? 0 : static_cast<float>(i - beside + 1) * 4;
        if (cost < least) {
            least = cost;
            best = card;
        }
    }
    return thing ? with_line(best, *thing) : CardPlace{best, false, {}, {}};
}

}  // namespace incursion
