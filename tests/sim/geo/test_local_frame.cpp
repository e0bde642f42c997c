#include "sim/geo/local_frame.h"

#include <cmath>
#include <random>

#include <Eigen/LU>

#include <catch2/catch.hpp>

#include "sim/geo/geodesic.h"

using namespace incursion;

namespace {

/// 53 deg 48' 33.820" N, 2 deg 07' 46.380" E: the place of the worked examples of the EPSG guidance.
const LonLat north_sea{2 + 7 / 60.0 + 46.380 / 3600, 53 + 48 / 60.0 + 33.820 / 3600};

double uniform(std::mt19937_64& random, double low, double high)
{
    return low + (high - low) * static_cast<double>(random() >> 11) * 0x1.0p-53;
}

}  // namespace

TEST_CASE("a place in the North Sea has the ECEF coordinates that IOGP 373-7-2 gives for method 9602")
{
    const Eigen::Vector3d ecef = ecef_from(north_sea, 73.0);
    CHECK(ecef.x() == Approx(3771793.968).margin(6e-4).epsilon(0));
    CHECK(ecef.y() == Approx(140253.342).margin(6e-4).epsilon(0));
    CHECK(ecef.z() == Approx(5124304.349).margin(6e-4).epsilon(0));
}

TEST_CASE("a place seen from another has the coordinates that IOGP 373-7-2 gives for method 9837")
{
    const LocalFrame frame{{5, 55}, 200};
    CHECK(frame.origin_ecef().x() == Approx(3652755.3058).margin(6e-5).epsilon(0));
    CHECK(frame.origin_ecef().y() == Approx(319574.6799).margin(6e-5).epsilon(0));
    CHECK(frame.origin_ecef().z() == Approx(5201547.3536).margin(6e-5).epsilon(0));
    const Eigen::Vector3d enu = frame.enu_from(north_sea, 73.0);
    CHECK(enu.x() == Approx(-189013.869).margin(6e-4).epsilon(0));
    CHECK(enu.y() == Approx(-128642.040).margin(6e-4).epsilon(0));
    CHECK(enu.z() == Approx(-4220.171).margin(6e-4).epsilon(0));
}

TEST_CASE("the axes of the ellipsoid come out where they are by definition")
{
    CHECK(ecef_from({0, 0}, 0).isApprox(Eigen::Vector3d{6378137.0, 0, 0}, 1e-15));
    CHECK(ecef_from({90, 0}, 100).isApprox(Eigen::Vector3d{0, 6378237.0, 0}, 1e-15));
    CHECK(ecef_from({0, 90}, 0).isApprox(Eigen::Vector3d{0, 0, 6356752.314245179}, 1e-15));
    CHECK(ecef_from({33, -90}, 10).isApprox(Eigen::Vector3d{0, 0, -6356762.314245179}, 1e-15));
}

TEST_CASE("a local frame is a rotation with east along the parallel and up along the normal")
{
    const unsigned seed = 9837;
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (int i = 0; i < 1000; ++i) {
        const double pole = i % 20 == 0 ? 90 : -90;
        const LonLat origin{uniform(random, -540, 540), i % 10 == 0 ? pole : uniform(random, -90, 90)};
        const double height = uniform(random, -500, 20000);
        CAPTURE(origin.lon_deg, origin.lat_deg, height);
        const LocalFrame frame{origin, height};
        const Eigen::Matrix3d& r = frame.rotation();
        CHECK((r * r.transpose()).isApprox(Eigen::Matrix3d::Identity(), 1e-14));
        CHECK(r.determinant() == Approx(1).epsilon(1e-14));
        CHECK(std::abs(r(0, 2)) == 0);
        CHECK(r(1, 2) >= -1e-16);
        const Eigen::Vector3d above = frame.enu_from(origin, height + 1000);
        CHECK(above.isApprox(Eigen::Vector3d{0, 0, 1000}, 1e-10));
        const Eigen::Vector3d enu{uniform(random, -1e6, 1e6), uniform(random, -1e6, 1e6), uniform(random, -1e5, 1e5)};
        CHECK((frame.enu_from_ecef(frame.ecef_from_enu(enu)) - enu).norm() < 1e-8);
    }
}

TEST_CASE("east and north of a local frame are the directions of geodesics")
{
    const LocalFrame frame{{36.0, 35.9}};
    for (const double azimuth : {0.0, 90.0, 222.0}) {
        const LonLat place = direct({36.0, 35.9}, Angle::degrees(azimuth), 10);
        const Eigen::Vector3d enu = frame.enu_from(place, 0);
        CHECK(enu.x() == Approx(10 * std::sin(azimuth * 3.14159265358979 / 180)).margin(1e-8));
        CHECK(enu.y() == Approx(10 * std::cos(azimuth * 3.14159265358979 / 180)).margin(1e-8));
        CHECK(enu.z() == Approx(-10 * 10 / 2.0 / 6.37e6).margin(1e-7));
    }
}

TEST_CASE("a point in space gives back its place and height to a few units of the last place")
{
    const unsigned seed = 1976;
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (int i = 0; i < 5000; ++i) {
        double lat = uniform(random, -90, 90);
        if (i % 5 == 0)
            lat = std::copysign(90 - std::pow(10.0, -static_cast<double>(i % 14)), lat);
        if (i % 5 == 1)
            lat = std::copysign(std::pow(10.0, -static_cast<double>(i % 14)), lat);
        if (i % 100 == 2)
            lat = i % 200 == 2 ? 90 : 0;
        const LonLat place{uniform(random, -180, 180), lat};
        const double height = i % 3 == 0 ? uniform(random, -10e3, 1000e3) : uniform(random, -500, 30e3);
        CAPTURE(place.lon_deg, place.lat_deg, height);
        const Geodetic back = geodetic_from_ecef(ecef_from(place, height));
        CHECK((ecef_from(back.place, back.height_m) - ecef_from(place, height)).norm() < 1e-8);
        CHECK(std::abs(back.height_m - height) < 5e-9);
        CHECK(distance_m(back.place, place) < 1e-8);
    }
}
