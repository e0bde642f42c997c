#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/io/asterix_clock.h"
#include "sim/io/asterix_report.h"
#include "sim/io/asterix_tracks.h"
#include "sim/io/slant_range.h"
#include "sim/io/track_piece.h"
#include "sim/io/track_read_options.h"

namespace incursion {

/// The octets of a data block before its records: the category and the length, itself counted.
inline constexpr std::size_t asterix_header_size = 3;
inline constexpr std::size_t asterix_longest_block = 0xFFFF;

/// REQUIRES: three octets or more.
std::size_t asterix_block_length(std::string_view block);

/// True for categories that EUROCONTROL has given out (list of categories, asterix.info).
bool is_asterix_category(std::uint8_t category);

/// True if these octets are whole data blocks of such categories, one after the other, at least one.
bool are_asterix_blocks(std::string_view octets);

/// True if the data block is of a category that is read here and its records can be cut into their fields, in one of
/// the editions. REQUIRES: its header.
bool can_be_cut(std::string_view block);
/// The same of its first record alone, which costs little. True of categories that are not read here.
bool may_be_cut(std::string_view block);

/// Takes data blocks out of whatever holds them and makes tracks of their reports.
class AsterixReader {
public:
    AsterixReader(const TrackReadOptions& options, TrackSink& sink);

    /// One data block with its header, as long as that says or cut off before. `offset` is where it stands in the
    /// input. `received`: when, if somebody told.
    void take_block(std::string_view block, std::uint64_t offset, std::optional<Time> received);
    /// Data blocks that came as one: of a packet, of a frame. One of an impossible length ends them, and is told.
    void take_blocks(std::string_view octets, std::uint64_t offset, std::optional<Time> received);
    /// Tells of something between the data blocks.
    void tell(std::string_view kind, std::string message);

    /// False once there is no use in reading on.
    bool is_wanted() const { return !lacks_day_; }
    std::int64_t blocks() const { return blocks_; }
    /// Hands on the tracks and tells what could not be read.
    void finish(const std::string& input, Diagnostics& diagnostics);

private:
    /// A radar report that waits for its radar's place.
    struct Waiting {
        AsterixReport report;
        Time time{};
        std::int64_t line = 0;
        bool is_sign = false;  ///< it only begins or ends a track
    };
    /// Radar reports kept until then; a radar that tells its place does so within minutes.
    static constexpr std::size_t most_waiting = std::size_t{1} << 20U;
    struct Site {
        std::optional<RadarFrame> frame;
        bool is_given = false;  ///< by the options, so that no message changes it
        std::vector<Waiting> waiting;
        std::int64_t unplaced = 0;
    };

    void take_records(std::string_view records, std::uint8_t category);
    void take_adsb(std::string_view records);
    void take_report(const AsterixReport& report);
    void place(const AsterixReport& report, Time time, std::int64_t line);
    void place_by_radar(const AsterixReport& report, Time time, std::int64_t line, const RadarFrame& frame);
    void take_site(const ToldSite& told);
    Site& site_of(AsterixSource source);
    void tell_unread(std::uint8_t category, const std::string& why);
    void tell_unplaced(const std::string& input, Diagnostics& diagnostics) const;
    void tell_passed_over(const std::string& input, Diagnostics& diagnostics) const;

    const TrackReadOptions& options_;
    TrackSink& sink_;
    DayFinder days_;
    AsterixTracks tracks_;
    std::map<AsterixSource, Site> sites_;
    AdsbEdition adsb_ = AdsbEdition::edition_2;  ///< that of the last data block that made sense
    std::optional<AdsbEdition> old_adsb_;

    std::int64_t blocks_ = 0;
    std::uint64_t offset_ = 0;  ///< of the data block at hand
    bool is_cut_ = false;
    std::optional<Time> received_;
    bool lacks_day_ = false;
    bool has_placed_ = false;
    std::array<std::int64_t, 5> doubtful_{};  ///< by AsterixDoubt
    std::int64_t without_place_ = 0;
    std::map<std::uint8_t, std::int64_t> other_categories_;
};

}  // namespace incursion
