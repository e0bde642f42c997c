#include <catch2/catch.hpp>

#include "tools/incursion/tour_film.h"

namespace incursion::test {

namespace {

Time at(double s)
{
    return Time{} + seconds(s);
}

Duration film_s(double s)
{
    return seconds(s);
}

constexpr double fastest_heard = 4;

TourFilm film_of(double from, double to, double speed, int rate, const std::vector<FilmStop>& stops,
                 const std::vector<FilmCall>& calls = {})
{
    return {{at(from), at(to)}, speed, rate, stops, calls, fastest_heard};
}

void check_shows(const TourFilm& film, std::int64_t frame, double instant_s, std::optional<std::size_t> stop,
                 std::size_t passed)
{
    CAPTURE(frame);
    const TourFilm::Moment moment = film.at(frame);
    CHECK(to_seconds(moment.time - Time{}) == Approx(instant_s).margin(1e-9));
    CHECK(moment.stop == stop);
    CHECK(moment.passed == passed);
}

}  // namespace

TEST_CASE("a tour's film runs, stands still while words are read, and goes on")
{
    // 10 s at twice the speed: 5 s; 6 s of words; 20 s at the speed of the stop, 4: 5 s. Sixteen in all.
    const TourFilm film = film_of(0, 30, 2, 10, {{at(10), true, 6, 0, 4.0}});
    CHECK(film.length() == film_s(16));
    CHECK(film.frame_count() == 160);
    check_shows(film, 0, 0, std::nullopt, 0);
    check_shows(film, 49, 9.8, std::nullopt, 0);
    check_shows(film, 50, 10, 0U, 1);
    check_shows(film, 109, 10, 0U, 1);
    check_shows(film, 110, 10, std::nullopt, 1);
    check_shows(film, 111, 10.4, std::nullopt, 1);
    check_shows(film, 159, 29.6, std::nullopt, 1);
    CHECK(film.at(49).speed == 2);
    CHECK(film.at(60).speed == 4);
    CHECK(film.at(120).speed == 4);
    REQUIRE(film.shown()[0]);
    CHECK(film.shown()[0]->from == film_s(5));
    CHECK(film.shown()[0]->to == film_s(11));
}

TEST_CASE("stops at the first and the last instant hold too, and those outside the span do not")
{
    const TourFilm film = film_of(
        100, 110, 1, 10,
        {{at(50), true, 9, 0, 2.0}, {at(100), true, 4, 0, {}}, {at(110), true, 5, 0, {}}, {at(111), true, 9, 0, {}}});
    // Two times as fast since the stop before the span: 4 s, 10 s / 2, 5 s.
    CHECK(film.length() == film_s(14));
    CHECK_FALSE(film.shown()[0]);
    CHECK_FALSE(film.shown()[3]);
    check_shows(film, 0, 100, 1U, 2);
    check_shows(film, 39, 100, 1U, 2);
    check_shows(film, 41, 100.2, std::nullopt, 2);
    check_shows(film, 90, 110, 2U, 3);
    check_shows(film, 139, 110, 2U, 3);
}

TEST_CASE("words of a stop that does not hold are shown while the film runs, until the next stop")
{
    const TourFilm film =
        film_of(0, 20, 1, 10, {{at(2), false, 5, 0, {}}, {at(4), true, 3, 0, {}}, {at(18), false, 9, 0, {}}});
    CHECK(film.length() == film_s(23));
    check_shows(film, 30, 3, 0U, 1);
    check_shows(film, 40, 4, 1U, 2);
    check_shows(film, 69, 4, 1U, 2);
    check_shows(film, 80, 5, std::nullopt, 2);
    check_shows(film, 229, 19.9, 2U, 3);
    CHECK(film.shown()[0]->to == film_s(4));
    CHECK(film.shown()[2]->to == film_s(23));
}

TEST_CASE("a stop holds until half a second after its words were spoken, where that is longer than reading")
{
    const TourFilm film = film_of(0, 10, 1, 10, {{at(5), true, 4, 7, {}}, {at(8), true, 9, 2, {}}});
    CHECK(film.shown()[0]->to - film.shown()[0]->from == film_s(7.5));
    CHECK(film.spoken()[0] == film_s(5));
    CHECK(film.shown()[1]->to - film.shown()[1]->from == film_s(9));
    CHECK(film.spoken()[1] == film_s(15.5));
    CHECK(film.length() == film_s(10 + 7.5 + 9));
}

TEST_CASE("words wait until a call is over, and a call of the stop's own instant until the film goes on")
{
    const TourFilm film = film_of(0, 20, 1, 10, {{at(5), true, 4, 3, {}}}, {{at(3), 6}, {at(5), 2}});
    // The call of 3 s lasts until 9 s of the film; then 3 s of words and half a second.
    CHECK(film.heard()[0]->from == film_s(3));
    CHECK(film.heard()[0]->to == film_s(9));
    CHECK(film.spoken()[0] == film_s(9));
    CHECK(film.shown()[0]->to == film_s(12.5));
    CHECK(film.heard()[1]->from == film_s(12.5));
    CHECK(film.heard()[1]->to == film_s(14.5));
}

TEST_CASE(
    "calls keep their length at any speed, end where the next begins, and are not heard where the film runs too fast")
{
    const TourFilm film = film_of(0, 40, 2, 10, {{at(20), false, 1, 0, 5.0}}, {{at(4), 3}, {at(8), 3}, {at(30), 3}});
    CHECK(film.heard()[0]->from == film_s(2));
    CHECK(film.heard()[0]->to == film_s(4));
    CHECK(film.heard()[1]->to == film_s(7));
    CHECK_FALSE(film.heard()[2]);
}

TEST_CASE("the last instant stands until all words were spoken")
{
    const TourFilm film = film_of(0, 10, 1, 10, {{at(8), false, 1, 6, {}}});
    CHECK(film.length() == film_s(14.5));
    check_shows(film, 120, 10, 0U, 1);
}

TEST_CASE("a tour without stops is a plain film")
{
    const TourFilm film = film_of(0, 420, 1, 30, {});
    CHECK(film.frame_count() == 12'600);
    CHECK(film.at(30).time == at(1));
    CHECK(film.at(1).time == Time{} + Duration{33'333'333});
    CHECK(film.at(12'599).time == at(420) - Duration{33'333'333});
}

}  // namespace incursion::test
