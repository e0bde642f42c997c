#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "sim/training/look_back.h"

namespace incursion {

// Words and figures of a debrief, the same in text and on the HTML page.

/// `7.5`, `10`, `9.967`: up to three decimals.
std::string points_text(double points);
/// `99.9 %`, rounded down, so that only full points are `100 %`.
std::string share_text(double share);
/// `07:24:09.5`, `07:24:10`: to the tenth of a second, rounded down.
std::string clock_words(Time time);
/// `4.2 s`, with a sign where the thing was done before it could be seen.
std::string reaction_text(const std::optional<double>& s);

/// What was done, without its instant: `takes up A01`, `calls A01: "Change your heading."`.
std::string action_words(const Action& action);
/// `a call that was not heard`, `A01 was no track on the scope`; empty where all went well.
std::string call_fate(const Debrief& debrief, const MadeCall& call);
/// `drops the track of SU27 from 13:41:00 to 13:41:40`.
std::string inject_words(const Debrief& debrief, const Injected& injected);

/// Who sat at the scope, or that the log does not say.
std::string trainee_of(const Debrief& debrief);
/// A sentence on whether the exercise was ended or broke off.
std::string end_words(const Debrief& debrief);

/// What the analysis has of a call; null where it was not heard.
const CallReport* report_of(const Debrief& debrief, const MadeCall& call);

}  // namespace incursion
