#include "sim/io/aixm_shape.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "sim/base/units.h"
#include "sim/geo/arc_points.h"
#include "sim/geo/geodesic.h"
#include "sim/io/text_cells.h"

namespace incursion {

namespace {

constexpr int deepest_links = 8;
/// Parts of a ring that should meet and lie farther apart are told of.
constexpr double told_gap_m = 100;
constexpr std::size_t most_ring_points = 1'000'000;

/// Takes the next number of a list apart by blanks.
std::optional<double> take_number(std::string_view& text)
{
    text = trimmed(text);
    const std::string_view word = text.substr(0, text.find_first_of(" \t\r\n,"));
    text.remove_prefix(word.size());
    if (text.starts_with(','))
        text.remove_prefix(1);
    return parse_decimal_number(word);
}

std::optional<double> angle_deg(const XmlNode* node)
{
    const auto value = node == nullptr ? std::nullopt : parse_decimal_number(node->text);
    constexpr double most_deg = 1080;
    if (!value || !(std::abs(*value) <= most_deg))
        return std::nullopt;
    const std::string_view unit = node->attribute("uom");
    return unit == "rad" ? Angle::radians(*value).deg() : *value;
}

}  // namespace

std::optional<double> aixm_length_m(const XmlNode& node)
{
    const auto value = parse_decimal_number(node.text);
    const std::string_view unit = node.attribute("uom");
    const double metres = unit == "NM" || unit == "[nmi_i]" || unit == "nmi" ? metres_per_nautical_mile
                          : unit == "KM" || unit == "km"                     ? 1000
                          : unit == "M" || unit == "m"                       ? 1
                          : unit == "FT" || unit == "ft" || unit == "[ft_i]" ? metres_per_foot
                          : unit == "MI" || unit == "mi" || unit == "[mi_i]" || unit == "[mi]" ? metres_per_statute_mile
                                                                                               : 0;
    return value && metres > 0 ? std::optional{*value * metres} : std::nullopt;
}

AixmShape::Frame AixmShape::within(const XmlNode& node, const Frame& frame)
{
    const std::string_view srs = node.attribute("srsName"), dimension = node.attribute("srsDimension");
    return {srs.empty() ? frame.srs : srs, dimension.empty() ? frame.dimension : dimension};
}

std::vector<Ring> AixmShape::rings_of(const XmlNode& surface, std::string_view srs)
{
    std::vector<Ring> rings;
    if (is_full(0, surface.line))
        return rings;
    const Frame frame = within(surface, {srs, ""});
    if (surface.find("exterior") != nullptr)
        add_patch(surface, frame, rings);
    for (const XmlNode& patches : surface.children)
        if (patches.name == "patches" || patches.name == "polygonPatches")
            for (const XmlNode& patch : patches.children)
                add_patch(patch, within(patches, frame), rings);
    if (rings.empty() && !findings_.is_broken)
        findings_.error(surface.line, "its surface has no patch with an exterior");
    return rings;
}

void AixmShape::add_patch(const XmlNode& patch, const Frame& frame, std::vector<Ring>& rings)
{
    for (const XmlNode& boundary : patch.children)
        if (boundary.name == "exterior" || boundary.name == "interior")
            add_ring_of(boundary, within(patch, frame), rings);
}

void AixmShape::add_ring_of(const XmlNode& boundary, const Frame& around, std::vector<Ring>& rings)
{
    for (const XmlNode& node : boundary.children) {
        const Frame frame = within(node, around);
        Ring ring;
        after_border_ = false;
        if (node.name == "LinearRing")
            add_line(node, frame, false, ring.points);
        else if (node.name == "Ring")
            for (const XmlNode& member : node.children)
                add_curve_member(member, frame, ring.points, 0);
        else
            continue;
        if (ring.points.size() < 3 && !findings_.is_broken)
            findings_.error(node.line, fmt::format("a ring has {} points; an area needs three", ring.points.size()));
        findings_.points.count += ring.points.size();
        rings.push_back(std::move(ring));
    }
}

/// Would there be too many points with those of the part that is being drawn?
bool AixmShape::is_full(std::size_t drawing, long line)
{
    AixmPoints& points = findings_.points;
    if (points.count + drawing <= points.most)
        return false;
    if (!std::exchange(points.is_told, true))
        findings_.error(line,
                        fmt::format("the airspaces up to here have more than {} points; what follows is not drawn; "
                                    "split the file",
                                    points.most));
    findings_.is_broken = true;
    return true;
}

void AixmShape::add_curve_member(const XmlNode& member, const Frame& frame, std::vector<LonLat>& points, int depth)
{
    if ((member.name != "curveMember" && member.name != "baseCurve") || is_full(points.size(), member.line))
        return;
    if (!member.attribute("href").empty()) {
        add_linked_curve(member, frame, points, depth);
        return;
    }
    for (const XmlNode& curve : member.children)
        add_curve(curve, within(member, frame), points, depth);
}

void AixmShape::add_linked_curve(const XmlNode& member, const Frame& frame, std::vector<LonLat>& points, int depth)
{
    const std::string_view id = member.attribute("href"), title = member.attribute("title");
    if (const XmlNode* curve = links_.find("Curve", id); curve != nullptr && depth < deepest_links) {
        add_curve(*curve, frame, points, depth + 1);
    } else if (links_.is_border(id)) {
        after_border_ = true;
        findings_.warning(member.line,
                          fmt::format("a part follows the border '{}'; it is taken straight between its ends",
                                      title.empty() ? id : title));
    } else {
        findings_.error(member.line, fmt::format("the curve '{}'{} is not in this file; put it in, or draw this part",
                                                 id, title.empty() ? "" : fmt::format(" ({})", title)));
    }
}

void AixmShape::add_curve(const XmlNode& curve, const Frame& around, std::vector<LonLat>& points, int depth)
{
    const Frame frame = within(curve, around);
    if (curve.name == "LineString") {
        add_line(curve, frame, false, points);
    } else if (curve.name == "OrientableCurve") {
        std::vector<LonLat> base;
        for (const XmlNode& member : curve.children)
            add_curve_member(member, frame, base, depth);
        if (curve.attribute("orientation") == "-")
            std::reverse(base.begin(), base.end());
        for (const LonLat place : base)
            join(place, curve.line, points);
    } else if (curve.name == "CompositeCurve") {
        for (const XmlNode& member : curve.children)
            add_curve_member(member, frame, points, depth);
    } else if (const XmlNode* segments = curve.find("segments")) {
        for (const XmlNode& segment : segments->children)
            add_segment(segment, within(segment, frame), points);
    } else {
        findings_.error(curve.line, fmt::format("a '{}' without segments is no curve that is read", curve.name));
    }
}

void AixmShape::add_segment(const XmlNode& segment, const Frame& frame, std::vector<LonLat>& points)
{
    if (is_full(points.size(), segment.line))
        return;
    if (points.size() > most_ring_points) {
        if (!findings_.is_broken)
            findings_.error(segment.line, "a ring has more than a million points; is it the right file?");
    } else if (segment.name == "GeodesicString" || segment.name == "Geodesic") {
        add_line(segment, frame, true, points);
    } else if (segment.name == "LineStringSegment") {
        add_line(segment, frame, false, points);
    } else if (segment.name == "ArcByCenterPoint" || segment.name == "CircleByCenterPoint") {
        add_arc(segment, frame, points);
    } else {
        findings_.error(
            segment.line,
            fmt::format("a segment '{}' is not read; draw it as GeodesicString or ArcByCenterPoint", segment.name));
    }
}

void AixmShape::add_line(const XmlNode& segment, const Frame& frame, bool is_geodesic, std::vector<LonLat>& points)
{
    bool is_first = true;
    for (const LonLat place : positions(segment, frame)) {
        if (is_first || !is_geodesic)
            is_first ? join(place, segment.line, points) : points.push_back(place);
        else
            append_geodesic(place, edges_, points);
        is_first = false;
        if (is_full(points.size(), segment.line))
            return;
    }
}

void AixmShape::add_arc(const XmlNode& segment, const Frame& frame, std::vector<LonLat>& points)
{
    const bool is_circle = segment.name == "CircleByCenterPoint";
    const auto centres = positions(segment, frame);
    const XmlNode* radius_node = segment.find("radius");
    const auto radius = radius_node == nullptr ? std::nullopt : aixm_length_m(*radius_node);
    const auto from = is_circle ? std::optional{0.0} : angle_deg(segment.find("startAngle"));
    const auto to = is_circle ? std::optional{360.0} : angle_deg(segment.find("endAngle"));
    if (findings_.is_broken)
        return;
    if (centres.size() != 1 || !radius || !(*radius > 0.01 && *radius <= greatest_arc_radius_m) || !from || !to) {
        findings_.error(segment.line,
                        fmt::format("an arc needs one centre, a radius with its unit (NM, [nmi_i], KM, M, FT){}",
                                    is_circle ? "" : ", a startAngle and an endAngle"));
        return;
    }
    const bool is_north_first = axis_order(frame, segment.line) == AxisOrder::lat_lon;
    const double azimuth = is_north_first ? *from : 90 - *from;
    const double sweep = is_north_first ? *to - *from : *from - *to;
    std::vector<LonLat> arc;
    append_arc({centres.front(), *radius, *radius, azimuth, std::clamp(sweep, -360.0, 360.0)}, arc);
    join(arc.front(), segment.line, points);
    points.insert(points.end(), arc.begin() + 1, arc.end());
}

/// Goes on with a part that begins here; where it does not meet the end of the last a side joins them.
void AixmShape::join(LonLat place, long line, std::vector<LonLat>& points)
{
    if (!points.empty() && points.back() != place && !after_border_) {
        const double gap = distance_m(points.back(), place);
        if (gap > told_gap_m)
            findings_.warning(
                line, fmt::format("this part begins {:.0f} m from the end of the last; a side joins them", gap));
    }
    after_border_ = false;
    if (points.empty() || points.back() != place)
        points.push_back(place);
}

std::vector<LonLat> AixmShape::positions(const XmlNode& node, const Frame& frame)
{
    std::vector<LonLat> places;
    for (const XmlNode& child : node.children) {
        const Frame own = within(child, frame);
        if (child.name == "pos" || child.name == "posList")
            add_positions(child, own, places);
        else if (child.name == "pointProperty" || child.name == "pointRep")
            add_linked_point(child, own, places);
    }
    return places;
}

void AixmShape::add_positions(const XmlNode& list, const Frame& frame, std::vector<LonLat>& places)
{
    std::string_view rest = trimmed(list.text);
    const bool has_height = frame.dimension == "3";
    const bool is_lat_first = axis_order(frame, list.line) == AxisOrder::lat_lon;
    bool is_first = true;
    while (!rest.empty() && (is_first || list.name == "posList")) {
        const auto first = take_number(rest), second = take_number(rest);
        if (has_height)
            take_number(rest);
        if (!first || !second) {
            findings_.error(list.line, fmt::format("'{}' are no positions", list.text.substr(0, 60)));
            return;
        }
        const LonLat place = is_lat_first ? LonLat{*second, *first} : LonLat{*first, *second};
        if (!is_valid(place)) {
            findings_.error(list.line, fmt::format("({}, {}) is no {}", *first, *second,
                                                   is_lat_first ? "latitude and longitude" : "longitude and latitude"));
            return;
        }
        places.push_back(place);
        is_first = false;
        rest = trimmed(rest);
    }
}

void AixmShape::add_linked_point(const XmlNode& property, const Frame& frame, std::vector<LonLat>& places)
{
    const std::string_view id = property.attribute("href");
    const XmlNode* point = id.empty() ? property.find("Point") : links_.find("Point", id);
    if (point == nullptr && id.empty())
        point = property.find("ElevatedPoint");
    if (point == nullptr) {
        findings_.error(property.line,
                        fmt::format("the point '{}' is not in this file; put it in, or give its place", id));
        return;
    }
    const Frame own = within(*point, frame);
    for (const XmlNode& child : point->children)
        if (child.name == "pos")
            add_positions(child, within(child, own), places);
}

AixmShape::AxisOrder AixmShape::axis_order(const Frame& frame, long line)
{
    const auto ends_with = [&](std::string_view end) { return frame.srs.ends_with(end); };
    const bool is_known = ends_with("EPSG::4326") || ends_with("EPSG/0/4326") || ends_with("CRS84");
    if (!is_known && told_srs_ != (frame.srs.empty() ? "-" : frame.srs)) {
        told_srs_ = frame.srs.empty() ? "-" : std::string{frame.srs};
        if (frame.srs.empty())
            findings_.warning(line, "no srsName says what the positions are; they are read as latitude and longitude");
        else if (ends_with("4326"))
            findings_.warning(
                line,
                fmt::format("'{}' leaves the order of axes open; it is read as latitude and longitude", frame.srs));
        else
            findings_.error(
                line,
                fmt::format("positions in '{}' are not read; bring them to urn:ogc:def:crs:EPSG::4326", frame.srs));
    }
    return ends_with("CRS84") ? AxisOrder::lon_lat : AxisOrder::lat_lon;
}

}  // namespace incursion
