#include "sim/io/ogr_airspaces.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace incursion {

namespace {

/// Why nothing lies between two limits. Only limits from one zero compare.
std::optional<std::string> upside_down(const VerticalLimit& floor, const VerticalLimit& ceiling)
{
    const bool same_zero = floor.index() == ceiling.index();
    if (std::holds_alternative<Surface>(ceiling) || std::holds_alternative<Unlimited>(floor) ||
        (same_zero && !(floor < ceiling)))
        return fmt::format("nothing lies between its floor {} and its ceiling {}", format_vertical_limit(floor),
                           format_vertical_limit(ceiling));
    return std::nullopt;
}

std::pair<double, double> first_point(const std::vector<Ring>& rings)
{
    const LonLat p = rings.front().points.front();
    return {p.lon_deg, p.lat_deg};
}

}  // namespace

void AirspaceBuilder::add(const OGRFeature& feature)
{
    const auto key = field_text(feature, fields_.key);
    const std::string path = path_of(feature, key);
    if (!key)
        findings_->error(path, "its key is empty");
    const std::string owner = owner_of(feature, path, key.value_or(""));
    const auto floor = limit_of(feature, fields_.floor, "floor", Surface{}, path);
    const auto ceiling = limit_of(feature, fields_.ceiling, "ceiling", Unlimited{}, path);
    auto activation = activation_of(feature, path);
    auto rings = rings_of(feature, path);
    if (key && floor && ceiling && activation && rings) {
        if (auto problem = upside_down(*floor, *ceiling))
            findings_->error(path, std::move(*problem));
        else
            merge({*key, owner, *floor, *ceiling, std::move(*rings), std::move(*activation)}, path);
    }
    findings_->line.reset();
}

std::vector<Airspace> AirspaceBuilder::finish() &&
{
    for (const Features& features : features_)
        if (features.count > 1)
            findings_->note(fmt::format("{} features make one airspace '{}'; their rings are read even-odd together, so "
                                        "that a place in two of them is outside", features.count,
                                        list_[features.airspace].key));
    const RingOddities& odd = reader_.oddities();
    if (odd.repeated_points > 0)
        findings_->note(fmt::format("repeated points dropped: {}", odd.repeated_points));
    if (odd.clamped_latitudes > 0)
        findings_->note(fmt::format("latitudes beyond a pole by rounding, put on it: {}", odd.clamped_latitudes));
    if (odd.curves > 0)
        findings_->note(fmt::format("features with arcs, read as sides of a tenth of a degree of arc: {}", odd.curves));
    if (odd.heights > 0)
        findings_->note(fmt::format("features whose points have heights, which are ignored: {}", odd.heights));
    return std::move(list_);
}

/// Sets the line of what is found from here on as well.
std::string AirspaceBuilder::path_of(const OGRFeature& feature, const std::optional<std::string>& key)
{
    if (lines_.empty())
        return key ? fmt::format("feature {} ({})", feature.GetFID(), *key)
                   : fmt::format("feature {}", feature.GetFID());
    const long line = lines_[static_cast<std::size_t>(feature.GetFID())];
    if (line > 0)
        findings_->line = static_cast<int>(line);
    return key ? *key : fmt::format("airspace {}", feature.GetFID() + 1);
}

std::string AirspaceBuilder::owner_of(const OGRFeature& feature, const std::string& path, const std::string& key)
{
    if (!fields_.owner)
        return key;
    auto owner = field_text(feature, *fields_.owner);
    if (!owner)
        findings_->warning(path, "its owner is empty; its key stands for it");
    return owner ? *owner : key;
}

std::optional<VerticalLimit> AirspaceBuilder::limit_of(const OGRFeature& feature, std::optional<int> field,
                                                       const char* what, const VerticalLimit& otherwise,
                                                       const std::string& path)
{
    if (!field)
        return otherwise;
    const auto text = field_text(feature, *field);
    if (!text) {
        findings_->warning(path, fmt::format("its {} is empty and read as {}", what, format_vertical_limit(otherwise)));
        return otherwise;
    }
    const auto limit = parse_vertical_limit(*text);
    if (limit)
        return *limit;
    findings_->error(path, fmt::format("{}: {}", what, limit.problem()));
    return std::nullopt;
}

std::optional<std::optional<Activation>> AirspaceBuilder::activation_of(const OGRFeature& feature,
                                                                        const std::string& path)
{
    const auto text = fields_.activation ? field_text(feature, *fields_.activation) : std::nullopt;
    if (!text)
        return std::optional<Activation>{};
    auto activation = parse_activation(*text);
    if (activation)
        return std::optional{std::move(activation).value()};
    findings_->error(path, fmt::format("activation: {}", activation.problem()));
    return std::nullopt;
}

std::optional<std::vector<Ring>> AirspaceBuilder::rings_of(const OGRFeature& feature, const std::string& path)
{
    const OGRGeometry* geometry = feature.GetGeometryRef();
    if (geometry == nullptr) {
        findings_->error(path, "it has no geometry; an airspace needs a polygon");
        return std::nullopt;
    }
    auto read = reader_.read(*geometry);
    if (!read) {
        findings_->error(path, fmt::format("{}: {}", geometry->getGeometryName(), read.problem()));
        return std::nullopt;
    }
    for (const std::string& warning : read->warnings)
        findings_->warning(path, warning);
    return std::move(read).value().rings;
}

bool AirspaceBuilder::is_repeated(const Features& features, const std::vector<Ring>& rings) const
{
    const std::vector<Ring>& known = list_[features.airspace].rings;
    const auto [begin, end] = features.rings.equal_range(first_point(rings));
    return std::any_of(begin, end, [&](const auto& entry) {
        const auto [from, to] = entry.second;
        return std::equal(known.begin() + static_cast<std::ptrdiff_t>(from), known.begin() + static_cast<std::ptrdiff_t>(to),
                          rings.begin(), rings.end(),
                          [](const Ring& a, const Ring& b) { return a.points == b.points; });
    });
}

void AirspaceBuilder::merge(Airspace airspace, const std::string& path)
{
    const auto [found, fresh] =
        places_.try_emplace(Identity{airspace.key, airspace.owner, airspace.floor, airspace.ceiling,
                                     airspace.activation ? format_activation(*airspace.activation) : ""},
                            features_.size());
    if (fresh) {
        features_.push_back({list_.size(), 0, {}});
        list_.push_back({airspace.key, airspace.owner, airspace.floor, airspace.ceiling, {}, airspace.activation});
    }
    Features& features = features_[found->second];
    std::vector<Ring>& rings = list_[features.airspace].rings;
    // Even-odd, a second copy would cancel the first.
    if (is_repeated(features, airspace.rings)) {
        findings_->warning(path, "it repeats an earlier feature exactly and is left out");
        return;
    }
    features.rings.emplace(first_point(airspace.rings),
                           std::pair{rings.size(), rings.size() + airspace.rings.size()});
    ++features.count;
    std::move(airspace.rings.begin(), airspace.rings.end(), std::back_inserter(rings));
}

}  // namespace incursion
