#include "sim/border/border_image.h"

#include <algorithm>
#include <atomic>
#include <type_traits>
#include <utility>
#include <vector>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

namespace incursion {

namespace {

/// True if all of 0 to count-1 pass; tried in parallel.
template <class Pass>
bool all_pass(std::size_t count, const Pass& pass)
{
    std::atomic<bool> passed{true};
    using Range = oneapi::tbb::blocked_range<std::size_t>;
    oneapi::tbb::parallel_for(Range{0, count, 1U << 14}, [&](const Range& range) {
        bool all = true;
        for (std::size_t i = range.begin(); i < range.end(); ++i)
            all &= pass(i);
        if (!all)
            passed = false;
    });
    return passed;
}

bool is_sound(const BorderEdge& e)
{
    const auto is_lat = [](double lat) { return lat >= -90 && lat <= 90; };  // and no NaN
    const bool west_to_east =
        e.a.lon_deg >= -180 && e.a.lon_deg < 180 && e.b.lon_deg >= e.a.lon_deg && e.b.lon_deg <= e.a.lon_deg + 360;
    return west_to_east && is_lat(e.a.lat_deg) && is_lat(e.b.lat_deg) && e.a != e.b && e.stray_deg >= 0 &&
           e.stray_deg <= 360;
}

bool are_airspaces(std::span<const AirspaceId> set, std::size_t airspace_count)
{
    for (std::size_t i = 0; i < set.size(); ++i)
        if (set[i].index >= airspace_count || (i > 0 && set[i] <= set[i - 1]))
            return false;
    return true;
}

bool are_sets(const SharedLists<AirspaceId>& lists, std::size_t airspace_count)
{
    if (lists.begin.empty() || lists.begin[0] != 0 || lists.begin[lists.size()] != lists.values.size())
        return false;
    // First that they ascend: only then may the lists be looked into.
    return all_pass(lists.size(), [&](std::size_t i) { return lists.begin[i] <= lists.begin[i + 1]; }) &&
           all_pass(lists.size(), [&](std::size_t i) { return are_airspaces(lists[i], airspace_count); });
}

}  // namespace

/// Takes an index apart and puts it together.
class BorderImageMaker {
public:
    static BorderImage image_of(const BorderIndex& index)
    {
        const BorderEdges& edges = index.edges_;
        return {edges.reading_,
                {bytes(edges.edges_), bytes(edges.owners_.begin), bytes(edges.owners_.values),
                 std::as_bytes(std::span{edges.at_south_pole_}), bytes(index.roots_), bytes(index.nodes_),
                 bytes(index.leaves_), bytes(index.leaf_edges_), bytes(index.sets_.begin), bytes(index.sets_.values)}};
    }

    BorderImageMaker(const BorderImage& image, std::shared_ptr<const void> keeper)
        : image_{image}, keeper_{std::move(keeper)}
    {
    }

    Result<std::shared_ptr<const BorderIndex>> index(std::size_t airspace_count)
    {
        BorderEdges& edges = index_.edges_;
        edges.reading_ = image_.reading;
        const SharedArray<AirspaceId> at_south_pole = array<AirspaceId>(3);
        edges.edges_ = array<BorderEdge>(0);
        edges.owners_ = {array<std::uint32_t>(1), array<AirspaceId>(2)};
        edges.at_south_pole_.assign(at_south_pole.begin(), at_south_pole.end());
        index_.roots_ = array<Node>(4);
        index_.nodes_ = array<Node>(5);
        index_.leaves_ = array<Leaf>(6);
        index_.leaf_edges_ = array<BorderEdgeId>(7);
        index_.sets_ = {array<std::uint32_t>(8), array<AirspaceId>(9)};
        if (!whole_)
            return Problem{"an array of its index ends within an element"};
        if (!edges_fit(airspace_count))
            return Problem{"its edges or their owners do not fit together"};
        if (!are_sets(index_.sets_, airspace_count) || !leaves_fit() || !nodes_fit())
            return Problem{"the cells of its index do not fit together"};
        return std::shared_ptr<const BorderIndex>{std::make_shared<BorderIndex>(std::move(index_))};
    }

private:
    using Node = BorderIndex::Node;
    using Leaf = BorderIndex::Leaf;
    using Kind = BorderIndex::Kind;

    static constexpr std::size_t child_count = std::size_t{BorderIndex::fan} * BorderIndex::fan;
    /// Deeper than any index is: questions go down by recursion.
    static constexpr int deepest = 16;

    template <class T>
    static std::span<const std::byte> bytes(const SharedArray<T>& array)
    {
        return std::as_bytes(array.span());
    }

    template <class T>
    SharedArray<T> array(std::size_t i)
    {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= BorderImage::alignment);
        const std::span<const std::byte> bytes = image_.arrays[i];
        whole_ = whole_ && bytes.size() % sizeof(T) == 0;
        return {std::span{reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)}, keeper_};
    }

    bool edges_fit(std::size_t airspace_count) const
    {
        const BorderEdges& edges = index_.edges_;
        return edges.owners_.size() == edges.edges_.size() && are_sets(edges.owners_, airspace_count) &&
               are_airspaces(edges.at_south_pole_, airspace_count) &&
               all_pass(edges.edges_.size(), [&](std::size_t i) { return is_sound(edges.edges_[i]); });
    }

    bool leaves_fit() const
    {
        const std::size_t edge_count = index_.edges_.size();
        const SharedArray<BorderEdgeId>& edges = index_.leaf_edges_;
        return all_pass(index_.leaves_.size(),
                        [&](std::size_t i) {
                            const Leaf& leaf = index_.leaves_[i];
                            return leaf.set < index_.sets_.size() && leaf.begin <= leaf.end && leaf.end <= edges.size();
                        }) &&
               all_pass(edges.size(), [&](std::size_t i) { return edges[i].index < edge_count; });
    }

    /// Children stand behind their parent, sixteen in a row, so no cell holds itself.
    bool nodes_fit() const
    {
        const std::size_t count = index_.nodes_.size();
        if (index_.roots_.size() != std::size_t{BorderIndex::columns} * BorderIndex::rows || count % child_count != 0)
            return false;
        std::vector<std::int8_t> depth(count / child_count, 0);
        const auto fits = [&](Node node, std::size_t least_place, int own_depth) {
            const std::size_t place = node.place();
            switch (node.kind()) {
            case Kind::uniform: return place < index_.sets_.size();
            case Kind::leaf: return place < index_.leaves_.size();
            case Kind::branch: break;
            default: return false;
            }
            if (place < least_place || place >= count || place % child_count != 0 || own_depth == deepest)
                return false;
            std::int8_t& below = depth[place / child_count];
            below = std::max(below, static_cast<std::int8_t>(own_depth + 1));
            return true;
        };
        for (const Node root : index_.roots_)
            if (!fits(root, 0, 0))
                return false;
        for (std::size_t i = 0; i < count; ++i)
            if (!fits(index_.nodes_[i], i + 1, depth[i / child_count]))
                return false;
        return true;
    }

    const BorderImage& image_;
    std::shared_ptr<const void> keeper_;
    BorderIndex index_;
    bool whole_ = true;
};

BorderImage image_of(const BorderIndex& index)
{
    return BorderImageMaker::image_of(index);
}

Result<std::shared_ptr<const BorderIndex>> index_from(const BorderImage& image, std::size_t airspace_count,
                                                      std::shared_ptr<const void> keeper)
{
    return BorderImageMaker{image, std::move(keeper)}.index(airspace_count);
}

}  // namespace incursion
