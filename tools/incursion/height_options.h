#pragma once

#include <string>

#include "sim/model/height_reading.h"

namespace CLI {
class App;
}

namespace incursion {

/// How heights are set against each other, as named on the command line: --qnh, --terrain. The same in every command
/// that analyses.
class HeightOptions {
public:
    void setup(CLI::App& app);
    /// Throws WrongCall where the altimeter setting is none.
    void check() const { reading(); }
    /// The terrain is named, not yet read. Throws as check().
    HeightReading reading() const;
    /// Puts what was named in the place of what a scenario says. True if that is another terrain.
    bool put_into(HeightReading& heights) const;

private:
    std::string qnh_, terrain_;
};

}  // namespace incursion
