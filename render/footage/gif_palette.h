#pragma once

#include <cstdint>
#include <vector>

#include "render/footage/libav.h"

namespace incursion {

/// A frame of words (alpha, red, green, blue from the highest byte on) as libav's picture.
Libav<AVFrame> picture_of(const std::vector<std::uint32_t>& frame, int width_px, int height_px);

/// Finds the 256 colours that serve all frames best. It counts colours and keeps no frame. Throws LibavError.
class PaletteFinder {
public:
    PaletteFinder(int width_px, int height_px);
    void add(const AVFrame& picture);
    /// Ends adding. The palette as a picture of 16 by 16.
    Libav<AVFrame> find();

private:
    Libav<AVFilterGraph> graph_;
    AVFilterContext* source_ = nullptr;
    AVFilterContext* sink_ = nullptr;
};

/// Draws pictures in the colours of a palette; in between them by an ordered pattern, which stands still where the
/// picture does. Throws LibavError.
class PaletteUser {
public:
    PaletteUser(int width_px, int height_px, const AVFrame& palette);
    void add(const AVFrame& picture);
    /// Ends adding; take() will give the rest.
    void end();
    /// The next picture that is ready, in the order of adding and with its time; null for none.
    Libav<AVFrame> take();

private:
    Libav<AVFilterGraph> graph_;
    AVFilterContext* source_ = nullptr;
    AVFilterContext* sink_ = nullptr;
};

}  // namespace incursion
