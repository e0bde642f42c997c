#include "tools/incursion/tour_session.h"

#include <utility>
#include <vector>

namespace incursion {

namespace {

constexpr double kiosk_rest_s = 4;  // at the end, before it begins again

std::vector<PlayedStop> played_stops(const TourShow& show)
{
    std::vector<PlayedStop> stops;
    for (std::size_t i = 0; i < show.stops().size(); ++i)
        stops.push_back({show.stops()[i].time, show.step(i).pauses, show.shown_s(i)});
    return stops;
}

enum class TourKey { none, on, back, leave };

/// What a key means in a tour, beside what it means in every replay.
TourKey meaning_of(const KeyPress& press, const ViewState& view, bool has_card)
{
    if (press.shift || press.control)
        return TourKey::none;
    switch (press.key) {
    case Key::enter:
    case Key::right: return TourKey::on;
    case Key::space: return has_card ? TourKey::on : TourKey::none;
    case Key::backspace:
    case Key::left: return TourKey::back;
    case Key::escape: return is_on(view, Switch::help) ? TourKey::none : TourKey::leave;
    default: return TourKey::none;
    }
}

}  // namespace

TourSession::TourSession(ReplaySession& session, const TourWish& wish, Diagnostics& diagnostics)
    : session_{session},
      show_{session.replay(), wish.language, diagnostics},
      wish_{wish},
      player_{played_stops(show_), wish.is_kiosk},
      first_view_{session.view()}
{
    if (wish_.is_kiosk) {
        session_.window().toggle_full_screen();
        session_.window().hide_pointer();
        first_view_.is_film = true;
    }
    begin();
}

void TourSession::begin()
{
    session_.view() = first_view_;
    session_.view().time = session_.replay().span().from;
    session_.view().playing = true;
    player_.restart();
    over_s_ = 0;
}

Overlay TourSession::overlay()
{
    const std::optional<std::size_t> shown = player_.shown();
    if (!shown)
        return {};
    return [this, stop = *shown](const OverlayFrame& over) {
        const ViewState& view = session_.view();
        TourCard card = show_.card(stop, view, over.frame, over.gui.text_sizes(), over.scene);
        if (!wish_.is_kiosk)
            card.hint = "Space: on   ←: back";
        if (!player_.is_held())
            card.left = static_cast<float>(player_.left());
        is_card_clicked_ = draw_tour_card(over.gui, over.look, over.layout, over.frame, card);
    };
}

void TourSession::obey(const TourPlayer::Order& order, bool is_back)
{
    ViewState& view = session_.view();
    view.time = order.time;
    view.playing = order.playing;
    if (!order.arrived)
        return;
    if (is_back) {
        // As the tour came here, whatever later stops have changed.
        view.range_m = first_view_.range_m;
        view.middle = first_view_.middle;
        view.accounts_shown = first_view_.accounts_shown;
        view.page = first_view_.page;
        view.speed = first_view_.speed;
        view = show_.view_after(std::move(view), *order.arrived + 1);
    } else {
        view = view_from_stop(session_.replay(), std::move(view), show_.stops()[*order.arrived]);
    }
}

/// What a person changed in this frame: the clock, or something else, at which a card waits.
void TourSession::look_around(const ViewState& before)
{
    const ViewState& now = session_.view();
    const bool is_moved = now.range_m != before.range_m || !(now.middle == before.middle) ||
                          now.selected != before.selected || now.accounts_shown != before.accounts_shown ||
                          now.page != before.page || now.ruler.has_value() != before.ruler.has_value();
    if (now.time != before.time)
        player_.seek(now.time);
    else if (is_moved || has_touched_)
        player_.hold();
    has_touched_ = false;
}

void TourSession::draw(double wall_s)
{
    is_card_clicked_ = false;
    std::vector<TourKey> keys;
    const ViewState before = session_.view();
    session_.draw(wall_s, overlay(), [&](const KeyPress& press) {
        keys.push_back(meaning_of(press, before, player_.shown().has_value()));
        has_touched_ = has_touched_ || keys.back() == TourKey::none;
        return keys.back() != TourKey::none;
    });
    look_around(before);
    for (const TourKey key : keys) {
        if (key == TourKey::on)
            obey(player_.go_on(session_.view().time));
        else if (key == TourKey::back)
            obey(player_.go_back(session_.view().time), true);
        quit_ = quit_ || key == TourKey::leave;
    }
    if (is_card_clicked_)
        obey(player_.go_on(session_.view().time));
}

void TourSession::run_frame(double wall_s)
{
    draw(wall_s);
    const Time before = session_.view().time;
    const bool was_playing = session_.view().playing;
    session_.pass(wall_s);
    ViewState& view = session_.view();
    const TourPlayer::Order order = player_.pass(before, view.time, was_playing, wall_s);
    if (order.arrived || order.playing != was_playing)
        obey(order);
    else
        view.time = order.time;  // at the end of the span the clock has stopped by itself
    end_or_begin_again(wall_s);
    session_.settle();
}

void TourSession::end_or_begin_again(double wall_s)
{
    const ViewState& view = session_.view();
    if (!player_.is_over() || view.playing || view.time < session_.replay().span().to) {
        over_s_ = 0;
        return;
    }
    over_s_ += wall_s;
    if (!wish_.is_kiosk) {
        if (!std::exchange(was_told_over_, true))
            session_.notify("the tour is over: ← goes back, Esc leaves");
        return;
    }
    if (over_s_ < kiosk_rest_s)
        return;
    ++loops_done_;
    quit_ = quit_ || (wish_.loops && loops_done_ >= *wish_.loops);
    begin();
}

}  // namespace incursion
