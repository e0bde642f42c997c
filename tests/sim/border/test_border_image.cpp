#include "sim/border/border_image.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include <catch2/catch.hpp>
#include <oneapi/tbb/global_control.h>

#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// Two tilings, one across 180 degrees, a rim that shares a side with one of them, a ring that holds the south pole,
/// and one side so often that it is no border.
Airspaces everything_odd(EdgeReading reading)
{
    RandomStream random{31, "image"};
    Airspaces a = tiling(random, {10, 40}, 0.37, 25, 25, 0.3, reading);
    const Airspaces b = tiling(random, {178.2, -3.7}, 0.11, 25, 25, 0.3, reading);
    a.list.insert(a.list.end(), b.list.begin(), b.list.end());
    a.list.push_back(rectangle("rim", 9, 40, 10, 49.25));
    a.list.push_back(airspace("south", {{{-180, -60}, {-90, -61}, {0, -60}, {90, -61}, {179, -60}}}));
    const std::vector<LonLat> square{{20, 60}, {21, 60}, {21, 61}, {20, 61}};
    a.list.push_back(airspace("twice", {square, square}));
    a.list.push_back(airspace("thrice", {square, square, square}));
    a.list.push_back(airspace("none", {}));
    return a;
}

/// An image in memory of its own.
struct Copy {
    explicit Copy(const BorderImage& image) : reading{image.reading}
    {
        for (const auto& array : image.arrays) {
            // Of eights, so that each array begins at a multiple of eight bytes.
            words.emplace_back(array.size() / 8 + 1);
            std::copy(array.begin(), array.end(), reinterpret_cast<std::byte*>(words.back().data()));
            sizes.push_back(array.size());
        }
    }
    std::byte* at(std::size_t array) { return reinterpret_cast<std::byte*>(words[array].data()); }
    BorderImage image()
    {
        BorderImage result;
        result.reading = reading;
        for (std::size_t i = 0; i < BorderImage::array_count; ++i)
            result.arrays[i] = {at(i), sizes[i]};
        return result;
    }

    EdgeReading reading;
    std::vector<std::vector<std::uint64_t>> words;
    std::vector<std::size_t> sizes;
};

bool same_bytes(const BorderImage& p, const BorderImage& q)
{
    bool same = p.reading == q.reading;
    for (std::size_t i = 0; i < BorderImage::array_count; ++i)
        same = same && std::equal(p.arrays[i].begin(), p.arrays[i].end(), q.arrays[i].begin(), q.arrays[i].end());
    return same;
}

LonLat any_place(RandomStream& random, int k)
{
    const LonLat middles[] = {{14.6, 44.6}, {179.5, -2.3}, {0, -80}, {20.5, 60.5}, {0, 0}};
    const double spreads[] = {5, 1.5, 10, 1, 90};
    const LonLat m = middles[k % 5];
    const double spread = spreads[k % 5];
    return {wrapped_lon(m.lon_deg + random.uniform(-spread, spread)),
            std::clamp(m.lat_deg + random.uniform(-spread, spread), -90.0, 90.0)};
}

/// Asks what can be asked; the answers do not matter.
std::size_t ask(const BorderIndex& index, RandomStream& random)
{
    std::size_t count = 0;
    std::vector<BorderEdgeId> edges;
    for (int k = 0; k < 40; ++k) {
        const LonLat p = any_place(random, k);
        count += index.airspaces_at(p).size() + (index.empty_cell_at(p) ? 1U : 0U);
        index.collect({p.lon_deg - 1, p.lat_deg - 1, p.lon_deg + 1, p.lat_deg + 1}, edges);
    }
    for (const BorderEdgeId id : edges)
        count += index.edges().owners(id).size();
    return count + index.size().bytes;
}

}  // namespace

TEST_CASE("the index has the same bytes for any number of threads")
{
    const auto reading = GENERATE(EdgeReading::straight, EdgeReading::geodesic);
    const Airspaces airspaces = everything_odd(reading);
    const BorderIndex usual{airspaces};
    for (const std::size_t threads : {1U, 2U, 3U}) {
        CAPTURE(threads);
        using oneapi::tbb::global_control;
        const global_control limit{global_control::max_allowed_parallelism, threads};
        const BorderIndex again{airspaces};
        CHECK(same_bytes(image_of(usual), image_of(again)));
    }
}

TEST_CASE("an index that is made from an image answers as the one whose image it is")
{
    const auto reading = GENERATE(EdgeReading::straight, EdgeReading::geodesic);
    const Airspaces airspaces = everything_odd(reading);
    const BorderIndex index{airspaces};
    auto copy = std::make_shared<Copy>(image_of(index));
    const std::weak_ptr<Copy> watched = copy;
    const BorderImage image = copy->image();
    auto made = index_from(image, airspaces.list.size(), std::move(copy));
    REQUIRE(made);
    CHECK_FALSE(watched.expired());
    CHECK(same_bytes(image_of(index), image_of(**made)));
    CHECK((*made)->edges().reading() == reading);
    CHECK((*made)->edges().at_south_pole() == index.edges().at_south_pole());
    RandomStream random{32, "places"};
    for (int k = 0; k < 2000; ++k) {
        const LonLat p = any_place(random, k);
        CAPTURE(k, p.lon_deg, p.lat_deg);
        REQUIRE((*made)->airspaces_at(p) == index.airspaces_at(p));
    }
    made = Problem{"gone"};
    CHECK(watched.expired());
}

TEST_CASE("an image of nothing is an index of nothing")
{
    const BorderIndex index{Airspaces{}};
    const auto made = index_from(image_of(index), 0, nullptr);
    REQUIRE(made);
    CHECK((*made)->airspaces_at({10, 10}).empty());
}

TEST_CASE("an image with any byte changed is refused, or answers without leaving its arrays")
{
    const Airspaces airspaces = everything_odd(EdgeReading::straight);
    const BorderIndex index{airspaces};
    Copy copy{image_of(index)};
    RandomStream random{33, "bytes"};
    std::size_t refused = 0, answered = 0;
    for (int k = 0; k < 1500; ++k) {
        const std::size_t array = random.bits() % BorderImage::array_count;
        if (copy.sizes[array] == 0)
            continue;
        const std::size_t place = random.bits() % copy.sizes[array];
        const std::byte before = copy.at(array)[place];
        copy.at(array)[place] ^= static_cast<std::byte>(1 + random.bits() % 255);
        CAPTURE(k, array, place);
        if (const auto made = index_from(copy.image(), airspaces.list.size(), nullptr)) {
            ++answered;
            ask(**made, random);
        } else {
            ++refused;
            CHECK_FALSE(made.problem().empty());
        }
        copy.at(array)[place] = before;
    }
    // Offsets and numbers of airspaces make up most of the arrays, and nearly no other value of theirs is sound.
    CHECK(refused > 500);
    CHECK(answered > 50);
}

TEST_CASE("an image whose arrays are shorter or longer, or of more airspaces than there are, is refused")
{
    const Airspaces airspaces = everything_odd(EdgeReading::straight);
    const BorderIndex index{airspaces};
    const BorderImage whole = image_of(index);
    CHECK_FALSE(index_from(whole, airspaces.list.size() / 2, nullptr));
    for (std::size_t i = 0; i < BorderImage::array_count; ++i)
        for (const std::size_t less : {1U, 4U, 12U, 40U, 480U}) {
            BorderImage image = whole;
            image.arrays[i] = image.arrays[i].first(image.arrays[i].size() - std::min(less, image.arrays[i].size()));
            CAPTURE(i, less);
            const auto made = index_from(image, airspaces.list.size(), nullptr);
            RandomStream random{34, "shorter"};
            if (made)
                ask(**made, random);
            else
                CHECK_FALSE(made.problem().empty());
        }
}

TEST_CASE("a cell that holds itself is refused")
{
    const BorderIndex index{everything_odd(EdgeReading::straight)};
    Copy copy{image_of(index)};
    constexpr std::size_t nodes = 5;
    constexpr std::uint32_t branch_to_its_own_row = 2U << 30;
    std::memcpy(copy.at(nodes), &branch_to_its_own_row, sizeof branch_to_its_own_row);
    CHECK_FALSE(index_from(copy.image(), everything_odd(EdgeReading::straight).list.size(), nullptr));
}
