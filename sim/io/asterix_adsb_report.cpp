#include "sim/base/units.h"
#include "sim/io/asterix_report.h"
#include "sim/io/navigation_accuracy.h"

namespace incursion {

namespace {

/// I021/074 gives the second of I021/073 another fraction, of thirty bits, and may move it by one.
std::optional<Duration> reception_time(const AsterixRecord& record)
{
    const auto coarse = asterix_time(record[73]);
    const std::string_view precise = record[74];
    if (!coarse || precise.empty())
        return coarse;
    const std::uint64_t bits = big_endian(precise);
    const std::uint64_t move = bits >> 30U;
    if (move == 3)  // reserved
        return coarse;
    constexpr std::uint64_t fraction_bits = (std::uint64_t{1} << 30U) - 1;
    const auto fraction_ns = static_cast<std::int64_t>((bits & fraction_bits) * 1'000'000'000 >> 30U);
    const std::chrono::seconds whole{move == 1 ? 1 : move == 2 ? -1 : 0};
    Duration time = std::chrono::floor<std::chrono::seconds>(*coarse) + whole + Duration{fraction_ns};
    constexpr std::chrono::hours day{24};
    if (time < Duration::zero())
        time += day;
    // 073 of a day's last second may be moved into the next day; one beyond a day is not mended.
    return *coarse < day && time >= day ? time - day : time;
}

/// When the position held, by the best item there is: 071 (applicability), 073 with 074 (reception), 077
/// (transmission of the report, which may be late by a second or more); 030 of old editions.
std::optional<Duration> time_of_position(const AsterixRecord& record)
{
    if (const auto applicable = asterix_time(record[71]))
        return applicable;
    if (const auto received = reception_time(record))
        return received;
    if (const auto sent = asterix_time(record[77]))
        return sent;
    return asterix_time(record[30]);
}

AsterixDoubt doubt_of_adsb(std::string_view descriptor, AdsbEdition edition)
{
    // Old editions have the bits one after the other: DCR GBS SIM TST RAB.
    const bool old = edition != AdsbEdition::edition_2;
    const std::size_t octet = old ? 0 : 1;
    if (asterix_bit(descriptor, octet, 6) || asterix_bit(descriptor, octet, 5))
        return AsterixDoubt::simulated;
    return asterix_bit(descriptor, 0, old ? 4 : 2) ? AsterixDoubt::monitor : AsterixDoubt::none;
}

void take_adsb_place(const AsterixRecord& record, AdsbEdition edition, AsterixReport& report)
{
    if (edition != AdsbEdition::edition_2) {
        report.place = asterix_place(record[130], edition == AdsbEdition::edition_0_26 ? 25 : 23);
        return;
    }
    report.place = asterix_place(record[131], 30);
    if (!report.place)
        report.place = asterix_place(record[130], 23);
    // I021/090, first extension. In version 0 of the link (I021/210) it means nothing.
    const std::string_view quality = record[90];
    const std::string_view version = record[210];
    const bool is_version_0 = !version.empty() && (static_cast<std::uint8_t>(version[0]) >> 3U & 7U) == 0;
    if (quality.size() > 1 && !is_version_0)
        report.accuracy_m = navigation_accuracy_m(static_cast<std::uint8_t>(quality[1]) >> 1U & 0xFU);
}

}  // namespace

AsterixReport report_of_021(const AsterixRecord& record, AdsbEdition edition)
{
    AsterixReport report;
    report.category = 21;
    report.source = asterix_source(record[10]);
    report.time_of_day = time_of_position(record);
    take_adsb_place(record, edition, report);
    if (const std::string_view level = record[145]; !level.empty())
        report.pressure_m = static_cast<double>(twos_complement(level)) * asterix_level_ft * metres_per_foot;
    // The greatest number says that the aircraft is higher than can be told.
    constexpr std::int64_t beyond = 0x7FFF;
    if (const std::string_view height = record[140]; !height.empty() && twos_complement(height) != beyond)
        report.ellipsoid_m = static_cast<double>(twos_complement(height)) * asterix_geometric_ft * metres_per_foot;
    if (const std::string_view address = record[80]; !address.empty())
        report.address = static_cast<std::uint32_t>(big_endian(address));
    report.callsign = asterix_callsign(record[170]);
    report.doubt = doubt_of_adsb(record[40], edition);
    return report;
}

}  // namespace incursion
