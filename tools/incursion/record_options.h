#pragma once

#include <optional>
#include <string>

#include "render/footage/footage_writer.h"
#include "render/view/layout.h"
#include "tools/incursion/instant.h"
#include "tools/incursion/output.h"

namespace CLI {
class App;
}

namespace incursion {

/// What is shown: a span for a film, an instant for one picture.
struct RecordedSpan {
    TimeSpan span;
    Time at{};
};

/// Where footage goes, how large it is and which part of the incident it shows.
class RecordOptions {
public:
    void setup(CLI::App& app);
    /// Throws WrongCall where options contradict each other or the format.
    void check();

    const Destination& destination() const { return destination_; }
    FootageFormat format() const { return format_; }
    bool overwrites() const { return overwrite_; }
    double speed() const { return speed_; }
    int frames_per_second() const { return frames_per_second_; }
    /// Calls are spoken; a picture and a gif have no sound, but show how it swells.
    bool wants_sound() const { return !is_silent_; }
    /// Buttons and switches are drawn as in a window.
    bool has_controls() const { return has_controls_; }
    FrameSize frame(LayoutId layout) const;
    FootageOptions footage(LayoutId layout) const;
    /// The problem names an instant that is none, or a span that is empty or outside the replay's.
    Result<RecordedSpan> span_of(const NamedInstants& named) const;

private:
    Destination destination_;
    std::string format_name_, size_, from_ = "start", to_ = "end", at_;
    std::optional<int> fps_;
    std::optional<double> scale_;
    double speed_ = 1;
    bool overwrite_ = false, is_silent_ = false, has_controls_ = false;
    FootageFormat format_ = FootageFormat::mp4;
    int frames_per_second_ = 30, width_px_ = 0, height_px_ = 0;
};

}  // namespace incursion
