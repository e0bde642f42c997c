#include "render/picture/presenter.h"

#include "render/scope/apply_look.h"
#include "render/scope/draw_labels.h"
#include "render/scope/draw_panels.h"
#include "render/scope/panel_geometry.h"
#include "render/scope/scope_mouse.h"
#include "render/view/map_labels.h"
#include "render/view/projection.h"

namespace incursion {

Presenter::Presenter(const Replay& replay, std::unique_ptr<GuiContext> gui, std::unique_ptr<ScopePicture> picture)
    : replay_{&replay},
      gui_{std::move(gui)},
      picture_{std::move(picture)},
      uploaded_fonts_{gui_->font_generation()},
      labels_{ImGui::GetDrawListSharedData()},
      sweep_{replay},
      panels_{replay}
{
}

Result<std::unique_ptr<Presenter>> Presenter::make(const Replay& replay, const FrameSize& frame)
{
    auto gui = GuiContext::make(frame.scale);
    if (!gui)
        return Problem{gui.problem()};
    auto picture = ScopePicture::make();
    if (!picture)
        return Problem{picture.problem()};
    return std::unique_ptr<Presenter>{new Presenter{replay, std::move(gui).value(), std::move(picture).value()}};
}

Presenter::~Presenter()
{
    make_current();
}

/// Before ImGui's frame begins, since its lists then name the texture with the glyphs.
void Presenter::fit_fonts(const FrameSize& frame)
{
    gui_->rescale(frame.scale);
    if (gui_->font_generation() == uploaded_fonts_)
        return;
    picture_->upload_fonts();
    uploaded_fonts_ = gui_->font_generation();
}

void Presenter::update_map(const ViewState& view, const FrameSize& frame)
{
    MapKey key = map_key(view, frame);
    if (map_key_ == key)
        return;
    map_ = build_map(*replay_, view, frame, gui_->text_sizes());
    map_key_ = std::move(key);
    ++map_number_;
}

void Presenter::show(const Replay& replay)
{
    if (!replay.has_map_of(*replay_))
        map_key_.reset();
    replay_ = &replay;
    sweep_ = SweepMemory{replay};
    panels_ = PanelMemory{replay};
}

std::vector<Request> Presenter::present(const ViewState& view, const FrameSize& frame, double delta_s,
                                        const Overlay& overlay)
{
    const Layout layout = layout_of(view.layout, frame);
    const Look& look = look_of(view.palette);
    make_current();
    fit_fonts(frame);
    apply_look(look, frame.scale);
    gui_->begin_frame(frame, delta_s);
    update_map(view, frame);
    const Scene scene = build_scene(*replay_, view, frame, gui_->text_sizes(), sweep_);
    const PanelData data = build_panels(*replay_, view, frame, sweep_, panels_);

    std::vector<Request> requests = draw_panels(*gui_, data, view, layout, look, gui_state_);
    const ScopeMapping mapping{replay_->radar().site, view, layout};
    const auto find_track = [&](Point point) {
        return track_at(*replay_, view, frame, point, sweep_, gui_->text_sizes());
    };
    for (Request& request : scope_mouse(view, layout, mapping, find_track, frame.scale, gui_state_))
        requests.push_back(std::move(request));
    if (overlay)
        overlay({*gui_, look, layout, frame, scene});
    start_list(*gui_, frame, labels_);
    draw_labels(*gui_, uncovered(map_.labels, scene.labels, gui_->text_sizes()), look, labels_);
    draw_labels(*gui_, scene.labels, look, labels_);
    ImGui::Render();
    const auto grounds = panel_grounds(layout, data, view, frame.scale);
    picture_->draw({frame, layout, look, map_, map_number_, scene, grounds, &labels_, ImGui::GetDrawData()});
    return requests;
}

}  // namespace incursion
