#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "render/footage/footage_format.h"
#include "render/picture/presenter.h"
#include "render/sound/sound_track.h"
#include "tools/incursion/film.h"

namespace incursion {

/// What a film shows and how it sounds, frame by frame.
class FilmScript {
public:
    virtual ~FilmScript() = default;
    virtual std::int64_t frame_count() const = 0;
    virtual ViewState view(std::int64_t frame) const = 0;
    /// What is drawn over a frame; empty where nothing is.
    virtual Overlay overlay(std::int64_t) { return {}; }
    /// The frame is the one before it once more.
    virtual bool repeats(std::int64_t) const { return false; }
    virtual bool has_sound() const = 0;
    /// Writes samples first, first + 1, ... of the film's sound.
    virtual void mix(std::int64_t first, std::span<float> out) const = 0;
    /// Of a track beside the picture.
    virtual std::vector<Subtitle> subtitles() const { return {}; }
};

/// A film that runs evenly.
std::unique_ptr<FilmScript> make_plain_script(const Film& film, ViewState view, std::optional<SoundTrack> sound);

}  // namespace incursion
