#include "sim/base/result.h"

#include <memory>

#include <catch2/catch.hpp>

using namespace incursion;

TEST_CASE("a result holds a value or the reason why there is none")
{
    const Result<int> good{17};
    REQUIRE(good);
    CHECK(good.value() == 17);
    CHECK(*good == 17);
    const Result<int> bad{Problem{"too far"}};
    REQUIRE_FALSE(bad);
    CHECK_FALSE(bad.has_value());
    CHECK(bad.problem() == "too far");
    const Result<std::string> text{std::string{"a value, no problem"}};
    REQUIRE(text);
    CHECK(text->size() == 19);
}

TEST_CASE("a value that can only be moved can be taken out of a result")
{
    Result<std::unique_ptr<int>> held{std::make_unique<int>(5)};
    const std::unique_ptr<int> taken = std::move(held).value();
    CHECK(*taken == 5);
}
