#include "sim/io/asterix_profiles.h"

#include <array>

namespace incursion {

namespace {

// Short names, which must not be in the way of others.
namespace layouts {

// The sizes are those of the specifications, in octets; parts of compound fields have no numbers there.

constexpr AsterixField fixed(int item, std::uint8_t size)
{
    return {item, AsterixRule::fixed, size, {}};
}

constexpr AsterixField extended(int item, std::uint8_t size = 1)
{
    return {item, AsterixRule::extended, size, {}};
}

constexpr AsterixField counted(int item, std::uint8_t size)
{
    return {item, AsterixRule::counted, size, {}};
}

constexpr AsterixField compound(int item, std::span<const AsterixField> parts)
{
    return {item, AsterixRule::compound, 0, parts};
}

constexpr AsterixField part(std::uint8_t size)
{
    return fixed(0, size);
}

constexpr AsterixField unused{};
constexpr AsterixField expansion{asterix_expansion_item, AsterixRule::own_length, 0, {}};
constexpr AsterixField special{asterix_special_item, AsterixRule::own_length, 0, {}};

template <std::size_t Count>
constexpr std::array<AsterixField, Count> parts_of_one_octet()
{
    std::array<AsterixField, Count> parts;
    parts.fill(part(1));
    return parts;
}

constexpr std::uint8_t trajectory_point = 15;
constexpr std::uint8_t downlinked_register = 8;
constexpr std::array trajectory_intent{extended(0), counted(0, trajectory_point)};
constexpr std::array weather{part(2), part(2), part(2), part(1)};
constexpr auto data_ages = parts_of_one_octet<23>();

constexpr std::array adsb_2{
    fixed(10, 2), extended(40), fixed(161, 2), fixed(15, 1), fixed(71, 3), fixed(130, 6), fixed(131, 8),
    //
    fixed(72, 3), fixed(150, 2), fixed(151, 2), fixed(80, 3), fixed(73, 3), fixed(74, 4), fixed(75, 3),
    //
    fixed(76, 4), fixed(140, 2), extended(90), fixed(210, 1), fixed(70, 2), fixed(230, 2), fixed(145, 2),
    //
    fixed(152, 2), fixed(200, 1), fixed(155, 2), fixed(157, 2), fixed(160, 4), fixed(165, 2), fixed(77, 3),
    //
    fixed(170, 6), fixed(20, 1), compound(220, weather), fixed(146, 2), fixed(148, 2), compound(110, trajectory_intent),
    fixed(16, 1),
    //
    fixed(8, 1), extended(271), fixed(132, 1), counted(250, downlinked_register), fixed(260, 7), fixed(400, 1),
    compound(295, data_ages),
    //
    unused, unused, unused, unused, unused, expansion, special};

/// 0.23 and 0.26 differ in the length of the position, and in two items that were added.
constexpr std::array<AsterixField, 35> old_adsb(std::uint8_t position, AsterixField field_27, AsterixField field_28)
{
    return {fixed(10, 2), fixed(40, 2), fixed(30, 3), fixed(130, position), fixed(80, 3), fixed(140, 2), fixed(90, 2),
            //
            fixed(210, 1), fixed(230, 2), fixed(145, 2), fixed(150, 2), fixed(151, 2), fixed(152, 2), fixed(155, 2),
            //
            fixed(157, 2), fixed(160, 4), extended(165), fixed(170, 6), fixed(95, 1), fixed(32, 1), fixed(200, 1),
            //
            fixed(20, 1), compound(220, weather), fixed(146, 2), fixed(148, 2), compound(110, trajectory_intent),
            field_27, field_28,
            //
            unused, unused, unused, unused, unused, expansion, special};
}

constexpr auto adsb_0_26 = old_adsb(8, fixed(70, 2), fixed(131, 1));
constexpr auto adsb_0_23 = old_adsb(6, unused, unused);

constexpr std::array radar_status{part(1), unused, unused, part(1), part(1), part(2)};
constexpr std::array radar_mode{part(1), unused, unused, part(1), part(1), part(1)};

constexpr std::array radar_service{fixed(10, 2), fixed(0, 1), fixed(30, 3), fixed(20, 1), fixed(41, 2),
                                   compound(50, radar_status), compound(60, radar_mode),
                                   //
                                   counted(70, 2), fixed(100, 8), fixed(110, 1), fixed(120, 8), fixed(90, 2), expansion,
                                   special};

constexpr auto plot_characteristics = parts_of_one_octet<7>();
constexpr std::array doppler_speeds{part(2), counted(0, 6)};

constexpr std::array radar_report{fixed(10, 2), fixed(140, 3), extended(20), fixed(40, 4), fixed(70, 2), fixed(90, 2),
                                  compound(130, plot_characteristics),
                                  //
                                  fixed(220, 3), fixed(240, 6), counted(250, downlinked_register), fixed(161, 2),
                                  fixed(42, 4), fixed(200, 4), extended(170),
                                  //
                                  fixed(210, 4), extended(30), fixed(80, 2), fixed(100, 4), fixed(110, 2),
                                  compound(120, doppler_speeds), fixed(230, 2),
                                  //
                                  fixed(260, 7), fixed(55, 1), fixed(50, 2), fixed(65, 1), fixed(60, 2), special,
                                  expansion};

constexpr std::array aircraft_data{
    part(3), part(6), part(2), part(2), part(2), part(2), part(2),
    //
    extended(0), counted(0, trajectory_point), part(2), part(2), part(7), part(2), part(2),
    //
    part(2), part(2), part(2), part(2), part(1), part(8), part(1),
    //
    part(6), part(2), part(1), counted(0, downlinked_register), part(2), part(2), part(2)};
constexpr std::array update_ages{part(1), part(1), part(1), part(1), part(2),
                                 part(1), part(1), part(1), part(1), part(1)};
constexpr auto track_data_ages = parts_of_one_octet<31>();
constexpr std::array flight_plan{part(2), part(7), part(4), part(1), part(4), part(1), part(4),
                                 //
                                 part(4), part(3), part(2), part(2), counted(0, 4), part(6), part(1),
                                 //
                                 part(7), part(7), part(2), part(7)};
constexpr std::array mode_5_data{part(1), part(4), part(6), part(2), part(2), part(1), part(1)};
constexpr std::array accuracies{part(4), part(2), part(4), part(1), part(1), part(2), part(2), part(1)};
constexpr std::array measured{part(2), part(4), part(2), part(2), part(2), part(1)};

constexpr std::array system_track{fixed(10, 2), unused, fixed(15, 1), fixed(70, 3), fixed(105, 8), fixed(100, 6),
                                  fixed(185, 4),
                                  //
                                  fixed(210, 2), fixed(60, 2), fixed(245, 7), compound(380, aircraft_data),
                                  fixed(40, 2), extended(80), compound(290, update_ages),
                                  //
                                  fixed(200, 1), compound(295, track_data_ages), fixed(136, 2), fixed(130, 2),
                                  fixed(135, 2), fixed(220, 2), compound(390, flight_plan),
                                  //
                                  extended(270), fixed(300, 1), compound(110, mode_5_data), fixed(120, 2),
                                  extended(510, 3), compound(500, accuracies), compound(340, measured),
                                  //
                                  unused, unused, unused, unused, unused, expansion, special};

}  // namespace layouts

}  // namespace

std::string_view name_of(AdsbEdition edition)
{
    switch (edition) {
    case AdsbEdition::edition_2: return "2.x";
    case AdsbEdition::edition_0_26: return "0.26";
    case AdsbEdition::edition_0_23: return "0.23";
    }
    return "";
}

std::span<const AsterixField> profile_021(AdsbEdition edition)
{
    switch (edition) {
    case AdsbEdition::edition_2: return layouts::adsb_2;
    case AdsbEdition::edition_0_26: return layouts::adsb_0_26;
    case AdsbEdition::edition_0_23: return layouts::adsb_0_23;
    }
    return {};
}

std::span<const AsterixField> profile_034()
{
    return layouts::radar_service;
}

std::span<const AsterixField> profile_048()
{
    return layouts::radar_report;
}

std::span<const AsterixField> profile_062()
{
    return layouts::system_track;
}

}  // namespace incursion
