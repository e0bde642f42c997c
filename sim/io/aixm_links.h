#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/geo/lon_lat.h"
#include "sim/io/xml_tree.h"

namespace incursion {

/// How many points the airspaces of a file have so far, and how many they may have.
struct AixmPoints {
    std::size_t most = 0;
    std::size_t count = 0;
    bool is_told = false;  ///< that they have more
};

/// What is found wrong with the airspace of an AIXM file that is being read.
struct AixmFindings {
    const std::string& file;
    Diagnostics& diagnostics;
    AixmPoints& points;
    std::string airspace{};
    bool is_broken = false;          ///< an error was told of it
    std::set<std::string> warned{};  ///< of what, for each only once

    void error(long line, std::string message)
    {
        is_broken = true;
        diagnostics.error(file, static_cast<int>(line), airspace, std::move(message));
    }
    void warning(long line, std::string message)
    {
        if (warned.insert(message).second)
            diagnostics.warning(file, static_cast<int>(line), airspace, std::move(message));
    }
};

/// What an identifier is however it is written: `#x`, `urn:uuid:x`, `uuid.x` are all `x`.
std::string_view plain_id(std::string_view id);

/// The elements of a message that others may point at.
class AixmLinks {
public:
    /// Keeps the points and the curves that a feature other than an airspace has, under the feature's own id too.
    void keep(const XmlNode& feature);
    /// Notes the elements of an airspace that have ids. It must stay where it is.
    void note(const XmlNode& airspace);

    /// Null where there is none; then `is_border` tells whether the id is that of a border of states.
    const XmlNode* find(std::string_view name, std::string_view id) const;
    bool is_border(std::string_view id) const;

private:
    void keep_within(const XmlNode& node, std::string_view feature_id, bool is_of_border);

    std::map<std::string, XmlNode, std::less<>> points_;
    std::map<std::string, XmlNode, std::less<>> curves_;
    std::map<std::string, const XmlNode*, std::less<>> noted_;
    std::map<std::string, bool, std::less<>> borders_;
};

}  // namespace incursion
