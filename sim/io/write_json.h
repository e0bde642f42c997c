#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace incursion {

/// A JSON document as text that ends in a newline. Keys stay in their order; a number is the shortest
/// text that reads back as the same double, with a decimal point (`17.0`); what JSON cannot say (NaN,
/// infinity) becomes null; bytes that are not UTF-8 become U+FFFD. A list or record of plain values stays
/// on one line where it fits into 100 columns, everything else is indented by two.
std::string json_text(const nlohmann::ordered_json& document);

}  // namespace incursion
