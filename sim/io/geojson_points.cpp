#include "sim/io/geojson_points.h"

#include <algorithm>
#include <utility>

#include "sim/io/bad_rows.h"

namespace incursion {

namespace {

constexpr std::size_t most_name_sets = 100;

}  // namespace

void TimedPoints::read(const JsonPosition& position, const simdjson::dom::object& properties, const std::string& id,
                       std::int64_t line)
{
    names_.clear();
    texts_.clear();
    ends_.assign(1, 0);
    for (const auto& [key, value] : properties) {
        names_.push_back(key);
        append_cell_text(value, texts_);
        ends_.push_back(texts_.size());
    }
    const NameSet& set = name_set(position.altitude_m.has_value());
    if (!set.columns) {
        writer_->problems().add(unreadable_kind, line, set.problem + "; dropped");
        return;
    }
    const auto third = altitude_ ? std::nullopt : position.altitude_m;
    const auto fix = property_fix(
        *set.columns, {position.place, third, std::nullopt, line}, [this](std::size_t index) { return text(index); },
        writer_->problems());
    if (!fix)
        return;
    const std::string_view named = set.columns->track ? text(*set.columns->track) : std::string_view{};
    writer_->begin(named.empty() ? id : std::string{named}, altitude_ ? altitude_->datum : AltitudeDatum::ellipsoid);
    writer_->add(*fix, line);
    any_ = true;
}

const TimedPoints::NameSet& TimedPoints::name_set(bool has_third_coordinate)
{
    const auto found = std::find_if(sets_.begin(), sets_.end(), [&](const NameSet& set) {
        return std::equal(set.names.begin(), set.names.end(), names_.begin(), names_.end());
    });
    if (found != sets_.end())
        return *found;
    if (sets_.size() < most_name_sets)
        return sets_.emplace_back(make_name_set(has_third_coordinate));
    return odd_set_.emplace(make_name_set(has_third_coordinate));
}

TimedPoints::NameSet TimedPoints::make_name_set(bool has_third_coordinate)
{
    NameSet set{{names_.begin(), names_.end()}, std::nullopt, ""};
    Diagnostics said;
    set.columns = find_property_columns(
        names_, *options_, has_third_coordinate, [this](std::size_t index) { return text(index); }, *file_, said);
    if (!set.columns) {
        set.problem = said.list().empty() ? "it tells no time" : said.list().front().message;
        if (failed_.list().empty())
            failed_ = std::move(said);
        return set;
    }
    if (!std::exchange(chosen_, true)) {
        altitude_ = set.columns->altitude;
        for (const Diagnostic& each : said.list())
            diagnostics_->add(each);
        return set;
    }
    // One datum for the whole file: what the first point has decides.
    set.columns->altitude = std::nullopt;
    if (altitude_)
        if (const auto at = std::find(names_.begin(), names_.end(), altitude_->name); at != names_.end()) {
            set.columns->altitude = altitude_;
            set.columns->altitude->index = static_cast<std::size_t>(at - names_.begin());
        }
    return set;
}

void TimedPoints::finish()
{
    if (any_)
        return;
    for (const Diagnostic& each : failed_.list())
        diagnostics_->add(each);
}

}  // namespace incursion
