#include "render/view/view_state.h"

#include "render/view/projection.h"
#include "sim/incident/tour.h"

namespace incursion {

namespace {

constexpr std::size_t switch_count = static_cast<std::size_t>(Switch::caption) + 1;

bool is_on_at_first(Switch what)
{
    return what != Switch::truth && what != Switch::mute && what != Switch::help;
}

}  // namespace

bool is_on(const ViewState& view, Switch what)
{
    const auto place = static_cast<std::size_t>(what);
    return place < view.switches.size() ? view.switches[place] : is_on_at_first(what);
}

void set(ViewState& view, Switch what, bool on)
{
    for (std::size_t place = view.switches.size(); place < switch_count; ++place)
        view.switches.push_back(is_on_at_first(static_cast<Switch>(place)));
    view.switches[static_cast<std::size_t>(what)] = on;
}

bool is_account_shown(const ViewState& view, std::size_t account)
{
    return account >= view.accounts_shown.size() || view.accounts_shown[account];
}

bool is_track_shown(const Replay& replay, const ViewState& view, std::size_t track)
{
    return is_account_shown(view, replay.account_of_track(track));
}

PlanePoint first_middle(const Replay& replay)
{
    return AzimuthalPlane{replay.radar().site}.plane_from(replay.first_centre());
}

ViewState first_view(const Replay& replay)
{
    ViewState view;
    view.time = replay.span().from;
    view.range_m = replay.first_range_m();
    view.middle = first_middle(replay);
    view.accounts_shown.assign(replay.report().accounts.size(), true);
    view.selected = first_of_interest(replay.report());
    set(view, Switch::sweep, true);
    return view;
}

}  // namespace incursion
