#include <catch2/catch.hpp>

#include <set>
#include <string>

#include "render/scope/shortcuts.h"

namespace incursion {

TEST_CASE("No two shortcuts have one key or one text for it")
{
    std::set<std::string_view> texts;
    for (std::size_t i = 0; i < shortcuts().size(); ++i) {
        const Shortcut& shortcut = shortcuts()[i];
        INFO(shortcut.keys);
        CHECK(texts.insert(shortcut.keys).second);
        CHECK_FALSE(shortcut.meaning.empty());
        for (std::size_t k = i + 1; k < shortcuts().size(); ++k)
            CHECK_FALSE(shortcut.press == shortcuts()[k].press);
    }
}

}  // namespace incursion
