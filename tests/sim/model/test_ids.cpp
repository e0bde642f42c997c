#include <type_traits>

#include <catch2/catch.hpp>

#include "sim/model/airspace.h"

using namespace incursion;

namespace {

template <class A, class B>
concept equal_comparable = requires(A a, B b) { a == b; };

using OtherId = Id<struct OtherTag>;
static_assert(!equal_comparable<AirspaceId, OtherId>);
static_assert(!std::is_convertible_v<AirspaceId, OtherId> && !std::is_convertible_v<OtherId, AirspaceId>);
static_assert(!std::is_convertible_v<std::size_t, AirspaceId> && !std::is_convertible_v<AirspaceId, std::size_t>);
static_assert(equal_comparable<AirspaceId, AirspaceId>);

}  // namespace

TEST_CASE("an airspace is found by its id, and stands from the surface to unlimited unless told otherwise")
{
    Airspaces airspaces;
    airspaces.list.push_back({"TUR", "TUR", Surface{}, FlightLevel{660}, {}});
    airspaces.list.push_back({"SYR", "SYR", {}, Unlimited{}, {}});
    CHECK(airspaces[AirspaceId{1}].key == "SYR");
    CHECK(Airspace{}.floor == VerticalLimit{Surface{}});
    CHECK(Airspace{}.ceiling == VerticalLimit{Unlimited{}});
}
