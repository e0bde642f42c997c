#include "sim/io/asterix_output.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/base/units.h"
#include "sim/geo/geodesic.h"
#include "sim/io/block_output.h"

namespace incursion {

namespace {

constexpr std::int64_t ticks_per_second = 128;
constexpr std::int64_t ticks_per_day = ticks_per_second * 86400;
constexpr std::int64_t tick_ns = 1'000'000'000 / ticks_per_second;

/// Most significant octet first, negative numbers in two's complement.
void append_octets(std::string& octets, std::int64_t value, int size)
{
    for (int i = size - 1; i >= 0; --i)
        octets += static_cast<char>(static_cast<std::uint64_t>(value) >> static_cast<unsigned>(8 * i) & 0xFFU);
}

std::int64_t tick_of(Time time)
{
    const std::int64_t ns = time.time_since_epoch().count();
    const std::int64_t whole = ns / tick_ns - (ns % tick_ns < 0 ? 1 : 0);
    return whole + (ns - whole * tick_ns >= tick_ns / 2 ? 1 : 0);
}

/// What a track is called in its records.
struct WrittenName {
    std::optional<std::uint32_t> address;
    std::string callsign;  ///< eight characters, or none
    bool is_whole = true;  ///< nothing of the id is lost
};

WrittenName written_name(const std::string& id)
{
    WrittenName name;
    const bool is_address = id.size() == 6 && id.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
    if (is_address) {
        name.address = static_cast<std::uint32_t>(std::stoul(id, nullptr, 16));
        return name;
    }
    for (char c : id) {
        const bool is_small = c >= 'a' && c <= 'z';
        if (is_small)
            c = static_cast<char>(c - 'a' + 'A');
        const bool fits = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ';
        name.is_whole = name.is_whole && fits && !is_small && name.callsign.size() < 8;
        if (name.callsign.size() < 8)
            name.callsign += fits ? c : ' ';
    }
    name.callsign.resize(8, ' ');
    if (name.callsign.find_first_not_of(' ') == std::string::npos)
        name.callsign.clear();
    return name;
}

/// Six bits a character: ICAO Annex 10, volume IV, table 3-8.
void append_callsign(std::string& octets, const std::string& callsign)
{
    std::uint64_t bits = 0;
    for (const char c : callsign)
        bits = bits << 6U | static_cast<std::uint64_t>(c >= 'A' && c <= 'Z' ? c - 'A' + 1 : c);
    append_octets(octets, static_cast<std::int64_t>(bits), 6);
}

/// One record in the making: its items are appended in the order of the profile.
class RecordWriter {
public:
    explicit RecordWriter(std::string& octets) : octets_{octets} {}

    std::string& item(int place)
    {
        presence_[static_cast<std::size_t>((place - 1) / 7)] |=
            static_cast<std::uint8_t>(0x80U >> static_cast<unsigned>((place - 1) % 7));
        return items_;
    }
    /// The data block of this record alone.
    void finish()
    {
        std::size_t count = presence_.size();
        while (presence_[count - 1] == 0)
            --count;
        octets_ += '\x3E';  // 62
        append_octets(octets_, static_cast<std::int64_t>(3 + count + items_.size()), 2);
        for (std::size_t i = 0; i < count; ++i)
            octets_ += static_cast<char>(presence_[i] | (i + 1 < count ? 1U : 0U));
        octets_ += items_;
    }

private:
    std::string& octets_;
    std::string items_;
    std::array<std::uint8_t, 5> presence_{};
};

// Places of the items in the profile.
constexpr int source_place = 1;
constexpr int time_place = 4;
constexpr int wgs84_place = 5;
constexpr int callsign_place = 10;
constexpr int aircraft_place = 11;
constexpr int number_place = 12;
constexpr int status_place = 13;
constexpr int measured_level_place = 17;
constexpr int geometric_place = 18;
constexpr int calculated_level_place = 19;
constexpr int accuracy_place = 27;

constexpr double degree_unit = 180.0 / (1 << 25);

/// What a track's records can and cannot hold.
struct OutputLosses {
    std::int64_t same_tick = 0;
    std::int64_t out_of_range = 0;
    std::int64_t cut_names = 0;
};

/// Standard deviations on both axes, rounded up so that no accuracy is claimed that is not there.
void append_accuracy(std::string& octets, double accuracy_m, double lat_deg)
{
    const auto units = [](double value, double unit) {
        const double rounded = std::ceil(value / unit - 1e-9);
        return static_cast<std::int64_t>(std::clamp(rounded, 1.0, 65535.0));
    };
    octets += '\xA0';  // parts 1 and 3
    append_octets(octets, units(accuracy_m, 0.5), 2);
    append_octets(octets, units(accuracy_m, 0.5), 2);
    const double sine = std::sin(Angle::degrees(lat_deg).rad());
    const double root = std::sqrt(1 - wgs84_e2 * sine * sine);
    const double meridian_m = wgs84_a_m * (1 - wgs84_e2) / (root * root * root);
    const double parallel_m = std::max(1.0, wgs84_a_m / root * std::cos(Angle::degrees(lat_deg).rad()));
    append_octets(octets, units(Angle::radians(accuracy_m / meridian_m).deg(), degree_unit), 2);
    append_octets(octets, units(Angle::radians(accuracy_m / parallel_m).deg(), degree_unit), 2);
}

/// The altitude in units of the item that holds it; nothing where there is none.
std::optional<std::int64_t> altitude_units(const Fix& fix, AltitudeDatum datum, OutputLosses& losses)
{
    if (!fix.altitude_m)
        return std::nullopt;
    const double unit_ft = datum == AltitudeDatum::ellipsoid ? 6.25 : 25;
    const double units = std::round(*fix.altitude_m / metres_per_foot / unit_ft);
    // I062/130: 16 bits; I062/135: 15 bits, I062/136: -1500 ft to 150,000 ft.
    const double least = datum == AltitudeDatum::ellipsoid ? -32768 : -16384;
    if (units < least || units >= -least) {
        ++losses.out_of_range;
        return std::nullopt;
    }
    return static_cast<std::int64_t>(units);
}

struct WrittenFix {
    std::int64_t tick = 0;
    std::size_t track = 0;
    const Fix* fix = nullptr;
    bool is_first = false, is_last = false;
};

void append_record(std::string& octets, const WrittenFix& written, AltitudeDatum datum, const WrittenName& name,
                   OutputLosses& losses)
{
    const Fix& fix = *written.fix;
    RecordWriter record{octets};
    append_octets(record.item(source_place), 0, 2);
    const std::int64_t tick = written.tick % ticks_per_day;
    append_octets(record.item(time_place), tick < 0 ? tick + ticks_per_day : tick, 3);
    const auto degrees = [](double deg) { return static_cast<std::int64_t>(std::llround(deg / degree_unit)); };
    append_octets(record.item(wgs84_place), degrees(fix.place.lat_deg), 4);
    // 180 degrees east are not in the range of the item; they are 180 west.
    const std::int64_t lon = degrees(wrapped_lon(fix.place.lon_deg));
    append_octets(record.item(wgs84_place), lon == std::int64_t{1} << 25 ? -lon : lon, 4);
    if (!name.callsign.empty()) {
        record.item(callsign_place) += '\x40';  // not downlinked from the aircraft
        append_callsign(record.item(callsign_place), name.callsign);
    }
    if (name.address) {
        record.item(aircraft_place) += '\x80';  // part 1
        append_octets(record.item(aircraft_place), *name.address, 3);
    }
    append_octets(record.item(number_place), static_cast<std::int64_t>(written.track + 1), 2);
    // Geometric altitude more reliable, of no told source; then TSE and TSB.
    const bool is_geometric = datum == AltitudeDatum::ellipsoid;
    record.item(status_place) += static_cast<char>((is_geometric ? 0x20U : 0U) | 1U);
    record.item(status_place) += static_cast<char>((written.is_last ? 0x40U : 0U) | (written.is_first ? 0x20U : 0U));
    if (const auto units = altitude_units(fix, datum, losses)) {
        if (datum == AltitudeDatum::pressure)
            append_octets(record.item(measured_level_place), *units, 2);
        if (is_geometric)
            append_octets(record.item(geometric_place), *units, 2);
        else
            append_octets(record.item(calculated_level_place),
                          (*units & 0x7FFF) | (datum == AltitudeDatum::msl ? 0x8000 : 0), 2);
    }
    if (fix.accuracy_m)
        append_accuracy(record.item(accuracy_place), *fix.accuracy_m, fix.place.lat_deg);
    record.finish();
}

/// In the order of time; without those that fall on the instant before of their track.
std::vector<WrittenFix> written_fixes(std::span<const Track> tracks, OutputLosses& losses)
{
    std::vector<WrittenFix> written;
    for (std::size_t track = 0; track < tracks.size(); ++track) {
        const std::size_t first = written.size();
        for (const Fix& fix : tracks[track].fixes()) {
            const std::int64_t tick = tick_of(fix.time);
            if (written.size() > first && written.back().tick == tick)
                ++losses.same_tick;
            else
                written.push_back({tick, track, &fix, written.size() == first, false});
        }
        if (written.size() > first)
            written.back().is_last = true;
    }
    std::stable_sort(written.begin(), written.end(),
                     [](const WrittenFix& a, const WrittenFix& b) { return a.tick < b.tick; });
    return written;
}

void tell_losses(const std::string& path, const std::vector<WrittenFix>& written, const OutputLosses& losses,
                 Diagnostics& diagnostics)
{
    const auto warn = [&](std::int64_t count, std::string_view what) {
        if (count > 0)
            diagnostics.warning(path, std::nullopt, "", fmt::format("{} {}", count, what));
    };
    if (!written.empty()) {
        const Time first{Duration{written.front().tick * tick_ns}};
        diagnostics.note(
            path, std::nullopt, "",
            fmt::format("ASTERIX rounds times to 1/128 s, places to 180/2^25 degrees (0.6 m) and altitudes "
                        "to 25 ft (geometric ones to 6.25 ft), and holds no day: read it back with --date "
                        "{}",
                        format_time(first).substr(0, 10)));
    }
    warn(losses.same_tick, "fixes left out that fall on the same 1/128 s as the one before of their track");
    warn(losses.out_of_range, "altitudes left out that are beyond what ASTERIX can hold");
    warn(losses.cut_names, "tracks have names that are no callsign of up to eight capitals and digits; what does not "
                           "fit is left out");
    std::int64_t silences = 0;
    for (std::size_t i = 1; i < written.size(); ++i)
        silences += written[i].tick - written[i - 1].tick >= ticks_per_day / 2 ? 1 : 0;
    warn(silences, "silences of twelve hours and more: readers will take what follows for the wrong day");
}

}  // namespace

std::optional<Problem> write_asterix(const TableTarget& target, std::span<const Track> tracks, Diagnostics& diagnostics)
{
    constexpr std::size_t most_tracks = 0xFFFF;
    if (tracks.size() > most_tracks)
        return Problem{fmt::format("{}: category 062 has numbers for {} tracks, and these are {}; write them to "
                                   "several files",
                                   target.path, most_tracks, tracks.size())};
    OutputLosses losses;
    std::vector<WrittenName> names;
    for (const Track& track : tracks) {
        names.push_back(written_name(track.id()));
        losses.cut_names += names.back().is_whole ? 0 : 1;
    }
    const std::vector<WrittenFix> written = written_fixes(tracks, losses);
    Result<BlockOutput> made = BlockOutput::create(target.path, target.overwrite);
    if (!made)
        return Problem{made.problem()};
    BlockOutput output = std::move(made).value();
    std::string octets;
    std::optional<Problem> problem;
    for (const WrittenFix& each : written) {
        octets.clear();
        append_record(octets, each, tracks[each.track].datum(), names[each.track], losses);
        output.text().append(octets);
        if (!problem)
            problem = output.write_if_full();
        if (problem)
            break;
    }
    if (!problem)
        problem = output.finish();
    if (output.broken_pipe())
        return std::nullopt;
    if (!problem)
        tell_losses(target.path, written, losses, diagnostics);
    return problem;
}

}  // namespace incursion
