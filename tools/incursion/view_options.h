#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/view/view_state.h"
#include "sim/base/result.h"

namespace CLI {
class App;
}

namespace incursion {

/// How the scope is to look, as told on the command line. The same in every command that draws.
class ViewOptions {
public:
    void setup(CLI::App& app);
    /// Throws WrongCall where a quantity cannot be read.
    void check();
    /// Changes what was told; the problem names an account or aircraft that does not exist.
    std::optional<Problem> apply_to(ViewState& view, const Replay& replay) const;

    bool has_layout() const { return !layout_.empty(); }

private:
    std::optional<Problem> show_accounts(ViewState& view, const Replay& replay) const;
    std::optional<Problem> select(ViewState& view, const Replay& replay) const;

    std::string palette_, layout_, unit_, north_, range_, selected_, caption_, page_;
    std::vector<std::string> accounts_;
    std::optional<double> range_m_;
    bool no_label_ = false, no_sweep_ = false, truth_ = false;
};

/// By the names that the options and the settings file use; nothing for an unknown one.
std::optional<PaletteId> palette_of(std::string_view name);
std::optional<LayoutId> layout_named(std::string_view name);
std::string_view name_of(LayoutId layout);

}  // namespace incursion
