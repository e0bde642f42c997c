#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "render/view/layout.h"

namespace incursion {

bool overlap(const Rect& a, const Rect& b);
/// Larger on each side.
Rect grown(const Rect& rect, float by_px);

/// The round glass, and what already stands on it: where further text may go.
class LabelSpace {
public:
    LabelSpace(Point centre, float radius_px) : centre_{centre}, radius_px_{radius_px} {}

    /// No text may cover this.
    void take(const Rect& rect) { add(rect, 0); }
    /// Text covers this only where there is no better place. REQUIRES: cost > 0.
    void avoid(const Rect& rect, float cost) { add(rect, cost); }
    void avoid_line(Point a, Point b, float cost);

    /// All of it on the glass.
    bool is_on_glass(const Rect& rect) const;
    /// What covering this costs; none where it must not be covered, or leaves the glass.
    std::optional<float> cost_of(const Rect& rect) const;

private:
    struct Thing {
        Rect rect;
        float cost = 0;  ///< 0: must not be covered
    };
    void add(const Rect& rect, float cost);
    struct Cells {
        int left, top, right, bottom;
    };
    Cells cells_of(const Rect& rect) const;

    static constexpr int cells_across = 24;

    Point centre_;
    float radius_px_;
    std::vector<Thing> things_;
    std::vector<std::vector<std::uint32_t>> cells_ =
        std::vector<std::vector<std::uint32_t>>(static_cast<std::size_t>(cells_across * cells_across));
};

/// A text box at the end of a leader line.
struct LeaderPlace {
    Rect box;
    Point leader_end;  ///< where the line from the symbol meets the box
};

/// Finds a place for a box beside a point: 24 directions, the preferred one first, at five distances, the nearest
/// first; of them the cheapest, of equals the first. None where all of them are taken or off the glass.
std::optional<LeaderPlace> place_beside(const LabelSpace& space, Point point, float width_px, float height_px,
                                        double preferred_turns, float least_distance_px);

/// The box at one direction (turns clockwise from up) and distance: beside its leader's end.
LeaderPlace box_at(Point point, float width_px, float height_px, double turns, float distance_px);

}  // namespace incursion
