#include "sim/border/ring_sides.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <span>
#include <tuple>
#include <utility>

#include <oneapi/tbb/parallel_for.h>

namespace incursion {

namespace {

/// Sides are worked on in chunks of this many, whatever the number of threads: so what comes of it is the same.
constexpr std::size_t chunk_size = 1U << 15;
/// Equal sides are looked for within parts of the hashes that fit a core's cache.
constexpr std::size_t part_bits = 8, part_count = std::size_t{1} << part_bits;

struct RingPlace {
    const Ring* ring;
    AirspaceId owner;
    std::size_t begin;  ///< of its sides
};

struct Entry {
    std::uint32_t hash, place;
};

std::vector<RingPlace> places_of_rings(const Airspaces& airspaces)
{
    std::vector<RingPlace> places;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < airspaces.list.size(); ++i)
        for (const Ring& ring : airspaces.list[i].rings) {
            places.push_back({&ring, {static_cast<std::uint32_t>(i)}, begin});
            begin += ring.points.size();
        }
    return places;
}

RingSide stored_form(LonLat from, LonLat to, AirspaceId owner)
{
    LonLat a = from;
    LonLat b{side_end_lon(from.lon_deg, to.lon_deg), to.lat_deg};
    if (std::tie(b.lon_deg, b.lat_deg) < std::tie(a.lon_deg, a.lat_deg))
        std::swap(a, b);
    const double turn = wrapped_lon(a.lon_deg) - a.lon_deg;
    a.lon_deg = wrapped_lon(a.lon_deg);
    b.lon_deg += turn;
    return {a, b, owner};
}

std::uint64_t hash_of(const RingSide& side)
{
    std::uint64_t hash = 0;
    for (const double x : {side.a.lon_deg, side.a.lat_deg, side.b.lon_deg, side.b.lat_deg}) {
        hash ^= std::bit_cast<std::uint64_t>(x + 0.0);  // -0 and 0 are one place
        hash *= 0x9e3779b97f4a7c15ULL;
        hash ^= hash >> 29;
    }
    return hash;
}

class Linker {
public:
    explicit Linker(const Airspaces& airspaces) : rings_{places_of_rings(airspaces)}
    {
        const std::size_t count = rings_.empty() ? 0 : rings_.back().begin + rings_.back().ring->points.size();
        result_.sides.resize(count);
        result_.is_first.resize(count);
        hashes_.resize(count);
        entries_.resize(count);
        chunks_.resize((count + chunk_size - 1) / chunk_size);
    }

    RingSides link()
    {
        oneapi::tbb::parallel_for(std::size_t{0}, chunks_.size(), [&](std::size_t i) { fill(i); });
        find_places();
        oneapi::tbb::parallel_for(std::size_t{0}, chunks_.size(), [&](std::size_t i) { sort_into_parts(i); });
        oneapi::tbb::parallel_for(std::size_t{0}, part_count, [&](std::size_t i) { link_part(i); });
        return std::move(result_);
    }

private:
    /// Of one chunk of sides: how many have a hash in each part, then where the next of them goes.
    using PartCounts = std::array<std::uint32_t, part_count>;

    static std::size_t part_of(std::uint64_t hash) { return hash >> (64 - part_bits); }
    static bool has_length(const RingSide& side) { return side.a != side.b; }

    std::size_t end_of_chunk(std::size_t chunk) const
    {
        return std::min((chunk + 1) * chunk_size, result_.sides.size());
    }

    void fill(std::size_t chunk)
    {
        const std::size_t begin = chunk * chunk_size, end = end_of_chunk(chunk);
        auto ring = std::upper_bound(rings_.begin(), rings_.end(), begin,
                                     [](std::size_t place, const RingPlace& r) { return place < r.begin; }) -
                    1;
        for (std::size_t i = begin; i < end; ++ring) {
            const std::vector<LonLat>& points = ring->ring->points;
            for (std::size_t k = i - ring->begin; k < points.size() && i < end; ++k, ++i) {
                RingSide& side = result_.sides[i];
                side = stored_form(points[k], points[k + 1 < points.size() ? k + 1 : 0], ring->owner);
                hashes_[i] = hash_of(side);
                if (has_length(side))
                    ++chunks_[chunk][part_of(hashes_[i])];
            }
        }
    }

    /// Turns counts into places: part by part, within a part chunk by chunk, so that sides keep their order.
    void find_places()
    {
        std::uint32_t place = 0;
        for (std::size_t part = 0; part < part_count; ++part) {
            part_begin_[part] = place;
            for (PartCounts& counts : chunks_)
                place += std::exchange(counts[part], place);
        }
        part_begin_[part_count] = place;
    }

    void sort_into_parts(std::size_t chunk)
    {
        const std::size_t end = end_of_chunk(chunk);
        for (std::size_t i = chunk * chunk_size; i < end; ++i)
            if (has_length(result_.sides[i]))
                entries_[chunks_[chunk][part_of(hashes_[i])]++] = {static_cast<std::uint32_t>(hashes_[i]),
                                                                   static_cast<std::uint32_t>(i)};
    }

    /// A hash table of the first and the last of each group of equal sides.
    void link_part(std::size_t part)
    {
        const auto entries = std::span{entries_}.subspan(part_begin_[part], part_begin_[part + 1] - part_begin_[part]);
        struct Slot {
            Entry first{0, RingSide::none};
            std::uint32_t last = RingSide::none;
        };
        const std::size_t mask = std::bit_ceil(2 * entries.size() + 1) - 1;
        std::vector<Slot> slots(mask + 1);
        for (const Entry entry : entries) {
            std::size_t at = entry.hash & mask;
            while (slots[at].first.place != RingSide::none && !is_same(slots[at].first, entry))
                at = (at + 1) & mask;
            Slot& slot = slots[at];
            if (slot.first.place == RingSide::none) {
                slot.first = entry;
                result_.is_first[entry.place] = 1;
            } else {
                result_.sides[slot.last].next_same = entry.place;
            }
            slot.last = entry.place;
        }
    }

    bool is_same(Entry p, Entry q) const
    {
        const RingSide& s = result_.sides[p.place];
        const RingSide& t = result_.sides[q.place];
        return p.hash == q.hash && s.a == t.a && s.b == t.b;
    }

    std::vector<RingPlace> rings_;
    RingSides result_;
    std::vector<std::uint64_t> hashes_;
    std::vector<PartCounts> chunks_;
    std::vector<Entry> entries_;  ///< part by part
    std::array<std::size_t, part_count + 1> part_begin_{};
};

}  // namespace

RingSides linked_sides(const Airspaces& airspaces)
{
    return Linker{airspaces}.link();
}

}  // namespace incursion
