#include "sim/io/prepared_description.h"

#include <cmath>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <variant>

#include "sim/io/byte_fields.h"

namespace incursion {

namespace {

enum class LimitKind : std::uint8_t { surface, msl, agl, flight_level, unlimited };

void write(ByteFieldWriter& out, const VerticalLimit& limit)
{
    const auto put = [&](LimitKind kind, double value) {
        out.number(static_cast<std::uint8_t>(kind));
        out.number(value);
    };
    if (const auto* msl = std::get_if<Msl>(&limit))
        put(LimitKind::msl, msl->m);
    else if (const auto* agl = std::get_if<Agl>(&limit))
        put(LimitKind::agl, agl->m);
    else if (const auto* level = std::get_if<FlightLevel>(&limit))
        put(LimitKind::flight_level, level->hundreds_of_feet);
    else
        put(std::holds_alternative<Surface>(limit) ? LimitKind::surface : LimitKind::unlimited, 0);
}

std::optional<VerticalLimit> read_limit(ByteFieldReader& in)
{
    const auto kind = static_cast<LimitKind>(in.number<std::uint8_t>());
    const auto value = in.number<double>();
    constexpr double most_hundreds_of_feet = 1e6;
    switch (kind) {
    case LimitKind::surface: return Surface{};
    case LimitKind::unlimited: return Unlimited{};
    case LimitKind::msl: return std::isfinite(value) ? std::optional<VerticalLimit>{Msl{value}} : std::nullopt;
    case LimitKind::agl: return std::isfinite(value) ? std::optional<VerticalLimit>{Agl{value}} : std::nullopt;
    case LimitKind::flight_level:
        return std::abs(value) <= most_hundreds_of_feet
                   ? std::optional<VerticalLimit>{FlightLevel{static_cast<int>(value)}}
                   : std::nullopt;
    }
    return std::nullopt;
}

void write(ByteFieldWriter& out, const AirspaceSource& source)
{
    for (const std::string* text : {&source.layer, &source.where, &source.key, &source.owner, &source.floor,
                                    &source.ceiling, &source.activation, &source.format})
        out.text(*text);
    out.number(static_cast<std::uint8_t>(source.edges));
}

std::optional<AirspaceSource> read_source(ByteFieldReader& in)
{
    AirspaceSource source;
    for (std::string* text : {&source.layer, &source.where, &source.key, &source.owner, &source.floor, &source.ceiling,
                              &source.activation, &source.format})
        *text = in.text();
    const auto edges = in.number<std::uint8_t>();
    source.edges = edges == 0 ? EdgeReading::straight : EdgeReading::geodesic;
    return edges <= 1 ? std::optional{std::move(source)} : std::nullopt;
}

}  // namespace

std::vector<std::byte> description_of(const PreparedFrom& from, const Airspaces& airspaces)
{
    static_assert(static_cast<int>(EdgeReading::straight) == 0 && static_cast<int>(EdgeReading::geodesic) == 1);
    ByteFieldWriter out;
    write(out, from.read_as);
    out.number(static_cast<std::uint32_t>(from.inputs.size()));
    for (const PreparedFrom::Input& input : from.inputs) {
        out.text(input.path);
        out.text(input.sha256);
    }
    out.number(static_cast<std::uint32_t>(airspaces.list.size()));
    for (const Airspace& airspace : airspaces.list) {
        out.text(airspace.key);
        out.text(airspace.owner);
        write(out, airspace.floor);
        write(out, airspace.ceiling);
        out.text(airspace.activation ? format_activation(*airspace.activation) : "");
    }
    return {out.bytes().begin(), out.bytes().end()};
}

std::optional<Description> read_description(std::span<const std::byte> bytes)
{
    ByteFieldReader in{bytes};
    Description result;
    auto source = read_source(in);
    if (!source)
        return std::nullopt;
    result.airspaces.edges = source->edges;
    result.from.read_as = std::move(*source);
    for (auto left = in.number<std::uint32_t>(); left > 0 && in.is_good(); --left) {
        std::string path = in.text();
        result.from.inputs.push_back({std::move(path), in.text()});
    }
    for (auto left = in.number<std::uint32_t>(); left > 0 && in.is_good(); --left) {
        Airspace airspace;
        airspace.key = in.text();
        airspace.owner = in.text();
        const auto floor = read_limit(in), ceiling = read_limit(in);
        if (!floor || !ceiling)
            return std::nullopt;
        airspace.floor = *floor;
        airspace.ceiling = *ceiling;
        if (const std::string text = in.text(); !text.empty()) {
            auto activation = parse_activation(text);
            if (!activation)
                return std::nullopt;
            airspace.activation = std::move(activation).value();
        }
        result.airspaces.list.push_back(std::move(airspace));
    }
    return in.is_good() && in.is_at_end() ? std::optional{std::move(result)} : std::nullopt;
}

}  // namespace incursion
