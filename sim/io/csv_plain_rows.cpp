#include "sim/io/csv_plain_rows.h"

#include <array>
#include <cmath>
#include <cstring>

#include "sim/io/csv_digits.h"
#include "sim/io/csv_number.h"

namespace incursion {

namespace {

/// So many characters may be read from anywhere in a row, its line end included, without looking.
constexpr std::size_t room = 32;

/// is_valid of finite numbers, here, where it is asked for every row.
bool is_place(LonLat place)
{
    return std::abs(place.lat_deg) <= 90 && std::abs(place.lon_deg) <= 540;
}

}  // namespace

PlainRows::PlainRows(const CsvFormat& format, std::string_view text)
    : parts_(format.width, Part::none),
      delimiter_{format.delimiter},
      begin_{text.data()},
      end_{text.data() + text.size()},
      times_{format.columns.time_cells}
{
    const auto set = [&](std::size_t column, Part part) {
        usable_ = usable_ && parts_[column] == Part::none;
        parts_[column] = part;
    };
    set(format.columns.time, Part::time);
    set(format.columns.lon, Part::lon);
    set(format.columns.lat, Part::lat);
    if (format.altitude) {
        set(format.altitude->index, Part::altitude);
        altitude_unit_m_ = format.altitude->metres;
    }
    if (format.columns.accuracy) {
        set(format.columns.accuracy->index, Part::accuracy);
        accuracy_unit_m_ = format.columns.accuracy->metres;
    }
    if (format.columns.track)
        set(*format.columns.track, Part::track);
    if (usable_ && text.size() > room)
        if (const std::size_t at = text.rfind('\n', text.size() - room); at != std::string_view::npos)
            last_line_end_ = begin_ + at;
}

void PlainRows::set_track(std::string_view track)
{
    known_track_ = track;
    // Others cannot be told from what follows a cell.
    known_is_plain_ =
        track.find_first_of("\"\r\n") == std::string_view::npos && track.find(delimiter_) == std::string_view::npos;
}

bool PlainRows::read(std::size_t& position, Fix& fix)
{
    const char* p = begin_ + position;
    // Every scan below ends at a line end, so none passes the last one.
    if (last_line_end_ == nullptr || p > last_line_end_ || *p == '#')
        return false;
    track_size_ = 0;
    same_track_ = known_is_plain_ && known_track_.empty();
    fix.altitude_m.reset();
    fix.accuracy_m.reset();
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (i > 0 && *p++ != delimiter_)
            return false;
        if (!read_part(parts_[i], p, fix))
            return false;
    }
    p += *p == '\r' ? 1 : 0;
    if (*p != '\n' || !is_place(fix.place))
        return false;
    position = static_cast<std::size_t>(p + 1 - begin_);
    return true;
}

bool PlainRows::read_part(Part part, const char*& p, Fix& fix)
{
    switch (part) {
    case Part::none: {
        // A quote may hide delimiters and line ends.
        const char* first = p;
        while (*first == ' ')
            ++first;
        p = cell_end(p);
        return *first != '"';
    }
    case Part::time: return times_.read(p, delimiter_, fix.time);
    case Part::lon: return read_number(p, end_, fix.place.lon_deg);
    case Part::lat: return read_number(p, end_, fix.place.lat_deg);
    case Part::altitude: return read_metres(p, altitude_unit_m_, fix.altitude_m);
    case Part::accuracy:
        return read_metres(p, accuracy_unit_m_, fix.accuracy_m) && !(fix.accuracy_m && *fix.accuracy_m < 0);
    case Part::track: return read_track(p);
    }
    return false;
}

bool PlainRows::read_metres(const char*& p, double unit_m, std::optional<double>& metres) const
{
    if (ends_cell(p))
        return true;
    double value = 0;
    if (!read_number(p, end_, value) || !std::isfinite(value * unit_m))
        return false;
    metres = value * unit_m;
    return true;
}

bool PlainRows::read_track(const char*& p)
{
    const std::size_t n = known_track_.size();
    track_ = p;
    if (known_is_plain_ && n < static_cast<std::size_t>(end_ - p) && std::memcmp(p, known_track_.data(), n) == 0 &&
        ends_cell(p + n)) {
        track_size_ = n;
        p += n;
        same_track_ = true;
        return true;
    }
    same_track_ = false;
    p = cell_end(p);
    const char* behind = p;
    if (*p == '\n' && behind > track_ && behind[-1] == '\r')
        --behind;
    track_size_ = static_cast<std::size_t>(behind - track_);
    p = behind;
    const auto unsure = [](char c) { return c == ' ' || c == '"' || c == '\r'; };
    return track_size_ == 0 || (!unsure(*track_) && !unsure(behind[-1]));
}

/// The delimiter or line end behind a cell.
const char* PlainRows::cell_end(const char* p) const
{
    for (;; p += 8) {
        const std::uint64_t word = eight_characters(p);
        const std::uint64_t marks = mark_zeros(word ^ eight_of(delimiter_)) | mark_zeros(word ^ eight_of('\n'));
        if (marks != 0)
            return p + first_marked(marks);
    }
}

bool PlainRows::ends_cell(const char* p) const
{
    return *p == delimiter_ || *p == '\n' || (*p == '\r' && p[1] == '\n');
}

}  // namespace incursion
