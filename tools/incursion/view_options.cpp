#include "tools/incursion/view_options.h"

#include <algorithm>
#include <array>

#include <CLI/CLI.hpp>

#include "render/view/look.h"
#include "sim/base/quantity.h"
#include "tools/incursion/command.h"
#include "tools/incursion/text_words.h"

namespace incursion {

namespace {

constexpr std::array palettes{PaletteId::phosphor, PaletteId::amber, PaletteId::daylight, PaletteId::colour_blind,
                              PaletteId::print};
constexpr std::array layouts{LayoutId::full, LayoutId::scope, LayoutId::vertical};

}  // namespace

std::optional<PaletteId> palette_of(std::string_view name)
{
    for (const PaletteId palette : palettes)
        if (name_of(palette) == name)
            return palette;
    return std::nullopt;
}

std::string_view name_of(LayoutId layout)
{
    switch (layout) {
    case LayoutId::full: return "full";
    case LayoutId::scope: return "scope";
    case LayoutId::vertical: return "vertical";
    case LayoutId::exercise: break;  // not one to choose
    }
    return "";
}

std::optional<LayoutId> layout_named(std::string_view name)
{
    for (const LayoutId layout : layouts)
        if (name_of(layout) == name)
            return layout;
    return std::nullopt;
}

void ViewOptions::setup(CLI::App& app)
{
    app.add_option("--layout", layout_, "full (scope and panels), scope, or vertical (one column, for 9:16)")
        ->type_name("LAYOUT")
        ->check(CLI::IsMember({"full", "scope", "vertical"}));
    app.add_option("--palette", palette_, "phosphor, amber, daylight, colour-blind or print")
        ->type_name("PALETTE")
        ->check(CLI::IsMember({"phosphor", "amber", "daylight", "colour-blind", "print"}));
    app.add_option("--account", accounts_, "show only the aircraft, calls and events of this account; may be repeated")
        ->type_name("ID")
        ->allow_extra_args(false);
    app.add_option("--select", selected_, "the aircraft that the panels follow")->type_name("ID");
    app.add_option("--range", range_, "from the middle of the scope to its rim: 40km, 20nmi")->type_name("LENGTH");
    app.add_option("--units", unit_, "nmi (with knots and feet) or km (with km/h and metres)")
        ->type_name("UNITS")
        ->check(CLI::IsMember({"nmi", "km"}));
    app.add_option("--north", north_, "bearings from true or magnetic north")
        ->type_name("NORTH")
        ->check(CLI::IsMember({"true", "magnetic"}));
    app.add_option("--page", page_, "of the right-hand panel: charts or figures")
        ->type_name("PAGE")
        ->check(CLI::IsMember({"charts", "figures"}));
    app.add_flag("--no-sweep", no_sweep_, "show everything as it is at the instant, without the radar's beam");
    app.add_flag("--truth", truth_, "show true positions as ghosts beside what the radar shows");
    app.add_option("--caption", caption_, "a line of text in the picture, in place of the words of the calls")
        ->type_name("TEXT");
    app.add_flag("--no-label", no_label_, "leave out the label 'reconstruction', which flown plans get otherwise");
}

void ViewOptions::check()
{
    if (range_.empty())
        return;
    const Result<double> range = parse_quantity(range_, Dimension::length);
    if (!range)
        throw WrongCall{"--range: " + range.problem()};
    if (!(range.value() >= 500 && range.value() <= 5e6))
        throw WrongCall{"--range: the scope looks between 0.5 km and 5000 km far"};
    range_m_ = range.value();
}

std::optional<Problem> ViewOptions::show_accounts(ViewState& view, const Replay& replay) const
{
    if (accounts_.empty())
        return std::nullopt;
    const auto& known = replay.report().accounts;
    view.accounts_shown.assign(known.size(), false);
    for (const std::string& id : accounts_) {
        const auto found = std::find_if(known.begin(), known.end(), [&](const Account& a) { return a.id == id; });
        if (found == known.end()) {
            std::vector<std::string> ids;
            for (const Account& account : known)
                ids.push_back(account.id);
            return Problem{"--account: there is no account '" + id + "'" +
                           (ids.empty() ? "; there are none here" : "; there are " + listed(ids))};
        }
        view.accounts_shown[static_cast<std::size_t>(found - known.begin())] = true;
    }
    if (view.selected && is_track_shown(replay, view, *view.selected))
        return std::nullopt;
    view.selected.reset();
    for (std::size_t i = replay.track_count(); i-- > 0;)
        if (is_track_shown(replay, view, i))
            view.selected = i;
    return std::nullopt;
}

std::optional<Problem> ViewOptions::select(ViewState& view, const Replay& replay) const
{
    if (selected_.empty())
        return std::nullopt;
    view.selected = replay.track_of(selected_);
    if (view.selected)
        return std::nullopt;
    return Problem{"--select: there is no aircraft '" + selected_ + "'"};
}

std::optional<Problem> ViewOptions::apply_to(ViewState& view, const Replay& replay) const
{
    if (const auto palette = palette_of(palette_))
        view.palette = *palette;
    if (const auto layout = layout_named(layout_))
        view.layout = *layout;
    if (!unit_.empty())
        view.unit = unit_ == "km" ? LengthUnit::kilometre : LengthUnit::nautical_mile;
    if (!north_.empty())
        view.north = north_ == "magnetic" ? North::magnetic : North::true_north;
    if (view.north == North::magnetic && !replay.declination())
        return Problem{"--north magnetic: no model of the magnetic field covers this place and time; use --north true"};
    if (!page_.empty())
        view.page = page_ == "figures" ? SidePage::figures : SidePage::charts;
    if (range_m_)
        view.range_m = *range_m_;
    if (no_sweep_)
        set(view, Switch::sweep, false);
    if (truth_)
        set(view, Switch::truth, true);
    if (!caption_.empty())
        view.caption = caption_;
    view.is_labelled = view.is_labelled && !no_label_;
    if (auto problem = show_accounts(view, replay))
        return problem;
    return select(view, replay);
}

}  // namespace incursion
