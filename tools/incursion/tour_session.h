#pragma once

#include <memory>
#include <optional>
#include <string>

#include "tools/incursion/replay_session.h"
#include "tools/incursion/tour_player.h"
#include "tools/incursion/tour_show.h"

namespace incursion {

/// How a tour is shown.
struct TourWish {
    std::string language = "en";
    bool is_kiosk = false;     ///< goes on and begins again by itself
    std::optional<int> loops;  ///< so often, then ends
};

/// The tour of a scenario in a window: a replay that stops at the scenario's steps and shows their cards.
class TourSession {
public:
    /// `session` is open and shows what the tour begins with. What has no stop is a warning.
    TourSession(ReplaySession& session, const TourWish& wish, Diagnostics& diagnostics);

    bool has_stops() const { return !show_.stops().empty(); }
    void run_frame(double wall_s);
    bool wants_to_quit() const { return quit_ || session_.wants_to_quit(); }

private:
    void begin();
    Overlay overlay();
    void draw(double wall_s);
    void obey(const TourPlayer::Order& order, bool is_back = false);
    void look_around(const ViewState& before);
    void end_or_begin_again(double wall_s);

    ReplaySession& session_;
    TourShow show_;
    TourWish wish_;
    TourPlayer player_;
    ViewState first_view_;
    bool is_card_clicked_ = false, has_touched_ = false, quit_ = false, was_told_over_ = false;
    int loops_done_ = 0;
    double over_s_ = 0;
};

}  // namespace incursion
