#include "sim/batch/findings_stream.h"

namespace incursion {

std::optional<Problem> FindingsStream::feed(std::string_view block)
{
    carry_.append(block);
    std::string_view rest = carry_;
    for (std::string_view next = rest; decode(next, findings_); rest = next)
        if (auto problem = use_(findings_))
            return problem;
    carry_.erase(0, carry_.size() - rest.size());
    return std::nullopt;
}

std::optional<Problem> FindingsStream::finish() const
{
    return carry_.empty() ? std::nullopt : std::optional{Problem{"stored findings are cut off or damaged"}};
}

}  // namespace incursion
