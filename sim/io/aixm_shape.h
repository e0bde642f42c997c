#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/geo/ring.h"
#include "sim/io/aixm_links.h"
#include "sim/io/xml_tree.h"

namespace incursion {

/// Reads the rings of GML surfaces as AIXM 5.1 has them (OGC 12-028r1, Guidance and Profile of GML for use with
/// Aviation Data). Positions are latitude and longitude in EPSG::4326, longitude and latitude in CRS84, as the nearest
/// srsName around them says. Arcs and circles run at constant length of the geodesic from their centre; the angles of
/// arcs are azimuths, clockwise where the end is greater than the start (in CRS84, by its axes, anticlockwise from
/// east). Sides that are geodesics are followed as append_geodesic does; others run as `edges` reads them.
class AixmShape {
public:
    AixmShape(const AixmLinks& links, EdgeReading edges, AixmFindings& findings)
        : links_{links}, edges_{edges}, findings_{findings}
    {
    }

    /// Of a Surface or Polygon. `srs` is what elements around it name. What is wrong is told. Nothing is drawn beyond
    /// the points that a file may have.
    std::vector<Ring> rings_of(const XmlNode& surface, std::string_view srs);

private:
    enum class AxisOrder { lat_lon, lon_lat };
    /// How an element reads its numbers: by its own srsName, else by that around it.
    struct Frame {
        std::string_view srs;
        std::string_view dimension;
    };
    static Frame within(const XmlNode& node, const Frame& frame);

    void add_patch(const XmlNode& patch, const Frame& frame, std::vector<Ring>& rings);
    void add_ring_of(const XmlNode& boundary, const Frame& around, std::vector<Ring>& rings);
    void add_curve_member(const XmlNode& member, const Frame& frame, std::vector<LonLat>& points, int depth);
    void add_linked_curve(const XmlNode& member, const Frame& frame, std::vector<LonLat>& points, int depth);
    void add_curve(const XmlNode& curve, const Frame& frame, std::vector<LonLat>& points, int depth);
    void add_segment(const XmlNode& segment, const Frame& frame, std::vector<LonLat>& points);
    void add_line(const XmlNode& segment, const Frame& frame, bool is_geodesic, std::vector<LonLat>& points);
    void add_arc(const XmlNode& segment, const Frame& frame, std::vector<LonLat>& points);
    void join(LonLat place, long line, std::vector<LonLat>& points);

    bool is_full(std::size_t drawing, long line);
    std::vector<LonLat> positions(const XmlNode& node, const Frame& frame);
    void add_positions(const XmlNode& list, const Frame& frame, std::vector<LonLat>& places);
    void add_linked_point(const XmlNode& property, const Frame& frame, std::vector<LonLat>& places);
    AxisOrder axis_order(const Frame& frame, long line);

    const AixmLinks& links_;
    EdgeReading edges_;
    AixmFindings& findings_;
    bool after_border_ = false;  ///< the last part ran along a border that is not followed
    std::string told_srs_;       ///< of which something was told already
};

/// `10 NM` in metres, by the element's uom; nothing where the unit is none of a length.
std::optional<double> aixm_length_m(const XmlNode& node);

}  // namespace incursion
