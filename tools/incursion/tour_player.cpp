#include "tools/incursion/tour_player.h"

#include <algorithm>
#include <utility>

namespace incursion {

namespace {

constexpr double kiosk_patience_s = 60;

}  // namespace

TourPlayer::TourPlayer(std::vector<PlayedStop> stops, bool is_kiosk) : stops_{std::move(stops)}, is_kiosk_{is_kiosk} {}

TourPlayer::Order TourPlayer::arrive(std::size_t stop)
{
    shown_ = stop;
    next_ = stop + 1;
    held_ = false;
    left_s_ = stops_[stop].shown_s;
    return {stops_[stop].time, !stops_[stop].holds, stop};
}

TourPlayer::Order TourPlayer::pass(Time before, Time after, bool playing, double wall_s)
{
    const bool stands = shown_ && (stops_[*shown_].holds || held_);
    if (shown_ && held_) {
        idle_s_ += wall_s;
        held_ = !(is_kiosk_ && idle_s_ >= kiosk_patience_s);
    } else if (shown_) {
        left_s_ -= wall_s;
    }
    if (stands && playing) {
        shown_.reset();  // somebody pressed play
    } else if (shown_ && !held_ && left_s_ <= 0) {
        shown_.reset();
        if (stands)
            return {before, true, std::nullopt};
    } else if (stands) {
        return {before, false, std::nullopt};
    }
    if (playing && next_ < stops_.size() && after >= stops_[next_].time)
        return arrive(next_);
    return {after, playing, std::nullopt};
}

TourPlayer::Order TourPlayer::go_on(Time now)
{
    if (shown_) {
        shown_.reset();
        return {now, true, std::nullopt};
    }
    if (next_ < stops_.size())
        return arrive(next_);
    return {now, true, std::nullopt};
}

TourPlayer::Order TourPlayer::go_back(Time now)
{
    const std::size_t reached = shown_ ? *shown_ : next_;
    if (stops_.empty() || (reached == 0 && !shown_))
        return {now, false, std::nullopt};
    Order order = arrive(reached == 0 ? 0 : reached - 1);
    order.playing = false;
    hold();
    return order;
}

void TourPlayer::hold()
{
    held_ = shown_.has_value();
    idle_s_ = 0;
}

void TourPlayer::seek(Time now)
{
    shown_.reset();
    const auto next = std::lower_bound(stops_.begin(), stops_.end(), now,
                                       [](const PlayedStop& stop, Time t) { return stop.time < t; });
    next_ = static_cast<std::size_t>(next - stops_.begin());
}

void TourPlayer::restart()
{
    shown_.reset();
    next_ = 0;
}

double TourPlayer::left() const
{
    if (!shown_ || !(stops_[*shown_].shown_s > 0))
        return 0;
    return std::clamp(left_s_ / stops_[*shown_].shown_s, 0.0, 1.0);
}

}  // namespace incursion
