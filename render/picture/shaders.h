#pragma once

namespace incursion::shaders {

// GLSL sources. Shaders that draw within the scope's region share `region` (left, top, width, height in pixels of the
// frame) and `glass` (centre x and y, radius, scale), and the functions of `common`, which is put before them.

extern const char* const common;        ///< places in the frame, coverage of the glass, dither
extern const char* const whole_vertex;  ///< one triangle over the whole target
extern const char* const disc_vertex;   ///< a fan of triangles over the glass: its middle and 65 corners
extern const char* const ground;        ///< background, bezel, glass
extern const char* const fill_vertex;   ///< points of the frame
extern const char* const fill;          ///< colour of an area, with or without a hatch
extern const char* const line_vertex;   ///< one quad for each segment
extern const char* const line;          ///< capsules with glow, broken lines
extern const char* const phosphor;      ///< afterglow of the sweep, and what it leaves of the light below
extern const char* const blip_vertex;   ///< one quad for each echo
extern const char* const blip;          ///< echoes as arcs
extern const char* const quarter;       ///< means of 4 x 4 pixels
extern const char* const blur;          ///< along one axis
extern const char* const composite;     ///< light and bloom together
extern const char* const ink;           ///< ink as it is

}  // namespace incursion::shaders
