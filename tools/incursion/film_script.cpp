#include "tools/incursion/film_script.h"

#include <utility>

namespace incursion {

namespace {

class PlainScript final : public FilmScript {
public:
    PlainScript(const Film& film, ViewState view, std::optional<SoundTrack> sound)
        : film_{film}, view_{std::move(view)}, sound_{std::move(sound)}
    {
    }

    std::int64_t frame_count() const override { return film_.frame_count(); }

    ViewState view(std::int64_t frame) const override
    {
        ViewState view = view_;
        view.time = film_.instant_of(frame);
        return view;
    }

    bool has_sound() const override { return sound_ && !sound_->transmissions().empty(); }

    void mix(std::int64_t first, std::span<float> out) const override
    {
        sound_->mix(film_.first_instant(), film_.speed, first, out);
    }

private:
    Film film_;
    ViewState view_;
    std::optional<SoundTrack> sound_;
};

}  // namespace

std::unique_ptr<FilmScript> make_plain_script(const Film& film, ViewState view, std::optional<SoundTrack> sound)
{
    return std::make_unique<PlainScript>(film, std::move(view), std::move(sound));
}

}  // namespace incursion
