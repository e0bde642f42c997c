#include "sim/io/aixm_slices.h"

#include <algorithm>
#include <map>
#include <utility>

#include "sim/io/text_cells.h"

namespace incursion {

namespace {

bool is_cancelled(const XmlNode& slice)
{
    const XmlNode* valid = slice.find("validTime");
    return valid != nullptr && valid->find("TimePeriod") == nullptr && valid->find("TimeInstant") == nullptr;
}

}  // namespace

AixmSlices slices_of(const XmlNode& airspace)
{
    std::vector<const XmlNode*> all;
    std::map<std::pair<std::string_view, long>, long> greatest;
    const auto number = [](const XmlNode& slice) {
        return std::pair{slice.text_at("interpretation"), aixm_number(slice, "sequenceNumber")};
    };
    for (const XmlNode& property : airspace.children) {
        const XmlNode* slice = property.name == "timeSlice" ? property.find("AirspaceTimeSlice") : nullptr;
        if (slice == nullptr)
            continue;
        all.push_back(slice);
        long& correction = greatest[number(*slice)];
        correction = std::max(correction, aixm_number(*slice, "correctionNumber"));
    }
    AixmSlices slices;
    for (const XmlNode* slice : all)
        if (aixm_number(*slice, "correctionNumber") == greatest[number(*slice)])
            (is_cancelled(*slice) ? slices.cancelled : slices.standing).push_back(slice);
    return slices;
}

const XmlNode* baseline_of(const XmlNode& airspace)
{
    const XmlNode* best = nullptr;
    const auto rank = [](const XmlNode& slice) {
        return std::pair{slice.text_at("interpretation") == "BASELINE", aixm_number(slice, "sequenceNumber")};
    };
    for (const XmlNode* slice : slices_of(airspace).standing) {
        const std::string_view interpretation = slice->text_at("interpretation");
        if ((interpretation == "BASELINE" || interpretation == "SNAPSHOT") &&
            (best == nullptr || rank(*best) < rank(*slice)))
            best = slice;
    }
    return best;
}

long aixm_number(const XmlNode& slice, std::string_view name)
{
    const auto number = parse_decimal_number(slice.text_at(name));
    constexpr double most = 1e9;
    return number && *number > 0 && *number < most ? static_cast<long>(*number) : 0;
}

}  // namespace incursion
