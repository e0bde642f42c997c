#include "sim/io/prepared_borders.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <span>
#include <utility>

#include <fmt/format.h>
#include <oneapi/tbb/parallel_for.h>

#include "sim/border/border_image.h"
#include "sim/io/mapped_file.h"
#include "sim/io/prepared_description.h"
#include "sim/io/prepared_sections.h"

namespace incursion {

namespace {

// The sections in their order: the description, the arrays of the index, then the rings.
constexpr std::size_t description_section = 0, first_array = 1;
constexpr std::size_t rings_end_section = first_array + BorderImage::array_count;  ///< of each airspace, in all rings
constexpr std::size_t points_end_section = rings_end_section + 1;                  ///< of each ring, in all points
constexpr std::size_t points_section = points_end_section + 1;
constexpr std::size_t section_count = points_section + 1;

const char* const damaged = "its checksum says that it is damaged; prepare it anew";

/// The rings of all airspaces, one behind the other.
struct RingArrays {
    std::vector<std::uint64_t> rings_end, points_end;
    std::vector<LonLat> points;
};

RingArrays ring_arrays_of(const Airspaces& airspaces)
{
    RingArrays arrays;
    for (const Airspace& airspace : airspaces.list) {
        for (const Ring& ring : airspace.rings) {
            arrays.points.insert(arrays.points.end(), ring.points.begin(), ring.points.end());
            arrays.points_end.push_back(arrays.points.size());
        }
        arrays.rings_end.push_back(arrays.points_end.size());
    }
    return arrays;
}

/// REQUIRES: T has no value that would be invalid, whatever its bytes are; sections begin at multiples of 64 bytes.
template <class T>
std::span<const T> values_of(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
}

/// The ends of lists of which the last ends where `count` values do.
bool are_ends(std::span<const std::uint64_t> ends, std::size_t count)
{
    std::uint64_t before = 0;
    for (const std::uint64_t end : ends) {
        if (end < before)
            return false;
        before = end;
    }
    return before == count;
}

bool read_rings(const PreparedSections& sections, std::vector<Airspace>& airspaces)
{
    const auto rings_end = values_of<std::uint64_t>(sections[rings_end_section]);
    const auto points_end = values_of<std::uint64_t>(sections[points_end_section]);
    const auto points = values_of<LonLat>(sections[points_section]);
    if (rings_end.size() != airspaces.size() || !are_ends(rings_end, points_end.size()) ||
        !are_ends(points_end, points.size()))
        return false;
    std::atomic<bool> fits{true};
    oneapi::tbb::parallel_for(std::size_t{0}, airspaces.size(), [&](std::size_t i) {
        std::vector<Ring>& rings = airspaces[i].rings;
        const std::size_t begin = i == 0 ? 0 : rings_end[i - 1];
        rings.resize(rings_end[i] - begin);
        for (std::size_t k = begin; k < rings_end[i]; ++k) {
            const std::size_t from = k == 0 ? 0 : points_end[k - 1];
            const auto ring = points.subspan(from, points_end[k] - from);
            for (const LonLat place : ring)
                if (!is_valid(place))
                    fits = false;
            rings[k - begin].points.assign(ring.begin(), ring.end());
        }
    });
    return fits;
}

std::string told(EdgeReading edges)
{
    return edges == EdgeReading::straight ? "straight" : "geodesic";
}

}  // namespace

Result<PreparedBorders> open_prepared_borders(const std::string& path, ReadRings rings)
{
    const auto file = MappedFile::open(path);
    if (!file)
        return Problem{file.problem()};
    const auto sections = PreparedSections::read((*file)->bytes(), section_count);
    if (!sections)
        return Problem{sections.problem()};
    if (!sections->are_whole(0, rings == ReadRings::yes ? section_count : rings_end_section))
        return Problem{damaged};
    auto description = read_description((*sections)[description_section]);
    if (!description)
        return Problem{"its description cannot be read; prepare it anew"};

    PreparedBorders borders{std::move(description->from), std::move(description->airspaces), {}};
    BorderImage image;
    image.reading = borders.airspaces.edges;
    for (std::size_t i = 0; i < BorderImage::array_count; ++i)
        image.arrays[i] = (*sections)[first_array + i];
    auto index = index_from(image, borders.airspaces.list.size(), *file);
    if (!index)
        return Problem{index.problem() + "; prepare it anew"};
    borders.index = std::move(index).value();
    if (rings == ReadRings::yes && !read_rings(*sections, borders.airspaces.list))
        return Problem{"its rings do not fit together; prepare it anew"};
    borders.rings = values_of<std::uint64_t>((*sections)[points_end_section]).size();
    borders.points = values_of<LonLat>((*sections)[points_section]).size();
    borders.bytes = (*file)->bytes().size();
    return borders;
}

std::optional<Problem> write_prepared_borders(const std::string& path, Overwrite overwrite, const Airspaces& airspaces,
                                              const BorderIndex& index, const PreparedFrom& from)
{
    const std::vector<std::byte> description = description_of(from, airspaces);
    const BorderImage image = image_of(index);
    const RingArrays rings = ring_arrays_of(airspaces);
    std::array<std::span<const std::byte>, section_count> sections;
    sections[description_section] = description;
    for (std::size_t i = 0; i < BorderImage::array_count; ++i)
        sections[first_array + i] = image.arrays[i];
    sections[rings_end_section] = std::as_bytes(std::span{rings.rings_end});
    sections[points_end_section] = std::as_bytes(std::span{rings.points_end});
    sections[points_section] = std::as_bytes(std::span{rings.points});

    auto file = OutputFile::create(path, overwrite);
    if (!file)
        return Problem{file.problem()};
    OutputFile output = std::move(file).value();
    if (auto problem = write_sections(output, sections))
        return problem;
    return output.commit();
}

bool agree(const AirspaceSource& asked, const PreparedFrom& from, Diagnostics& diagnostics)
{
    const AirspaceSource& had = from.read_as;
    bool agreed = true;
    const auto compare = [&](const char* what, const std::string& wanted, const std::string& prepared, bool is_asked) {
        if (!is_asked || wanted == prepared)
            return;
        agreed = false;
        const std::string was =
            prepared.empty() ? fmt::format("without {}", what) : fmt::format("with {} = '{}'", what, prepared);
        diagnostics.error(asked.path, std::nullopt, what,
                          fmt::format("'{}' is asked for, but these borders were prepared {}; ask for that, or prepare "
                                      "them anew",
                                      wanted, was));
    };
    compare("layer", asked.layer, had.layer, !asked.layer.empty());
    compare("where", asked.where, had.where, !asked.where.empty());
    compare("key", asked.key, had.key, asked.key != AirspaceSource{}.key);
    compare("owner", asked.owner, had.owner, !asked.owner.empty());
    compare("floor", asked.floor, had.floor, !asked.floor.empty());
    compare("ceiling", asked.ceiling, had.ceiling, !asked.ceiling.empty());
    compare("activation", asked.activation, had.activation, !asked.activation.empty());
    compare("format", asked.format, had.format, !asked.format.empty());
    compare("edges", told(asked.edges), told(had.edges), true);
    return agreed;
}

}  // namespace incursion
