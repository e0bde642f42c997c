#include "render/view/build_scene.h"

#include "render/view/polyline.h"
#include "render/view/scene_blocks.h"
#include "render/view/scene_marks.h"
#include "render/view/symbols.h"

namespace incursion {

Scene build_scene(const Replay& replay, const ViewState& view, const FrameSize& frame, const TextSizes& sizes,
                  SweepMemory& memory)
{
    const SceneMaker maker{replay, view, frame, sizes, memory};
    Scene scene;
    scene.centre = maker.mapping.centre_px();
    scene.radius_px = maker.mapping.radius_px();
    add_radar_picture(maker, scene);
    add_lit_borders(maker, scene.strokes);
    LabelSpace space = space_for_labels(maker);
    for (const PlacedBlock& block : placed_blocks(maker, space))
        add_block(maker, block, scene);
    for (const SeenTrack& seen : maker.seen)
        add_track_strokes(maker, seen, scene.strokes);
    add_ghosts(maker, scene.strokes);
    add_ruler(maker, space, scene);
    add_events(maker, space, scene);
    return scene;
}

std::optional<std::size_t> track_at(const Replay& replay, const ViewState& view, const FrameSize& frame, Point point,
                                    SweepMemory& memory, const TextSizes& sizes)
{
    const SceneMaker maker{replay, view, frame, sizes, memory};
    std::optional<std::size_t> nearest;
    float least_px = symbol_radius_px * 2 * frame.scale;
    for (const SeenTrack& seen : maker.seen)
        if (const float d = distance_px(seen.at, point); d < least_px) {
            nearest = seen.track;
            least_px = d;
        }
    if (nearest)
        return nearest;
    LabelSpace space = space_for_labels(maker);
    for (const PlacedBlock& block : placed_blocks(maker, space))
        if (block.box.contains(point))
            return maker.seen[block.seen].track;
    return std::nullopt;
}

}  // namespace incursion
