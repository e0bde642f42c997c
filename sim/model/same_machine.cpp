#include "sim/model/same_machine.h"

namespace incursion {

namespace {

bool names(const Aircraft& one, const Aircraft& other)
{
    return !one.same_as.empty() && one.same_as == other.id;
}

}  // namespace

std::vector<std::size_t> same_machine(const std::vector<Aircraft>& all, std::size_t aircraft)
{
    std::vector<bool> same(all.size(), false);
    std::vector<std::size_t> open{aircraft};
    same[aircraft] = true;
    while (!open.empty()) {
        const Aircraft& known = all[open.back()];
        open.pop_back();
        for (std::size_t i = 0; i < all.size(); ++i)
            if (!same[i] && (names(known, all[i]) || names(all[i], known))) {
                same[i] = true;
                open.push_back(i);
            }
    }
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (same[i] && i != aircraft)
            others.push_back(i);
    return others;
}

}  // namespace incursion
