#include "render/picture/shaders.h"

namespace incursion::shaders {

const char* const quarter = R"(
uniform sampler2D source;
uniform vec2 step_share;  // of one pixel of the source
out vec4 colour;
void main()
{
    vec2 middle = gl_FragCoord.xy * 4.0 * step_share;
    colour = 0.25 * (texture(source, middle + step_share) + texture(source, middle - step_share) +
                     texture(source, middle + step_share * vec2(1.0, -1.0)) +
                     texture(source, middle + step_share * vec2(-1.0, 1.0)));
}
)";

// Weights of a normal distribution with a spread of two pixels over nine, read two by two between pixels.
const char* const blur = R"(
uniform sampler2D source, coarse;
uniform vec2 axis;        // one pixel of the source along the axis, as a share of it
uniform vec2 pixel_share;  // of one pixel of the target
uniform float scale, with_coarse;
out vec4 colour;
void main()
{
    vec2 at = gl_FragCoord.xy * pixel_share;
    vec4 sum = 0.2042 * texture(source, at);
    sum += 0.3042 * (texture(source, at + 1.4074 * axis) + texture(source, at - 1.4074 * axis));
    sum += 0.0937 * (texture(source, at + 3.2942 * axis) + texture(source, at - 3.2942 * axis));
    colour = scale * sum + (with_coarse > 0.0 ? with_coarse * texture(coarse, at) : vec4(0.0));
}
)";

const char* const composite = R"(
uniform sampler2D ground, light, bloom;
uniform vec2 corner;       // lower left corner of the region in the frame
uniform vec2 bloom_share;  // of one pixel of the region in the bloom
uniform float is_dark, bloom_strength;
out vec4 colour;

// Straight to 0.7, then bending towards 1: bright lines keep their colour (a film's curve washes red out to pink).
vec3 shoulder(vec3 x) { return mix(x, 0.7 + 0.3 * (1.0 - exp((0.7 - x) / 0.3)), step(0.7, x)); }

void main()
{
    vec2 at = gl_FragCoord.xy - corner;
    vec3 below = texelFetch(ground, ivec2(at), 0).rgb, own = texelFetch(light, ivec2(at), 0).rgb;
    if (is_dark > 0.5) {
        vec3 c = below + own + bloom_strength * texture(bloom, at * bloom_share).rgb;
        colour = vec4(any(greaterThan(c, vec3(0.7))) ? shoulder(c) : c, 1.0);
    } else {
        colour = vec4(below * (1.0 - own), 1.0);
    }
}
)";

}  // namespace incursion::shaders
