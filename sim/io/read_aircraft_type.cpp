#include "sim/io/read_aircraft_type.h"

#include <utility>

#include <fmt/format.h>

#include "sim/base/angle.h"
#include "sim/io/read_sourced_number.h"
#include "sim/io/toml_document.h"

namespace incursion {

namespace {

enum class Measure { bare, load_factor, mass, area, angle, angular_rate, speed, length, acceleration };

/// A number of a type: where it is kept, what it measures, and the range (SI units) beyond which it must be a
/// slip of unit or digit rather than an aircraft. The ranges leave room beyond every aircraft flown so far.
struct NumberKey {
    const char* key;
    std::optional<double> AircraftType::* member;
    Measure measure;
    double low, high;  ///< both excluded
    const char* range; ///< for the message
};

const double quarter_turn = Angle::degrees(90).rad();

const NumberKey number_keys[] = {
    {"mass", &AircraftType::mass_kg, Measure::mass, 0, 1e6, "0 and 1000 t"},
    {"wing_area", &AircraftType::wing_area_m2, Measure::area, 0, 2000, "0 and 2000 m2"},
    {"max_lift_coefficient", &AircraftType::max_lift_coefficient, Measure::bare, 0, 5, "0 and 5"},
    {"max_load_factor", &AircraftType::max_load_factor, Measure::load_factor, 1, 50, "1 and 50"},
    {"min_load_factor", &AircraftType::min_load_factor, Measure::load_factor, -50, 1, "-50 and 1"},
    {"max_bank", &AircraftType::max_bank_rad, Measure::angle, 0, quarter_turn, "0 and 90 deg"},
    {"roll_rate", &AircraftType::roll_rate_radps, Measure::angular_rate, 0, 20, "0 and 1145 deg/s"},
    {"max_mach", &AircraftType::max_mach, Measure::bare, 0, 25, "0 and 25"},
    {"max_cas", &AircraftType::max_cas_mps, Measure::speed, 0, 1000, "0 and 1000 m/s"},
    {"min_cas", &AircraftType::min_cas_mps, Measure::speed, 0, 1000, "0 and 1000 m/s"},
    {"ceiling", &AircraftType::ceiling_m, Measure::length, 0, 120e3, "0 and 120 km"},
    {"max_climb", &AircraftType::max_climb_mps, Measure::speed, 0, 1000, "0 and 1000 m/s"},
    {"max_descent", &AircraftType::max_descent_mps, Measure::speed, 0, 1000, "0 and 1000 m/s"},
    {"max_acceleration", &AircraftType::max_acceleration_mps2, Measure::acceleration, 0, 200, "0 and 200 m/s2"},
    {"max_deceleration", &AircraftType::max_deceleration_mps2, Measure::acceleration, 0, 200, "0 and 200 m/s2"},
};

const NumberKey* find_number_key(const std::string& key)
{
    for (const NumberKey& number : number_keys)
        if (key == number.key)
            return &number;
    return nullptr;
}

std::optional<double> read_value(TomlReader& table, Measure measure)
{
    switch (measure) {
    case Measure::bare: return table.number("value");
    case Measure::load_factor: return table.load_factor("value");
    case Measure::mass: return table.quantity("value", Dimension::mass);
    case Measure::area: return table.quantity("value", Dimension::area);
    case Measure::angle: return table.quantity("value", Dimension::angle);
    case Measure::angular_rate: return table.quantity("value", Dimension::angular_rate);
    case Measure::speed: return table.quantity("value", Dimension::speed);
    case Measure::length: return table.quantity("value", Dimension::length);
    case Measure::acceleration: return table.quantity("value", Dimension::acceleration);
    }
    return std::nullopt;
}

void read_number(TomlReader& root, const NumberKey& number, AircraftType& type)
{
    auto table = root.table(number.key);
    if (!table)
        return;
    const auto value = read_value(*table, number.measure);
    if (value && !(number.low < *value && *value < number.high))
        table->error("value", fmt::format("this must lie between {}", number.range));
    else
        type.*number.member = value;
    type.numbers.push_back(read_sourced_number(*table, number.key));
}

/// What is told about the type but not flown with.
void read_other(TomlReader& root, AircraftType& type)
{
    auto others = root.table("other");
    if (!others)
        return;
    for (const std::string& key : others->keys_in_file())
        if (auto table = others->table(key))
            type.numbers.push_back(read_sourced_number(*table, "other." + key));
}

void check_together(TomlReader& root, const AircraftType& type)
{
    if (type.min_cas_mps && type.max_cas_mps && !(*type.min_cas_mps < *type.max_cas_mps))
        root.error("min_cas", "this is not below max_cas");
    const int stall_numbers = int{root.has("mass")} + int{root.has("wing_area")} + int{root.has("max_lift_coefficient")};
    if (stall_numbers != 0 && stall_numbers != 3 && !type.min_cas_mps)
        root.warning("", "the stall speed needs mass, wing_area and max_lift_coefficient; without all three, and "
                         "without min_cas, the type flies at any speed however low");
}

}  // namespace

std::optional<AircraftType> read_aircraft_type(const std::string& path, Diagnostics& diagnostics)
{
    return read_toml_document(path, diagnostics, [](TomlReader& root) {
        AircraftType type;
        root.need({"id", "title"});
        type.id = root.text("id").value_or("");
        type.title = root.text("title").value_or("");
        if (root.has("id") && type.id.empty())
            root.error("id", "a type needs an id, as f-16c");
        for (const NumberKey& number : number_keys)
            root.has(number.key);
        for (const std::string& key : root.keys_in_file())
            if (const NumberKey* number = find_number_key(key))
                read_number(root, *number, type);
        read_other(root, type);
        check_together(root, type);
        root.finish();
        return std::optional{std::move(type)};
    });
}

}  // namespace incursion
