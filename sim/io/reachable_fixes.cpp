#include "sim/io/reachable_fixes.h"

#include <algorithm>
#include <cstddef>

#include "sim/io/reach.h"

namespace incursion {

namespace {

// "Reachable" is transitive (the triangle inequality), so what is sought is a longest chain, and a fix within a stretch
// without a jump is reached from all those before it in the stretch.

constexpr std::size_t stretches_looked_at = 64;

/// Neighbouring fixes without a jump between them.
struct Stretch {
    std::size_t first = 0, last = 0;
    std::size_t longest_yet = 0;  ///< chain that ends here or in a stretch before
};

class ChainFinder {
public:
    ChainFinder(std::span<const Fix> fixes, double max_speed_mps)
        : fixes_{fixes}, max_speed_mps_{max_speed_mps}, length_(fixes.size(), 1), before_(fixes.size())
    {
    }

    std::vector<char> stays()
    {
        for (std::size_t i = 0; i < fixes_.size(); ++i)
            add(i);
        std::vector<char> stays(fixes_.size(), 0);
        if (fixes_.empty())
            return stays;
        auto at = static_cast<std::size_t>(std::max_element(length_.begin(), length_.end()) - length_.begin());
        for (;; at = before_[at]) {
            stays[at] = 1;
            if (before_[at] == at)
                return stays;
        }
    }

private:
    bool reaches_to(std::size_t from, std::size_t to) const
    {
        return reaches(fixes_[from], fixes_[to], max_speed_mps_);
    }

    void add(std::size_t i)
    {
        before_[i] = i;
        if (i > 0 && reaches_to(i - 1, i)) {
            length_[i] = length_[i - 1] + 1;
            before_[i] = i - 1;
        } else {
            stretches_.push_back({i, i, stretches_.empty() ? 0 : stretches_.back().longest_yet});
        }
        look_back(i);
        stretches_.back().last = i;
        stretches_.back().longest_yet = std::max(stretches_.back().longest_yet, length_[i]);
    }

    /// Lengthens the chain that ends in fix i by one that ends in an earlier stretch, where that is better.
    void look_back(std::size_t i)
    {
        const std::size_t here = stretches_.size() - 1;
        for (std::size_t s = here; s-- > 0 && here - s <= stretches_looked_at;) {
            const Stretch& stretch = stretches_[s];
            if (stretch.longest_yet < length_[i])
                return;
            if (length_[stretch.last] < length_[i] || !reaches_to(stretch.first, i))
                continue;
            const std::size_t end = last_that_reaches(stretch, i);
            if (length_[end] >= length_[i]) {
                length_[i] = length_[end] + 1;
                before_[i] = end;
            }
        }
    }

    /// REQUIRES: the first one of the stretch reaches i. Then those that do come before those that do not.
    std::size_t last_that_reaches(const Stretch& stretch, std::size_t i) const
    {
        std::size_t yes = stretch.first, no = stretch.last + 1;
        while (no - yes > 1) {
            const std::size_t middle = yes + (no - yes) / 2;
            (reaches_to(middle, i) ? yes : no) = middle;
        }
        return yes;
    }

    std::span<const Fix> fixes_;
    double max_speed_mps_;
    std::vector<std::size_t> length_;  ///< of the longest chain that ends with each fix
    std::vector<std::size_t> before_;  ///< the fix before it in that chain; itself where it is the first
    std::vector<Stretch> stretches_;
};

}  // namespace

std::vector<char> reachable_fixes(std::span<const Fix> fixes, double max_speed_mps)
{
    return ChainFinder{fixes, max_speed_mps}.stays();
}

}  // namespace incursion
