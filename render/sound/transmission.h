#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "render/sound/sound.h"
#include "sim/base/diagnostics.h"
#include "sim/base/time.h"
#include "sim/model/scenario.h"

namespace incursion {

/// A call as it is heard.
struct Transmission {
    Time start{};
    std::size_t call = 0;  ///< its place in the list of calls
    Sound sound;

    TimeSpan span() const { return {start, start + seconds(sound.length_s())}; }
};

/// One for each call that has words or a recording, in order of time. A text that stands in brackets as a whole, as
/// `(a warning; its words were not published)`, tells of the words and is not spoken. Words go through the radio, each call with its
/// own noise; a recording is played as it is, since it is one of a radio already. What cannot be spoken or read
/// becomes a warning at `call[i]`, once for all calls with the same trouble, and the call stays silent.
std::vector<Transmission> transmissions_of(const std::vector<Call>& calls, std::uint64_t seed,
                                           Diagnostics& diagnostics);

}  // namespace incursion
