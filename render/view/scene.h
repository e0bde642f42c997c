#pragma once

#include <string>
#include <vector>

#include "render/view/layout.h"
#include "render/view/style.h"

namespace incursion {

// Draw records: what is on the round scope at an instant, in pixels of the frame, in the order of drawing. They
// hold no colour and no font, only what a thing is.

/// A line through points. Scopes clip it to the glass.
struct Stroke {
    StyleId style = StyleId::border;
    LineStyle line = LineStyle::solid;
    float opacity = 1;
    float width_px = 0;  ///< 0: the look's
    std::vector<Point> points;
    friend bool operator==(const Stroke&, const Stroke&) = default;
};

/// An area, even-odd.
struct Fill {
    StyleId style = StyleId::airspace_fill;
    float opacity = 1;
    std::vector<std::vector<Point>> rings;
    friend bool operator==(const Fill&, const Fill&) = default;
};

/// One line of text; `at` is its upper left corner.
struct Label {
    StyleId style = StyleId::text;
    FontId font = FontId::scope_text;
    float opacity = 1;
    Point at;
    bool has_backing = false;  ///< darkened ground below it
    std::string text;
    friend bool operator==(const Label&, const Label&) = default;
};

/// The echo of a target in the radar's video.
struct Blip {
    float azimuth_turns = 0;  ///< in [0, 1), clockwise from true north about the radar
    float range_m = 0;
    float strength = 1;
    float age_s = 0;  ///< since the beam painted it
    friend bool operator==(const Blip&, const Blip&) = default;
};

/// The beam.
struct Beam {
    bool is_on = true;
    Point radar;  ///< on the screen; may lie off the glass
    float px_per_m = 0;
    double azimuth_turns = 0;  ///< in [0, 1)
    double turn_s = 5;
    std::int64_t turn = 0;  ///< whole turns since the radar's first north passage; negative before it
    friend bool operator==(const Beam&, const Beam&) = default;
};

/// What stays while only the instant changes: drawn once for a view.
struct MapScene {
    std::vector<Fill> fills;
    std::vector<Stroke> strokes;
    std::vector<Label> labels;
    friend bool operator==(const MapScene&, const MapScene&) = default;
};

/// What changes with the instant.
struct Scene {
    Point centre;
    float radius_px = 0;
    Beam beam;
    std::vector<Blip> blips;  ///< of the turns whose light is still to be seen, oldest first
    std::vector<Stroke> strokes;
    std::vector<Label> labels;
    friend bool operator==(const Scene&, const Scene&) = default;
};

}  // namespace incursion
