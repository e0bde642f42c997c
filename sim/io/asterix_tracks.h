#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/io/asterix_report.h"
#include "sim/io/track_piece.h"
#include "sim/io/track_read_options.h"

namespace incursion {

inline constexpr std::string_view nameless_kind = "reports that name no aircraft";

/// Puts reports that were placed into tracks: which belong together, what the tracks are called and from where their
/// altitudes count is told in asterix_format.h. Holds all of them until finish().
class AsterixTracks {
public:
    explicit AsterixTracks(const TrackReadOptions& options) : datum_{options.altitude} {}

    /// `place` is valid. Reports that name no aircraft are told to `problems`.
    void take(const AsterixReport& report, Time time, LonLat place, std::int64_t line, RowProblems& problems);
    /// A report without a place, which may still begin or end a track.
    void take_sign(const AsterixReport& report, Time time);

    bool empty() const { return tracks_.empty(); }
    /// Hands all tracks to the sink, each as a whole, in the order of their first reports.
    void finish(const std::string& input, TrackSink& sink, Diagnostics& diagnostics);

private:
    /// Whose reports are of one aircraft.
    struct Key {
        int category = 0;
        AsterixSource source{};
        enum class By { address, track_number, mode_3a } by = By::address;
        std::uint32_t number = 0;
        friend auto operator<=>(const Key&, const Key&) = default;
    };
    struct Entry {
        Time time{};
        LonLat place;
        std::optional<double> pressure_m, msl_m, ellipsoid_m, accuracy_m;
        std::int64_t line = 0;
    };
    struct Plots {
        Key key;
        std::optional<std::uint32_t> address;
        std::string callsign;
        std::vector<Entry> entries;
    };
    /// What is known of a track while it may go on.
    struct Open {
        std::optional<std::size_t> place;  ///< in tracks_; nothing before its first fix
        Time last{};
        bool was_begun = false;  ///< by a message that said so
        std::optional<std::uint32_t> address;
        std::string callsign;
    };

    static std::optional<Key> key_of(const AsterixReport& report);
    static std::string name_of_plots(const Plots& plots);
    static AltitudeDatum usual_datum(const Plots& plots);
    Open& open_track(const Key& key, const AsterixReport& report, Time time);
    void close_track(const Key& key, const AsterixReport& report);

    std::optional<AltitudeDatum> datum_;
    std::map<Key, Open> open_;
    std::vector<Plots> tracks_;
};

}  // namespace incursion
