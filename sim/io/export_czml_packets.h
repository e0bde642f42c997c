#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "sim/io/export_heights.h"
#include "sim/io/export_incident.h"
#include "sim/io/export_style.h"

namespace incursion {

using CzmlJson = nlohmann::ordered_json;

/// The packets of a CZML document. Names in them are clean_text's.
class CzmlPackets {
public:
    /// `end`: until when things that have happened stay.
    CzmlPackets(const ExportedIncident& incident, const HeightChange& geoid, Time end)
        : incident_{incident}, geoid_{geoid}, end_{end}
    {
    }

    CzmlJson account(std::size_t account) const;
    CzmlJson track(const ExportedTrack& track) const;
    CzmlJson crossing(const ExportedCrossing& crossing, std::size_t number) const;
    CzmlJson call(const ExportedCall& call, std::size_t number) const;
    CzmlJson event(const ExportedEvent& event, std::size_t number) const;
    CzmlJson plots(const ExportedPlots& plots) const;
    CzmlJson place(const ExportedPlace& place, std::size_t number) const;
    CzmlJson surface(const ExportedAirspace& airspace, std::size_t polygon) const;
    CzmlJson border(const ExportedAirspace& airspace, std::size_t line) const;

private:
    CzmlJson packet(const std::string& id, const std::string& name, std::optional<std::size_t> account,
                    const ExportFacts& facts) const;
    void append_place(CzmlJson& coordinates, LonLat place, std::optional<double> altitude_m, AltitudeDatum datum) const;
    void set_point(CzmlJson& packet, const PathPoint& at, AltitudeDatum datum, const ExportColour& colour,
                   int size) const;
    CzmlJson samples(const std::vector<PathPoint>& part, AltitudeDatum datum) const;
    AltitudeDatum datum_of(std::optional<std::size_t> track) const;

    const ExportedIncident& incident_;
    const HeightChange& geoid_;
    Time end_;
};

/// `2015-11-24T07:24:05.000000Z/...`, as CZML writes an interval.
std::string czml_interval(Time from, Time to);

}  // namespace incursion
