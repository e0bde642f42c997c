#include <concepts>
#include <type_traits>

#include <catch2/catch.hpp>

#include "sim/base/angle.h"
#include "sim/base/id.h"
#include "sim/base/time.h"
#include "sim/geo/vertical.h"

using namespace incursion;

namespace {

template <class A, class B>
concept equal_comparable = requires(A a, B b) { a == b; };
template <class A, class B>
concept ordered = requires(A a, B b) { a < b; };
template <class A, class B>
concept addable = requires(A a, B b) { a + b; };
template <class From, class To>
concept assignable_to = requires(From from, To to) { to = from; };

/// Neither compares, adds nor turns into the other.
template <class A, class B>
concept strangers = !equal_comparable<A, B> && !ordered<A, B> && !addable<A, B> && !std::is_convertible_v<A, B> &&
                    !std::is_convertible_v<B, A> && !assignable_to<A, B> && !assignable_to<B, A>;

struct AirTag;
struct SideTag;
using AirId = Id<AirTag>;
using SideId = Id<SideTag>;

// Heights from different zeros.
static_assert(strangers<Msl, Agl>);
static_assert(strangers<Msl, FlightLevel>);
static_assert(strangers<Agl, FlightLevel>);
static_assert(strangers<Surface, Unlimited>);
static_assert(strangers<Msl, double>);
static_assert(strangers<Agl, double>);
static_assert(strangers<FlightLevel, int>);
static_assert(ordered<Msl, Msl> && equal_comparable<Msl, Msl>);
static_assert(ordered<Agl, Agl> && ordered<FlightLevel, FlightLevel>);
static_assert(std::is_convertible_v<Msl, VerticalLimit>);

// Angles and bare numbers.
static_assert(strangers<Angle, double>);
static_assert(!std::is_constructible_v<Angle, double>);
static_assert(ordered<Angle, Angle> && addable<Angle, Angle>);

// Places in different lists, and bare numbers.
static_assert(strangers<AirId, SideId>);
static_assert(strangers<AirId, std::uint32_t>);
static_assert(ordered<AirId, AirId> && equal_comparable<AirId, AirId>);

// Instants and durations.
static_assert(!addable<Time, Time> && !equal_comparable<Time, Duration> && !std::is_convertible_v<Time, Duration>);
static_assert(strangers<Time, double>);
static_assert(!std::is_convertible_v<double, Duration>);
static_assert(addable<Time, Duration> && ordered<Time, Time>);

}  // namespace

TEST_CASE("units that do not mix compare with their own kind")
{
    CHECK(Msl{100} < Msl{200});
    CHECK(Agl{100} == Agl{100});
    CHECK(FlightLevel{195} > FlightLevel{100});
    CHECK(AirId{3} != AirId{4});
    CHECK(Angle::degrees(30) < Angle::degrees(31));
    CHECK(VerticalLimit{Msl{100}} != VerticalLimit{Agl{100}});
}
