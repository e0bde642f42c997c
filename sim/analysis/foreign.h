#pragma once

#include <string>
#include <vector>

#include "sim/border/border_edges.h"
#include "sim/model/airspace.h"
#include "sim/model/scenario.h"

namespace incursion {

/// Whose airspace an aircraft may use: its own state's and that of those who permit it.
struct Belonging {
    std::string state;
    std::vector<std::string> permitted;
};

inline Belonging belonging_of(const Aircraft& aircraft)
{
    return {aircraft.state, aircraft.permitted};
}

/// An airspace whose owner is neither the aircraft's state nor on its permitted list.
bool is_foreign(const Airspace& airspace, const Belonging& belonging);

/// All foreign airspaces; and all with one key.
AirspaceSet foreign_airspaces(const Airspaces& airspaces, const Belonging& belonging);
AirspaceSet airspaces_with_key(const Airspaces& airspaces, const std::string& key);

}  // namespace incursion
