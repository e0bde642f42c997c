#include <cmath>
#include <memory>
#include <string>

#include <catch2/catch.hpp>
#include <proj.h>

#include "render/view/projection.h"
#include "sim/base/random.h"
#include "sim/geo/geodesic.h"

using namespace incursion;

namespace {

struct Closer {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
    void operator()(PJ* operation) const { proj_destroy(operation); }
};

/// PROJ's own azimuthal equidistant plane about a place.
class ProjPlane {
public:
    explicit ProjPlane(LonLat centre) : context_{proj_context_create()}
    {
        const std::string text = "+proj=aeqd +ellps=WGS84 +lat_0=" + std::to_string(centre.lat_deg) +
                                 " +lon_0=" + std::to_string(centre.lon_deg);
        operation_.reset(proj_create(context_.get(), text.c_str()));
        REQUIRE(operation_);
    }
    PlanePoint plane_from(LonLat place) const
    {
        const PJ_COORD from = proj_coord(proj_torad(place.lon_deg), proj_torad(place.lat_deg), 0, 0);
        const PJ_COORD to = proj_trans(operation_.get(), PJ_FWD, from);
        return {to.xy.x, to.xy.y};
    }

private:
    std::unique_ptr<PJ_CONTEXT, Closer> context_;
    std::unique_ptr<PJ, Closer> operation_;
};

const LonLat centres[] = {{36, 36}, {179.5, -17}, {-179.75, 60}, {25, 89.5}, {-100, -88.25}, {0, 0}};

}  // namespace

TEST_CASE("The plane agrees with PROJ's aeqd to a micrometre within 1,000 km, over 180 degrees and near the poles")
{
    RandomStream random{2015, "places"};
    for (const LonLat centre : centres) {
        const ProjPlane proj{centre};
        const AzimuthalPlane plane{centre};
        for (int i = 0; i < 200; ++i) {
            const LonLat place = direct(centre, Angle::degrees(random.uniform(0, 360)), random.uniform(0, 1'000'000));
            const PlanePoint ours = plane.plane_from(place), theirs = proj.plane_from(place);
            CAPTURE(centre.lon_deg, centre.lat_deg, place.lon_deg, place.lat_deg);
            CHECK(std::hypot(ours.east_m - theirs.east_m, ours.north_m - theirs.north_m) < 1e-6);
        }
    }
}

TEST_CASE("A place put on the plane and read from it is the same place")
{
    RandomStream random{2016, "places"};
    for (const LonLat centre : centres) {
        const AzimuthalPlane plane{centre};
        for (int i = 0; i < 50; ++i) {
            const LonLat place = direct(centre, Angle::degrees(random.uniform(0, 360)), random.uniform(0, 1'000'000));
            CHECK(distance_m(plane.place_from(plane.plane_from(place)), place) < 1e-6);
        }
    }
}

TEST_CASE("On the scope north is up, east is right, and the middle of the view is at the centre")
{
    Layout layout;
    layout.scope_centre = {400, 300};
    layout.scope_radius_px = 200;
    ViewState view;
    view.range_m = 50'000;
    view.middle = {10'000, -5'000};
    const ScopeMapping mapping{{36, 36}, view, layout};
    CHECK(mapping.screen_from(PlanePoint{10'000, -5'000}) == Point{400, 300});
    CHECK(mapping.screen_from(PlanePoint{10'000, 20'000}) == Point{400, 200});
    CHECK(mapping.screen_from(PlanePoint{60'000, -5'000}) == Point{600, 300});
    CHECK(mapping.range_m() == Approx(50'000));
    CHECK(mapping.is_on_glass({400, 101}));
    CHECK_FALSE(mapping.is_on_glass({300, 120}));
}

TEST_CASE("A pixel of the scope and the place under it belong together")
{
    Layout layout;
    layout.scope_centre = {400, 300};
    layout.scope_radius_px = 200;
    ViewState view;
    view.range_m = 80'000;
    const ScopeMapping mapping{{179.9, 65}, view, layout};
    for (const Point point : {Point{400, 300}, Point{250, 180}, Point{590, 310}, Point{410, 490}}) {
        const Point again = mapping.screen_from(mapping.place_from(point));
        CHECK(std::hypot(again.x - point.x, again.y - point.y) < 1e-3F);
    }
}
