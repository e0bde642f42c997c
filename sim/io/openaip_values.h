#pragma once

#include <string>

#include <simdjson.h>

#include "sim/base/result.h"
#include "sim/io/openair_limit.h"

namespace incursion {

/// What its codes stand for, as number or word: `CTR`; as it stands where it is none of them.
std::string openaip_type(const simdjson::dom::object& properties);
/// `A` to `G`, empty for unclassified ones.
std::string openaip_class(const simdjson::dom::object& properties);

/// A limit `{value, unit, referenceDatum}`, or a text that OpenAir would have; an empty text where there is none.
Result<LimitText> openaip_limit(const simdjson::dom::object& properties, const char* name, const char* other_name);

/// When an airspace is active, and what of it the file does not know.
struct OpenAipHours {
    std::string activation;  ///< as parse_activation reads it; empty for always
    bool by_notam = false, by_sun = false, not_on_holidays = false;
};
Result<OpenAipHours> openaip_hours(const simdjson::dom::object& properties);

}  // namespace incursion
