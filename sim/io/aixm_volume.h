#pragma once

#include <string>
#include <vector>

#include "sim/geo/ring.h"
#include "sim/io/aixm_links.h"

namespace incursion {

/// A part of an airspace between two limits, as parse_vertical_limit reads them; empty where the file names none.
struct AixmVolume {
    std::vector<Ring> rings;
    std::string floor, ceiling;
};

/// Builds what the geometry components of a time slice make together.
class AixmVolumes {
public:
    AixmVolumes(const AixmLinks& links, EdgeReading edges, AixmFindings& findings)
        : links_{links}, edges_{edges}, findings_{findings}
    {
    }

    /// One for each pair of limits. What is wrong is told.
    std::vector<AixmVolume> of_slice(const XmlNode& slice)
    {
        components_ = 0;
        return of_slice(slice, 0);
    }

private:
    std::vector<AixmVolume> of_slice(const XmlNode& slice, int depth);
    std::vector<AixmVolume> of_component(const XmlNode& component, int depth);
    std::vector<AixmVolume> of_contributor(const XmlNode& dependency, const AixmVolume& own, int depth);
    std::vector<Ring> projection(const XmlNode& volume);
    std::string limit(const XmlNode& volume, const char* name);
    void combine(std::vector<AixmVolume>& all, AixmVolume part, std::string_view operation, long line);

    const AixmLinks& links_;
    EdgeReading edges_;
    AixmFindings& findings_;
    long components_ = 0;  ///< of the slice so far, with those of airspaces that it is made of
};

}  // namespace incursion
