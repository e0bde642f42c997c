#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/result.h"
#include "sim/batch/track_findings.h"

namespace incursion {

using UseFindings = std::function<std::optional<Problem>(const TrackFindings&)>;

/// Decodes findings that come in blocks of any size.
class FindingsStream {
public:
    explicit FindingsStream(UseFindings use) : use_{std::move(use)} {}

    /// Hands on every track that the blocks so far hold whole. The first problem of `use` is returned.
    std::optional<Problem> feed(std::string_view block);
    /// At the end: a problem where a track is cut off.
    std::optional<Problem> finish() const;

private:
    UseFindings use_;
    std::string carry_;
    TrackFindings findings_;
};

}  // namespace incursion
