#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/io/input_bytes.h"

namespace incursion {

/// One element with all that it holds.
struct XmlNode {
    std::string name;  ///< without its prefix
    std::string text;  ///< behind its last child, without blanks around it
    long line = 0;     ///< from 1
    /// `id`, `href`, `title`, `srsName`, `srsDimension`, `uom`, `orientation`, without their prefixes.
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<XmlNode> children;

    /// Empty where there is none of that name.
    std::string_view attribute(std::string_view attribute_name) const;
    /// The first element along a path of names, `validTime/TimePeriod`; null where there is none.
    const XmlNode* find(std::string_view path) const;
    /// Its text; empty where there is none.
    std::string_view text_at(std::string_view path) const;
};

/// Reads a document as it streams by and hands over every child of an element named `member`, one after the other. An
/// error as read_xml tells it, or where one child holds more than ten million elements.
void read_xml_members(InputBytes& input, std::string_view member, const std::function<void(XmlNode)>& take,
                      Diagnostics& diagnostics);

}  // namespace incursion
