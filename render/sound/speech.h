#pragma once

#include <string>

#include "render/sound/sound.h"
#include "sim/base/result.h"

namespace incursion {

/// The command `espeak-ng` speaks `text` (UTF-8) in `language` (`en`, `tr`, `ru`, any voice it has). A process for
/// each call: within one process it gives other samples when asked the same a second time.
/// PROMISES: the same samples for the same text, language and version of espeak-ng, in any locale; or a problem that
/// names what is wrong: the command is not installed, has no such voice, failed, or the text has nothing to say.
Result<Sound> speak(const std::string& text, const std::string& language);

}  // namespace incursion
