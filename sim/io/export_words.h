#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "sim/analysis/report.h"
#include "sim/io/export_facts.h"
#include "sim/io/export_incident.h"
#include "sim/model/radar.h"
#include "sim/model/scenario.h"

namespace incursion {

// What an export says of each thing in words. Texts of the scenario are taken over as they are.

/// `2015-11-24 07:24:05.000 UTC`: milliseconds, rounded down.
std::string instant_words(Time time);

/// How long a text takes to be said: 150 words a minute (2.5 a second), 3 s at least.
Duration time_to_say(std::string_view text);

/// All of a track but account, parts and visits.
ExportedTrack track_of_report(const TrackReport& report, const Aircraft& aircraft);

/// `LIMA-2 enters AAA`, `... is inside AAA when its track begins`.
std::string crossing_name(std::string_view track, const Visit& visit, bool entry);
ExportFacts crossing_facts(const ExportedTrack& track, const Visit& visit, bool entry);

std::string call_name(const Call& call);
ExportFacts call_facts(const CallReport& report);

ExportFacts event_facts(const Event& event, bool is_placed);

std::string claim_name(const Claim& claim);
ExportFacts claim_facts(const ClaimReport& report);

std::string_view kind_name(PlaceKind kind);
ExportFacts radar_facts(const Radar& radar);
ExportFacts plots_facts(const Radar& radar, std::size_t plots);

/// Of the whole.
ExportFacts incident_facts(const Report& report, const std::string& version);

}  // namespace incursion
