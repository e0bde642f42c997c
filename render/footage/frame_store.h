#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <vector>

namespace incursion {

/// Frames kept on the disk, without loss, until all of them are there: each as its difference from the one before,
/// compressed. The file has no name and is gone with the store, also when the program is killed. In memory are two
/// frames, however many are kept. Throws LibavError where the disk is full or no file can be made.
class FrameStore {
public:
    /// Words in a frame, each a pixel.
    explicit FrameStore(std::size_t words);

    /// REQUIRES: a frame of that many words; not after rewind().
    void add(const std::vector<std::uint32_t>& frame);
    /// Ends adding; next() will give the first frame.
    void rewind();
    /// The next frame, valid until the call after; null after the last.
    const std::vector<std::uint32_t>* next();

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    std::unique_ptr<std::FILE, Close> file_;
    std::vector<std::uint32_t> previous_;
    std::vector<std::uint32_t> difference_;
    std::vector<std::uint8_t> packed_;
    std::size_t left_ = 0;  ///< frames not yet read
};

}  // namespace incursion
