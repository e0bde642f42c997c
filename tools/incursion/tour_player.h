#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sim/base/time.h"

namespace incursion {

/// What running a tour has to know of a stop.
struct PlayedStop {
    Time time{};
    bool holds = true;   ///< the clock stands while its card is shown
    double shown_s = 0;  ///< how long the card is shown, where nobody goes on or holds it
};

/// Runs a tour by the clock on the wall and what a person asks for: at which stop it is, and what the incident's clock
/// is to do. Knows no window.
///
/// The tour plays on between stops. A card goes by itself after its time, unless it is held: because a person came back
/// to it, or looks around. Where nobody may stand by (a kiosk), a held card goes after a minute without a touch.
class TourPlayer {
public:
    /// REQUIRES: stops ascend in time.
    TourPlayer(std::vector<PlayedStop> stops, bool is_kiosk);

    /// What the clock is to do, and the stop that is reached by it.
    struct Order {
        Time time{};
        bool playing = false;
        std::optional<std::size_t> arrived;
    };

    /// So much time of the wall has passed, in which the clock would go from `before` to `after`.
    Order pass(Time before, Time after, bool playing, double wall_s);
    /// On: away from the card that is shown, else to the next stop at once.
    Order go_on(Time now);
    /// Back: to the stop before the one that is shown, else to the last one reached, held there.
    Order go_back(Time now);
    /// A person looks around at a card: it waits.
    void hold();
    /// A person moved the clock.
    void seek(Time now);
    void restart();

    std::optional<std::size_t> shown() const { return shown_; }
    bool is_held() const { return shown_ && held_; }
    /// Share of the card's time that is left.
    double left() const;
    /// Every stop has been reached, and no card is shown.
    bool is_over() const { return next_ == stops_.size() && !shown_; }

private:
    Order arrive(std::size_t stop);

    std::vector<PlayedStop> stops_;
    bool is_kiosk_;
    std::size_t next_ = 0;  ///< the stop that is reached next by playing
    std::optional<std::size_t> shown_;
    bool held_ = false;
    double left_s_ = 0, idle_s_ = 0;
};

}  // namespace incursion
