#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "render/footage/png_file.h"

namespace incursion::test {

/// How two pictures differ.
struct PictureDifference {
    double psnr_db = 0;                 ///< over red, green and blue; 200 for equal pictures
    double share_off = 0;               ///< of pixels of which a part is off by more than 4 %
    std::vector<std::uint8_t> picture;  ///< differences, eight times as strong
};

/// REQUIRES: equally many bytes, four a pixel, at least one pixel.
inline PictureDifference difference_of(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b)
{
    PictureDifference result;
    result.picture.assign(a.size(), 255);
    double squares = 0;
    std::size_t off = 0;
    for (std::size_t i = 0; i < a.size(); i += 4) {
        int most = 0;
        for (std::size_t part = i; part < i + 3; ++part) {
            const int apart = std::abs(int{a[part]} - int{b[part]});
            squares += apart * apart;
            most = std::max(most, apart);
            result.picture[part] = static_cast<std::uint8_t>(std::min(apart * 8, 255));
        }
        off += most > 10 ? 1U : 0U;  // 4 % of 255
    }
    const double pixels = static_cast<double>(a.size()) / 4;
    result.psnr_db = squares > 0 ? 10 * std::log10(255.0 * 255.0 * 3 * pixels / squares) : 200;
    result.share_off = static_cast<double>(off) / pixels;
    return result;
}

/// Whether pictures agree as two builds of the software renderer do: at least 45 dB, and less than one pixel in ten
/// thousand off by more than 4 %.
inline bool agree(const PictureDifference& difference)
{
    return difference.psnr_db >= 45 && difference.share_off < 0.0001;
}

/// Compares pixels, the lowest row first, with a stored PNG. Nothing where they agree; else what is wrong, and
/// at the name it was given, with `.golden.png`, `.drawn.png` and `.difference.png` added, what is stored, what was
/// drawn and how they differ.
/// With INCURSION_WRITE_GOLDEN set in the environment the stored picture is written instead.
inline std::optional<std::string> compare_pictures(const std::string& golden_path, const std::string& output_stem,
                                                   const std::vector<std::uint8_t>& drawn, int width_px, int height_px)
{
    if (std::getenv("INCURSION_WRITE_GOLDEN") != nullptr) {
        const auto problem = write_png(golden_path, drawn, width_px, height_px, true);
        return problem ? std::optional{problem->message} : std::nullopt;
    }
    const auto golden = read_png(golden_path);
    if (!golden)
        return golden.problem();
    if (golden->width_px != width_px || golden->height_px != height_px)
        return golden_path + " has another size";
    const std::size_t row = static_cast<std::size_t>(width_px) * 4;
    std::vector<std::uint8_t> stored;
    for (std::size_t y = static_cast<std::size_t>(height_px); y-- > 0;)
        stored.insert(stored.end(), golden->rgba.begin() + static_cast<std::ptrdiff_t>(y * row),
                      golden->rgba.begin() + static_cast<std::ptrdiff_t>((y + 1) * row));
    const PictureDifference difference = difference_of(stored, drawn);
    if (agree(difference))
        return std::nullopt;
    write_png(output_stem + ".golden.png", stored, width_px, height_px, true);
    write_png(output_stem + ".drawn.png", drawn, width_px, height_px, true);
    write_png(output_stem + ".difference.png", difference.picture, width_px, height_px, true);
    return "not as " + golden_path + ": " + std::to_string(difference.psnr_db) + " dB, " +
           std::to_string(difference.share_off * 100) + " % of pixels off by more than 4 %; see " + output_stem +
           ".golden.png, " + output_stem + ".drawn.png and " + output_stem + ".difference.png";
}

}  // namespace incursion::test
