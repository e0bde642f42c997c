#pragma once

#include <string_view>
#include <vector>

#include "sim/io/xml_tree.h"

namespace incursion {

/// The time slices of an airspace, in the order of the file: of each interpretation and sequence number those of the
/// greatest correction.
struct AixmSlices {
    std::vector<const XmlNode*> standing;
    std::vector<const XmlNode*>
        cancelled;  ///< their validTime is there and empty, by which a correction takes them back
};
AixmSlices slices_of(const XmlNode& airspace);

/// The slice of an airspace that others refer to: of those that stand its baseline (else snapshot) of the highest
/// sequence number. Null where there is none.
const XmlNode* baseline_of(const XmlNode& airspace);

/// `sequenceNumber` or `correctionNumber`; 0 where there is none.
long aixm_number(const XmlNode& slice, std::string_view name);

}  // namespace incursion
