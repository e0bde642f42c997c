#include "sim/io/read_accuracy.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

namespace incursion {

namespace {

/// More takes hours and tells nothing that fewer do not.
constexpr std::int64_t most_replicas = 10'000'000;

double read_size(TomlReader& table, const char* key, Dimension dimension)
{
    return table.quantity(key, dimension, Sign::not_negative).value_or(0);
}

TrackAccuracy read_parts(TomlReader& table)
{
    TrackAccuracy parts;
    parts.white_m = read_size(table, "white", Dimension::length);
    parts.drift_m = read_size(table, "drift", Dimension::length);
    parts.drift_time_s = table.quantity("drift_time", Dimension::time, Sign::positive).value_or(parts.drift_time_s);
    parts.bias_m = read_size(table, "bias", Dimension::length);
    parts.clock_s = read_size(table, "clock", Dimension::time);
    parts.altitude_m = read_size(table, "altitude", Dimension::length);
    constexpr std::array meanings{FixAccuracy::white, FixAccuracy::drift, FixAccuracy::ignored};
    if (const auto meaning = table.choice("of_fixes", {"white", "drift", "ignored"}))
        parts.of_fixes = meanings[*meaning];
    return parts;
}

}  // namespace

std::optional<TrackAccuracy> read_track_accuracy(TomlReader& aircraft)
{
    auto table = aircraft.table("accuracy");
    if (!table)
        return std::nullopt;
    const TrackAccuracy parts = read_parts(*table);
    table->finish();
    return parts;
}

std::optional<Accuracy> read_accuracy(TomlReader& root)
{
    auto table = root.table("accuracy");
    if (!table)
        return std::nullopt;
    Accuracy accuracy;
    accuracy.tracks = read_parts(*table);
    accuracy.border_m = read_size(*table, "border", Dimension::length);
    if (const auto replicas = table->integer("replicas", Sign::positive)) {
        if (*replicas > most_replicas)
            table->error("replicas", fmt::format("this must be at most {}", most_replicas));
        else
            accuracy.replicas = static_cast<std::size_t>(*replicas);
    }
    table->finish();
    return accuracy;
}

}  // namespace incursion
