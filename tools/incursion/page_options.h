#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "tools/incursion/output.h"
#include "tools/incursion/text_report.h"

namespace CLI {
class App;
}

namespace incursion {

/// The options --width and --color, the same in every command that writes a readable text.
class PageOptions {
public:
    void setup(CLI::App& app);
    /// For a text that goes there.
    TextOptions for_text_to(const Destination& destination) const;

private:
    std::string colour_name_ = "auto";
    std::optional<std::size_t> width_;
};

}  // namespace incursion
