#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "render/footage/footage_format.h"
#include "sim/base/result.h"

namespace incursion {

/// Encodes pictures and sound into a file: H.264 and AAC in mp4, VP9 and Opus in webm, a looping gif without sound.
/// Encoding runs in a thread of its own behind a queue of three frames, so that the caller can draw meanwhile. Frames
/// are encoded in the order given; the same calls give the same bytes on one machine, whatever the timing.
///
/// Sound and picture last equally long: sound that is too short is followed by silence, and what is too long is cut.
/// Sound through frame n is round(n * sound_rate_hz / frames_per_second) samples; it may be given ahead of its frames
/// or behind them, but is kept in memory until they come.
///
/// A gif has one palette for all its frames, so they are kept until finish(), compressed without loss in a nameless
/// temporary file; what stays in memory does not grow with their number.
///
/// All calls from one thread. It keeps the file's inode: a path made by OutputFile may be filled in place.
class FootageWriter {
public:
    /// Opens the file, which is emptied if it exists, or tells why not: options that cannot be (refuse_footage), a path
    /// that cannot be written, an encoder that is missing. The format is told by the options, not by the path.
    static Result<std::unique_ptr<FootageWriter>> open(const std::string& path, const FootageOptions& options);
    FootageWriter(const FootageWriter&) = delete;
    FootageWriter& operator=(const FootageWriter&) = delete;
    /// Gives up cleanly if not finished; what it wrote remains, incomplete.
    ~FootageWriter();

    /// RGBA, width x height, top row first or (bottom_up) last, as glReadPixels gives it; alpha is ignored. Returns the
    /// first problem met so far; after one, all further frames are ignored. Waits while the queue is full.
    /// A frame that does not hold 4 * width * height bytes is a problem. REQUIRES: not after finish().
    std::optional<Problem> add_frame(std::vector<std::uint8_t> rgba, bool bottom_up);
    /// Samples from -1 to 1 at sound_rate_hz, which follow those before; ignored where there is no sound. Never waits.
    /// Returns as add_frame. REQUIRES: not after finish().
    std::optional<Problem> add_sound(std::span<const float> samples);
    /// Waits for the encoder and completes the file; without it the file is not complete. A file without a frame is a
    /// problem. Called again, it answers the same.
    std::optional<Problem> finish();

private:
    class Worker;
    FootageWriter(std::unique_ptr<Worker> worker, std::size_t frame_bytes);

    std::unique_ptr<Worker> worker_;
    std::size_t frame_bytes_;
};

}  // namespace incursion
