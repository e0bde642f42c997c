#include "render/view/scene_blocks.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "render/view/data_block.h"
#include "render/view/look.h"
#include "render/view/map_labels.h"
#include "render/view/polyline.h"
#include "render/view/symbols.h"

namespace incursion {

namespace {

// What covering a thing costs.
constexpr float name_cost = 60, symbol_cost = 10, line_cost = 0.5F;
constexpr float leader_px = 20;
constexpr float padding_px = 3;
constexpr double turn = 2 * std::numbers::pi;

FontId font_of_line(std::size_t line)
{
    return line == 0 ? FontId::scope_bold : FontId::scope_text;
}

struct BlockExtent {
    float width_px = 0, height_px = 0;
};

BlockExtent extent_of(const std::vector<std::string>& lines, const TextSizes& sizes, float scale)
{
    BlockExtent extent;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        extent.width_px = std::max(extent.width_px, text_width_px(sizes, font_of_line(i), lines[i]));
        extent.height_px += sizes[font_of_line(i)].height_px;
    }
    return {extent.width_px + 2 * padding_px * scale, extent.height_px + 2 * padding_px * scale};
}

/// Abeam of the aircraft, somewhat behind: clear of its vector and its history; on the side that is more to the
/// right, where text is read on from the symbol.
double preferred_turns(const Motion& motion)
{
    const double right = motion.track.rad() / turn + 110.0 / 360, left = motion.track.rad() / turn - 110.0 / 360;
    return std::sin(right * turn) >= std::sin(left * turn) ? right : left;
}

std::vector<std::size_t> order_of_placing(const SceneMaker& maker)
{
    std::vector<std::size_t> order(maker.seen.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto rank = [&](std::size_t i) {
        const SeenTrack& seen = maker.seen[i];
        return maker.view.selected == seen.track ? 0 : seen.is_inside ? 1 : 2;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    return order;
}

std::optional<LeaderPlace> place_for(const SceneMaker& maker, const SeenTrack& seen, BlockExtent extent,
                                     const LabelSpace& space)
{
    return place_beside(space, seen.at, extent.width_px, extent.height_px, preferred_turns(seen.paint.motion),
                        leader_px * maker.frame.scale);
}

bool try_place(const SceneMaker& maker, std::size_t index, std::vector<std::string> lines, LabelSpace& space,
               std::vector<PlacedBlock>& blocks)
{
    const float scale = maker.frame.scale;
    const auto place = place_for(maker, maker.seen[index], extent_of(lines, maker.sizes, scale), space);
    if (!place)
        return false;
    space.take(grown(place->box, scale));
    blocks.push_back({index, place->box, std::move(lines)});
    return true;
}

/// The whole block. Its border is looked up only where a block as high and no wider than any has a place: a crowded
/// glass has room for few.
bool try_place_all(const SceneMaker& maker, std::size_t index, const std::string& label, LabelSpace& space,
                   std::vector<PlacedBlock>& blocks)
{
    const SeenTrack& seen = maker.seen[index];
    if (!place_for(maker, seen, extent_of({label, "", ""}, maker.sizes, maker.frame.scale), space))
        return false;
    const Motion& motion = seen.paint.motion;
    if (maker.view.is_exercise) {
        const std::string& known = maker.replay.track_report(seen.track).title;
        return try_place(maker, index, exercise_block_lines(label, motion, known, maker.view.unit), space, blocks);
    }
    return try_place(maker, index,
                     data_block_lines(label, motion, maker.memory.border_of(seen.paint), maker.view.unit), space,
                     blocks);
}

/// From the symbol's rim to the bar, at the height of the symbol where the bar reaches there.
Polyline leader_of(Point symbol, float bar_x, const Rect& box, float scale)
{
    const Point end{bar_x, std::clamp(symbol.y, box.y, box.bottom())};
    const float length = distance_px(symbol, end), gap = symbol_radius_px * 1.3F * scale;
    if (length <= gap)
        return {};
    return {{symbol.x + (end.x - symbol.x) * gap / length, symbol.y + (end.y - symbol.y) * gap / length}, end};
}

}  // namespace

LabelSpace space_for_labels(const SceneMaker& maker)
{
    LabelSpace space{maker.mapping.centre_px(), maker.mapping.radius_px()};
    const float scale = maker.frame.scale;
    const MapLabels map = map_labels(maker.replay, maker.view, maker.mapping, scale, maker.sizes);
    for (const Label& label : map.labels)
        space.avoid(box_of(label, maker.sizes), name_cost);
    for (const SeenTrack& seen : maker.seen) {
        space.avoid(grown({seen.at.x, seen.at.y, 0, 0}, symbol_radius_px * 1.4F * scale), symbol_cost);
        if (is_on(maker.view, Switch::vectors))
            space.avoid_line(seen.at, vector_end(maker, seen), line_cost);
    }
    return space;
}

std::vector<PlacedBlock> placed_blocks(const SceneMaker& maker, LabelSpace& space)
{
    std::vector<PlacedBlock> blocks;
    if (!is_on(maker.view, Switch::data_blocks))
        return blocks;
    for (const std::size_t i : order_of_placing(maker)) {
        const std::string& label = maker.replay.track_report(maker.seen[i].track).track;
        if (!try_place_all(maker, i, label, space, blocks))
            try_place(maker, i, {label}, space, blocks);
    }
    return blocks;
}

void add_block(const SceneMaker& maker, const PlacedBlock& block, Scene& scene)
{
    const SeenTrack& seen = maker.seen[block.seen];
    const StyleId side = side_style(maker.replay.side_of_track(seen.track));
    const StyleId detail = seen.is_inside ? StyleId::inside_block : side;
    const float scale = maker.frame.scale;
    const bool is_right = block.box.x + block.box.width / 2 >= seen.at.x;
    const float bar_x = is_right ? block.box.x : block.box.right();
    if (Polyline leader = leader_of(seen.at, bar_x, block.box, scale); !leader.empty())
        scene.strokes.push_back(
            {side, account_line(maker.replay.account_of_track(seen.track)), 0.8F, scale, std::move(leader)});
    if (seen.is_inside) {
        const Rect& b = block.box;
        scene.strokes.push_back(
            {StyleId::inside_block,
             LineStyle::solid,
             0.9F,
             scale,
             {{b.x, b.y}, {b.right(), b.y}, {b.right(), b.bottom()}, {b.x, b.bottom()}, {b.x, b.y}}});
    } else {
        scene.strokes.push_back(
            {side, LineStyle::solid, 0.8F, scale, {{bar_x, block.box.y}, {bar_x, block.box.bottom()}}});
    }
    float y = block.box.y + padding_px * scale;
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
        const FontId font = font_of_line(i);
        scene.labels.push_back(
            {i == 0 ? side : detail, font, 1, {block.box.x + padding_px * scale, y}, true, block.lines[i]});
        y += maker.sizes[font].height_px;
    }
}

}  // namespace incursion
