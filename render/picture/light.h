#pragma once

#include "render/view/look.h"

namespace incursion {

// On dark ground things add light; on light ground they add ink. Both are amounts in [0, 1] for red, green and blue
// that the same passes blend by maximum: light is a colour, ink is what a colour takes away from white.

/// The light or ink of a colour, its alpha and an opacity multiplied in; alpha is 1.
inline Colour light_of(const Colour& colour, bool is_dark, float opacity = 1)
{
    const float amount = colour.a * opacity;
    if (is_dark)
        return {colour.r * amount, colour.g * amount, colour.b * amount, 1};
    return {(1 - colour.r) * amount, (1 - colour.g) * amount, (1 - colour.b) * amount, 1};
}

}  // namespace incursion
