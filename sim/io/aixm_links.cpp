#include "sim/io/aixm_links.h"

namespace incursion {

namespace {

bool is_point(const XmlNode& node)
{
    return node.name == "Point" || node.name == "ElevatedPoint";
}

bool is_curve(const XmlNode& node)
{
    return node.name == "Curve" || node.name == "ElevatedCurve";
}

}  // namespace

std::string_view plain_id(std::string_view id)
{
    for (const std::string_view prefix : {"#", "urn:uuid:", "urn.uuid.", "uuid."})
        if (id.starts_with(prefix))
            id.remove_prefix(prefix.size());
    return id;
}

void AixmLinks::keep(const XmlNode& feature)
{
    const bool is_of_border = feature.name == "GeoBorder";
    const std::string_view identifier = feature.text_at("identifier");
    const std::string id{identifier.empty() ? plain_id(feature.attribute("id")) : plain_id(identifier)};
    if (is_of_border)
        borders_.emplace(id, true);
    keep_within(feature, id, is_of_border);
}

void AixmLinks::keep_within(const XmlNode& node, std::string_view feature_id, bool is_of_border)
{
    if (is_point(node) || is_curve(node)) {
        const std::string own{plain_id(node.attribute("id"))};
        if (is_of_border) {
            borders_.emplace(own, true);
            return;
        }
        auto& kept = is_point(node) ? points_ : curves_;
        if (!own.empty())
            kept.emplace(own, node);
        if (!feature_id.empty())
            kept.emplace(feature_id, node);
        return;
    }
    for (const XmlNode& child : node.children)
        keep_within(child, feature_id, is_of_border);
}

void AixmLinks::note(const XmlNode& airspace)
{
    if (const std::string_view id = plain_id(airspace.attribute("id")); !id.empty())
        noted_.emplace(id, &airspace);
    if (const std::string_view identifier = plain_id(airspace.text_at("identifier")); !identifier.empty())
        noted_.emplace(identifier, &airspace);
    for (const XmlNode& child : airspace.children)
        note(child);
}

const XmlNode* AixmLinks::find(std::string_view name, std::string_view id) const
{
    const std::string_view plain = plain_id(id);
    const auto is_named = [&](const XmlNode& node) {
        return node.name == name || (name == "Point" && is_point(node)) || (name == "Curve" && is_curve(node));
    };
    if (const auto found = noted_.find(plain); found != noted_.end() && is_named(*found->second))
        return found->second;
    for (const auto* kept : {&points_, &curves_})
        if (const auto found = kept->find(plain); found != kept->end() && is_named(found->second))
            return &found->second;
    return nullptr;
}

bool AixmLinks::is_border(std::string_view id) const
{
    return borders_.contains(plain_id(id));
}

}  // namespace incursion
