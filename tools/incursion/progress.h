#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace CLI {
class App;
}

namespace incursion {

/// How a long command tells how far it has come, on standard error.
enum class ProgressStyle {
    none,
    bar,    ///< one line that is drawn again
    plain,  ///< a line every few seconds
    json,   ///< likewise, an object a line: {"done": n, "of": n, "per_s": x, "left_s": x}
};

/// The option --progress, the same in every command: auto is a bar on a terminal, else nothing.
class ProgressOptions {
public:
    void setup(CLI::App& app);
    ProgressStyle style() const;

private:
    std::string name_ = "auto";
};

/// Counts and tells. Draws at most ten times a second, plain and json lines every five.
class Progress {
public:
    Progress(ProgressStyle style, std::string what, std::int64_t of);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void set(std::int64_t done);
    /// Leaves the terminal's line free for what is said next.
    void clear();

private:
    using Clock = std::chrono::steady_clock;
    void tell(std::int64_t done, double elapsed_s);

    ProgressStyle style_;
    std::string what_;
    std::int64_t of_;
    Clock::time_point begun_, told_;
    bool is_drawn_ = false;
};

}  // namespace incursion
