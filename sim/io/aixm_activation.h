#pragma once

#include <optional>

#include "sim/io/aixm_links.h"
#include "sim/io/xml_tree.h"
#include "sim/model/activation.h"

namespace incursion {

/// When a time slice of an airspace says that it is active, by the timesheets of its activations whose status is not
/// INACTIVE; nothing where it says nothing of it, which is always. Times are UTC or at a fixed offset from it. Dates
/// that come back every year are laid out over the years of `validity` from 1960 to 2100; where it reaches beyond, that
/// is told. What is not known is told too: sunrise and sunset (the day is taken from or to midnight), holidays (those
/// alone are left out), daylight saving (hours stay those of winter), exclusions and levels (not applied), and
/// AVBL_FOR_ACTIVATION, by NOTAM, which is taken as active.
std::optional<Activation> activation_of_slice(const XmlNode& slice, const TimeSpan& validity, AixmFindings& findings);

}  // namespace incursion
