#include <catch2/catch.hpp>

#include "tools/incursion/tour_player.h"

namespace incursion::test {

namespace {

Time at(double s)
{
    return Time{} + seconds(s);
}

/// A clock on the wall, by half seconds, and the incident's.
struct Hall {
    TourPlayer player;
    double now_s = 0;
    bool playing = true;

    explicit Hall(std::vector<PlayedStop> stops, bool is_kiosk = false) : player{std::move(stops), is_kiosk} {}

    void take(const TourPlayer::Order& order)
    {
        now_s = to_seconds(order.time - Time{});
        playing = order.playing;
    }
    void wait(double wall_s)
    {
        for (double left = wall_s; left > 1e-9; left -= 0.5)
            take(player.pass(at(now_s), at(now_s + (playing ? 0.5 : 0)), playing, 0.5));
    }
};

const std::vector<PlayedStop> three{{at(0), true, 4}, {at(10), true, 6}, {at(20), false, 5}};

}  // namespace

TEST_CASE("a tour stops at a step, shows its card for its time, and plays on")
{
    Hall hall{three};
    hall.wait(0.5);
    CHECK(hall.player.shown() == 0U);
    CHECK(hall.now_s == 0);
    CHECK_FALSE(hall.playing);
    hall.wait(2);
    CHECK(hall.player.left() == Approx(0.5));
    hall.wait(2);
    CHECK_FALSE(hall.player.shown());
    CHECK(hall.playing);
    hall.wait(9.5);
    CHECK_FALSE(hall.player.shown());
    hall.wait(0.5);
    CHECK(hall.player.shown() == 1U);
    CHECK(hall.now_s == 10);
}

TEST_CASE("the clock runs on under a card that does not hold it")
{
    Hall hall{{{at(2), false, 3}}};
    hall.wait(2);
    CHECK(hall.player.shown() == 0U);
    CHECK(hall.playing);
    hall.wait(2);
    CHECK(hall.now_s == 4);
    CHECK(hall.player.shown() == 0U);
    hall.wait(1.5);
    CHECK_FALSE(hall.player.shown());
    CHECK(hall.player.is_over());
}

TEST_CASE("a key goes on from a card at once, and between cards to the next step")
{
    Hall hall{three};
    hall.wait(0.5);
    hall.take(hall.player.go_on(at(hall.now_s)));
    CHECK(hall.playing);
    CHECK_FALSE(hall.player.shown());
    hall.take(hall.player.go_on(at(hall.now_s)));
    CHECK(hall.player.shown() == 1U);
    CHECK(hall.now_s == 10);
    CHECK_FALSE(hall.playing);
}

TEST_CASE("a key goes back to the step before, which waits for another key")
{
    Hall hall{three};
    hall.wait(0.5);
    hall.take(hall.player.go_on(at(hall.now_s)));
    hall.wait(10);
    REQUIRE(hall.player.shown() == 1U);
    hall.take(hall.player.go_back(at(hall.now_s)));
    CHECK(hall.player.shown() == 0U);
    CHECK(hall.now_s == 0);
    CHECK(hall.player.is_held());
    hall.wait(1000);
    CHECK(hall.player.shown() == 0U);
    CHECK(hall.now_s == 0);
    hall.take(hall.player.go_back(at(hall.now_s)));
    CHECK(hall.player.shown() == 0U);
    hall.take(hall.player.go_on(at(hall.now_s)));
    hall.wait(3);
    // Between two cards: back to the last one.
    hall.take(hall.player.go_back(at(hall.now_s)));
    CHECK(hall.player.shown() == 0U);
}

TEST_CASE("a card at which a person looks around waits; in a kiosk for a minute without a touch")
{
    Hall hall{three};
    hall.wait(0.5);
    hall.player.hold();
    hall.wait(600);
    CHECK(hall.player.shown() == 0U);

    Hall kiosk{three, true};
    kiosk.wait(0.5);
    kiosk.player.hold();
    kiosk.wait(59);
    CHECK(kiosk.player.is_held());
    kiosk.wait(1);
    CHECK_FALSE(kiosk.player.is_held());
    kiosk.wait(4.5);
    CHECK_FALSE(kiosk.player.shown());
}

TEST_CASE("pressing play at a card goes on, and moving the clock takes the card away")
{
    Hall hall{three};
    hall.wait(0.5);
    hall.playing = true;
    hall.wait(0.5);
    CHECK_FALSE(hall.player.shown());
    CHECK(hall.now_s == 0.5);
    hall.now_s = 15;
    hall.player.seek(at(15));
    hall.wait(5);
    CHECK(hall.player.shown() == 2U);
    hall.player.seek(at(10));
    hall.now_s = 10;
    hall.wait(0.5);
    CHECK(hall.player.shown() == 1U);
    CHECK(hall.now_s == 10);
}

TEST_CASE("steps of one instant are shown one after the other")
{
    Hall hall{{{at(5), true, 1}, {at(5), true, 1}}};
    hall.wait(5);
    CHECK(hall.player.shown() == 0U);
    hall.take(hall.player.go_on(at(hall.now_s)));
    hall.wait(0.5);
    CHECK(hall.player.shown() == 1U);
    CHECK(hall.now_s == 5);
    CHECK_FALSE(hall.player.is_over());
    hall.take(hall.player.go_on(at(hall.now_s)));
    CHECK(hall.player.is_over());
    hall.player.restart();
    CHECK_FALSE(hall.player.is_over());
}

}  // namespace incursion::test
