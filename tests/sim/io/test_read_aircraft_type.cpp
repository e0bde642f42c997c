#include <catch2/catch.hpp>

#include "sim/io/read_aircraft_type.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

std::string number(const std::string& table, const std::string& value)
{
    return "[" + table + "]\nvalue = " + value + "\nsource = \"p. 3\"\nconfidence = \"B\"\n";
}

const std::string head = "id = \"x\"\ntitle = \"X\"\n";

struct Read {
    std::optional<AircraftType> type;
    Diagnostics diagnostics;
};

Read read(const std::string& text)
{
    const TemporaryFolder folder;
    Read result;
    result.type = read_aircraft_type(folder.write("x.toml", text), result.diagnostics);
    return result;
}

}  // namespace

TEST_CASE("every number of an aircraft type arrives in SI units with its source")
{
    const auto [type, d] =
        read(head + number("roll_rate", "\"90 deg/s\"") + number("mass", "\"33.325 t\"") + number("wing_area", "\"55 m2\"") +
             number("max_lift_coefficient", "1.5") + number("max_load_factor", "6") + number("min_load_factor", "-2.0") +
             number("max_bank", "\"60 deg\"") + number("max_mach", "1.35") + number("max_cas", "\"1320 km/h\"") +
             number("min_cas", "\"100 kt\"") + number("ceiling", "\"36090 ft\"") + number("max_climb", "\"9000 ft/min\"") +
             number("max_descent", "\"100 m/s\"") + number("max_acceleration", "\"0.3 g\"") +
             number("max_deceleration", "\"2 m/s2\"") + number("other.crew", "2") + "note = \"side by side\"\n");
    CAPTURE(told(d));
    REQUIRE(type);
    CHECK(d.list().empty());
    CHECK(type->id == "x");
    CHECK(*type->roll_rate_radps == Approx(1.5707963267948966).epsilon(1e-15));
    CHECK(*type->mass_kg == Approx(33325).epsilon(1e-15));
    CHECK(type->wing_area_m2 == 55.0);
    CHECK(type->max_lift_coefficient == 1.5);
    CHECK(type->max_load_factor == 6.0);
    CHECK(type->min_load_factor == -2.0);
    CHECK(*type->max_bank_rad == Approx(1.0471975511965976).epsilon(1e-15));
    CHECK(type->max_mach == 1.35);
    CHECK(*type->max_cas_mps == Approx(1320 / 3.6).epsilon(1e-15));
    CHECK(*type->min_cas_mps == Approx(185200.0 / 3600).epsilon(1e-15));
    CHECK(*type->ceiling_m == Approx(11000.232).epsilon(1e-15));
    CHECK(*type->max_climb_mps == Approx(45.72).epsilon(1e-15));
    CHECK(type->max_descent_mps == 100.0);
    CHECK(*type->max_acceleration_mps2 == Approx(2.941995).epsilon(1e-15));
    CHECK(type->max_deceleration_mps2 == 2.0);
    REQUIRE(type->numbers.size() == 16);
    CHECK(type->numbers[0].key == "roll_rate");
    CHECK(type->numbers[0].text == "90 deg/s");
    CHECK(type->numbers[5].text == "-2");
    CHECK(type->numbers[15].key == "other.crew");
    CHECK(type->numbers[15].source == "p. 3");
    CHECK(type->numbers[15].confidence == "B");
}

TEST_CASE("every shipped aircraft type is read without an error")
{
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator{std::string{INCURSION_SOURCE_DIR "/data/aircraft"}}) {
        if (entry.path().extension() != ".toml")
            continue;
        Diagnostics d;
        const auto type = read_aircraft_type(entry.path().string(), d);
        CAPTURE(entry.path().string(), told(d));
        REQUIRE(type);
        CHECK(type->id == entry.path().stem().string());
        ++files;
    }
    CHECK(files > 0);
}

TEST_CASE("an aircraft type with anything wrong is refused, with all that is wrong")
{
    const auto [type, d] = read("title = \"X\"\n" + number("mass", "33325") + number("wing_area", "\"55 m\"") +
                                number("max_lift_coefficient", "5.5") + number("max_bank", "\"95 deg\"") +
                                number("max_macch", "1.2") + number("max_cas", "\"-5 m/s\"") + "[ceiling]\nvalue = \"1 km\"\n" +
                                "[max_climb]\nvalue = \"1 m/s\"\nsource = \"\"\nconfidence = \"sure\"\nwho = 1\n");
    CAPTURE(told(d));
    CHECK_FALSE(type);
    CHECK(tells(d, "error 1 :", "'id' is missing"));
    CHECK(tells(d, "error 3 mass.value", "bare number"));
    CHECK(tells(d, "error 7 wing_area.value", "m2"));
    CHECK(tells(d, "error 11 max_lift_coefficient.value", "0 and 5"));
    CHECK(tells(d, "error 15 max_bank.value", "0 and 90 deg"));
    CHECK(tells(d, "error 18 max_macch", "did you mean 'max_mach'?"));
    CHECK(tells(d, "error 23 max_cas.value", "0 and 1000 m/s"));
    CHECK(tells(d, "error 26 ceiling", "'source' is missing"));
    CHECK(tells(d, "error 26 ceiling", "'confidence' is missing"));
    CHECK(tells(d, "error 30 max_climb.source", "source"));
    CHECK(tells(d, "error 31 max_climb.confidence", "A, B, C, D, G"));
    CHECK(tells(d, "error 32 max_climb.who", "unknown key"));
}

TEST_CASE("an aircraft type may leave every number out")
{
    const auto [type, d] = read(head);
    REQUIRE(type);
    CHECK(d.list().empty());
    CHECK_FALSE(type->mass_kg);
    CHECK(type->numbers.empty());
    CHECK(tells(read(head + number("mass", "\"1 t\"")).diagnostics, "warning", "stall"));
    CHECK(tells(read(head + number("min_cas", "\"90 m/s\"") + number("max_cas", "\"80 m/s\"")).diagnostics, "error",
                "not below max_cas"));
}
