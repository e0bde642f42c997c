#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "sim/base/time.h"
#include "sim/model/evidence.h"

namespace incursion {

template <class T>
nlohmann::ordered_json or_null(const std::optional<T>& value)
{
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

inline nlohmann::ordered_json or_null(const std::string& text)
{
    return text.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(text);
}

inline nlohmann::ordered_json time_or_null(const std::optional<Time>& time)
{
    return time ? nlohmann::ordered_json(format_time(*time)) : nlohmann::ordered_json(nullptr);
}

inline void append(nlohmann::ordered_json& record, const Evidence& evidence)
{
    record["source"] = or_null(evidence.source);
    record["confidence"] = or_null(evidence.confidence);
    record["note"] = or_null(evidence.note);
}

}  // namespace incursion
