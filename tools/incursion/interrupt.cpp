#include "tools/incursion/interrupt.h"

#include <csignal>

namespace incursion {

namespace {

volatile std::sig_atomic_t asked = 0;

extern "C" void mark(int signal)
{
    asked = 1;
    std::signal(signal, SIG_DFL);
}

}  // namespace

InterruptWatch::InterruptWatch()
{
    asked = 0;
    std::signal(SIGINT, mark);
    std::signal(SIGTERM, mark);
}

InterruptWatch::~InterruptWatch()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

bool InterruptWatch::was_asked() const
{
    return asked != 0;
}

}  // namespace incursion
