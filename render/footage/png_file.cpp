#include "render/footage/png_file.h"

#include <cassert>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fmt/format.h>
#include <png.h>

namespace incursion {

namespace {

/// The simplified interface of libpng; freed whatever happens.
struct Image {
    png_image value{};
    Image() { value.version = PNG_IMAGE_VERSION; }
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;
    ~Image() { png_image_free(&value); }
};

std::vector<std::uint8_t> rgb_top_down(std::span<const std::uint8_t> rgba, std::size_t width, std::size_t height,
                                       bool bottom_up)
{
    std::vector<std::uint8_t> rgb;
    rgb.reserve(3 * width * height);
    for (std::size_t y = 0; y < height; ++y) {
        const auto row = rgba.subspan(4 * width * (bottom_up ? height - 1 - y : y), 4 * width);
        for (std::size_t x = 0; x < row.size(); x += 4)
            rgb.insert(rgb.end(), {row[x], row[x + 1], row[x + 2]});
    }
    return rgb;
}

/// REQUIRES: see write_png.
void describe(Image& image, int width_px, int height_px)
{
    image.value.width = static_cast<png_uint_32>(width_px);
    image.value.height = static_cast<png_uint_32>(height_px);
    image.value.format = PNG_FORMAT_RGB;
}

Problem could_not(const std::string& path, const char* what, const std::string& why)
{
    return Problem{fmt::format("{}: cannot {}: {}", path, what, why)};
}

}  // namespace

std::optional<Problem> write_png(const std::string& path, std::span<const std::uint8_t> rgba, int width_px,
                                 int height_px, bool bottom_up)
{
    const auto width = static_cast<std::size_t>(width_px), height = static_cast<std::size_t>(height_px);
    assert(width_px > 0 && height_px > 0 && rgba.size() == 4 * width * height);
    // Not by name: libpng would remove what it could not write, a device as well.
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr)
        return could_not(path, "open it for writing", std::generic_category().message(errno));
    Image image;
    describe(image, width_px, height_px);
    const std::vector<std::uint8_t> rgb = rgb_top_down(rgba, width, height, bottom_up);
    const bool written = png_image_write_to_stdio(&image.value, file, 0, rgb.data(), 0, nullptr) != 0;
    const bool closed = std::fclose(file) == 0;
    if (!written)
        return could_not(path, "write to it", image.value.message);
    if (!closed)
        return could_not(path, "write to it", std::generic_category().message(errno));
    return std::nullopt;
}

Result<std::string> png_of(std::span<const std::uint8_t> rgba, int width_px, int height_px, bool bottom_up)
{
    const auto width = static_cast<std::size_t>(width_px), height = static_cast<std::size_t>(height_px);
    assert(width_px > 0 && height_px > 0 && rgba.size() == 4 * width * height);
    Image image;
    describe(image, width_px, height_px);
    const std::vector<std::uint8_t> rgb = rgb_top_down(rgba, width, height, bottom_up);
    std::string bytes(PNG_IMAGE_PNG_SIZE_MAX(image.value), '\0');
    png_alloc_size_t size = bytes.size();
    if (png_image_write_to_memory(&image.value, bytes.data(), &size, 0, rgb.data(), 0, nullptr) == 0)
        return Problem{fmt::format("cannot make a PNG: {}", image.value.message)};
    bytes.resize(size);
    return bytes;
}

Result<Raster> read_png(const std::string& path)
{
    Image image;
    if (png_image_begin_read_from_file(&image.value, path.c_str()) == 0)
        return could_not(path, "read it", image.value.message);
    image.value.format = PNG_FORMAT_RGBA;
    Raster picture{static_cast<int>(image.value.width), static_cast<int>(image.value.height), {}};
    picture.rgba.resize(PNG_IMAGE_SIZE(image.value));
    if (png_image_finish_read(&image.value, nullptr, picture.rgba.data(), 0, nullptr) == 0)
        return could_not(path, "read it", image.value.message);
    return picture;
}

}  // namespace incursion
