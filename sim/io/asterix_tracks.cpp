#include "sim/io/asterix_tracks.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "sim/io/piece_writer.h"

namespace incursion {

namespace {

/// Numbers of tracks are given to others once a track is over.
constexpr std::chrono::minutes longest_silence{30};

/// A code that ends in two zeros is set by all aircraft of a kind: 7000, 2000, 7700 (ICAO Doc 4444, 8.5.2).
bool names_one_aircraft(std::uint16_t mode_3a)
{
    return (mode_3a & 077U) != 0;
}

std::optional<double> altitude_of(const std::optional<double>& pressure_m, const std::optional<double>& msl_m,
                                  const std::optional<double>& ellipsoid_m, AltitudeDatum datum)
{
    switch (datum) {
    case AltitudeDatum::pressure: return pressure_m;
    case AltitudeDatum::msl: return msl_m;
    case AltitudeDatum::ellipsoid: return ellipsoid_m;
    }
    return std::nullopt;
}

}  // namespace

std::optional<AsterixTracks::Key> AsterixTracks::key_of(const AsterixReport& report)
{
    // Of ADS-B the aircraft itself tells where it is, whichever station hears it; each radar sees it elsewhere.
    const AsterixSource source = report.category == 21 ? AsterixSource{} : report.source;
    if (report.category != 62 && report.address)
        return Key{report.category, source, Key::By::address, *report.address};
    if (report.track_number)
        return Key{report.category, source, Key::By::track_number, *report.track_number};
    if (report.mode_3a && names_one_aircraft(*report.mode_3a))
        return Key{report.category, source, Key::By::mode_3a, *report.mode_3a};
    return std::nullopt;
}

AsterixTracks::Open& AsterixTracks::open_track(const Key& key, const AsterixReport& report, Time time)
{
    const auto [found, fresh] = open_.try_emplace(key);
    Open& open = found->second;
    const bool is_other = open.address && report.address && *open.address != *report.address;
    const bool is_late = key.by == Key::By::track_number && !open.was_begun && time - open.last > longest_silence;
    // A second beginning without a fix in between is the same one told twice, as captures on two ways do.
    const bool begins_again = report.begins_track && open.place && time > tracks_[*open.place].entries.front().time;
    if (!fresh && (is_other || is_late || begins_again))
        open = {};
    open.last = std::max(open.last, time);
    open.was_begun = open.was_begun || report.begins_track;
    if (report.address)
        open.address = report.address;
    if (open.callsign.empty())
        open.callsign = report.callsign;
    if (open.place) {
        tracks_[*open.place].address = open.address;
        tracks_[*open.place].callsign = open.callsign;
    }
    return open;
}

void AsterixTracks::close_track(const Key& key, const AsterixReport& report)
{
    if (report.ends_track && key.by == Key::By::track_number)
        open_.erase(key);
}

void AsterixTracks::take(const AsterixReport& report, Time time, LonLat place, std::int64_t line, RowProblems& problems)
{
    const auto key = key_of(report);
    if (!key) {
        problems.add(nameless_kind, line,
                     fmt::format("a report of category {:03} of {} has no address, track number or code of one "
                                 "aircraft; dropped",
                                 report.category, text_of(report.source)));
        return;
    }
    Open& open = open_track(*key, report, time);
    if (!open.place) {
        open.place = tracks_.size();
        tracks_.push_back({*key, open.address, open.callsign, {}});
    }
    tracks_[*open.place].entries.push_back(
        {time, place, report.pressure_m, report.msl_m, report.ellipsoid_m, report.accuracy_m, line});
    close_track(*key, report);
}

void AsterixTracks::take_sign(const AsterixReport& report, Time time)
{
    const auto key = key_of(report);
    if (!key)
        return;
    open_track(*key, report, time);
    close_track(*key, report);
}

std::string AsterixTracks::name_of_plots(const Plots& plots)
{
    if (plots.address)
        return fmt::format("{:06x}", *plots.address);
    if (!plots.callsign.empty())
        return plots.callsign;
    if (plots.key.by == Key::By::mode_3a)
        return fmt::format("{}/A{:04o}", text_of(plots.key.source), plots.key.number);
    return fmt::format("{}/{}", text_of(plots.key.source), plots.key.number);
}

AltitudeDatum AsterixTracks::usual_datum(const Plots& plots)
{
    for (const AltitudeDatum datum : {AltitudeDatum::pressure, AltitudeDatum::msl, AltitudeDatum::ellipsoid})
        if (std::any_of(plots.entries.begin(), plots.entries.end(), [&](const Entry& entry) {
                return altitude_of(entry.pressure_m, entry.msl_m, entry.ellipsoid_m, datum).has_value();
            }))
            return datum;
    return AltitudeDatum::pressure;
}

void AsterixTracks::finish(const std::string& input, TrackSink& sink, Diagnostics& diagnostics)
{
    PieceWriter writer{sink};
    PartNames names{""};
    bool has_altitude = false;
    std::int64_t other_zero = 0;
    for (Plots& plots : tracks_) {
        const AltitudeDatum datum = datum_.value_or(usual_datum(plots));
        writer.finish();
        writer.begin(names.next(name_of_plots(plots)), datum);
        for (const Entry& entry : std::exchange(plots.entries, {})) {
            const auto altitude_m = altitude_of(entry.pressure_m, entry.msl_m, entry.ellipsoid_m, datum);
            has_altitude = has_altitude || altitude_m;
            other_zero += !altitude_m && (entry.pressure_m || entry.msl_m || entry.ellipsoid_m) ? 1 : 0;
            if (!writer.add({entry.time, entry.place, altitude_m, entry.accuracy_m}, entry.line))
                return;
        }
    }
    writer.finish();
    if (other_zero > 0 && has_altitude)
        diagnostics.note(input, std::nullopt, "",
                         fmt::format("{} of the reports have an altitude from another zero than their track's only; it is "
                                     "left out (choose one with --altitude)", other_zero));
    if (datum_ && !tracks_.empty() && !has_altitude)
        diagnostics.note(input, std::nullopt, "",
                         fmt::format("no report has an altitude of the kind '{}' that was asked for; its fixes have "
                                     "no altitude",
                                     name_of(*datum_)));
}

}  // namespace incursion
