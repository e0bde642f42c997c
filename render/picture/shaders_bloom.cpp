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
uniform sampler2D light, bloom;
uniform vec2 corner;       // lower left corner of the region in the frame
uniform vec2 bloom_share;  // of one pixel of the region in the bloom
uniform float bloom_strength;
out vec4 colour;
void main()
{
    vec2 at = gl_FragCoord.xy - corner;
    vec3 sum = texelFetch(light, ivec2(at), 0).rgb + bloom_strength * texture(bloom, at * bloom_share).rgb;
    // Straight to 0.7, then bending towards 1: bright lines keep their colour (a film's curve washes red out to pink).
    colour = vec4(mix(sum, 1.0 - 0.09 / max(sum - 0.4, 0.3), step(0.7, sum)), 1.0);
}
)";

const char* const ink = R"(
uniform sampler2D light;
uniform vec2 corner;
out vec4 colour;
void main() { colour = vec4(texelFetch(light, ivec2(gl_FragCoord.xy - corner), 0).rgb, 1.0); }
)";

}  // namespace incursion::shaders
