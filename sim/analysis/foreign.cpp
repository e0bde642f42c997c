#include "sim/analysis/foreign.h"

#include <algorithm>

namespace incursion {

namespace {

template <class Wanted>
AirspaceSet airspaces_where(const Airspaces& airspaces, Wanted wanted)
{
    AirspaceSet set;
    for (std::uint32_t i = 0; i < airspaces.list.size(); ++i)
        if (wanted(airspaces.list[i]))
            set.push_back({i});
    return set;
}

}  // namespace

bool is_foreign(const Airspace& airspace, const Belonging& belonging)
{
    const auto& permitted = belonging.permitted;
    return airspace.owner != belonging.state &&
           std::find(permitted.begin(), permitted.end(), airspace.owner) == permitted.end();
}

AirspaceSet foreign_airspaces(const Airspaces& airspaces, const Belonging& belonging)
{
    return airspaces_where(airspaces, [&](const Airspace& a) { return is_foreign(a, belonging); });
}

AirspaceSet airspaces_with_key(const Airspaces& airspaces, const std::string& key)
{
    return airspaces_where(airspaces, [&](const Airspace& a) { return a.key == key; });
}

}  // namespace incursion
