#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/base/result.h"

namespace incursion {

/// Four bytes a pixel (red, green, blue, alpha), top row first.
struct Raster {
    int width_px = 0;
    int height_px = 0;
    std::vector<std::uint8_t> rgba;
};

/// Writes one picture as a PNG of 8-bit RGB, without date or text: the same pixels give the same bytes. RGBA, top row
/// first or (bottom_up) last; alpha is ignored. An existing file is emptied first. Returns why it could not.
/// REQUIRES: rgba holds 4 * width * height bytes, both at least 1.
std::optional<Problem> write_png(const std::string& path, std::span<const std::uint8_t> rgba, int width_px,
                                 int height_px, bool bottom_up);

/// The bytes of such a file.
Result<std::string> png_of(std::span<const std::uint8_t> rgba, int width_px, int height_px, bool bottom_up);

/// Reads a PNG of any kind; what has no alpha gets 255.
Result<Raster> read_png(const std::string& path);

}  // namespace incursion
