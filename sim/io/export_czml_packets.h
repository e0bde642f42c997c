#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "sim/io/export_heights.h"
#include "sim/io/export_incident.h"
#include "sim/io/export_style.h"

namespace incursion {

/// The packets of a CZML document. Names in them are clean_text's.
class CzmlPackets {
public:
    using Json = nlohmann::ordered_json;

    /// `end`: until when things that have happened stay.
    CzmlPackets(const ExportedIncident& incident, const GeoidHeights& geoid, Time end)
        : incident_{incident}, geoid_{geoid}, end_{end}
    {
    }

    Json account(std::size_t account) const;
    Json track(const ExportedTrack& track) const;
    Json crossing(const ExportedCrossing& crossing, std::size_t number) const;
    Json call(const ExportedCall& call, std::size_t number) const;
    Json event(const ExportedEvent& event, std::size_t number) const;
    Json plots(const ExportedPlots& plots) const;
    Json place(const ExportedPlace& place, std::size_t number) const;
    Json surface(const ExportedAirspace& airspace, std::size_t polygon) const;
    Json border(const ExportedAirspace& airspace, std::size_t line) const;

private:
    Json packet(const std::string& id, const std::string& name, std::optional<std::size_t> account,
                const ExportFacts& facts) const;
    void append_place(Json& coordinates, LonLat place, std::optional<double> altitude_m, AltitudeDatum datum) const;
    void set_point(Json& packet, const PathPoint& at, AltitudeDatum datum, const ExportColour& colour, int size) const;
    Json samples(const std::vector<PathPoint>& part, AltitudeDatum datum) const;
    AltitudeDatum datum_of(std::optional<std::size_t> track) const;

    const ExportedIncident& incident_;
    const GeoidHeights& geoid_;
    Time end_;
};

/// `2015-11-24T07:24:05.000000Z/...`, as CZML writes an interval.
std::string czml_interval(Time from, Time to);

}  // namespace incursion
