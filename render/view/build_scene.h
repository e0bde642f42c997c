#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "render/view/scene.h"
#include "render/view/sweep.h"
#include "render/view/view_state.h"

namespace incursion {

/// Widths and heights of text in the scope's fonts, which are monospaced, in pixels of the frame.
struct TextSizes {
    struct Size {
        float advance_px = 0;  ///< of one character
        float height_px = 0;   ///< of a line
    };
    std::array<Size, static_cast<std::size_t>(FontId::count)> fonts{};
    Size operator[](FontId id) const { return fonts[static_cast<std::size_t>(id)]; }
};
/// Width of a text in UTF-8: code points times advance.
float text_width_px(const TextSizes& sizes, FontId font, std::string_view text);

/// The parts of a view that the map depends on; equal keys have equal maps.
struct MapKey {
    FrameSize frame;
    LayoutId layout{};
    double range_m = 0, buffer_m = 0;
    PlanePoint middle;
    LengthUnit unit{};
    North north{};
    bool rings = true, fill = true, buffer = true, names = true;
    std::vector<bool> accounts_shown;
    friend bool operator==(const MapKey&, const MapKey&) = default;
};
MapKey map_key(const ViewState& view, const FrameSize& frame);

/// Range rings, bearings, airspaces, borders, buffers, places. Borders are decimated to what can be seen (0.7 px).
MapScene build_map(const Replay& replay, const ViewState& view, const FrameSize& frame, const TextSizes& sizes);

/// Aircraft as the radar shows them, their symbols, history, vectors and data blocks, the lit border, the ruler, the
/// beam and its blips. Pure: the same arguments give the same scene, whatever was shown before; `memory` only saves
/// work that was done for an earlier instant of the same replay.
Scene build_scene(const Replay& replay, const ViewState& view, const FrameSize& frame, const TextSizes& sizes,
                  SweepMemory& memory);

/// What is under a place of the frame: the track whose symbol or data block it is. Where data blocks stand depends on
/// the sizes of text; without them only symbols are found for certain.
std::optional<std::size_t> track_at(const Replay& replay, const ViewState& view, const FrameSize& frame, Point point,
                                    SweepMemory& memory, const TextSizes& sizes = {});

}  // namespace incursion
