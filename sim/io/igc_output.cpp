#include "sim/io/igc_output.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "sim/io/block_output.h"
#include "sim/io/day_clock.h"
#include "sim/io/igc_record.h"
#include "sim/io/write_visit_json.h"

namespace incursion {

namespace {

using std::chrono::sys_days;

constexpr double most_altitude_m = 99'999, least_altitude_m = -9'999;
constexpr std::int64_t most_accuracy = 99'999;

/// How the fixes of one track are written, and what is lost by it.
struct IgcLayout {
    AltitudeDatum datum = AltitudeDatum::pressure;
    int accuracy_digits = 0;  ///< 0 where no fix has an accuracy
    int second_decimals = 0;
    bool has_altitudes = false;
    std::int64_t rounded_altitudes = 0, missing_altitudes = 0, impossible_altitudes = 0;
    std::int64_t rounded_accuracies = 0, missing_accuracies = 0;
};

bool fits_igc_field(double altitude_m)
{
    return std::round(altitude_m) <= most_altitude_m && std::round(altitude_m) >= least_altitude_m;
}

/// As FXA, in metres: 1 at least, as 0 is none; 0 where there is none or it is too large to be written.
std::int64_t written_accuracy(const std::optional<double>& accuracy_m)
{
    if (!accuracy_m || *accuracy_m * igc_deviations_in_accuracy > most_accuracy)
        return 0;
    return std::max<std::int64_t>(1, std::llround(std::ceil(*accuracy_m * igc_deviations_in_accuracy)));
}

int decimals_needed(Time time)
{
    std::int64_t rest = (time - std::chrono::floor<std::chrono::seconds>(time)).count();
    int decimals = rest == 0 ? 0 : 9;
    for (; rest != 0 && rest % 10 == 0; rest /= 10)
        --decimals;
    return decimals;
}

IgcLayout igc_layout(const Track& track)
{
    IgcLayout layout;
    layout.datum = track.datum();
    std::int64_t widest = 0;
    bool has_accuracy = false;
    for (const Fix& fix : track.fixes()) {
        layout.second_decimals = std::max(layout.second_decimals, decimals_needed(fix.time));
        layout.has_altitudes = layout.has_altitudes || fix.altitude_m;
        if (!fix.altitude_m)
            ++layout.missing_altitudes;
        else if (!fits_igc_field(*fix.altitude_m))
            ++layout.impossible_altitudes;
        else if (*fix.altitude_m != std::round(*fix.altitude_m))
            ++layout.rounded_altitudes;
        const std::int64_t written = written_accuracy(fix.accuracy_m);
        has_accuracy = has_accuracy || written > 0;
        widest = std::max(widest, written);
        if (fix.accuracy_m && written == 0)
            ++layout.missing_accuracies;
        else if (fix.accuracy_m && static_cast<double>(written) != *fix.accuracy_m * igc_deviations_in_accuracy)
            ++layout.rounded_accuracies;
    }
    // MMM by the specification (A7); wider where it has to be, as the I record tells.
    if (has_accuracy)
        layout.accuracy_digits = widest > 9'999 ? 5 : widest > 999 ? 4 : 3;
    return layout;
}

/// A text of one line.
std::string header_text(std::string_view text)
{
    std::string line;
    for (const char c : text)
        line += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    return line;
}

std::string date_record(sys_days day)
{
    const std::chrono::year_month_day date{day};
    return fmt::format("HFDTEDATE:{:02}{:02}{:02}\r\n", static_cast<unsigned>(date.day()),
                       static_cast<unsigned>(date.month()), static_cast<int>(date.year()) % 100);
}

/// A 35-byte record, then FXA, LAD, LOD, TDS.
std::string extension_record(const IgcLayout& layout)
{
    std::string list;
    int count = 0, next = 36;
    const auto add = [&](int digits, std::string_view code) {
        if (digits == 0)
            return;
        fmt::format_to(std::back_inserter(list), "{:02}{:02}{}", next, next + digits - 1, code);
        next += digits;
        ++count;
    };
    add(layout.accuracy_digits, "FXA");
    add(4, "LAD");
    add(4, "LOD");
    add(layout.second_decimals, "TDS");
    return fmt::format("I{:02}{}\r\n", count, list);
}

std::string igc_head_text(const Track& track, const IgcLayout& layout, sys_days first_day)
{
    const bool is_pressure = layout.datum == AltitudeDatum::pressure;
    std::string head = "AXXXINCTRACK\r\n" + date_record(first_day);
    head += "HFPLTPILOTINCHARGE:NKN\r\nHFCM2CREW2:NKN\r\nHFGTYGLIDERTYPE:NKN\r\n";
    head += fmt::format("HFGIDGLIDERID:{}\r\n", header_text(track.id()));
    head += "HFDTMGPSDATUM:WGS84\r\nHFRFWFIRMWAREVERSION:NIL\r\nHFRHWHARDWAREVERSION:NIL\r\n";
    head += "HFFTYFRTYPE:INCURSION,TRACK\r\nHFGPSRECEIVER:NKN\r\nHFPRSPRESSALTSENSOR:NKN\r\n";
    head += fmt::format("HFALGALTGPS:{}\r\n", is_pressure || !layout.has_altitudes       ? "NIL"
                                              : layout.datum == AltitudeDatum::ellipsoid ? "ELL"
                                                                                         : "GEO");
    head += fmt::format("HFALPALTPRESSURE:{}\r\n", is_pressure && layout.has_altitudes ? "ISA" : "NIL");
    return head + extension_record(layout);
}

/// An angle in ten-millionths of a minute, taken apart.
struct IgcAngle {
    std::int64_t degrees = 0, minutes = 0, thousandths = 0, rest = 0;
    bool is_negative = false;
};

IgcAngle igc_parts(double degrees)
{
    constexpr std::int64_t parts_of_thousandth = 10'000, parts_of_minute = 10'000'000;
    const std::int64_t parts = std::llround(std::abs(degrees) * 60 * parts_of_minute);
    return {parts / (60 * parts_of_minute), parts / parts_of_minute % 60, parts / parts_of_thousandth % 1000,
            parts % parts_of_thousandth, degrees < 0};
}

/// Five characters; zero where there is none.
std::string altitude_field(const std::optional<double>& altitude_m)
{
    return fmt::format("{:05}", altitude_m && fits_igc_field(*altitude_m) ? std::llround(*altitude_m) : 0);
}

void append_fix(fmt::memory_buffer& out, const Fix& fix, const IgcLayout& layout)
{
    const sys_days day = std::chrono::floor<std::chrono::days>(fix.time);
    const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(fix.time - day)};
    const IgcAngle lat = igc_parts(fix.place.lat_deg), lon = igc_parts(reported_lon(fix.place));
    const bool is_pressure = layout.datum == AltitudeDatum::pressure;
    const bool has_altitude = fix.altitude_m && fits_igc_field(*fix.altitude_m);
    const bool is_2d = !is_pressure && layout.has_altitudes && !has_altitude;
    const auto to = std::back_inserter(out);
    fmt::format_to(to, "B{:02}{:02}{:02}", clock.hours().count(), clock.minutes().count(), clock.seconds().count());
    fmt::format_to(to, "{:02}{:02}{:03}{}", lat.degrees, lat.minutes, lat.thousandths, lat.is_negative ? 'S' : 'N');
    fmt::format_to(to, "{:03}{:02}{:03}{}", lon.degrees, lon.minutes, lon.thousandths, lon.is_negative ? 'W' : 'E');
    fmt::format_to(to, "{}{}{}", is_2d ? 'V' : 'A', altitude_field(is_pressure ? fix.altitude_m : std::nullopt),
                   altitude_field(is_pressure ? std::nullopt : fix.altitude_m));
    if (layout.accuracy_digits > 0)
        fmt::format_to(to, "{:0{}}", written_accuracy(fix.accuracy_m), layout.accuracy_digits);
    fmt::format_to(to, "{:04}{:04}", lat.rest, lon.rest);
    if (layout.second_decimals > 0) {
        const std::int64_t ns = (fix.time - std::chrono::floor<std::chrono::seconds>(fix.time)).count();
        fmt::format_to(to, "{}", fmt::format("{:09}", ns).substr(0, static_cast<std::size_t>(layout.second_decimals)));
    }
    fmt::format_to(to, "\r\n");
}

std::optional<Problem> append_fixes(BlockOutput& output, const Track& track, const IgcLayout& layout, sys_days stated)
{
    DayClock clock;
    for (const Fix& fix : track.fixes()) {
        const sys_days day = std::chrono::floor<std::chrono::days>(fix.time);
        if (stated + std::chrono::days{clock.day_of(fix.time - day)} != day) {
            stated = day;
            const std::string record = date_record(day);
            output.text().append(record.data(), record.data() + record.size());
            clock.restart();
            clock.day_of(fix.time - day);
        }
        append_fix(output.text(), fix, layout);
        if (auto problem = output.write_if_full())
            return problem;
    }
    return output.finish();
}

void tell_losses(const std::string& path, const IgcLayout& layout, Diagnostics& diagnostics)
{
    const auto note = [&](bool holds, std::string message) {
        if (holds)
            diagnostics.note(path, std::nullopt, "", std::move(message));
    };
    note(true, "the file is not signed (it has no G record), so that no check takes it for a recorder's");
    note(layout.rounded_altitudes > 0, fmt::format("altitudes are rounded to the metre: {}", layout.rounded_altitudes));
    note(layout.rounded_accuracies > 0,
         fmt::format("accuracies are rounded up to half a metre: {}", layout.rounded_accuracies));
    note(layout.missing_accuracies > 0,
         fmt::format("accuracies of more than {} m are left out: {}", most_accuracy / 2, layout.missing_accuracies));
    note(layout.second_decimals > 0, "decimals of the second are in the extension TDS, which not every program reads");
    const std::int64_t missing = layout.missing_altitudes + layout.impossible_altitudes;
    note(layout.impossible_altitudes > 0, fmt::format("altitudes beyond {} and {} m are left out: {}", least_altitude_m,
                                                      most_altitude_m, layout.impossible_altitudes));
    if (layout.has_altitudes && layout.datum == AltitudeDatum::pressure && missing > 0)
        diagnostics.warning(path, std::nullopt, "",
                            fmt::format("IGC has no way to leave a pressure altitude out: those that are missing are "
                                        "written, and will be read, as 0 m: {}",
                                        missing));
}

std::optional<Problem> refuse_igc(std::span<const Track> tracks)
{
    if (tracks.size() != 1)
        return Problem{
            fmt::format("an IGC file holds one track, and these are {}; write a file for each", tracks.size())};
    // GPS time began in 1980: see day_of_short_year.
    constexpr sys_days first{std::chrono::year{1980} / 1 / 1}, behind_last{std::chrono::year{2080} / 1 / 1};
    const TimeSpan span = tracks[0].span();
    if (!tracks[0].fixes().empty() && (span.from < first || span.to >= behind_last))
        return Problem{"an IGC file has two digits for the year, which hold 1980 to 2079 and not this track's"};
    if (tracks[0].fixes().empty())
        return Problem{"the track has no fixes, and an IGC file without any is none"};
    return std::nullopt;
}

}  // namespace

std::optional<Problem> write_igc(const TableTarget& target, std::span<const Track> tracks, Diagnostics& diagnostics)
{
    if (const auto problem = refuse_igc(tracks))
        return Problem{target.path + ": " + problem->message};
    const Track& track = tracks[0];
    const IgcLayout layout = igc_layout(track);
    const sys_days first_day = std::chrono::floor<std::chrono::days>(track.fixes().front().time);
    Result<BlockOutput> made = BlockOutput::create(target.path, target.overwrite);
    if (!made)
        return Problem{made.problem()};
    BlockOutput output = std::move(made).value();
    const std::string head = igc_head_text(track, layout, first_day);
    output.text().append(head.data(), head.data() + head.size());
    const auto problem = append_fixes(output, track, layout, first_day);
    if (problem)
        return output.broken_pipe() ? std::nullopt : problem;
    tell_losses(target.path, layout, diagnostics);
    return std::nullopt;
}

}  // namespace incursion
