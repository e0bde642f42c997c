#pragma once

#include "render/view/build_scene.h"
#include "render/view/look.h"
#include "tests/render/view/panel_cases.h"

namespace incursion::test {

/// Text as the scope's monospaced fonts make it, nearly: 0.6 of the size across, 1.2 down.
inline TextSizes text_sizes(float scale)
{
    TextSizes sizes;
    const Look& look = look_of(PaletteId::phosphor);
    for (std::size_t i = 0; i < sizes.fonts.size(); ++i)
        sizes.fonts[i] = {look.font_px[i] * 0.6F * scale, look.font_px[i] * 1.2F * scale};
    return sizes;
}

/// A frame that a layout fills.
inline FrameSize frame_for(LayoutId layout, int width_px, int height_px)
{
    return {width_px, height_px, natural_scale(layout, width_px, height_px)};
}

/// The square (see square_scenario), flown once for all tests of the program.
inline const Replay& square()
{
    static const std::unique_ptr<Replay> replay = square_replay();
    return *replay;
}

/// One aircraft along places, so many seconds apart, about a radar; SQR is an airspace far to the east.
inline std::unique_ptr<Replay> flight_about(LonLat radar, const std::vector<LonLat>& places, double step_s)
{
    std::vector<Fix> fixes;
    for (std::size_t i = 0; i < places.size(); ++i)
        fixes.push_back(fix(static_cast<double>(i) * step_s, places[i].lon_deg, places[i].lat_deg, 3000));
    Scenario scenario;
    scenario.span = {at_second(0), at_second(static_cast<double>(places.size() - 1) * step_s)};
    scenario.aircraft = {recorded("A", "", "AAA", std::move(fixes))};
    scenario.scope = ScopeView{radar, 50'000.0};
    return replay_of(std::move(scenario), square_airspace());
}

}  // namespace incursion::test
