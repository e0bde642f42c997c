#include "render/picture/shaders.h"

namespace incursion::shaders {

const char* const line_vertex = R"(
uniform vec4 region;
uniform float widen;  // beyond the line's own width and glow
layout(location = 0) in vec4 ends;   // from x and y, to x and y
layout(location = 1) in vec4 shape;  // length of the line before, half width, glow, how it is broken
layout(location = 2) in vec4 light;  // red, green, blue; whether the glass clips it
flat out vec4 line_ends, line_shape, line_light;
void main()
{
    vec2 along = ends.zw - ends.xy;
    float extent = length(along);
    along = extent > 1e-4 ? along / extent : vec2(1.0, 0.0);
    vec2 across = vec2(-along.y, along.x);
    float reach = shape.y + shape.z + widen + 1.0;
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
    vec2 place = (corner.x < 0.0 ? ends.xy : ends.zw) + (along * corner.x + across * corner.y) * reach;
    vec2 share = (place - region.xy) / region.zw;
    gl_Position = vec4(share.x * 2.0 - 1.0, 1.0 - share.y * 2.0, 0.0, 1.0);
    line_ends = ends;
    line_shape = shape;
    line_light = light;
}
)";

const char* const line = R"(
uniform float is_halo, widen;
flat in vec4 line_ends, line_shape, line_light;
out vec4 colour;

// How far a place along the line is from the nearest stretch that is drawn.
float gap_at(float s, float kind)
{
    if (kind < 0.5)
        return 0.0;
    // Length of a stretch, of the gap after it, of a second stretch and the gap after that, at scale 1.
    vec4 pattern = (kind < 1.5 ? vec4(6.0, 5.0, 6.0, 5.0) : kind < 2.5 ? vec4(0.3, 4.2, 0.3, 4.2)
                                                                       : vec4(8.0, 4.5, 0.3, 4.5)) * glass.w;
    float period = pattern.x + pattern.y + pattern.z + pattern.w;
    float at = mod(s, period);
    float second = pattern.x + pattern.y;
    float to_first = at <= pattern.x ? 0.0 : min(at - pattern.x, period - at);
    float to_second = max(max(second - at, at - second - pattern.z), 0.0);
    return min(to_first, to_second);
}

void main()
{
    vec2 p = frame_place();
    vec2 along = line_ends.zw - line_ends.xy, from = p - line_ends.xy;
    float extent = length(along);
    along = extent > 1e-4 ? along / extent : vec2(1.0, 0.0);
    float s = dot(from, along);
    float beyond = max(max(-s, s - extent), 0.0) + gap_at(line_shape.x + clamp(s, 0.0, extent), line_shape.w);
    float off = length(vec2(dot(from, vec2(-along.y, along.x)), beyond));
    float coverage = mix(1.0, glass_coverage(p), line_light.w);
    if (is_halo > 0.5) {
        colour = vec4(0.0, 0.0, 0.0, 0.75 * coverage * clamp((line_shape.y + widen - off) / widen, 0.0, 1.0));
        return;
    }
    // A line thinner than a pixel keeps its light: it is drawn a pixel wide and fainter.
    float half_width = max(line_shape.y, 0.5);
    float core = clamp(half_width + 0.5 - off, 0.0, 1.0) * min(line_shape.y * 2.0, 1.0);
    float away = max(off - half_width, 0.0) / max(line_shape.z, 1e-3);
    float glow = line_shape.z > 0.0 ? 0.42 * exp(-5.0 * away * away) + 0.10 * max(1.0 - away, 0.0) : 0.0;
    colour = vec4(line_light.rgb * max(core, glow) * coverage, 1.0);
}
)";

const char* const phosphor = R"(
uniform sampler2D video;
uniform vec4 sweep_light, flash_light, tail_light, clutter_light;
uniform vec2 radar;
uniform float is_dark, beam_turns, turn_s, afterglow_s, video_range_px;
layout(location = 0, index = 0) out vec4 glow;
layout(location = 0, index = 1) out vec4 kept;  // of the map's light

const float whole_turn = 6.28318530718;

// 1 at 0, 0 from `reach` on, smooth: near enough to a bell, and quicker.
float bump(float x, float reach)
{
    float q = max(1.0 - x * x / (reach * reach), 0.0);
    return q * q;
}

void main()
{
    vec2 place = frame_place(), from_radar = place - radar;
    float range_px = length(from_radar);
    float azimuth = atan(from_radar.x, -from_radar.y) / whole_turn;
    float behind = fract(beam_turns - azimuth);
    float age_s = behind * turn_s;
    float flash = exp(-2.4 * age_s), tail = exp(-age_s / afterglow_s);
    float echo = texture(video, vec2(range_px / video_range_px, azimuth)).r;
    // The beam: its edge at both sides of the direction, so that it is smooth, and the light close behind it.
    float beside_px = min(behind, 1.0 - behind) * whole_turn * range_px;
    float edge = bump(beside_px, 2.0 * glass.w) + 0.30 * bump(beside_px, 9.0 * glass.w);
    float wedge = max(1.0 - behind * 22.0, 0.0);
    float base = is_dark > 0.5 ? 0.17 * tail * tail + 0.035 * tail : 0.16 * tail * tail;
    vec3 light = sweep_light.rgb * (0.80 * edge + 0.20 * wedge * wedge) + tail_light.rgb * base +
                 clutter_light.rgb * echo * (0.25 + 0.75 * tail) + flash_light.rgb * echo * flash * 0.5;
    float coverage = glass_coverage(place);
    light = min(light * coverage, 1.0);
    glow = vec4(light + dither() * coverage, 1.0);
    // The map is at its brightest when the beam has just passed.
    kept = vec4((1.0 - light) * (1.0 - is_dark * coverage * 0.25 * (1.0 - flash)), 1.0);
}
)";

const char* const blip_vertex = R"(
uniform vec4 region, glass;
uniform vec2 radar;
uniform float px_per_m;
layout(location = 0) in vec4 echo;  // azimuth in turns, range in metres, strength, age in seconds
flat out vec4 blip_echo;
flat out vec2 blip_size;  // spread across the beam and along it, in pixels
void main()
{
    float range_px = echo.y * px_per_m;
    float angle = echo.x * 6.28318530718;
    vec2 outward = vec2(sin(angle), -cos(angle)), across = vec2(cos(angle), sin(angle));
    blip_size = vec2(clamp(range_px * 0.026, 5.2 * glass.w, 10.0 * glass.w), max(glass.z * 0.0105, 2.2 * glass.w));
    vec2 corner = (vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0) * blip_size * 3.2;
    vec2 place = radar + outward * (range_px + corner.y) + across * corner.x;
    vec2 share = (place - region.xy) / region.zw;
    gl_Position = vec4(share.x * 2.0 - 1.0, 1.0 - share.y * 2.0, 0.0, 1.0);
    blip_echo = vec4(echo.x, range_px, echo.z, echo.w);
}
)";

const char* const blip = R"(
uniform vec4 flash_light, tail_light;
uniform vec2 radar;
uniform float turn_s, afterglow_s;
flat in vec4 blip_echo;
flat in vec2 blip_size;
out vec4 colour;
void main()
{
    vec2 p = frame_place();
    vec2 from_radar = p - radar;
    float azimuth = atan(from_radar.x, -from_radar.y) / 6.28318530718;
    float ahead = fract(azimuth - blip_echo.x + 0.5) - 0.5;  // of the echo's middle, in turns
    float age_s = blip_echo.w - ahead * turn_s;
    float range_px = length(from_radar);
    vec2 off = vec2(ahead * 6.28318530718 * range_px, range_px - blip_echo.y) / blip_size;
    float echo = age_s < 0.0 ? 0.0 : blip_echo.z * exp(-0.5 * dot(off, off)) * glass_coverage(p);
    vec3 light = flash_light.rgb * exp(-2.4 * age_s) + 1.4 * tail_light.rgb * exp(-age_s / afterglow_s);
    colour = vec4(min(light, 1.0) * echo, 1.0);
}
)";

}  // namespace incursion::shaders
