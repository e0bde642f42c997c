#include "render/picture/shaders.h"

namespace incursion::shaders {

const char* const common = R"(
uniform vec4 region;
uniform vec4 glass;

vec2 frame_place() { return vec2(region.x + gl_FragCoord.x, region.y + region.w - gl_FragCoord.y); }

float glass_coverage(vec2 place) { return clamp(glass.z - distance(place, glass.xy) + 0.5, 0.0, 1.0); }

// Within half a step of eight bits either way, the same for a pixel at all times: smooth ramps show no bands.
float dither()
{
    uvec2 p = uvec2(gl_FragCoord.xy);
    uint h = p.x * 0x9e3779b9u ^ p.y * 0x85ebca6bu;
    h ^= h >> 15u;
    h *= 0x846ca68bu;
    h ^= h >> 13u;
    return (float(h & 0xffffu) / 65536.0 - 0.5) / 255.0;
}
)";

const char* const whole_vertex = R"(
void main()
{
    gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
}
)";

const char* const disc_vertex = R"(
uniform vec4 region, glass;
void main()
{
    const float sides = 64.0;
    float angle = float(gl_VertexID - 1) * 6.28318530718 / sides;
    float reach = gl_VertexID == 0 ? 0.0 : (glass.z + 1.0) / cos(3.14159265359 / sides);
    vec2 share = (glass.xy + reach * vec2(sin(angle), cos(angle)) - region.xy) / region.zw;
    gl_Position = vec4(share.x * 2.0 - 1.0, 1.0 - share.y * 2.0, 0.0, 1.0);
}
)";

const char* const ground = R"(
uniform vec4 background, glass_colour, edge_colour, bezel_colour;
uniform float bezel_radius, is_dark;
out vec4 colour;

// The ring about the glass: bevelled on both rims, lit from the upper left.
vec3 bezel_at(vec2 from_centre, float r)
{
    float across = clamp((r - glass.z) / max(bezel_radius - glass.z, 1.0), 0.0, 1.0);
    float lit = dot(normalize(from_centre + 1e-4), vec2(-0.55, -0.835));
    float bevel = exp(-across * 9.0) * -lit + exp(-(1.0 - across) * 14.0) * lit;
    float body = 1.10 + 0.55 * across * (1.0 - across) + 0.16 * lit;
    return bezel_colour.rgb * (is_dark > 0.5 ? body + 0.9 * max(bevel, -0.6) : 1.0);
}

vec3 glass_at(float r)
{
    float q = r / glass.z;
    float shade = 1.12 - 0.58 * q * q - 0.30 * smoothstep(0.93, 1.0, q);
    return glass_colour.rgb * (is_dark > 0.5 ? shade : 1.0);
}

void main()
{
    vec2 from_centre = frame_place() - glass.xy;
    float r = length(from_centre);
    vec3 c = background.rgb;
    if (is_dark > 0.5)  // a shadow of light where the bezel meets the panel
        c += bezel_colour.rgb * 0.22 * exp(-max(r - bezel_radius, 0.0) / (5.0 * glass.w));
    c = mix(c, bezel_at(from_centre, r), clamp(bezel_radius - r + 0.5, 0.0, 1.0));
    float rim = exp(-pow((r - bezel_radius + 0.8 * glass.w) / (0.7 * glass.w), 2.0));
    c = mix(c, mix(bezel_colour.rgb, edge_colour.rgb, is_dark > 0.5 ? 0.22 : 0.5), rim * (is_dark > 0.5 ? 0.8 : 0.5));
    c = mix(c, glass_at(r), clamp(glass.z - r + 0.5, 0.0, 1.0));
    float edge = exp(-pow((r - glass.z) / (0.75 * glass.w), 2.0));
    float halo = is_dark > 0.5 ? 0.25 * exp(-abs(r - glass.z) / (3.0 * glass.w)) : 0.0;
    c = mix(c, edge_colour.rgb, min(edge + halo, 1.0) * edge_colour.a);
    colour = vec4(c + dither(), 1.0);
}
)";

const char* const fill_vertex = R"(
uniform vec4 region;
layout(location = 0) in vec2 place;
void main()
{
    vec2 share = (place - region.xy) / region.zw;
    gl_Position = vec4(share.x * 2.0 - 1.0, 1.0 - share.y * 2.0, 0.0, 1.0);
}
)";

const char* const fill = R"(
uniform vec4 fill_colour;
uniform float has_hatch;
out vec4 colour;
void main()
{
    vec2 p = frame_place();
    float period = 7.0 * glass.w;
    float stripe = abs(fract((p.x + p.y) / period) - 0.5) * period;  // from the middle of a stripe, along x
    float hatch = mix(1.0, 0.72 + 0.75 * clamp(1.35 * glass.w - stripe + 0.5, 0.0, 1.0), has_hatch);
    float inner = clamp(glass.z - distance(p, glass.xy) - 0.5 * glass.w, 0.0, 1.0);
    colour = vec4(fill_colour.rgb, min(fill_colour.a * hatch, 1.0) * inner);
}
)";

}  // namespace incursion::shaders
