#include "sim/io/asterix_reader.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/io/bad_rows.h"

namespace incursion {

namespace {

constexpr std::string_view unread_block_kind = "data blocks that cannot be read";
constexpr std::string_view cut_block_kind = "data blocks that are cut off";

/// Every record of a data block without its header. The problem says what is wrong with which.
std::optional<Problem> cut_all(std::span<const AsterixField> profile, std::string_view records,
                               std::vector<AsterixRecord>& found)
{
    while (!records.empty()) {
        auto record = AsterixRecord::split(profile, records);
        if (!record)
            return Problem{fmt::format("record {}: {}", found.size() + 1, record.problem())};
        records.remove_prefix(record->size());
        found.push_back(std::move(record).value());
    }
    return std::nullopt;
}

/// Of an edition of category 021, where octets may make sense by another one as well: only what is possible counts.
bool are_possible_021(const std::vector<AsterixRecord>& records, AdsbEdition edition)
{
    return std::all_of(records.begin(), records.end(), [&](const AsterixRecord& record) {
        const AsterixReport report = report_of_021(record, edition);
        const bool possible_place =
            !report.place || (std::abs(report.place->lat_deg) <= 90 && std::abs(report.place->lon_deg) <= 180);
        return possible_place && (!report.time_of_day || *report.time_of_day < std::chrono::hours{24}) &&
               report.address;
    });
}

/// The records of a data block by that edition; nothing where it makes no sense by it.
std::optional<std::vector<AsterixRecord>> cut_adsb(std::string_view records, AdsbEdition edition)
{
    std::vector<AsterixRecord> found;
    if (cut_all(profile_021(edition), records, found) || !are_possible_021(found, edition))
        return std::nullopt;
    return found;
}

constexpr std::array adsb_editions{AdsbEdition::edition_2, AdsbEdition::edition_0_26, AdsbEdition::edition_0_23};

std::span<const AsterixField> profile_of(std::uint8_t category)
{
    switch (category) {
    case 34: return profile_034();
    case 48: return profile_048();
    case 62: return profile_062();
    default: return {};
    }
}

}  // namespace

std::size_t asterix_block_length(std::string_view block)
{
    return static_cast<std::size_t>(big_endian(block.substr(1, 2)));
}

bool is_asterix_category(std::uint8_t category)
{
    constexpr std::array<std::uint8_t, 37> given{1,   2,   3,   4,   7,   8,   9,   10,  11,  15,  16, 17, 18,
                                                 19,  20,  21,  23,  25,  30,  31,  32,  34,  48,  62, 63, 65,
                                                 128, 129, 150, 205, 238, 239, 240, 241, 247, 252, 253};
    return std::find(given.begin(), given.end(), category) != given.end();
}

bool are_asterix_blocks(std::string_view octets)
{
    if (octets.empty())
        return false;
    while (octets.size() >= asterix_header_size) {
        const std::size_t length = asterix_block_length(octets);
        if (!is_asterix_category(static_cast<std::uint8_t>(octets[0])) || length <= asterix_header_size ||
            length > octets.size())
            return false;
        octets.remove_prefix(length);
    }
    return octets.empty();
}

bool can_be_cut(std::string_view block)
{
    const auto category = static_cast<std::uint8_t>(block[0]);
    const std::string_view records = block.substr(asterix_header_size);
    if (category == 21)
        return std::any_of(adsb_editions.begin(), adsb_editions.end(),
                           [&](AdsbEdition edition) { return cut_adsb(records, edition).has_value(); });
    std::vector<AsterixRecord> found;
    return !profile_of(category).empty() && !cut_all(profile_of(category), records, found) && !found.empty();
}

bool may_be_cut(std::string_view block)
{
    const auto category = static_cast<std::uint8_t>(block[0]);
    const std::string_view records = block.substr(asterix_header_size);
    if (category == 21)
        return std::any_of(adsb_editions.begin(), adsb_editions.end(), [&](AdsbEdition edition) {
            return AsterixRecord::split(profile_021(edition), records).has_value();
        });
    return profile_of(category).empty() || AsterixRecord::split(profile_of(category), records).has_value();
}

AsterixReader::AsterixReader(const TrackReadOptions& options, TrackSink& sink)
    : options_{options}, sink_{sink}, days_{options.day}, tracks_{options}
{
}

void AsterixReader::tell(std::string_view kind, std::string message)
{
    sink_.problems().add(kind, blocks_, std::move(message));
}

void AsterixReader::take_blocks(std::string_view octets, std::uint64_t offset, std::optional<Time> received)
{
    while (!octets.empty() && is_wanted()) {
        const std::size_t length = octets.size() < asterix_header_size ? 0 : asterix_block_length(octets);
        if (length < asterix_header_size) {
            ++blocks_;
            tell(cut_block_kind, fmt::format("data block {} at byte {}: {} bytes that are no data block; left out",
                                             blocks_, offset, octets.size()));
            return;
        }
        take_block(octets.substr(0, length), offset, received);
        octets.remove_prefix(std::min(length, octets.size()));
        offset += length;
    }
}

void AsterixReader::take_block(std::string_view block, std::uint64_t offset, std::optional<Time> received)
{
    ++blocks_;
    offset_ = offset;
    received_ = received;
    const auto category = static_cast<std::uint8_t>(block[0]);
    const std::size_t length = asterix_block_length(block);
    is_cut_ = length > block.size();
    if (is_cut_)
        tell(cut_block_kind, fmt::format("data block {} at byte {} (category {:03}) ends after {} of its {} bytes; "
                                         "its whole records are read",
                                         blocks_, offset, category, block.size(), length));
    take_records(block.substr(asterix_header_size), category);
}

void AsterixReader::tell_unread(std::uint8_t category, const std::string& why)
{
    if (is_cut_)  // told
        return;
    tell(unread_block_kind, fmt::format("data block {} at byte {} (category {:03}): {}; the rest of the block is left "
                                        "out",
                                        blocks_, offset_, category, why));
}

void AsterixReader::take_records(std::string_view records, std::uint8_t category)
{
    if (category == 21)
        return take_adsb(records);
    const std::span<const AsterixField> profile = profile_of(category);
    if (profile.empty()) {
        ++other_categories_[category];
        return;
    }
    std::vector<AsterixRecord> found;
    const auto problem = cut_all(profile, records, found);
    for (const AsterixRecord& record : found) {
        if (category == 48)
            take_report(report_of_048(record));
        else if (category == 62)
            take_report(report_of_062(record));
        else if (const auto told = site_of_034(record))
            take_site(*told);
        if (!is_wanted())
            return;
    }
    if (problem)
        tell_unread(category, problem->message);
}

void AsterixReader::take_adsb(std::string_view records)
{
    // The edition that made sense before, then the others.
    std::optional<std::vector<AsterixRecord>> found = cut_adsb(records, adsb_);
    for (std::size_t i = 0; !found && i < adsb_editions.size(); ++i) {
        found = cut_adsb(records, adsb_editions.at(i));
        if (found)
            adsb_ = adsb_editions.at(i);
    }
    if (found && adsb_ != AdsbEdition::edition_2)
        old_adsb_ = adsb_;
    std::optional<Problem> problem;
    if (!found) {
        found.emplace();
        problem = cut_all(profile_021(adsb_), records, *found);
        if (!problem || !are_possible_021(*found, adsb_))
            return tell_unread(21, "its records make no sense by any of the editions 2.x, 0.26 and 0.23");
    }
    for (const AsterixRecord& record : *found)
        if (is_wanted())
            take_report(report_of_021(record, adsb_));
    if (problem)
        tell_unread(21, problem->message);
}

void AsterixReader::take_report(const AsterixReport& report)
{
    const auto who = [&] { return fmt::format("category {:03} of {}", report.category, text_of(report.source)); };
    if (!report.time_of_day) {
        sink_.problems().add(no_time_kind, blocks_, fmt::format("a report ({}) has no time; dropped", who()));
        return;
    }
    if (*report.time_of_day >= std::chrono::hours{24}) {
        sink_.problems().add(bad_time_kind, blocks_,
                             fmt::format("a report ({}) is of {:.3f} s after midnight, which no day has; dropped",
                                         who(), to_seconds(*report.time_of_day)));
        return;
    }
    const auto time = days_.instant(*report.time_of_day, received_);
    if (!time) {
        lacks_day_ = true;
        return;
    }
    const bool has_place = report.place || report.slant || report.plane;
    if (has_place && report.doubt == AsterixDoubt::none)
        return place(report, *time, blocks_);
    ++(report.doubt != AsterixDoubt::none && has_place ? doubtful_.at(static_cast<std::size_t>(report.doubt))
                                                       : without_place_);
    if (report.doubt != AsterixDoubt::none && report.doubt != AsterixDoubt::extrapolated)
        return;
    // Behind the radar's reports that wait for its place, or at once.
    if (Site* site = report.category == 48 ? &site_of(report.source) : nullptr; site != nullptr && !site->frame) {
        if (site->waiting.size() < most_waiting)
            site->waiting.push_back({report, *time, blocks_, true});
    } else
        tracks_.take_sign(report, *time);
}

}  // namespace incursion
