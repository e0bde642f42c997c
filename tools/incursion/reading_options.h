#pragma once

#include <string>
#include <vector>

#include "sim/base/quantity.h"
#include "sim/io/track_read_options.h"

namespace CLI {
class App;
}

namespace incursion {

/// The arguments that say how files of tracks are read, the same in every command.
class ReadingOptions {
public:
    /// What stands where: --input-format, --columns, --input-layer, --altitude, --date, --radar-site.
    void setup_source(CLI::App& app);
    /// What happens to fixes that cannot be right: --max-speed, --strict, --repair.
    void setup_cleaning(CLI::App& app);
    /// Throws WrongCall where one of them cannot be made out.
    TrackReadOptions options() const;
    /// True if any of them says something else than where it is absent.
    bool was_given() const;

private:
    TrackReadOptions options_;
    std::vector<std::string> columns_, radar_sites_;
    std::string date_;
    static constexpr const char* usual_max_speed = "1500 m/s";
    std::string altitude_, max_speed_ = usual_max_speed;
    bool strict_ = false, repair_ = false;
};

/// The value of an option as a quantity. Throws WrongCall where it is none, or not more than nothing.
double parse_positive(const std::string& option, const std::string& text, Dimension dimension);

}  // namespace incursion
