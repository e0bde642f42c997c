#pragma once

namespace incursion {

/// While it lives, Ctrl-C and a request to end only set a mark, so that a command can clean up. A second Ctrl-C
/// ends the program as it always does.
class InterruptWatch {
public:
    InterruptWatch();
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

    bool was_asked() const;
};

}  // namespace incursion
