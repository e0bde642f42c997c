#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "render/footage/footage_format.h"

namespace incursion {

/// What turns frames and sound into a file, call by call in the caller's thread; FootageWriter gives it its own.
/// Every call throws LibavError where it fails, or std::bad_alloc.
class Encoder {
public:
    virtual ~Encoder() = default;
    /// Four bytes a pixel, the fourth ignored; the last row first if bottom_up.
    virtual void add_frame(const std::vector<std::uint8_t>& rgba, bool bottom_up) = 0;
    virtual void add_sound(std::span<const float> samples) = 0;
    /// Completes the file. REQUIRES: at least one frame was added.
    virtual void finish() = 0;
};

/// The encoder of a format. REQUIRES: refuse_footage(options) has nothing against it.
std::unique_ptr<Encoder> make_encoder(const std::string& path, const FootageOptions& options);

/// Its gifs: defined in gif_encoder.cpp.
std::unique_ptr<Encoder> make_gif_encoder(const std::string& path, const FootageOptions& options);

}  // namespace incursion
