#pragma once

#include <string>
#include <string_view>

#include "render/sound/sound.h"
#include "sim/base/result.h"

namespace incursion {

/// Reads a RIFF WAV file: PCM with 8, 16, 24 or 32 bits or floating point with 32 or 64, 1 kHz to 768 kHz, up to
/// 64 channels, which are averaged, and up to 20 minutes. A data size of all ones or the like, which programs
/// write that do not know it in advance, means all the rest of the file.
/// PROMISES: the sound at sound_rate_hz, made quieter as a whole where it would leave [-1, 1]; or a problem that
/// names what is wrong, without the name of the file.
Result<Sound> parse_wav(std::string_view bytes);

/// The same from a file. The problem begins with its path.
Result<Sound> read_wav(const std::string& path);

}  // namespace incursion
