#include <catch2/catch.hpp>

#include "tools/incursion/film.h"

namespace incursion::test {

namespace {

Film seven_minutes(double speed, int frames_per_second)
{
    const Time start = parse_time("2015-11-24T07:19:00Z").value();
    return {{start, start + std::chrono::minutes{7}}, speed, frames_per_second};
}

}  // namespace

TEST_CASE("Frame n of a film shows from + n / fps * speed")
{
    const Film film = seven_minutes(1, 30);
    CHECK(film.frame_count() == 12'600);
    CHECK(film.instant_of(0) == film.span.from);
    CHECK(film.instant_of(30) == film.span.from + std::chrono::seconds{1});
    CHECK(film.instant_of(1) == film.span.from + Duration{33'333'333});
    CHECK(film.instant_of(12'599) == film.span.to - Duration{33'333'333});

    const Film fast = seven_minutes(4, 25);
    CHECK(fast.frame_count() == 2'625);
    CHECK(fast.instant_of(25) == fast.span.from + std::chrono::seconds{4});
    CHECK(fast.instant_of(10'000) == fast.span.from + std::chrono::seconds{1'600});
}

TEST_CASE("A film that runs backwards begins at the end")
{
    const Film film = seven_minutes(-2, 10);
    CHECK(film.frame_count() == 2'100);
    CHECK(film.instant_of(0) == film.span.to);
    CHECK(film.instant_of(10) == film.span.to - std::chrono::seconds{2});
}

TEST_CASE("A film shorter than a frame has one")
{
    Film film = seven_minutes(1, 30);
    film.span.to = film.span.from + Duration{1};
    CHECK(film.frame_count() == 1);
}

TEST_CASE("The samples of a film's frames add up whatever the rates are")
{
    for (const int rate : {7, 10, 24, 29, 30, 60, 240}) {
        CAPTURE(rate);
        const Film film = seven_minutes(1, rate);
        CHECK(film.samples_before(0, 48'000) == 0);
        for (std::int64_t second = 1; second < 400; second += 57)
            CHECK(film.samples_before(second * rate, 48'000) == second * 48'000);
        CHECK(film.samples_before(1, 48'000) == (48'000 + rate / 2) / rate);
    }
}

}  // namespace incursion::test
