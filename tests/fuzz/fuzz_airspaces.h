#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/geo/vertical.h"
#include "sim/io/airspace_format.h"
#include "sim/model/activation.h"
#include "tests/fuzz/fuzz_format.h"

namespace incursion::fuzz {

using ReadAirspaces = std::vector<AirspaceRecord> (*)(InputBytes&, EdgeReading, Diagnostics&);

struct FoundAirspaces {
    std::vector<AirspaceRecord> records;
    bool failed = false;
};

inline FoundAirspaces read_airspace_blocks(ReadAirspaces read, std::string_view text, EdgeReading edges,
                                           std::size_t block)
{
    FoundAirspaces found;
    Diagnostics diagnostics;
    test::MemoryBytes input{"fuzz", text, block};
    found.records = read(input, edges, diagnostics);
    found.failed = diagnostics.has_errors();
    return found;
}

/// Holds a record to what airspace_format.h promises of it.
inline void check_record(const AirspaceRecord& record)
{
    for (const std::string* limit : {&record.floor, &record.ceiling})
        require(limit->empty() || parse_vertical_limit(*limit).has_value());
    require(record.activation.empty() || parse_activation(record.activation).has_value());
    for (const Ring& ring : record.rings)
        for (const LonLat place : ring.points)
            require(std::isfinite(place.lon_deg) && std::isfinite(place.lat_deg));
}

/// How often a word occurs.
inline long occurrences(std::string_view text, std::string_view word)
{
    long count = 0;
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size()))
        ++count;
    return count;
}

/// The first byte chooses how edges are read and the size of blocks, the rest is the file: read in them and as a whole
/// it is the same. Files of more than a few arcs are passed over, since each may be 100 000 points.
inline int check_airspaces(ReadAirspaces read, std::initializer_list<std::string_view> arcs, const std::uint8_t* data,
                           std::size_t size)
{
    constexpr std::size_t most_bytes = 8192;
    constexpr long most_arcs = 8;
    if (size == 0 || size > most_bytes)
        return 0;
    const std::string_view text{reinterpret_cast<const char*>(data) + 1, size - 1};
    long count = 0;
    for (const std::string_view word : arcs)
        count += occurrences(text, word);
    if (count > most_arcs)
        return 0;
    const auto edges = *data % 2 == 0 ? EdgeReading::straight : EdgeReading::geodesic;
    const FoundAirspaces whole = read_airspace_blocks(read, text, edges, static_cast<std::size_t>(-1));
    const FoundAirspaces parts = read_airspace_blocks(read, text, edges, std::size_t{*data} + 1);
    require(whole.failed == parts.failed);
    require(std::equal(whole.records.begin(), whole.records.end(), parts.records.begin(), parts.records.end(),
                       [](const AirspaceRecord& a, const AirspaceRecord& b) {
                           return a.name == b.name && a.line == b.line && a.activation == b.activation &&
                                  a.floor == b.floor && a.ceiling == b.ceiling &&
                                  std::equal(a.rings.begin(), a.rings.end(), b.rings.begin(), b.rings.end(),
                                             [](const Ring& r, const Ring& s) { return r.points == s.points; });
                       }));
    for (const AirspaceRecord& record : whole.records)
        check_record(record);
    return 0;
}

}  // namespace incursion::fuzz
